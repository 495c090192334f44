package app.pallet.workspace.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.WriteRule;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.pending.PendingWork;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A table of somebody's database, open in a workspace, and what must not change in it. */
final class ForeignTable implements AutoCloseable {

  final Path file;
  final String name;
  final List<String> key;
  final OpenCatalogue open;

  /** What the latest commit told. */
  final List<CommitEvent> events = new ArrayList<>();

  private final List<String> schema;
  private final List<String> journal;

  /**
   * Opens it.
   *
   * @param key the columns by which its rows are found; none if it can only be read
   */
  ForeignTable(Path file, String name, List<String> key, PendingWork pending) throws SQLException {
    this.file = file;
    this.name = name;
    this.key = key;
    schema = RawTable.schema(file);
    journal = RawTable.ask(file, "PRAGMA journal_mode");
    open =
        new OpenCatalogue(
            CatalogueDatabase.openTable(file, name, ConnectionSettings.DEFAULT), pending);
  }

  ForeignTable(Path file, String name, List<String> key) throws SQLException {
    this(file, name, key, PendingWork.IN_MEMORY);
  }

  RawTable raw() throws SQLException {
    return RawTable.of(file, name, key);
  }

  /** The columns that can be written in a stored row. */
  List<Column> editable() {
    return open.workspace.schema().columns().stream()
        .filter(column -> column.write() == WriteRule.ALWAYS)
        .toList();
  }

  Optional<Column> editable(ColumnType type) {
    return editable().stream().filter(column -> column.type() == type).findFirst();
  }

  /** The row of a place in the view, as the audit knows it. */
  List<String> rawKey(int row) {
    return switch (open.key(row)) {
      case RowKey.Id(long id) -> List.of(RawTable.ofNumber(id));
      case RowKey.Parts parts -> parts.values().stream().map(ForeignTable::raw).toList();
      case RowKey.New none -> throw new AssertionError(none);
      case RowKey.Unkeyed none -> throw new AssertionError(none);
    };
  }

  private static String raw(Object part) {
    return switch (part) {
      case Long number -> RawTable.ofNumber(number);
      case String text -> RawTable.ofText(text);
      default -> throw new AssertionError(part + " is a " + part.getClass());
    };
  }

  /** Something that can be typed into a column, and differs by its number. */
  static String typed(Column column, int number) {
    return switch (column.type()) {
      case TEXT -> "é'\"\uD83D\uDE00" + number;
      case CHOICE -> column.rules().choices().get(number % column.rules().choices().size());
      case WHOLE_NUMBER -> Integer.toString(4_000 + number);
      case DECIMAL, MONEY -> number + ".5";
      case YES_NO -> number % 2 == 0 ? "yes" : "no";
      case DATE -> "2026-07-" + (10 + number % 18);
      case TIMESTAMP -> "2026-07-08T09:10:" + (10 + number % 50) + "Z";
    };
  }

  /** The same as it stands in the database. */
  static String stored(Column column, String typed) {
    return switch (typed) {
      case "yes" -> column.type() == ColumnType.YES_NO ? "1" : typed;
      case "no" -> column.type() == ColumnType.YES_NO ? "0" : typed;
      default -> typed;
    };
  }

  /** The places in the view of rows that can be written, because their key is whole. */
  List<Integer> rowsWithKey() {
    return IntStream.range(0, open.workspace.view().size())
        .filter(row -> key.stream().noneMatch(column -> open.text(row, column).isEmpty()))
        .boxed()
        .toList();
  }

  /** Types into a cell. */
  void type(int row, Column column, String text) {
    open.workspace.edits().setCell(open.key(row), column, text);
  }

  /** Commits what is pending; what was refused is among {@link #events}. */
  CommitReport commit(CommitMode mode) {
    events.clear();
    List<CommitReport> reports = new ArrayList<>();
    open.workspace.commit(
        new CommitPlan(mode, 3, TransactionScope.PER_BATCH), events::add, reports::add);
    assertThat(reports).as("%s %s", mode, events).hasSize(1);
    return reports.getFirst();
  }

  /**
   * Nothing but some cells differs from before.
   *
   * @param changed what these cells hold now, by rows and columns
   * @param computed columns that may differ in such rows
   */
  void assertOnly(
      RawTable before, Map<List<String>, Map<String, String>> changed, Set<String> computed)
      throws SQLException {
    Map<List<String>, Map<String, String>> now = raw().rows();
    assertThat(now.keySet()).isEqualTo(before.rows().keySet());
    before
        .rows()
        .forEach((row, cells) ->
            cells.forEach((column, cell) -> {
              String is = String.valueOf(now.get(row).get(column));
              String wanted = changed.getOrDefault(row, Map.of()).get(column);
              if (wanted == null && changed.containsKey(row) && computed.contains(column)) {
                return;
              }
              if (wanted == null) {
                assertThat(is).as("%s of %s, which nobody touched", column, row).isEqualTo(cell);
              } else {
                assertThat(RawTable.holds(is, wanted))
                    .as("%s of %s is %s, not %s", column, row, is, wanted)
                    .isTrue();
              }
            }));
  }

  /** What is promised for every database that is not Pallet's; to be asked when it is closed. */
  void assertIntact() throws SQLException {
    assertThat(RawTable.ask(file, "PRAGMA integrity_check")).containsExactly("ok");
    assertThat(RawTable.schema(file)).isEqualTo(schema);
    assertThat(RawTable.ask(file, "PRAGMA journal_mode")).isEqualTo(journal);
    for (String ending : List.of("-wal", "-shm", "-journal")) {
      assertThat(Path.of(file + ending)).doesNotExist();
    }
    assertThat(Files.exists(file)).isTrue();
  }

  @Override
  public void close() {
    open.close();
  }
}
