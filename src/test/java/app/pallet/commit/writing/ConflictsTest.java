package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows someone else has changed or deleted since they were read. */
class ConflictsTest {

  @TempDir Path folder;

  private static CommitPlan plan(CommitMode mode) {
    return new CommitPlan(mode, 10, TransactionScope.PER_BATCH);
  }

  private static Map<Object, String> messages(CommitReport report) {
    return report.refusals().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().getFirst().message()));
  }

  @ParameterizedTest
  @EnumSource
  void rows_without_a_known_version_are_recognised_by_their_values(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows =
          catalogue.filledWith(4).stream()
              .map(row -> new Row(row.key(), RowStamp.Seen.BY_VALUES, row.values()))
              .toList();
      catalogue.behindTheBack("UPDATE product SET quantity = 7, version = 3 WHERE id IN (2, 4)");

      CommitReport report =
          catalogue.commit(
              List.of(
                  catalogue.edit(rows.get(0), QUANTITY, 1L),
                  catalogue.edit(rows.get(1), QUANTITY, 1L),
                  catalogue.delete(rows.get(2)),
                  catalogue.delete(rows.get(3))),
              plan(mode));

      assertThat(report.refusals()).containsOnlyKeys(rows.get(1).key(), rows.get(3).key());
      assertThat(report.conflicting()).isEqualTo(2);
      assertThat(catalogue.rows())
          .extracting(Row::id, Row::stamp, row -> row.values().get(QUANTITY))
          .containsExactly(
              tuple(1L, RowStamp.Counted.of(1), 1L),
              tuple(2L, RowStamp.Counted.of(3), 7L),
              tuple(4L, RowStamp.Counted.of(3), 7L));
    }
  }

  @ParameterizedTest
  @EnumSource
  void are_left_as_they_are_and_told_apart_while_the_rest_commits(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(5);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), QUANTITY, 1L),
              catalogue.edit(rows.get(1), QUANTITY, 1L),
              catalogue.edit(rows.get(2), QUANTITY, 1L),
              catalogue.delete(rows.get(3)),
              catalogue.delete(rows.get(4)));
      catalogue.behindTheBack(
          "UPDATE product SET quantity = 7, version = version + 1 WHERE id IN (2, 4)");
      catalogue.behindTheBack("DELETE FROM product WHERE id = 3");

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report.conflicting()).isEqualTo(3);
      assertThat(messages(report))
          .containsEntry(
              rows.get(1).key(), "Quantity (now 7) was changed by someone else since it was read")
          .containsEntry(rows.get(2).key(), "Was deleted by someone else since it was read")
          .containsEntry(rows.get(3).key(), "Was changed by someone else since it was read");
      assertThat(report.refusals().get(rows.get(1).key()))
          .extracting(RowProblem::column, RowProblem::value)
          .containsExactly(tuple("quantity", "1"));
      assertThat(catalogue.column(QUANTITY)).containsExactly(1L, 7L, 7L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void are_found_by_the_values_seen_where_the_table_counts_no_versions(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder, TestCatalogue.PLAIN)) {
      List<Row> rows = catalogue.filledWith(4);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), QUANTITY, 1L),
              catalogue.edit(rows.get(1), QUANTITY, 1L),
              catalogue.delete(rows.get(2)),
              catalogue.delete(rows.get(3)));
      catalogue.behindTheBack("UPDATE product SET quantity = 7 WHERE id IN (2, 4)");

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report.refusals().keySet())
          .containsExactlyInAnyOrder(rows.get(1).key(), rows.get(3).key());
      assertThat(catalogue.column(QUANTITY)).containsExactly(1L, 7L, 7L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void are_found_where_another_program_writes_while_the_commit_runs(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(6);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), QUANTITY, 1L),
              catalogue.edit(rows.get(1), QUANTITY, 1L),
              catalogue.edit(rows.get(2), QUANTITY, 1L),
              catalogue.edit(rows.get(3), QUANTITY, 1L),
              catalogue.edit(rows.get(4), QUANTITY, 1L),
              catalogue.edit(rows.get(5), QUANTITY, 1L));
      String theirs = "UPDATE product SET quantity = 7 WHERE id IN (2, 5)";
      CommitListener other =
          event -> {
            if (event instanceof CommitEvent.BatchCommitted batch && batch.number() == 1) {
              fromOutside(catalogue, theirs);
            }
          };

      CommitReport report =
          catalogue.commit(changes, new CommitPlan(mode, 3, TransactionScope.PER_BATCH), other);

      assertThat(messages(report))
          .containsOnlyKeys(rows.get(4).key())
          .containsValue("Quantity (now 7) was changed by someone else since it was read");
      assertThat(catalogue.column(QUANTITY)).containsExactly(1L, 7L, 1L, 1L, 7L, 1L);
    }
  }

  /** Writes as another program does, on a connection of its own. */
  private static void fromOutside(TestCatalogue catalogue, String sql) {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + catalogue.database().file());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void are_found_where_another_program_counts_no_versions(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(5);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), QUANTITY, 1L),
              catalogue.edit(rows.get(1), QUANTITY, 1L),
              catalogue.edit(rows.get(2), NAME, "mine"),
              catalogue.delete(rows.get(3)),
              catalogue.delete(rows.get(4)));
      catalogue.behindTheBack("UPDATE product SET quantity = 7 WHERE id IN (2, 4)");
      catalogue.behindTheBack("UPDATE product SET name = 'PRODUCT 3' WHERE id = 3");

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report.refusals().keySet())
          .containsExactlyInAnyOrder(rows.get(1).key(), rows.get(2).key(), rows.get(3).key());
      assertThat(report.conflicting()).isEqualTo(3);
      assertThat(catalogue.column(QUANTITY)).containsExactly(1L, 7L, null, 7L);
      assertThat(catalogue.rows().get(2).values().get(NAME)).isEqualTo("PRODUCT 3");
    }
  }

  @ParameterizedTest
  @EnumSource
  void of_several_columns_are_told_together(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Row row = catalogue.filledWith(1).getFirst();
      RowChange edit =
          catalogue.edit(
              row, RowValues.of(ColumnSet.of(NAME, QUANTITY), new Object[] {"mine", 1L}));
      catalogue.behindTheBack("UPDATE product SET name = 'theirs', quantity = 7, version = 9");

      CommitReport report = catalogue.commit(List.of(edit), plan(mode));

      assertThat(messages(report))
          .containsEntry(
              row.key(),
              "Name (now theirs), Quantity (now 7) was changed by someone else since it was read");
      assertThat(report.refusals().get(row.key()))
          .extracting(RowProblem::column, RowProblem::value)
          .as("no cell of its own")
          .containsExactly(tuple("", ""));
    }
  }

  static Stream<Arguments> do_not_matter_to_an_edit_of_other_columns() {
    return Stream.of(CommitMode.values())
        .flatMap(mode ->
            Stream.of(TestCatalogue.VERSIONED, TestCatalogue.PLAIN)
                .map(schema -> Arguments.of(mode, schema)));
  }

  @ParameterizedTest
  @MethodSource
  void do_not_matter_to_an_edit_of_other_columns(CommitMode mode, TableSchema schema) {
    try (TestCatalogue catalogue = new TestCatalogue(folder, schema)) {
      Row row = catalogue.filledWith(1).getFirst();
      String version = schema.equals(TestCatalogue.VERSIONED) ? ", version = version + 1" : "";
      catalogue.behindTheBack("UPDATE product SET name = 'theirs'" + version);

      CommitReport report =
          catalogue.commit(List.of(catalogue.edit(row, QUANTITY, 1L)), plan(mode));

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.column(NAME)).containsExactly("theirs");
      assertThat(catalogue.column(QUANTITY)).containsExactly(1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void take_everything_back_under_all_or_nothing(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(3);
      List<RowChange> changes =
          rows.stream().<RowChange>map(row -> catalogue.edit(row, QUANTITY, 1L)).toList();
      catalogue.behindTheBack("UPDATE product SET quantity = 7, version = 5 WHERE id = 2");

      CommitReport report =
          catalogue.commit(changes, new CommitPlan(mode, 10, TransactionScope.ALL_OR_NOTHING));

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::conflicting, CommitReport::pending)
          .containsExactly(0, 1, 2);
      assertThat(catalogue.column(QUANTITY)).containsExactly(null, 7L, null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void are_told_as_conflicts(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Row row = catalogue.filledWith(1).getFirst();
      catalogue.behindTheBack("DELETE FROM product");
      RecordedEvents events = new RecordedEvents();

      catalogue.commit(List.of(catalogue.delete(row)), plan(mode), events);

      assertThat(events.of(CommitEvent.Conflict.class))
          .extracting(CommitEvent.Conflict::key, event -> event.problem().severity())
          .containsExactly(tuple(row.key(), Severity.CONFLICT));
      assertThat(events.of(CommitEvent.Conflict.class))
          .extracting(CommitEvent.Conflict::name)
          .containsExactly("SKU A-001");
      assertThat(events.of(CommitEvent.BatchCommitted.class)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void include_cells_in_which_another_program_left_what_no_column_can_hold(CommitMode mode) {
    Column day = Column.builder("day", ColumnType.DATE).build();
    TableSchema schema = TestCatalogue.VERSIONED.with(List.of(day));
    try (TestCatalogue catalogue = new TestCatalogue(folder, schema)) {
      List<Row> rows = catalogue.filledWith(3);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), QUANTITY, 1L),
              catalogue.edit(rows.get(1), day, LocalDate.EPOCH),
              catalogue.delete(rows.get(2)));
      catalogue.behindTheBack("UPDATE product SET day = 'soon', version = version + 1");

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::conflicting, CommitReport::pending)
          .containsExactly(1, 2, 0);
      assertThat(messages(report).get(rows.get(1).key())).contains("now soon");
    }
  }

  @ParameterizedTest
  @EnumSource
  void include_a_row_to_be_deleted_that_was_changed_and_changed_back(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(2);
      catalogue.behindTheBack("UPDATE product SET version = version + 2 WHERE id = 1");

      CommitReport report =
          catalogue.commit(rows.stream().map(catalogue::delete).toList(), plan(mode));

      assertThat(report.refusals().keySet()).containsExactly(rows.getFirst().key());
      assertThat(report.committed()).isEqualTo(1);
      assertThat(catalogue.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void include_a_row_to_be_deleted_with_a_cell_that_nobody_could_see(CommitMode mode) {
    Column day = Column.builder("day", ColumnType.DATE).build();
    try (TestCatalogue catalogue =
        new TestCatalogue(folder, TestCatalogue.VERSIONED.with(List.of(day)))) {
      List<Row> rows = catalogue.filledWith(1);
      catalogue.behindTheBack("UPDATE product SET day = 'soon'"); // counts no version

      CommitReport report =
          catalogue.commit(List.of(catalogue.delete(rows.getFirst())), plan(mode));

      assertThat(report.conflicting()).isEqualTo(1);
      assertThat(catalogue.count()).isEqualTo(1);
    }
  }

  @Test
  void include_a_row_that_matches_nothing_when_it_is_written_again_either() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> edits =
          catalogue.filledWith(3).stream()
              .<RowChange>map(row -> catalogue.edit(row, QUANTITY, 1L))
              .toList();
      TransactionRows written = new TransactionRows(TransactionScope.PER_BATCH, edits, Map.of());

      try (Connection connection = catalogue.database().writer().getConnection()) {
        new Conflicts(catalogue.database())
            .resolve(connection, edits, rows -> rows.subList(1, 2), written);
      }

      assertThat(written.problems()).containsOnlyKeys(edits.get(1).key());
    }
  }
}
