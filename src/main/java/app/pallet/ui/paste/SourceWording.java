package app.pallet.ui.paste;

import app.pallet.schema.CellFormat;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.source.CsvDialect.Quoting;
import app.pallet.spreadsheet.source.HeaderMode;
import app.pallet.spreadsheet.source.HeadingPlace;
import app.pallet.spreadsheet.source.SourceFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** How a source is written, in the words of the window. Stateless, for any thread. */
final class SourceWording {

  private SourceWording() {}

  /** The one sentence above everything. */
  static String sentence(SourceFormat format) {
    String headings = headings(format.headings());
    return switch (format) {
      case SourceFormat.Text text ->
          "%s text, separated by %s, %s"
              .formatted(
                  charset(text.dialect().charset()), plural(text.dialect().separator()), headings);
      case SourceFormat.Workbook book when book.sheets().size() == 1 ->
          "Sheet “%s”, the only one, %s".formatted(book.sheet(), headings);
      case SourceFormat.Workbook book ->
          "Sheet “%s”, one of %d, %s".formatted(book.sheet(), book.sheets().size(), headings);
      case SourceFormat.Block block ->
          (block.fromHtml() ? "A table from the clipboard, " : "Text from the clipboard, ")
              + headings;
    };
  }

  private static String headings(HeadingPlace place) {
    if (place.line() == 0) {
      return "no headings";
    }
    return place.above().isEmpty()
        ? "headings in the first row"
        : "headings in line %d".formatted(place.line());
  }

  static String charset(Charset charset) {
    return switch (charset.name()) {
      case "windows-1252" -> "Windows-1252";
      case "windows-1250" -> "Windows-1250";
      case "windows-1251" -> "Windows-1251";
      case "UTF-16LE", "UTF-16BE", "UTF-8" -> charset.name();
      default -> charset.displayName();
    };
  }

  /** The encodings to choose from, with the one in use. */
  static List<Charset> charsets(Charset used) {
    Stream<Charset> common =
        Stream.of("windows-1252", "ISO-8859-15", "windows-1250", "windows-1251", "IBM850")
            .filter(Charset::isSupported)
            .map(Charset::forName);
    return Stream.of(
            Stream.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE),
            common,
            Stream.of(used))
        .flatMap(charsets -> charsets)
        .distinct()
        .toList();
  }

  static String separator(char separator) {
    return switch (separator) {
      case ',' -> "Comma";
      case ';' -> "Semicolon";
      case '\t' -> "Tab";
      case '|' -> "Bar";
      default -> "“" + separator + "”";
    };
  }

  /** The separators to choose from, with the one in use. */
  static List<Character> separators(char used) {
    return Stream.of(',', ';', '\t', '|', used).distinct().toList();
  }

  static String quoting(Quoting quoting) {
    return switch (quoting) {
      case ENCLOSES -> "Enclose cells";
      case ENCLOSES_PADDED -> "Enclose cells, in spaces";
      case IS_TEXT -> "Are text";
    };
  }

  static String header(HeaderMode header) {
    return switch (header) {
      case DETECT -> "Find out";
      case FIRST_ROW -> "First row";
      case NONE -> "None";
    };
  }

  private static String numbers(ColumnType type, NumberStyle style) {
    String whole = "1" + style.grouping() + "234";
    return type == ColumnType.WHOLE_NUMBER ? whole : whole + style.decimal() + "50";
  }

  private static String dates(DateOrder order) {
    return switch (order) {
      case DAY_FIRST -> "Day first";
      case MONTH_FIRST -> "Month first";
      case UNKNOWN -> "Day or month?";
    };
  }

  /** How values of a type are read, or an empty text where there is only one way. */
  static String reading(ColumnType type, CellFormat format) {
    return switch (type) {
      case WHOLE_NUMBER, DECIMAL, MONEY -> numbers(type, format.numbers());
      case DATE -> dates(format.dates());
      case TEXT, CHOICE, YES_NO, TIMESTAMP -> "";
    };
  }

  private static String plural(char separator) {
    return switch (separator) {
      case ',' -> "commas";
      case ';' -> "semicolons";
      case '\t' -> "tabs";
      case '|' -> "bars";
      default -> "“" + separator + "”";
    };
  }
}
