package app.pallet.spreadsheet.mapping;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.ColumnType;
import app.pallet.schema.DateOrder;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.source.CellNote;
import app.pallet.spreadsheet.source.ExcelHabits;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.work.WorkMonitor;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of a source as values of the catalogue's columns. The first rows, mostly 1,000,
 * show how the numbers of each column are written. All other rows are read one by one, so that a
 * file of any length needs little memory. A cell that can't be read becomes a problem, and its row
 * keeps the other cells. Confined to one thread at a time. The caller closes the source.
 */
public final class MappingReader implements Iterator<RowMapping> {

  private static final int CHECK_EVERY = 1_000;

  private static final CellReading.Rejected ERROR =
      new CellReading.Rejected(
          "Is an error that a spreadsheet wrote, not a value", "a value, or an empty cell");

  private static final CellReading.Rejected UNREADABLE =
      new CellReading.Rejected(
          "Contains bytes that are not text in the file's encoding", "a file saved as UTF-8");

  /** What white space around a cell means. */
  private enum Padding {
    /** It is part of the text. */
    VALUE,
    /** A cell of white space alone has no value; otherwise it is part of the text. */
    NO_VALUE,
    /** It is never part of the text. */
    CUT_OFF
  }

  /**
   * A mapped column of the source.
   *
   * @param emptyCells what an empty cell says
   * @param padding what white space around its cells means
   * @param isBarcode whether its texts are digits, so that what a spreadsheet added to them can be
   *     recognised
   * @param cache what was read of it before
   */
  private record Target(
      int sourceColumn,
      Column column,
      ColumnReading reading,
      EmptyCells emptyCells,
      Padding padding,
      boolean isBarcode,
      CellCache cache) {

    CellFormat format() {
      return reading.format();
    }

    /** Reads a cell of a row, with the notes of a workbook about it. */
    CellReading read(TextRow row, String cell) {
      CellNote note = row.notes().isEmpty() ? null : row.notes().get(sourceColumn);
      return switch (note) {
        case CellNote.NoValue(String message, String accepted) ->
            new CellReading.Rejected(message, accepted);
        case CellNote.Shown(String text, boolean ignored) when column.type().isText() ->
            read(text, false);
        case null, default -> read(cell, row.numbers().get(sourceColumn));
      };
    }

    /**
     * Reads a cell; {@link CellReading#EMPTY} if it says nothing.
     *
     * @param isNumber whether a workbook holds it as a number
     */
    CellReading read(String cell, boolean isNumber) {
      CellReading known = isNumber ? null : cache.get(cell);
      if (known != null) {
        return known;
      }
      String text = ExcelHabits.meant(cell, column.type());
      CellReading reading =
          parse(isMended(text) ? KeySpelling.meant(text).orElse(text) : text, isNumber);
      if (!isNumber) {
        cache.put(cell, reading);
      }
      return reading;
    }

    /** Whether another program may have stored this text, which is not how Pallet writes it. */
    boolean isSpeltAnotherWay(String cell, @Nullable Object value) {
      return column.storage() != Column.Storage.SCALED
          && !column.type().isText()
          && value != null
          && !cell.equals(CellText.plain(column, value));
    }

    /** Whether a cell is a barcode with an apostrophe before it or a fraction of zero behind it. */
    boolean isMended(String cell) {
      return isBarcode
          && !cell.isEmpty()
          && (cell.charAt(0) == '\'' || cell.endsWith("0"))
          && KeySpelling.meant(cell).filter(KeySpelling::isDigits).isPresent();
    }

    private CellReading parse(String cell, boolean isNumber) {
      String text =
          switch (padding) {
            case VALUE -> cell;
            case NO_VALUE -> CellText.isBlank(cell) ? "" : cell;
            case CUT_OFF -> CellText.trim(cell);
          };
      if (emptyCells == EmptyCells.LEAVE && CellParser.isEmpty(column, text)) {
        return CellReading.EMPTY;
      }
      if (isNumber) {
        return number(text);
      }
      if (column.type().isText() && ExcelHabits.isError(text)) {
        return ERROR;
      }
      return text.indexOf(CsvSource.UNREADABLE) >= 0
          ? UNREADABLE
          : CellParser.parse(column, text, format());
    }

    /** Reads a cell that a workbook holds as a number, however the texts of the column are read. */
    private CellReading number(String text) {
      return column.type() == ColumnType.DATE
          ? ExcelHabits.day(text)
          : CellParser.parse(column, text, format().withNumbers(NumberStyle.POINT));
    }
  }

