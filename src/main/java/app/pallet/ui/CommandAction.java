package app.pallet.ui;

import app.pallet.ui.filter.RowLimit;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnCommands;
import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.theme.ThemeChoice;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a command does. FX thread. */
sealed interface CommandAction {

  /** Carries it out. */
  void perform(EditorController window);

  /** Something that the window's pane does by itself. */
  record OfPane(Consumer<EditorPane> part) implements CommandAction {
    @Override
    public void perform(EditorController window) {
      part.accept(window.pane());
    }
  }

  /** Something for which the open catalogue, files or dialogs are needed. */
  record OfWindow(Consumer<EditorController> part) implements CommandAction {
    @Override
    public void perform(EditorController window) {
      part.accept(window);
    }
  }

  /** Something with the selected cells. Its keys are heard by the table alone. */
  record OfCells(Consumer<ProductTable> part) implements CommandAction {
    @Override
    public void perform(EditorController window) {
      window
          .session()
          .ifPresent(open -> {
            open.table().finishEditing();
            open.table().focusCells();
            part.accept(open.table());
          });
    }
  }

  static CommandAction inPane(Consumer<EditorPane> part) {
    return new OfPane(part);
  }

  static CommandAction inWindow(Consumer<EditorController> part) {
    return new OfWindow(part);
  }

  /** An action on the open catalogue; it does nothing if none is open. */
  static CommandAction whenOpen(BiConsumer<EditorController, EditorSession> part) {
    return new OfWindow(window -> window.session().ifPresent(open -> part.accept(window, open)));
  }

  static CommandAction onCells(Consumer<ProductTable> part) {
    return new OfCells(part);
  }

  /** An action on the cursor's column; it does nothing without a cursor. */
  static CommandAction onColumn(Consumer<ColumnCommands> part) {
    return new OfCells(table -> table.columnCommands().ifPresent(part));
  }

  /** Makes the rows of the open catalogue so high. */
  static CommandAction inRows(RowHeight height) {
    return whenOpen((window, open) -> open.table().rowHeightProperty().set(height));
  }

  static CommandAction wearing(ThemeChoice theme) {
    return new OfPane(pane -> pane.appearance().choiceProperty().set(theme));
  }

  /** Limits the table to some of its rows. */
  static CommandAction only(RowLimit rows) {
    return new OfWindow(window -> window.viewModel().filter().limitTo(rows));
  }
}
