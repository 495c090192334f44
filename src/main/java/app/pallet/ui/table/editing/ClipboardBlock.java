package app.pallet.ui.table.editing;

import app.pallet.spreadsheet.clipboard.ClipboardContent;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/**
 * Cells on their way to or from the clipboard. At least one of the two forms is there, unless the
 * clipboard holds no cells.
 *
 * @param text tab-separated lines, the form every spreadsheet understands, or an empty text
 * @param html an HTML table, or an empty text
 */
public record ClipboardBlock(String text, String html) {

  /** Marks what Pallet itself has copied. */
  private static final DataFormat OWN = new DataFormat("application/x-pallet-tsv");

  /** What the system's clipboard holds; FX thread. */
  public static ClipboardBlock fromClipboard() {
    Clipboard clipboard = Clipboard.getSystemClipboard();
    if (clipboard.hasContent(OWN) && clipboard.getContent(OWN) instanceof String own) {
      return new ClipboardBlock(own, ""); // it has no need of HTML: its text tells every cell
    }
    String text = clipboard.hasString() ? clipboard.getString() : "";
    return new ClipboardBlock(text, clipboard.hasHtml() ? clipboard.getHtml() : "");
  }

  /** Puts it on the system's clipboard, in place of what is there; FX thread. */
  void toClipboard() {
    javafx.scene.input.ClipboardContent content = new javafx.scene.input.ClipboardContent();
    content.put(OWN, text);
    content.putString(text);
    if (!html.isEmpty()) {
      content.putHtml(html);
    }
    Clipboard.getSystemClipboard().setContent(content);
  }

  /** Whether there is nothing in it. */
  public boolean isEmpty() {
    return text.isEmpty() && html.isEmpty();
  }

  /** The same without types of JavaFX. */
  public ClipboardContent content() {
    return new ClipboardContent(Optional.empty(), filled(html), filled(text));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(content -> !content.isEmpty());
  }
}
