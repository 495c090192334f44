package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.PRICE;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.schema.CellText;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows the database refuses: found, named, and no harm to the others. */
class RefusedRowsTest {

  @TempDir Path folder;

  private static CommitPlan plan(CommitMode mode, TransactionScope scope) {
    return new CommitPlan(mode, 100, scope);
  }

  private static RowProblem problemOf(CommitReport report, RowChange row) {
    return Objects.requireNonNull(report.refusals().get(row.key())).getFirst();
  }

  /** 250 rows of which those at these places have a SKU that is taken. */
  private static List<RowChange> withBadRowsAt(TestCatalogue catalogue, int... places) {
    List<RowChange> rows = new ArrayList<>(catalogue.adds("B", 250));
    for (int place : places) {
      rows.set(place, catalogue.add("A-001", "bad one at " + place, "1"));
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource
  void all_others_are_committed(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1);
      List<RowChange> rows = withBadRowsAt(catalogue, 0, 99, 100, 177, 249);

      CommitReport report = catalogue.commit(rows, plan(mode, TransactionScope.PER_BATCH));

      assertThat(report.refusals().keySet())
          .containsExactlyElementsOf(
              IntStream.of(0, 99, 100, 177, 249).mapToObj(i -> rows.get(i).key()).toList());
      assertThat(catalogue.count()).isEqualTo(1 + 245);
      assertThat(report.newKeys()).hasSize(245);
    }
  }

  @ParameterizedTest
  @EnumSource
  void all_or_nothing_finds_every_bad_row_and_writes_none(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1);
      List<RowChange> rows = withBadRowsAt(catalogue, 3, 4, 200);

      CommitReport report = catalogue.commit(rows, plan(mode, TransactionScope.ALL_OR_NOTHING));

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::failed, CommitReport::pending)
          .containsExactly(0, 3, 247);
      assertThat(report.newKeys()).isEmpty();
      assertThat(catalogue.count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_taken_sku_is_named_with_its_value(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1);
      RowChange.Add bad = catalogue.add("A-001", "again", "1");

      CommitReport report = catalogue.commit(List.of(bad), CommitPlan.DEFAULT.in(mode));

      assertThat(report.refusals())
          .containsEntry(
              bad.key(),
              List.of(
                  new RowProblem(
                      bad.origin(),
                      "sku",
                      "A-001",
                      "SKU A-001 is already taken",
                      "",
                      Severity.REFUSED)));
    }
  }

  @Test
  void of_two_added_rows_with_one_sku_the_first_gets_in() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RowChange first = catalogue.add("X", "first", "1");
      RowChange second = catalogue.add("X", "second", "1");

      CommitReport report = catalogue.commit(List.of(first, second), CommitPlan.DEFAULT);

      assertThat(report.committedKeys()).containsExactly(first.key());
      assertThat(catalogue.column(NAME)).containsExactly("first");
    }
  }

  @Test
  void a_taken_default_is_named_though_the_row_says_nothing_of_it() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.behindTheBack("CREATE UNIQUE INDEX one ON product (active)");
      RowChange first = catalogue.add("A", "first", "1");
      RowChange second = catalogue.add("B", "second", "1");

      CommitReport report = catalogue.commit(List.of(first, second), CommitPlan.DEFAULT);

      assertThat(report.committedKeys()).containsExactly(first.key());
      assertThat(problemOf(report, second).column()).isEqualTo("active");
      assertThat(problemOf(report, second).value())
          .isEqualTo(CellText.plain(TestCatalogue.ACTIVE, true));
    }
  }

  @Test
  void a_missing_value_is_named() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RowChange.Add bad = catalogue.add(RowValues.of(SKU, "A"));

      CommitReport report = catalogue.commit(List.of(bad), CommitPlan.DEFAULT);

      assertThat(List.of(problemOf(report, bad)))
          .extracting(RowProblem::column, RowProblem::message)
          .containsExactly(tuple("name", "Name must not be empty"));
    }
  }

  @Test
  void a_negative_price_is_named_with_what_would_be_accepted() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      Row row = catalogue.filledWith(1).getFirst();
      RowChange bad = catalogue.edit(row, PRICE, new BigDecimal("-5.0000"));

      CommitReport report = catalogue.commit(List.of(bad), CommitPlan.DEFAULT);

      RowProblem problem = problemOf(report, bad);
      assertThat(problem.value()).isEqualTo("-5.00");
      assertThat(problem.message()).isEqualTo("Price -5.00 is less than 0");
      assertThat(problem.accepted()).startsWith("an amount of at least 0");
    }
  }

  @Test
  void a_rule_that_only_the_database_knows_is_passed_on_in_its_words() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.behindTheBack("CREATE UNIQUE INDEX alike ON product (lower(name))");
      catalogue.commit(List.of(catalogue.add("A", "one", "1")), CommitPlan.DEFAULT);
      RowChange bad = catalogue.add("B", "ONE", "1");

      CommitReport report = catalogue.commit(List.of(bad), CommitPlan.DEFAULT);

      assertThat(problemOf(report, bad).message()).contains("index 'alike'");
    }
  }

  @Test
  void each_refused_row_is_told_before_its_batch_and_that_it_is_looked_for() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RecordedEvents events = new RecordedEvents();
      RecordedWork work = new RecordedWork();
      long began = System.nanoTime();
      List<RowChange> rows = new ArrayList<>(catalogue.adds(2));
      rows.add(catalogue.add("A-001", "bad", "1"));

      catalogue.commit(rows, CommitPlan.DEFAULT, events, work);

      assertThat(work.said())
          .containsExactly(
              "Preparing the commit -1",
              "Committing 3",
              "Looking for the rows that can't be written",
              "");
      CommitEvent.BatchCommitted batch = events.of(CommitEvent.BatchCommitted.class).getFirst();
      assertThat(batch.nanos()).isBetween(1L, System.nanoTime() - began);
      assertThat(batch.rows()).isEqualTo(2);
      assertThat(events.all())
          .extracting(event -> (Object) event.getClass())
          .containsExactly(
              CommitEvent.Started.class,
              CommitEvent.RowFailed.class,
              CommitEvent.BatchCommitted.class,
              CommitEvent.Finished.class);
      assertThat(events.of(CommitEvent.RowFailed.class))
          .extracting(CommitEvent.RowFailed::name)
          .containsExactly("SKU A-001");
    }
  }
}
