package app.pallet.spreadsheet.source;

import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a file is to be read, where the user knows better than what is found out. Each part is
 * independent, and an empty one is found out. A part that does not apply to a kind of file is
 * ignored.
 *
 * @param charset the encoding of a text file
 * @param separator between the cells of a text file
 * @param quoting what quotes in a text file mean
 * @param header whether there are headings
 * @param headerLine the line at which the table begins, from 1; nothing above it is data
 * @param sheet the name of a workbook's sheet; without it, the first that is shown and holds rows
 */
public record SourceOptions(
    Optional<Charset> charset,
    Optional<Character> separator,
    Optional<CsvDialect.Quoting> quoting,
    HeaderMode header,
    OptionalLong headerLine,
    Optional<String> sheet) {

  /** Everything is found out. */
  public static final SourceOptions DETECT =
      new SourceOptions(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          HeaderMode.DETECT,
          OptionalLong.empty(),
          Optional.empty());

  /** The same with an encoding. */
  public SourceOptions withCharset(Charset chosen) {
    return new SourceOptions(Optional.of(chosen), separator, quoting, header, headerLine, sheet);
  }

  /** The same with a separator. */
  public SourceOptions withSeparator(char chosen) {
    return new SourceOptions(charset, Optional.of(chosen), quoting, header, headerLine, sheet);
  }

  /** The same with a meaning of quotes. */
  public SourceOptions withQuoting(CsvDialect.Quoting chosen) {
    return new SourceOptions(charset, separator, Optional.of(chosen), header, headerLine, sheet);
  }

  /** The same with or without headings, wherever. */
  public SourceOptions withHeader(HeaderMode chosen) {
    return new SourceOptions(charset, separator, quoting, chosen, OptionalLong.empty(), sheet);
  }

  /** The same with headings at a line, from 1. */
  public SourceOptions withHeaderLine(long line) {
    return new SourceOptions(
        charset, separator, quoting, HeaderMode.FIRST_ROW, OptionalLong.of(line), sheet);
  }

  /** The same with a sheet. */
  public SourceOptions withSheet(String chosen) {
    return new SourceOptions(
        charset, separator, quoting, header, OptionalLong.empty(), Optional.of(chosen));
  }
}
