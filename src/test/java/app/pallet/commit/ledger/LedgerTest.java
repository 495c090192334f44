package app.pallet.commit.ledger;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.DamagedChangesException;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowStamp;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.writing.CommitTask;
import app.pallet.commit.writing.TestCatalogue;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the ledger keeps of each commit. */
class LedgerTest {

  private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

  @TempDir Path folder;

  private static CommitPlan plan(CommitMode mode) {
    return new CommitPlan(mode, 300, TransactionScope.PER_BATCH);
  }

  private static List<CommittedChange> changes(CommitHistory history, String token) {
    List<CommittedChange> changes = new ArrayList<>();
    history.forEach(token, changes::add);
    return changes;
  }

  private static void commit(
      TestCatalogue catalogue, List<RowChange> rows, String token, Instant began) {
    CommitIdentity identity = new CommitIdentity(token, "Ann", began);
    new CommitTask(catalogue.database(), rows, CommitPlan.DEFAULT, CommitListener.NONE, identity)
        .run(WorkMonitor.NONE);
  }

  @ParameterizedTest
  @EnumSource
  void holds_every_change_as_it_was_written_with_keys_and_versions(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(700);
      List<RowChange> wanted =
          Stream.of(
                  rows.subList(0, 300).stream().map(catalogue::delete),
                  rows.subList(300, 650).stream().map(row -> catalogue.edit(row, QUANTITY, 5L)),
                  catalogue.adds("B", 400).stream())
              .flatMap(changes -> changes.<RowChange>map(change -> change))
              .toList();

      CommitReport report = catalogue.commit(wanted, plan(mode));

      CommitHistory history = new CommitHistory(catalogue.database());
      PastCommit commit = history.commits().getFirst();
      assertThat(commit)
          .extracting(PastCommit::adds, PastCommit::edits, PastCommit::deletes, PastCommit::mode)
          .containsExactly(400L, 350L, 300L, mode);
      assertThat(commit.who()).isEqualTo(System.getProperty("user.name"));
      assertThat(commit.transactions()).isEqualTo(mode == CommitMode.ONE_BY_ONE ? 1_050 : 4);
      List<CommittedChange> kept = changes(history, commit.token());
      assertThat(kept).extracting(CommittedChange::change).containsExactlyElementsOf(wanted);
      kept.stream()
          .filter(change -> change.change() instanceof RowChange.Add)
          .forEach(change ->
              assertThat(report.newKeys())
                  .containsEntry((RowKey.New) change.change().key(), change.row()));
      assertThat(kept)
          .extracting(CommittedChange::stampAfter)
          .containsOnly(RowStamp.Counted.of(0), RowStamp.Counted.of(1));
      assertThat(kept)
          .extracting(committed -> committed.change().key())
          .containsExactlyInAnyOrderElementsOf(report.committedKeys());
    }
  }

  @ParameterizedTest
  @EnumSource
  void holds_only_rows_that_are_in_and_the_version_an_edit_went_on_from(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(3);
      catalogue.behindTheBack("UPDATE product SET name = 'theirs', version = 4 WHERE id = 2");
      catalogue.behindTheBack("UPDATE product SET quantity = 9, version = 4 WHERE id = 3");

      catalogue.commit(
          rows.stream().map(row -> catalogue.edit(row, QUANTITY, 1L)).toList(), plan(mode));

      CommitHistory history = new CommitHistory(catalogue.database());
      assertThat(changes(history, history.commits().getFirst().token()))
          .extracting(CommittedChange::row, CommittedChange::stampAfter)
          .containsExactly(
              org.assertj.core.api.Assertions.tuple(new RowKey.Id(1), RowStamp.Counted.of(1)),
              org.assertj.core.api.Assertions.tuple(new RowKey.Id(2), RowStamp.Counted.of(5)));
      assertThat(catalogue.column(NAME)).contains("theirs");
    }
  }

  @ParameterizedTest
  @EnumSource
  void holds_nothing_of_a_transaction_that_was_taken_back(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> rows = new ArrayList<>(catalogue.adds(10));
      rows.add(catalogue.add("A-001", "double", "1"));

      catalogue.commit(rows, new CommitPlan(mode, 300, TransactionScope.ALL_OR_NOTHING));

      assertThat(new CommitHistory(catalogue.database()).commits()).isEmpty();
    }
  }

  @Test
  void goes_on_with_the_parts_of_the_same_commit() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      commit(catalogue, catalogue.adds("A", 5), "token", NOON);
      commit(catalogue, catalogue.adds("B", 5), "token", NOON);

      assertThat(new CommitHistory(catalogue.database()).commits())
          .singleElement()
          .extracting(PastCommit::adds, PastCommit::transactions, PastCommit::began)
          .containsExactly(10L, 2, NOON);
    }
  }

  @Test
  void forgets_what_is_too_old_or_too_much_but_never_the_latest() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CommitHistory history = new CommitHistory(catalogue.database());
      commit(catalogue, catalogue.adds("A", 50), "old", NOON.minus(Duration.ofDays(40)));
      commit(catalogue, catalogue.adds("B", 50), "yesterday", NOON.minus(Duration.ofDays(1)));
      commit(catalogue, catalogue.adds("C", 50), "today", NOON);

      assertThat(history.prune(new HistoryLimits(Duration.ofDays(30), 1_000_000), NOON))
          .isEqualTo(1);
      assertThat(history.commits())
          .extracting(PastCommit::token)
          .containsExactly("today", "yesterday");
      assertThat(history.prune(new HistoryLimits(Duration.ofDays(30), 1), NOON)).isEqualTo(1);
      assertThat(history.commits()).extracting(PastCommit::token).containsExactly("today");
      assertThat(catalogue.count()).isEqualTo(150);
    }
  }

  @Test
  void keeps_what_is_just_within_the_limits() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CommitHistory history = new CommitHistory(catalogue.database());
      commit(catalogue, catalogue.adds("A", 50), "first", NOON.minus(Duration.ofDays(30)));
      commit(catalogue, catalogue.adds("B", 50), "second", NOON);
      long bytes = history.commits().stream().mapToLong(PastCommit::bytes).sum();

      assertThat(history.prune(new HistoryLimits(Duration.ofDays(30), bytes), NOON)).isZero();
      assertThat(history.prune(new HistoryLimits(Duration.ofDays(30), bytes - 1), NOON))
          .isEqualTo(1);
    }
  }

  @Test
  void is_empty_in_a_catalogue_that_keeps_none() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1);
      catalogue.behindTheBack("DROP TABLE pallet_ledger");

      assertThat(new CommitHistory(catalogue.database()).commits()).isEmpty();
    }
  }

  @Test
  void keeps_no_remark_about_a_row_that_is_in() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      RowProblem remark =
          new RowProblem(RowOrigin.TYPED, "name", "x", "Looks odd", "", Severity.WARNING);
      RowChange add = catalogue.add("A", "one", "1");

      commit(catalogue, List.of(add.withProblems(List.of(remark))), "token", NOON);

      assertThat(changes(new CommitHistory(catalogue.database()), "token"))
          .extracting(CommittedChange::change)
          .containsExactly(add);
    }
  }

  @Test
  void says_so_where_it_is_damaged() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      commit(catalogue, catalogue.adds("A", 5), "token", NOON);
      catalogue.behindTheBack("UPDATE pallet_ledger SET content = x'0102'");

      assertThatThrownBy(() -> changes(new CommitHistory(catalogue.database()), "token"))
          .isInstanceOf(DamagedChangesException.class);
    }
  }
}
