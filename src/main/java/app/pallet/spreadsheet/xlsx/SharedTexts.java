package app.pallet.spreadsheet.xlsx;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The texts of a workbook, to which its cells refer by number. They are the only part of a workbook
 * that has to be held in memory, so their size is limited.
 */
final class SharedTexts {

  /** Bytes that a text and its place in the list take in addition to its characters. */
  private static final int OVERHEAD = 60;

  /** The texts may take this part of the memory: one third. */
  private static final int SHARE = 3;

  private final List<String> texts;

  private SharedTexts(List<String> texts) {
    this.texts = texts;
  }

  /** The texts of a workbook that has none. */
  static SharedTexts none() {
    return new SharedTexts(List.of());
  }

  /** Reads all of them. */
  static SharedTexts read(XmlCursor xml) throws IOException {
    return read(xml, Runtime.getRuntime().maxMemory() / SHARE);
  }

  /**
   * Reads all of them.
   *
   * @param maxBytes the memory that they may take, in bytes
   */
  static SharedTexts read(XmlCursor xml, long maxBytes) throws IOException {
    List<String> texts = new ArrayList<>();
    long bytes = 0;
    while (xml.find("si")) {
      String text = xml.richText();
      texts.add(text);
      bytes += text.length() + OVERHEAD;
      if (bytes > maxBytes) {
        throw new IOException(
            "has more texts than fit into memory; save the sheet as CSV and read that");
      }
    }
    return new SharedTexts(texts);
  }

  /** The text with a number from 0. */
  String get(String number) throws IOException {
    try {
      return texts.get(Integer.parseInt(number.strip()));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw new IOException("refers to a text that is not in it", e);
    }
  }
}
