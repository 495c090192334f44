package app.pallet.spreadsheet.clipboard;

import java.util.Optional;

/** A clipboard that holds nothing but plain text, as a text editor leaves it. */
public final class PlainText {

  private PlainText() {}

  /** The clipboard with this text. */
  public static ClipboardContent of(String text) {
    return new ClipboardContent(Optional.empty(), Optional.empty(), Optional.of(text));
  }
}
