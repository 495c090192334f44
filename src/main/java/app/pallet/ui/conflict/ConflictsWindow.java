package app.pallet.ui.conflict;

import app.pallet.ui.dialog.ModalWindows;
import app.pallet.workspace.pending.ConflictCell;
import app.pallet.workspace.pending.ConflictChoice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Shows conflicts over the editor until the user has said how they shall end. FX thread. */
public final class ConflictsWindow {

  private static final double WIDTH = 980;
  private static final double HEIGHT = 560;

  private final List<ConflictLine> lines;
  private final Consumer<Map<ConflictCell, ConflictChoice>> resolved;
  private final Runnable close;

  /**
   * Opens the window.
   *
   * @param resolved gets the choices, after the window is closed
   */
  public ConflictsWindow(
      List<ConflictCell> cells,
      ModalWindows windows,
      Consumer<Map<ConflictCell, ConflictChoice>> resolved) {
    this.lines = cells.stream().map(ConflictLine::new).toList();
    this.resolved = resolved;
    ConflictsPane pane = new ConflictsPane(lines, this::apply, this::cancel);
    this.close = windows.show(new ModalWindows.Content("Conflicts", pane, WIDTH, HEIGHT), () -> {});
  }

  private void cancel() {
    close.run();
  }

  private void apply() {
    Map<ConflictCell, ConflictChoice> choices = new LinkedHashMap<>();
    lines.forEach(line -> choices.put(line.cell(), line.choice()));
    close.run();
    resolved.accept(choices);
  }
}
