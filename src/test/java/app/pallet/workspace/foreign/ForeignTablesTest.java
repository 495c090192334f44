package app.pallet.workspace.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitReport;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.discovery.GeneratedSchema;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.WriteRule;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tables with names, types and keys that nobody would choose are edited as they are: what the user
 * changed is in the database, and every other cell is there to the bit. {@code -Dpallet.sweep=N}
 * for more tables, {@code -Dpallet.sweep.seed=N} to begin with a certain one.
 */
final class ForeignTablesTest {

  @TempDir private Path folder;
  private Path file;

  static IntStream seeds() {
    int first = Integer.getInteger("pallet.sweep.seed", 0);
    return IntStream.range(first, first + Integer.getInteger("pallet.sweep", 20));
  }

  private static CommitMode mode(int seed) {
    return CommitMode.values()[seed / 3 % CommitMode.values().length];
  }

  @BeforeEach
  void place() {
    file = folder.resolve("somebody's ünd %41?.db");
  }

  private ForeignTable open(GeneratedSchema schema) throws SQLException {
    return new ForeignTable(file, schema.table, schema.key().orElse(List.of()));
  }

  private GeneratedSchema make(int seed) throws SQLException {
    GeneratedSchema schema = new GeneratedSchema(seed);
    RawTable.execute(file, schema.statements.toArray(String[]::new));
    return schema;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void everyCellIsShownAndOpeningChangesNothing(int seed) throws SQLException, java.io.IOException {
    GeneratedSchema schema = make(seed);
    byte[] bytes = java.nio.file.Files.readAllBytes(file);

    try (ForeignTable table = open(schema)) {
      assertThat(table.open.workspace.schema().columns())
          .extracting(Column::name)
          .containsSubsequence(schema.columns);
      assertThat(table.open.workspace.view().size()).isEqualTo(6);
      for (Column column : table.open.workspace.schema().columns()) {
        assertThat(table.open.texts(column.name())).hasSize(6);
      }
    }
    assertThat(file).hasBinaryContent(bytes);
    assertThat(folder.toFile().list()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsTypedIsStoredAndNothingElse(int seed) throws SQLException {
    GeneratedSchema schema = make(seed);
    ForeignTable table = open(schema);
    try (table) {
      RawTable before = table.raw();
      Map<List<String>, Map<String, String>> changed = new HashMap<>();
      int number = 0;
      for (Column column : table.editable()) {
        List<Integer> rows = table.rowsWithKey();
        int row = rows.get(number % rows.size());
        String text = ForeignTable.typed(column, number++);
        table.type(row, column, text);
        changed
            .computeIfAbsent(table.rawKey(row), each -> new HashMap<>())
            .put(column.name(), ForeignTable.stored(column, text));
      }
      assertThat(table.open.workspace.changes().withProblems()).isEmpty();

      if (!changed.isEmpty()) {
        CommitReport report = table.commit(mode(seed));

        assertThat(report.isComplete()).as("%s %s", mode(seed), table.events).isTrue();
      }
      table.assertOnly(before, changed, schema.computed);
      assertThat(schema.key().isPresent()).isEqualTo(!table.editable().isEmpty());
    }
    table.assertIntact();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rowsAreAddedAndDeleted(int seed) throws SQLException {
    GeneratedSchema schema = make(seed);
    if (schema.key().isEmpty()) {
      return; // it can only be read
    }
    ForeignTable table = open(schema);
    try (table) {
      RawTable before = table.raw();
      List<Integer> rows = table.rowsWithKey();
      int gone = rows.getFirst(); // the number of the last row may be given out again
      List<String> deleted = table.rawKey(gone);
      String last = schema.columns.getLast();
      table.open.workspace.edits().delete(List.of(table.open.block(gone, gone, last)));
      Map<String, String> said = add(table, schema);

      CommitReport report = table.commit(mode(seed));

      assertThat(report.isComplete()).as("%s %s", mode(seed), table.events).isTrue();
      assertThat(report.committed()).isEqualTo(2);
      Map<List<String>, Map<String, String>> now = new HashMap<>(table.raw().rows());
      assertThat(before.rows().keySet()).contains(deleted);
      before
          .rows()
          .forEach((row, cells) -> {
            Map<String, String> is = now.remove(row);
            if (row.equals(deleted)) {
              assertThat(is).isNull();
            } else if (!row.getFirst().startsWith("keyless")) {
              assertThat(is).isEqualTo(cells);
            }
          });
      now.keySet().removeIf(row -> row.getFirst().startsWith("keyless"));
      assertThat(now).hasSize(1);
      now.values()
          .iterator()
          .next()
          .forEach((column, cell) -> {
            String wanted = said.get(column);
            if (wanted != null) {
              assertThat(RawTable.holds(cell, wanted)).as("%s is %s", column, cell).isTrue();
            } else if (schema.defaults.containsKey(column)) {
              assertThat(cell)
                  .as("the default of %s", column)
                  .isEqualTo(RawTable.ofText(schema.defaults.get(column)));
            } else if (!schema.computed.contains(column) && !schema.key().get().contains(column)) {
              assertThat(cell).as(column).isEqualTo("null");
            }
          });
    }
    table.assertIntact();
  }

  /** Adds a row with a key, if people give it, and something in its third column. */
  private static Map<String, String> add(ForeignTable table, GeneratedSchema schema) {
    Map<String, String> said = new HashMap<>();
    var added = table.open.addRow();
    for (Column column : table.open.workspace.schema().columns()) {
      String text =
          column.write() == WriteRule.ON_ADD
              ? schema.kind == GeneratedSchema.KeyKind.UUID ? UUID.randomUUID().toString() : "77"
              : column.write() == WriteRule.ALWAYS && column.name().equals(schema.columns.get(2))
                  ? ForeignTable.typed(column, 3)
                  : "";
      if (!text.isEmpty()) {
        table.open.workspace.edits().setCell(added, column, text);
        said.put(column.name(), ForeignTable.stored(column, text));
      }
    }
    if (said.isEmpty()) { // its only cells are bytes and keys: one is filled nevertheless
      table.editable().stream()
          .findFirst()
          .ifPresent(column -> {
            String text = ForeignTable.typed(column, 5);
            table.open.workspace.edits().setCell(added, column, text);
            said.put(column.name(), ForeignTable.stored(column, text));
          });
    }
    return said;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatSomebodyElseChangedIsNotOverwritten(int seed) throws SQLException {
    GeneratedSchema schema = make(seed);
    if (schema.key().isEmpty()) {
      return; // it can only be read
    }
    ForeignTable table = open(schema);
    try (table) {
      List<Integer> rows = table.rowsWithKey();
      Column text = table.editable(ColumnType.TEXT).orElse(table.editable().getFirst());
      int mine = rows.get(0);
      int theirs = rows.get(1);
      table.type(mine, text, ForeignTable.typed(text, 1));
      table.type(theirs, text, ForeignTable.typed(text, 2));
      String theirText = ForeignTable.stored(text, ForeignTable.typed(text, 7));
      RawTable.execute(
          file,
          "UPDATE %s SET %s = '%s' WHERE %s"
              .formatted(
                  SqlName.quote(schema.table),
                  SqlName.quote(text.name()),
                  theirText.replace("'", "''"),
                  where(table, schema, theirs)));
      RawTable before = table.raw();
      Map<List<String>, Map<String, String>> changed =
          Map.of(
              table.rawKey(mine),
              Map.of(text.name(), ForeignTable.stored(text, ForeignTable.typed(text, 1))));

      CommitReport report = table.commit(mode(seed));

      assertThat(report.conflicting()).as("%s %s", mode(seed), table.events).isEqualTo(1);
      assertThat(report.committed()).isEqualTo(1);
      table.assertOnly(before, changed, schema.computed);
    }
    table.assertIntact();
  }

  private static String where(ForeignTable table, GeneratedSchema schema, int row) {
    return schema.key().orElseThrow().stream()
        .map(name ->
            "CAST(%s AS TEXT) = '%s'".formatted(SqlName.quote(name), table.open.text(row, name)))
        .reduce((one, other) -> one + " AND " + other)
        .orElseThrow();
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsTakenBackIsNotWritten(int seed) throws SQLException {
    GeneratedSchema schema = make(seed);
    ForeignTable table = open(schema);
    try (table) {
      RawTable before = table.raw();
      for (Column column : table.editable()) {
        table.type(table.rowsWithKey().getFirst(), column, ForeignTable.typed(column, 8));
        table.open.workspace.queue().undo(taken -> {});
      }

      assertThat(table.open.workspace.changes().isEmpty()).isTrue();
      table.assertOnly(before, Map.of(), schema.computed);
    }
    table.assertIntact();
  }
}
