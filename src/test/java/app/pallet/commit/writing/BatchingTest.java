package app.pallet.commit.writing;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Counts what batch mode sends to the database. */
class BatchingTest {

  @TempDir Path folder;

  private static CountedConnection commit(
      TestCatalogue catalogue, List<RowChange> rows, CommitPlan plan) throws SQLException {
    try (Connection connection = catalogue.database().writer().getConnection()) {
      CountedConnection counted = new CountedConnection(connection);
      Writers writers =
          new Writers(
              catalogue.database(),
              () ->
                  catalogue
                      .database()
                      .sessionFactory()
                      .withStatelessOptions()
                      .connection(counted.connection())
                      .openStatelessSession(),
              InstantSource.system());
      CommitReport report =
          new CommitTask(
                  catalogue.database(),
                  rows,
                  plan,
                  CommitListener.NONE,
                  CommitIdentity.ofThisUser(InstantSource.system()),
                  writers,
                  time -> {})
              .run(WorkMonitor.NONE);
      assertThat(report.isComplete()).isTrue();
      return counted;
    }
  }

  private static CommitPlan batchesOf(int rows) {
    return new CommitPlan(CommitMode.BATCH, rows, TransactionScope.PER_BATCH);
  }

  @Test
  void a_thousand_adds_are_ten_batches_of_one_prepared_statement() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CountedConnection counted = commit(catalogue, catalogue.adds(1_000), batchesOf(100));

      assertThat(counted.prepared("INSERT INTO \"product\"")).isEqualTo(1);
      assertThat(counted.runs("executeBatch INSERT INTO \"product\"")).isEqualTo(10);
      assertThat(counted.runs("execute INSERT")).isZero();
      assertThat(counted.runs("executeUpdate")).as("ledger").isEqualTo(10);
      assertThat(counted.commits()).isEqualTo(10);
    }
  }

  @Test
  void ids_for_a_batch_are_taken_at_once() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CountedConnection counted = commit(catalogue, catalogue.adds(1_000), batchesOf(500));

      assertThat(counted.runs("executeQuery UPDATE pallet_id_block")).isEqualTo(2);
    }
  }

  @Test
  void a_large_transaction_is_sent_in_jdbc_batches_that_a_cancel_can_come_between()
      throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      CountedConnection counted = commit(catalogue, catalogue.adds(2_200), batchesOf(5_000));

      assertThat(counted.commits()).isEqualTo(1);
      assertThat(counted.runs("executeBatch INSERT INTO \"product\"")).isEqualTo(5);
    }
  }

  @Test
  void edits_of_different_columns_that_take_turns_are_two_batches() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> edits = new ArrayList<>();
      for (Row row : catalogue.filledWith(400)) {
        edits.add(
            row.id() % 2 == 0
                ? catalogue.edit(row, QUANTITY, 5L)
                : catalogue.edit(row, NAME, "changed"));
      }

      CountedConnection counted = commit(catalogue, edits, batchesOf(1_000));

      assertThat(counted.prepared("UPDATE \"product\"")).isEqualTo(2);
      assertThat(counted.runs("executeBatch UPDATE \"product\"")).isEqualTo(2);
    }
  }

  @Test
  void deletes_are_batched() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> deletes =
          catalogue.filledWith(300).stream().<RowChange>map(catalogue::delete).toList();

      CountedConnection counted = commit(catalogue, deletes, batchesOf(100));

      assertThat(counted.prepared("DELETE")).isEqualTo(1);
      assertThat(counted.runs("executeBatch DELETE")).isEqualTo(3);
    }
  }

  @Test
  void statements_are_kept_for_the_next_transactions() throws SQLException {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> edits = new ArrayList<>();
      for (Row row : catalogue.filledWith(400)) {
        edits.add(
            row.id() % 2 == 0
                ? catalogue.edit(row, QUANTITY, 5L)
                : catalogue.edit(row, NAME, "changed"));
      }

      CountedConnection counted = commit(catalogue, edits, batchesOf(100));

      assertThat(counted.commits()).isEqualTo(4);
      assertThat(counted.prepared("UPDATE \"product\"")).isEqualTo(2);
    }
  }
}
