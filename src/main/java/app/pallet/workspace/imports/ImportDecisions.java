package app.pallet.workspace.imports;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.mapping.NamelessCells;
import app.pallet.spreadsheet.mapping.NarrowRows;
import app.pallet.spreadsheet.matching.NearKeys;
import app.pallet.spreadsheet.source.CsvDialect;
import app.pallet.spreadsheet.source.HeadingPlace;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.TextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The decisions of an import that a user might not expect.
 *
 * @param format how the source is written
 * @param columns the mapped columns, and how their numbers and dates are read
 * @param nameless cells without a heading, which are left out
 * @param narrow rows with fewer cells than headings
 * @param mendedBarcodes number of barcodes that were taken without what a spreadsheet had added to
 *     them
 * @param near rows whose key is nearly that of a product
 * @param parents names that other tables do not have
 */
public record ImportDecisions(
    SourceFormat format,
    List<ReadColumn> columns,
    NamelessCells nameless,
    NarrowRows narrow,
    long mendedBarcodes,
    NearKeys near,
    List<MissingParents.Names> parents) {

  private static final int MOST_SHOWN = 3;
  private static final int LONGEST = 60;

  public ImportDecisions {
    columns = List.copyOf(columns);
    parents = List.copyOf(parents);
  }

  /** The same where other tables do not have some names. */
  public ImportDecisions with(List<MissingParents.Names> missing) {
    return new ImportDecisions(format, columns, nameless, narrow, mendedBarcodes, near, missing);
  }

  /** A column, and how its texts are read. */
  public record ReadColumn(Column column, ColumnReading reading) {

    /** Tells the user how; an empty text if there is only one way, or the way is in doubt. */
    public String sentence() {
      boolean sure = reading.doubt() == ColumnReading.Doubt.NONE;
      if (sure && column.type() == ColumnType.DATE) {
        return dates(reading.format().dates());
      }
      boolean comma = column.type().isNumeric() && reading.format().numbers() == NumberStyle.COMMA;
      return sure && comma ? "a comma is the decimal sign" : "";
    }

    private static String dates(DateOrder order) {
      return switch (order) {
        case DAY_FIRST -> "the day comes first in dates";
        case MONTH_FIRST -> "the month comes first in dates";
        case UNKNOWN -> "";
      };
    }
  }

  /** All decisions, a sentence each. What may be a slip is not among them. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    sentences.add(sheets());
    if (format instanceof SourceFormat.Text text
        && text.dialect().quoting() == CsvDialect.Quoting.IS_TEXT) {
      sentences.add("Quotes are read as part of their cells, since they enclose none");
    }
    sentences.add(headings());
    columns.stream()
        .filter(column -> !column.sentence().isEmpty())
        .map(column -> "%s: %s".formatted(column.column().label(), column.sentence()))
        .forEach(sentences::add);
    sentences.add(nameless.sentence());
    sentences.add(narrow.sentence());
    if (mendedBarcodes > 0) {
      sentences.add(
          String.format(
              Locale.ROOT,
              "%,d %s without the apostrophe or the “.0” that a spreadsheet put there",
              mendedBarcodes,
              mendedBarcodes == 1 ? "barcode is read" : "barcodes are read"));
    }
    sentences.add(near.editedSentence());
    sentences.removeIf(String::isEmpty);
    return List.copyOf(sentences);
  }

  /** A sentence about what may be a slip; empty if nothing is. */
  public Optional<String> warning() {
    return Optional.of(near.alikeSentence()).filter(text -> !text.isEmpty());
  }

  private String sheets() {
    if (!(format instanceof SourceFormat.Workbook workbook) || workbook.sheets().size() < 2) {
      return "";
    }
    List<String> others =
        workbook.sheets().stream().filter(name -> !name.equals(workbook.sheet())).toList();
    String shown =
        others.stream()
            .limit(MOST_SHOWN)
            .map(name -> "“" + name + "”")
            .collect(Collectors.joining(", "));
    return "The sheet “%s” is read; %s%s %s not"
        .formatted(
            workbook.sheet(),
            shown,
            others.size() > MOST_SHOWN ? " and so on" : "",
            others.size() == 1 ? "is" : "are");
  }

  private String headings() {
    HeadingPlace place = format.headings();
    if (place.above().isEmpty()) {
      return place.line() > 0 || format instanceof SourceFormat.Block
          ? ""
          : "There are no headings; the columns are called Column A and so on";
    }
    String where =
        place.line() > 0
            ? "The headings are in line %d".formatted(place.line())
            : "There are no headings";
    int above = place.above().size();
    String shown =
        place.above().stream()
            .limit(MOST_SHOWN)
            .map(row -> "“" + text(row) + "”")
            .collect(Collectors.joining(", "));
    return "%s; %s left out: %s%s"
        .formatted(
            place.inDoubt() ? where + ", as it seems" : where,
            above == 1 ? "the row above is" : above + " rows above are",
            shown,
            above > MOST_SHOWN ? " and so on" : "");
  }

  private static String text(TextRow row) {
    String text =
        row.cells().stream()
            .filter(cell -> !cell.isBlank())
            .map(cell -> cell.strip().replaceAll("\\s+", " "))
            .collect(Collectors.joining(" "));
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
