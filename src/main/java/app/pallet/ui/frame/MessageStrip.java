package app.pallet.ui.frame;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/**
 * The place under the tool bar for a line that asks for something. Of several lines the gravest is
 * seen, and the next one after it. FX thread.
 */
public final class MessageStrip extends StackPane {

  private final List<Line> lines = new ArrayList<>();

  private record Line(Node bar, ObservableBooleanValue wanted) {}

  /** A place without lines. */
  public MessageStrip() {
    setId("message-strip");
  }

  /**
   * Adds a line that is less grave than those before it.
   *
   * @param wanted whether it has something to say
   */
  public void add(Node bar, ObservableBooleanValue wanted) {
    lines.add(new Line(bar, wanted));
    wanted.subscribe(this::choose);
  }

  private void choose() {
    getChildren()
        .setAll(lines.stream().filter(line -> line.wanted.get()).map(Line::bar).limit(1).toList());
  }
}
