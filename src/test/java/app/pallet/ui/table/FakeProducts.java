package app.pallet.ui.table;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.operation.CellResult;
import app.pallet.operation.typed.TypedText;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.ui.table.cells.GridModel;
import app.pallet.ui.table.editing.ClipboardBlock;
import app.pallet.ui.table.editing.GridEditor;
import app.pallet.ui.table.selection.PasteTarget;
import app.pallet.workspace.edge.EdgeSearch;
import app.pallet.workspace.input.PasteWay;
import app.pallet.workspace.pending.Fill;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.ViewRow;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Any number of products made when asked for, with a note of everything the grid asked and wanted.
 */
public final class FakeProducts implements GridModel, GridEditor {

  public final TableSchema schema = ProductSchema.create();

  /** What the grid wanted, one line for each call. */
  public final List<String> wishes = new ArrayList<>();

  /** Who waits for an edge to be found. */
  public final Deque<Consumer<OptionalInt>> edges = new ArrayDeque<>();

  /** How often a row was asked for. */
  int asked;

  /** How texts are read. */
  public CellFormat format = CellFormat.PLAIN;

  /** What a price would become by a change that is being prepared. */
  Function<ViewRow, Optional<String>> preview = row -> Optional.empty();

  /** Rows that are still being fetched. */
  public IntPredicate missing = row -> false;

  private final ColumnSet columnSet = ColumnSet.of(schema.columns());
  private final List<Listener> listeners = new ArrayList<>();
  private final Map<Integer, ViewRow> changed = new HashMap<>();
  private int count;

  public FakeProducts(int count) {
    this.count = count;
  }

  Column column(String name) {
    return schema.require(name);
  }

  /** Another number of rows, told like a new search. */
  public void resize(int rows) {
    count = rows;
    changed.clear();
    listeners.forEach(Listener::keysChanged);
  }

  /** Tells that rows arrived. */
  public void arrive(int from, int to) {
    listeners.forEach(listener -> listener.rowsChanged(from, to));
  }

  /** Shows a row with a change pending. */
  public void put(int row, ViewRow view) {
    changed.put(row, view);
    arrive(row, row + 1);
  }

  @Override
  public List<Column> columns() {
    return schema.columns();
  }

  @Override
  public CellFormat format() {
    return format;
  }

  @Override
  public Optional<String> preview(int index, ViewRow row, Column column) {
    return column.name().equals("price") ? preview.apply(row) : Optional.empty();
  }

  @Override
  public int rowCount() {
    return count;
  }

  @Override
  public RowOrder order() {
    int size = count;
    return new RowOrder() {
      @Override
      public int size() {
        return size;
      }

      @Override
      public RowKey keyAt(int index) {
        return key(index);
      }

      @Override
      public int[] indicesOf(List<RowKey> keys) {
        return keys.stream()
            .mapToInt(key -> (int) ((RowKey.Stored) key).id() - 1)
            .map(index -> index < size ? index : -1)
            .toArray();
      }

      @Override
      public int sameStart(RowOrder other) {
        return Math.min(size, other.size());
      }
    };
  }

  @Override
  public Object question() {
    return "all";
  }

  @Override
  public boolean isExpectingRows() {
    return false;
  }

  @Override
  public void heldBack(RowKey row) {
    wishes.add("held back " + row);
  }

  @Override
  public Optional<ViewRow> rowAt(int row) {
    asked++;
    if (missing.test(row)) {
      return Optional.empty();
    }
    return Optional.of(changed.getOrDefault(row, new ViewRow(key(row), stored(row), null)));
  }

  @Override
  public void addListener(Listener listener) {
    listeners.add(listener);
  }

  @Override
  public void removeListener(Listener listener) {
    listeners.remove(listener);
  }

  @Override
  public boolean isEditable(ViewRow row, Column column) {
    return !column.isReadOnly() && !(row.change() instanceof RowChange.Delete);
  }

  @Override
  public void setCells(RowKey row, Map<Column, Object> values) {
    throw new AssertionError(values + " refer to no other table");
  }

  @Override
  public void addParent(RowKey row, Column column, String name) {
    throw new AssertionError(column + " refers to no other table");
  }

  @Override
  public void setCell(RowKey row, Column column, String text) {
    int index = (int) (((RowKey.Stored) row).id() - 1);
    wishes.add("set " + index + " " + column + " '" + text.replace("\n", "\\n") + "'");
    put(index, edited(index, column, text));
  }

  /** A row with one cell changed to a text, or refused. */
  ViewRow edited(int index, Column column, String text) {
    Row stored = stored(index);
    RowValues before = stored.values().only(column::equals);
    return switch (CellParser.parse(column, text, format)) {
      case CellReading.Value(Object value) ->
          new ViewRow(
              key(index),
              stored,
              new RowChange.Edit(
                  key(index),
                  before,
                  RowValues.of(column, value),
                  RowStamp.Counted.of(1),
                  List.of()));
      case CellReading.Rejected rejected -> {
        RowProblem problem = RowProblem.of(RowOrigin.TYPED, column, text, rejected);
        yield new ViewRow(
            key(index),
            stored,
            new RowChange.Edit(
                key(index),
                RowValues.EMPTY,
                RowValues.EMPTY,
                RowStamp.Counted.of(1),
                List.of(problem)));
      }
    };
  }

