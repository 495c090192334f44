package app.pallet.spreadsheet.source;

import java.util.List;

/** How a source is written. It was found out or chosen, the user sees it, and may change it. */
public sealed interface SourceFormat {

  /** Where its headings stand. */
  HeadingPlace headings();

  /** Whether it has headings. */
  default boolean hasHeader() {
    return headings().line() > 0;
  }

  /**
   * A text file.
   *
   * @param dialect its encoding, separator and quotes
   */
  record Text(CsvDialect dialect, HeadingPlace headings) implements SourceFormat {}

  /**
   * A workbook.
   *
   * @param sheet the name of the sheet that is read
   * @param sheets the names of all its sheets, in their order
   */
  record Workbook(String sheet, List<String> sheets, HeadingPlace headings)
      implements SourceFormat {
    public Workbook {
      sheets = List.copyOf(sheets);
    }
  }

  /**
   * A block from the clipboard.
   *
   * @param fromHtml whether it was read from an HTML table, not from plain text
   */
  record Block(boolean fromHtml, HeadingPlace headings) implements SourceFormat {}
}
