package app.pallet.ui.tables;

import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The part of the catalogue's menu that says what a table of somebody else's database can't promise
 * as a catalogue does; hidden for catalogues. FX thread.
 */
public final class PromisesItem extends CustomMenuItem {

  private static final double WIDTH = 330;

  private final VBox lines = new Lines();

  /** An item that follows what is open. */
  public PromisesItem(ObservableValue<Optional<DiscoveredTable>> open) {
    super(new VBox(), false);
    setId("promises");
    lines.setId("promises-lines");
    lines.getStyleClass().add("promises");
    lines.setPrefWidth(WIDTH);
    lines.setMaxWidth(WIDTH);
    setContent(lines);
    open.subscribe(this::show);
  }

  private void show(Optional<DiscoveredTable> open) {
    setVisible(open.isPresent());
    List<String> lacking = open.map(TableAccount::lacking).orElse(List.of());
    Label heading = Labels.of("Not a Pallet catalogue:", "promises-heading");
    lines
        .getChildren()
        .setAll(
            Stream.concat(Stream.<Node>of(heading), lacking.stream().map(PromisesItem::line))
                .toList());
  }

  private static Node line(String sentence) {
    Label line = Labels.wrapped(sentence, "promise");
    line.setGraphic(Icons.of(Feather.INFO));
    return line;
  }

  /** Lines that wrap, although a menu asks for their height without saying how wide they are. */
  private static final class Lines extends VBox {

    @Override
    protected double computePrefHeight(double width) {
      return super.computePrefHeight(WIDTH);
    }

    @Override
    protected double computeMinHeight(double width) {
      return computePrefHeight(width);
    }
  }
}