  /** A row of which a cell was changed that somebody else has changed meanwhile. */
  ViewRow conflicting(int index, Column column, String text) {
    ViewRow edited = edited(index, column, text);
    RowChange.Edit edit = (RowChange.Edit) Objects.requireNonNull(edited.change());
    return new ViewRow(
        edited.key(),
        edited.stored(),
        new RowChange.Edit(
            edit.key(),
            edit.before(),
            edit.after(),
            RowStamp.Counted.of(1),
            List.of(
                new RowProblem(
                    RowOrigin.TYPED,
                    column.name(),
                    text,
                    "Someone else has changed it to 11.45",
                    "",
                    RowProblem.Severity.CONFLICT))));
  }

  public ViewRow deleted(int index) {
    Row stored = stored(index);
    return new ViewRow(
        key(index),
        stored,
        new RowChange.Delete(key(index), stored.values(), RowStamp.Counted.of(1), List.of()));
  }

  ViewRow added(int index) {
    RowKey.New key = new RowKey.New(index);
    return new ViewRow(
        key, null, new RowChange.Add(key, stored(index).values(), RowOrigin.TYPED, List.of()));
  }

  @Override
  public Optional<CellResult> meant(ViewRow row, Column column, String text) {
    return new TypedText(format, Clock.systemUTC(), schema::called)
        .meant(column, text)
        .map(operation -> operation.apply(row, column, row));
  }

  @Override
  public void fill(List<CellBlock> ranges, String text) {
    wishes.add("fill " + text(ranges) + " '" + text + "'");
  }

  @Override
  public void fillDown(List<CellBlock> ranges) {
    wishes.add("fill down " + text(ranges));
  }

  @Override
  public void fill(String label, List<Fill> fills) {
    for (Fill fill : fills) {
      String how = fill.counting() ? "counting " : "repeating ";
      wishes.add(label + ": " + how + fill.first() + " of " + text(List.of(fill.cells())));
    }
  }

  /** Answers when the test lets it. */
  @Override
  public void findEdge(EdgeSearch search, Consumer<OptionalInt> done) {
    wishes.add(
        "find the %s of %s from %d by %d"
            .formatted(search.kind(), search.column().name(), search.row(), search.step()));
    edges.add(done);
  }

  @Override
  public void clear(List<CellBlock> ranges) {
    wishes.add("clear " + text(ranges));
  }

  @Override
  public void revert(List<CellBlock> ranges) {
    wishes.add("revert " + text(ranges));
  }

  @Override
  public void deleteRows(List<CellBlock> ranges) {
    wishes.add("delete " + text(ranges));
  }

  @Override
  public void copy(List<CellBlock> ranges, boolean headings, Consumer<ClipboardBlock> done) {
    wishes.add((headings ? "copy with headings " : "copy ") + text(ranges));
    String text =
        ranges.stream()
            .flatMap(range ->
                java.util.stream.IntStream.rangeClosed(range.firstRow(), range.lastRow())
                    .mapToObj(row ->
                        range.columns().stream()
                            .map(column -> rowAt(row).orElseThrow().text(column))
                            .collect(Collectors.joining("\t"))))
            .collect(Collectors.joining("\n"));
    done.accept(new ClipboardBlock(text, ""));
  }

  @Override
  public void paste(ClipboardBlock block, PasteTarget target, PasteWay way) {
    String how = way == PasteWay.AS_IT_IS ? "" : way + " ";
    wishes.add(
        how
            + "paste '"
            + block.text()
            + "' at "
            + target.row()
            + " "
            + target.columns().getFirst());
  }

  @Override
  public void sort(Optional<SortOrder> order) {
    wishes.add(
        "sort "
            + order
                .map(by ->
                    by.keys().stream()
                        .map(key ->
                            key.column()
                                + " "
                                + key.direction()
                                + (key.isNatural() ? " natural" : ""))
                        .collect(Collectors.joining(", ")))
                .orElse("none"));
  }

  /** Ranges as {@code 2-4:sku,name}. */
  static String text(List<CellBlock> ranges) {
    return ranges.stream()
        .map(range ->
            range.firstRow()
                + "-"
                + range.lastRow()
                + ":"
                + range.columns().stream().map(Column::name).collect(Collectors.joining(",")))
        .collect(Collectors.joining(" "));
  }

  private static RowKey.Stored key(int row) {
    return new RowKey.Id(row + 1L);
  }

  private Row stored(int row) {
    Map<String, Object> named = new HashMap<>();
    named.put("id", row + 1L);
    named.put("sku", "SKU-%05d".formatted(row + 1));
    named.put("name", NAMES[row % NAMES.length]);
    named.put("description", row % 4 == 1 ? "First line\nsecond line" : "Plain and simple");
    named.put("category", "Kitchen");
    named.put("brand", "Alessi");
    named.put("price", new BigDecimal("19.9000").add(BigDecimal.valueOf(row * 13L)));
    named.put("quantity", (row * 7919L) % 5000);
    named.put("tax_class", "standard");
    named.put("active", row % 3 != 0);
    named.put("available_from", LocalDate.of(2026, 1, 1).plusDays(row % 365));
    named.put("created", Instant.ofEpochMilli(1_760_000_000_000L));
    return new Row(
        key(row),
        RowStamp.Counted.of(1),
        RowValues.of(
            columnSet,
            columnSet.asList().stream().map(column -> named.get(column.name())).toArray()));
  }

  private static final String[] NAMES = {
    "Enamel coffee pot, 1.2 l",
    "Linen tea towel",
    "Cast iron pan",
    "Oak chopping board",
    "Salt mill",
    "Stoneware bowl, set of 4"
  };
}
