package app.pallet.ui.table;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;

/** What can be done with the selected cells, for keys, menus and buttons. FX thread. */
final class GridCommands {

  /** Marks what Pallet itself has copied. */
  private static final DataFormat OWN = new DataFormat("application/x-pallet-tsv");

  private final Supplier<GridSelection> selected;
  private final Supplier<PasteTarget> target;
  private final GridEditor editor;

  /**
   * Commands on a selection.
   *
   * @param selected what is selected
   * @param target where a paste goes; its columns are empty if there is no place
   */
  GridCommands(Supplier<GridSelection> selected, Supplier<PasteTarget> target, GridEditor editor) {
    this.selected = selected;
    this.target = target;
    this.editor = editor;
  }

  void copy() {
    onRanges(ranges -> editor.copy(ranges, GridCommands::toClipboard));
  }

  /** Copies, and empties the cells once the clipboard has them. */
  void cut() {
    onRanges(ranges ->
        editor.copy(
            ranges,
            block -> {
              toClipboard(block);
              editor.clear(ranges);
            }));
  }

  void paste() {
    PasteTarget place = target.get();
    ClipboardBlock block = fromClipboard();
    if (!(block.text().isEmpty() && block.html().isEmpty()) && !place.columns().isEmpty()) {
      editor.paste(block, place);
    }
  }

  void clear() {
    onRanges(editor::clear);
  }

  void fill(String text) {
    onRanges(ranges -> editor.fill(ranges, text));
  }

  void fillDown() {
    onRanges(editor::fillDown);
  }

  void revert() {
    onRanges(editor::revert);
  }

  void deleteRows() {
    onRanges(editor::deleteRows);
  }

  private void onRanges(Consumer<List<GridRange>> action) {
    List<GridRange> ranges = selected.get().ranges();
    if (!ranges.isEmpty()) {
      action.accept(ranges);
    }
  }

  /** What Pallet copied has no need of HTML: its text tells every cell. */
  private static ClipboardBlock fromClipboard() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasContent(OWN) && clipboard.getContent(OWN) instanceof String own) {
      return new ClipboardBlock(own, "");
    }
    String text = clipboard.hasString() ? clipboard.getString() : "";
    return new ClipboardBlock(text, clipboard.hasHtml() ? clipboard.getHtml() : "");
  }

  private static void toClipboard(ClipboardBlock block) {
    ClipboardContent content = new ClipboardContent();
    content.put(OWN, block.text());
    content.putString(block.text());
    if (!block.html().isEmpty()) {
      content.putHtml(block.html());
    }
    Clipboard.getSystemClipboard().setContent(content);
  }
}
