package app.pallet.cli;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.source.HeaderMode;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.workspace.imports.ColumnChoice;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How a file is written, as the user says. What is not said is found out. */
final class SourceArguments {

  /** Day, month and year in their order. */
  enum Dates {
    DMY,
    MDY
  }

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "The file's encoding, such as UTF-8 or windows-1252 (default: found out).")
  private Optional<Charset> encoding = Optional.empty();

  @Option(
      names = "--separator",
      converter = Separator.class,
      paramLabel = "CHARACTER",
      description = "What separates cells: one character, or tab (default: found out).")
  private Optional<Character> separator = Optional.empty();

  @Option(names = "--no-header", description = "The first row holds values, no headings.")
  private boolean noHeader;

  @Option(
      names = "--header-row",
      paramLabel = "N",
      description =
          "The headings are in line N, counted from 1, and nothing above it is data (default: found"
              + " out). With --no-header: the first row of values is in line N.")
  private @Nullable Long headerRow;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description = "The sheet of a workbook (default: the first one that isn't empty).")
  private Optional<String> sheet = Optional.empty();

  @Option(
      names = "--decimal",
      converter = KebabCase.Decimals.class,
      completionCandidates = KebabCase.Decimals.class,
      paramLabel = "SIGN",
      description =
          "The decimal sign of numbers: ${COMPLETION-CANDIDATES} (default: found out by column).")
  private Optional<NumberStyle> decimal = Optional.empty();

  @Option(
      names = "--dates",
      converter = DateOrders.class,
      completionCandidates = DateOrders.class,
      paramLabel = "ORDER",
      description =
          "The order of dates such as 03/04/2026: ${COMPLETION-CANDIDATES} (default: found out by"
              + " column).")
  private Optional<Dates> dates = Optional.empty();

  /** How the file is opened. */
  SourceOptions options() {
    return new SourceOptions(
        encoding,
        separator,
        Optional.empty(),
        noHeader ? HeaderMode.NONE : headerRow == null ? HeaderMode.DETECT : HeaderMode.FIRST_ROW,
        headerRow == null ? OptionalLong.empty() : OptionalLong.of(headerRow),
        sheet);
  }

  /** A column's choice with what was said about numbers or dates, where it holds such. */
  ColumnChoice read(ColumnChoice choice) {
    Optional<Column> column = choice.target().filled();
    if (column.filter(c -> c.type().isNumeric()).isPresent()) {
      return decimal.map(sign -> choice.read(CellFormat.PLAIN.withNumbers(sign))).orElse(choice);
    }
    if (column.filter(c -> c.type() == ColumnType.DATE).isPresent()) {
      return dates
          .map(order -> choice.read(CellFormat.PLAIN.withDates(order(order))))
          .orElse(choice);
    }
    return choice;
  }

  private static DateOrder order(Dates order) {
    return order == Dates.DMY ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST;
  }

  /** Spells orders of dates. */
  static final class DateOrders extends KebabCase<Dates> {
    DateOrders() {
      super(Dates.class);
    }
  }

  /** Reads a separator of cells: one character, or the word tab. */
  static final class Separator implements ITypeConverter<Character> {

    @Override
    public Character convert(String text) {
      if (text.equalsIgnoreCase("tab") || text.equals("\\t")) {
        return '\t';
      }
      if (text.length() != 1 || text.equals("\"")) {
        throw new TypeConversionException(
            "'" + text + "' is not a separator; say one character or tab");
      }
      return text.charAt(0);
    }
  }
}
