package app.pallet.workspace.input;

import app.pallet.spreadsheet.clipboard.ClipboardContent;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import java.util.Optional;

/** How a block from the clipboard is meant. */
public enum PasteWay {
  /** Matched by its headings if it has any, else laid over the cells from a place on. */
  AS_IT_IS,
  /** Laid over the cells from a place on, whatever its first row says, as plain texts. */
  VALUES_ONLY,
  /** The same with its rows as columns. */
  TRANSPOSED;

  /** Reads the clipboard; this can take a while. */
  PastedBlock read(ClipboardContent content) {
    return switch (this) {
      case AS_IT_IS -> PastedBlock.of(content);
      case TRANSPOSED -> PastedBlock.of(content).transposed();
      case VALUES_ONLY ->
          PastedBlock.of(
              content.text().isPresent()
                  ? new ClipboardContent(content.own(), Optional.empty(), content.text())
                  : content);
    };
  }
}