  private final TabularSource source;
  private final String name;
  private final int headings;
  private final EmptyCells emptyCells;
  private final List<Target> targets;
  private final Deque<TextRow> sample;
  private final Map<BitSet, ColumnSet> columnSets = new HashMap<>();

  /** The places of the targets about which the current row says something, in ascending order. */
  private int[] said;

  private int[] lastSaid;

  private Optional<CutOff> cutOff = Optional.empty();

  private long mendedBarcodes;
  private final RowChecks checks;

  private int lastCount;
  private ColumnSet lastColumns = ColumnSet.EMPTY;

  /**
   * A reader of all rows that the source still has.
   *
   * @param format how numbers and dates are read in columns whose texts don't show it
   * @param overrides how they are read in other columns whatever the texts show, by the column's
   *     place in the source
   */
  public MappingReader(
      TabularSource source,
      ColumnMapping mapping,
      CellFormat format,
      EmptyCells emptyCells,
      Map<Integer, CellFormat> overrides) {
    this.source = source;
    this.name = source.name();
    this.headings = source.header().size();
    this.emptyCells = emptyCells;
    this.sample = new ArrayDeque<>(source.sample());
    this.targets = targets(mapping, format, overrides);
    BitSet numeric = new BitSet();
    targets.stream()
        .filter(target -> target.column().type().isNumeric())
        .forEach(target -> numeric.set(target.sourceColumn()));
    this.checks = new RowChecks(source, mapping, numeric);
    this.said = new int[targets.size()];
    this.lastSaid = new int[targets.size()];
  }

  /**
   * How a column of the source is read, by its place from 0. A column that is not mapped is plain.
   */
  public ColumnReading reading(int sourceColumn) {
    return targets.stream()
        .filter(target -> target.sourceColumn() == sourceColumn)
        .findFirst()
        .map(Target::reading)
        .orElse(ColumnReading.sure(CellFormat.PLAIN));
  }

  /**
   * The row in which the source seems to be cut off. This is known once the last row has been read.
   */
  public Optional<CutOff> cutOff() {
    return cutOff;
  }

  /** Number of barcodes so far that were read without what a spreadsheet had added to them. */
  public long mendedBarcodes() {
    return mendedBarcodes;
  }

  /** What the rows so far hold in columns that have no heading and are not mapped. */
  public NamelessCells nameless() {
    return checks.nameless();
  }

  /** The rows so far that have fewer cells than there are headings. */
  public NarrowRows narrow() {
    return checks.narrow();
  }

  @Override
  public boolean hasNext() {
    while (isSkipped(sample.peek()) || (sample.isEmpty() && source.hasNext())) {
      if (isSkipped(sample.peek())) {
        sample.remove();
      } else {
        sample.add(source.next());
      }
    }
    return !sample.isEmpty();
  }

