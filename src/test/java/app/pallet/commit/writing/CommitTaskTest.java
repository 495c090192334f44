package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.ACTIVE;
import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.PRICE;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static app.pallet.commit.writing.TestCatalogue.UPDATED;
import static app.pallet.commit.writing.TestCatalogue.VERSION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CheckDepth;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.CellReading;
import app.pallet.work.WorkMonitor;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a commit leaves behind, which must be the same in every mode. */
class CommitTaskTest {

  @TempDir Path folder;

  private static CommitPlan plan(CommitMode mode) {
    return new CommitPlan(mode, 10, TransactionScope.PER_BATCH);
  }

  @ParameterizedTest
  @EnumSource
  void added_rows_are_in_the_catalogue_with_the_ids_the_report_names(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds = catalogue.adds(25);

      CommitReport report = catalogue.commit(adds, plan(mode));

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.rows()).hasSize(25);
      assertThat(catalogue.rows())
          .allSatisfy(
              row -> assertThat(row.values().get(SKU)).isEqualTo(skus(adds, report).get(row.id())));
    }
  }

  /** Which SKU has which id, by the report. */
  private static Map<Long, @Nullable Object> skus(List<RowChange> adds, CommitReport report) {
    Map<Long, @Nullable Object> skus = new HashMap<>();
    for (RowChange add : adds) {
      skus.put(Objects.requireNonNull(report.newKeys().get(add.key())).id(), add.after().get(SKU));
    }
    return skus;
  }

  @ParameterizedTest
  @EnumSource
  void ids_follow_the_order_of_the_user_and_not_that_of_the_match_key(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds =
          List.of(
              catalogue.add("C", "third", "1"),
              catalogue.add("A", "first", "1"),
              catalogue.add("B", "second", "1"));

      catalogue.commit(adds, plan(mode));

      assertThat(catalogue.column(SKU)).containsExactly("C", "A", "B");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_added_row_has_defaults_stamps_and_its_first_version(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.commit(List.of(catalogue.add("A", "one", "1.50")), plan(mode));

      Row row = catalogue.rows().getFirst();
      assertThat(row.stamp()).isEqualTo(RowStamp.Counted.FIRST);
      assertThat(row.values().get(ACTIVE)).isEqualTo(true);
      assertThat(row.values().get(QUANTITY)).isNull();
      assertThat(row.values().get(PRICE)).isEqualTo(new BigDecimal("1.5000"));
      assertThat(catalogue.stamps()).allSatisfy(s -> assertThat(s).isPositive()).hasSize(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void rows_that_say_something_about_different_columns_are_all_written(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RowChange.Add full = catalogue.add("A", "one", "1");
      RowChange.Add withQuantity =
          catalogue.add(RowValues.of(SKU, "B").with(NAME, "two").with(QUANTITY, 7L));
      RowChange.Add inactive =
          catalogue.add(RowValues.of(SKU, "C").with(NAME, "three").with(ACTIVE, null));

      catalogue.commit(List.of(full, withQuantity, inactive), plan(mode));

      assertThat(catalogue.column(QUANTITY)).containsExactly(null, 7L, null);
      assertThat(catalogue.column(ACTIVE)).containsExactly(true, true, null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_edit_changes_its_columns_raises_the_version_and_leaves_the_rest(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Row row = catalogue.filledWith(1).getFirst();

      catalogue.commit(List.of(catalogue.edit(row, QUANTITY, 5L)), plan(mode));

      Row edited = catalogue.rows().getFirst();
      assertThat(edited.stamp()).isEqualTo(RowStamp.Counted.of(1));
      assertThat(edited.values()).isEqualTo(row.values().with(QUANTITY, 5L));
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_edit_stamps_when_the_row_was_changed_and_keeps_when_it_was_made(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Row row = catalogue.filledWith(1).getFirst();
      catalogue.behindTheBack("UPDATE product SET created = 1000, updated = 2000");

      catalogue.commit(List.of(catalogue.edit(row, QUANTITY, 5L)), plan(mode));

      assertThat(catalogue.stamps().getFirst()).isEqualTo(1000);
      assertThat(catalogue.stamps().getLast()).isGreaterThan(2000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_stamp_that_somebody_else_has_set_is_not_in_the_way_of_a_delete(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Row row = catalogue.filledWith(1).getFirst();
      RowValues stamp = RowValues.of(UPDATED, Instant.ofEpochMilli(2000));
      RowValues seen = stamp.plus(row.values()); // before the user's own columns

      CommitReport report =
          catalogue.commit(
              List.of(new RowChange.Delete(row.key(), seen, row.stamp(), List.of())), plan(mode));

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void values_of_columns_that_are_not_the_users_are_passed_over(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RowValues number = RowValues.of(VERSION, 7L);
      Row row = catalogue.filledWith(1).getFirst();
      List<RowChange> changes =
          List.of(
              catalogue.add(number.with(SKU, "B").with(NAME, "two")),
              new RowChange.Edit(
                  row.key(),
                  number.plus(row.values().only(NAME::equals)),
                  RowValues.of(VERSION, 8L).with(NAME, "one"),
                  row.stamp(),
                  List.of()));

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.column(SKU)).containsExactly("A-001", "B");
      assertThat(catalogue.column(NAME)).containsExactly("one", "two");
      assertThat(catalogue.rows())
          .extracting(Row::stamp)
          .containsExactly(RowStamp.Counted.of(1), RowStamp.Counted.FIRST);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_value_that_a_deleted_or_edited_row_gives_up_is_free_for_an_added_one(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(2);
      List<RowChange> changes =
          List.of(
              catalogue.add("A-001", "new one", "1"),
              catalogue.add("A-002", "new two", "1"),
              catalogue.edit(rows.get(1), SKU, "Z"),
              catalogue.delete(rows.get(0)));

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.column(SKU)).containsExactly("Z", "A-001", "A-002");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_table_without_versions_and_stamps_is_written_too(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder, TestCatalogue.PLAIN)) {
      List<Row> rows = catalogue.filledWith(3);
      List<RowChange> changes =
          List.of(catalogue.edit(rows.get(0), QUANTITY, 5L), catalogue.delete(rows.get(1)));

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.column(QUANTITY)).containsExactly(5L, null);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ids_taken_by_another_program_are_not_given_out_again(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.behindTheBack(
          "INSERT INTO product (id, sku, name, version) VALUES (5, 'X', 'theirs', 1)");

      CommitReport report = catalogue.commit(catalogue.adds(10), plan(mode));

      assertThat(report.committed()).isEqualTo(10);
      assertThat(report.newKeys().values())
          .allSatisfy(key -> assertThat(key.id()).isGreaterThan(5));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_four_numbers_add_up_to_what_was_asked(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(5);
      catalogue.behindTheBack("UPDATE product SET quantity = 7, version = 9 WHERE id = 2");
      List<RowChange> changes = new ArrayList<>(catalogue.adds("B", 30));
      changes.add(catalogue.add("A-001", "taken", "1"));
      rows.forEach(row -> changes.add(catalogue.edit(row, QUANTITY, 1L)));

      CommitReport report = catalogue.commit(changes, plan(mode));

      assertThat(report)
          .extracting(
              CommitReport::asked,
              CommitReport::committed,
              CommitReport::failed,
              CommitReport::conflicting,
              CommitReport::pending)
          .containsExactly(36, 34, 1, 1, 0);
    }
  }

  @Test
  void more_sets_of_columns_than_statements_are_kept_are_no_trouble() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(240);
      List<RowChange> edits = new ArrayList<>();
      List<RowValues> orders = inEveryOrder(RowValues.EMPTY);
      for (int i = 0; i < rows.size(); i++) {
        edits.add(catalogue.edit(rows.get(i), orders.get(i % 120).with(SKU, "new " + i)));
      }

      CommitReport report =
          catalogue.commit(
              edits, new CommitPlan(CommitMode.BATCH, 120, TransactionScope.PER_BATCH));

      assertThat(report.isComplete()).isTrue();
      assertThat(catalogue.column(QUANTITY)).hasSize(240).containsOnly(5L);
    }
  }

  /** Values of five columns in each of the 120 orders, which makes as many column sets. */
  private static List<RowValues> inEveryOrder(RowValues begun) {
    RowValues all =
        RowValues.of(SKU, "")
            .with(NAME, "x")
            .with(PRICE, null)
            .with(QUANTITY, 5L)
            .with(ACTIVE, false);
    if (begun.size() == all.size()) {
      return List.of(begun);
    }
    return all.columns().asList().stream()
        .filter(column -> !begun.has(column))
        .flatMap(column -> inEveryOrder(begun.with(column, all.get(column))).stream())
        .toList();
  }

  @Test
  void a_commit_of_nothing_finishes() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      long began = System.nanoTime();
      CommitReport report = catalogue.commit(List.of(), CommitPlan.DEFAULT);

      assertThat(report.ending()).isEqualTo(new CommitEnding.Finished());
      assertThat(report.isComplete()).isTrue();
      assertThat(report.nanos()).isBetween(0L, System.nanoTime() - began);
    }
  }

  @Test
  void a_row_with_an_error_is_not_taken() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RowProblem error =
          RowProblem.of(
              RowOrigin.TYPED, PRICE, "x", new CellReading.Rejected("Is not a number", "a number"));
      List<RowChange> rows = List.of(catalogue.add("A", "one", "1").withProblems(List.of(error)));

      assertThatThrownBy(() -> catalogue.commit(rows, CommitPlan.DEFAULT))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Is not a number");
    }
  }

  @Test
  void no_id_is_lost_when_a_batch_is_written_again_without_its_bad_rows() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> rows = new ArrayList<>(catalogue.adds(3));
      rows.add(catalogue.add("A-001", "twice", "1"));
      catalogue.commit(rows, plan(CommitMode.BATCH));

      CommitReport next =
          catalogue.commit(List.of(catalogue.add("B", "next", "1")), plan(CommitMode.BATCH));

      assertThat(next.newKeys().values())
          .containsExactly(new RowKey.Id(5)); // 4 was the refused row's
      assertThat(Objects.requireNonNull(catalogue.rows().getLast()).id()).isEqualTo(5);
    }
  }

  @Test
  void the_rows_of_a_long_commit_are_in_the_file_itself_at_its_end() throws Exception {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      int rows = 45_000; // more than are written before the log is moved for the first time
      CommitReport report =
          new CommitTask(
                  catalogue.database(),
                  catalogue.adds("S", rows),
                  new CommitPlan(CommitMode.BATCH, 5_000, TransactionScope.PER_BATCH),
                  CommitListener.NONE)
              .run(WorkMonitor.NONE);
      assertThat(report.isComplete()).isTrue();
      Path alone = folder.resolve("alone.pallet");
      Files.copy(catalogue.database().file(), alone); // without the log beside it
      try (CatalogueDatabase copy = CatalogueDatabase.open(alone, ConnectionSettings.DEFAULT);
          Connection connection = copy.readers().getConnection();
          Statement statement = connection.createStatement();
          ResultSet count = statement.executeQuery("SELECT count(*) FROM product")) {
        assertThat(count.getInt(1)).isEqualTo(rows);
        assertThat(copy.check(CheckDepth.FULL, WorkMonitor.NONE).isSound()).isTrue();
      }
    }
  }
}