  @Override
  public RowMapping next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return read(sample.remove());
  }

  /**
   * Reads all rows that are left.
   *
   * @throws CancellationException if the monitor says so
   */
  public List<RowMapping> readAll(WorkMonitor monitor) {
    monitor.begin("Reading " + name, WorkMonitor.UNKNOWN);
    List<RowMapping> rows = new ArrayList<>();
    while (hasNext()) {
      rows.add(next());
      if (rows.size() % CHECK_EVERY == 0) {
        monitor.step(CHECK_EVERY);
      }
    }
    monitor.worked(rows.size() % CHECK_EVERY);
    return rows;
  }

  /** A row without values says nothing below headings. In a pasted block it keeps its place. */
  private boolean isSkipped(@Nullable TextRow row) {
    return row != null && headings > 0 && row.isBlank();
  }

  private List<Target> targets(
      ColumnMapping mapping, CellFormat format, Map<Integer, CellFormat> overrides) {
    List<Target> found = new ArrayList<>();
    for (int i = 0; i < mapping.header().size(); i++) {
      Optional<Column> column = mapping.target(i);
      if (column.isPresent()) {
        CellFormat said = overrides.get(i);
        ColumnReading reading =
            said == null ? detect(i, column.get(), format) : ColumnReading.sure(said);
        found.add(
            new Target(
                i,
                column.get(),
                reading,
                emptyCells,
                padding(mapping.header().get(i), column.get()),
                column.get().isBarcode(),
                new CellCache()));
      }
    }
    return List.copyOf(found);
  }

  /**
   * What white space around a column's cells means. It does not belong to the texts if the headings
   * are padded to a width, or if a text names a product; but another program's key may end with it.
   */
  private Padding padding(String heading, Column column) {
    boolean hasOneForm = column.isIdentifier() && column.storage() == Column.Storage.SCALED;
    if (hasOneForm || (headings > 0 && !heading.equals(CellText.trim(heading)))) {
      return Padding.CUT_OFF;
    }
    return headings > 0 ? Padding.NO_VALUE : Padding.VALUE;
  }

  /**
   * How the texts of a column are to be read. Cells that a workbook holds as numbers leave no
   * doubt.
   */
  private ColumnReading detect(int sourceColumn, Column column, CellFormat format) {
    List<String> texts =
        sample.stream()
            .filter(row -> row.cells().size() > sourceColumn && !row.numbers().get(sourceColumn))
            .filter(row -> !row.notes().containsKey(sourceColumn))
            .map(row -> ExcelHabits.meant(row.cells().get(sourceColumn), column.type()))
            .toList();
    return ColumnReading.detect(column, texts, format);
  }

  private RowMapping read(TextRow row) {
    RowOrigin origin = new RowOrigin(name, row.line());
    List<RowProblem> problems = new ArrayList<>(0);
    checks.check(row, origin, problems);
    checkEnd(row, origin, problems);
    Map<String, String> spellings = Map.of();
    @Nullable Object[] values = new @Nullable Object[targets.size()];
    int count = 0;
    for (int i = 0; i < targets.size(); i++) {
      Target target = targets.get(i);
      if (row.cells().size() <= target.sourceColumn()) {
        continue;
      }
      String cell = row.cells().get(target.sourceColumn());
      mendedBarcodes += target.isMended(cell) ? 1 : 0;
      switch (target.read(row, cell)) {
        case CellReading.Value(Object value) -> {
          checkOrder(target, cell, value, origin, problems);
          if (target.isSpeltAnotherWay(cell, value)) {
            spellings = spellings.isEmpty() ? new HashMap<>() : spellings;
            spellings.put(target.column().name(), cell);
          }
          if (value != null || emptyCells != EmptyCells.LEAVE) {
            said[count] = i;
            values[count++] = value;
          }
        }
        case CellReading.Rejected why ->
            problems.add(RowProblem.of(origin, target.column(), cell, why));
      }
    }
    return new RowMapping(
        RowValues.of(
            columnSet(count), count == values.length ? values : Arrays.copyOf(values, count)),
        origin,
        problems,
        spellings);
  }

  /** A date that can be read in one way only, which is not the way of its column. */
  private static void checkOrder(
      Target target,
      String cell,
      @Nullable Object value,
      RowOrigin origin,
      List<RowProblem> problems) {
    if (value instanceof LocalDate day && target.reading().isContradictedBy(cell)) {
      problems.add(
          new RowProblem(
              origin,
              target.column().name(),
              cell,
              "Is read as %s, though in the other dates of the column the %s comes first"
                  .formatted(day, target.format().dates() == DateOrder.DAY_FIRST ? "day" : "month"),
              "one order of day and month",
              Severity.WARNING));
    }
  }

  /** A row in which the source was cut off is taken, but with a warning. */
  private void checkEnd(TextRow row, RowOrigin origin, List<RowProblem> problems) {
    if (sample.isEmpty() && !source.hasNext() && source.isCutOff()) {
      cutOff = Optional.of(new CutOff(row.line(), row.cells().size(), headings));
      problems.add(
          new RowProblem(
              origin,
              "",
              row.cells().getLast(),
              "The file seems to be cut off in this row: it has %s under %d headings"
                  .formatted(
                      row.cells().size() == 1 ? "1 cell" : row.cells().size() + " cells", headings),
              "",
              Severity.WARNING));
    }
  }

  /**
   * The columns about which the current row says something. They are mostly those of the row
   * before.
   */
  private ColumnSet columnSet(int count) {
    if (!Arrays.equals(said, 0, count, lastSaid, 0, lastCount)) {
      BitSet places = new BitSet(targets.size());
      for (int i = 0; i < count; i++) {
        places.set(said[i]);
      }
      lastColumns = columnSets.computeIfAbsent(places, this::columnsOf);
      int[] free = lastSaid;
      lastSaid = said;
      lastCount = count;
      said = free;
    }
    return lastColumns;
  }

  private ColumnSet columnsOf(BitSet places) {
    return ColumnSet.of(places.stream().mapToObj(i -> targets.get(i).column()).toList());
  }
}
