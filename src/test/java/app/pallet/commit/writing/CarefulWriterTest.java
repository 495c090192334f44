package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.work.SampledMonitor;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is told and kept of a transaction in which some rows were refused. */
final class CarefulWriterTest {

  private static final int ROWS = 40;

  private static final String TAKE_AN_ID = "UPDATE pallet_id_block SET next_id = next_id + 1";
  private static final String USE_IT =
      "INSERT INTO product (id, sku, name, version)"
          + " SELECT next_id - 1, 'other', 'Other', 0 FROM pallet_id_block";

  @TempDir private Path folder;

  /**
   * Rows of which the database refuses every tenth, because its SKU is taken. These say something
   * about another column, so that they are sent behind the others.
   */
  private static List<RowChange> rows(TestCatalogue catalogue) {
    List<RowChange> rows = new ArrayList<>(catalogue.adds("B", ROWS));
    for (int i = 3; i < ROWS; i += 10) {
      RowValues name = RowValues.of(TestCatalogue.NAME, "double " + i);
      RowValues values = RowValues.of(TestCatalogue.SKU, "A-001").plus(name);
      rows.set(i, catalogue.add(values.plus(RowValues.of(TestCatalogue.QUANTITY, 1L))));
    }
    return rows;
  }

  @ParameterizedTest
  @EnumSource(names = {"BATCH", "ADD_ALL"})
  void theHistoryHoldsTheRowsThatWereWritten(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1);

      catalogue.commit(rows(catalogue), new CommitPlan(mode, 300, TransactionScope.PER_BATCH));

      CommitHistory history = new CommitHistory(catalogue.database());
      assertThat(history.commits()).first().returns(36L, commit -> (long) commit.adds());
    }
  }

  @ParameterizedTest
  @EnumSource
  void progressAndEventsCountEachRowOnce(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1);
      RecordedEvents events = new RecordedEvents();
      SampledMonitor monitor = new SampledMonitor();

      CommitReport report =
          new CommitTask(
                  catalogue.database(),
                  rows(catalogue),
                  new CommitPlan(mode, 15, TransactionScope.PER_BATCH),
                  events)
              .run(monitor);

      assertThat(report.committed()).isEqualTo(36);
      assertThat(monitor.sample().done()).isEqualTo(ROWS);
      assertThat(events.of(CommitEvent.BatchCommitted.class))
          .extracting(CommitEvent.BatchCommitted::rows)
          .satisfies(
              counts -> assertThat(counts.stream().mapToInt(Number::intValue).sum()).isEqualTo(36));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BATCH", "ADD_ALL"})
  void progressCountsRowsOnceThatAreWrittenAgainOverAnotherVersion(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> rows = new ArrayList<>();
      for (Row row : catalogue.filledWith(10)) {
        rows.add(catalogue.edit(row, TestCatalogue.QUANTITY, 1L));
      }
      rows.add(catalogue.add("A-001", "double", "1"));
      catalogue.behindTheBack("UPDATE product SET name = 'theirs', version = version + 1");
      SampledMonitor monitor = new SampledMonitor();

      CommitReport report =
          catalogue.commit(
              rows,
              new CommitPlan(mode, 300, TransactionScope.PER_BATCH),
              CommitListener.NONE,
              monitor);

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::failed)
          .containsExactly(10, 1);
      assertThat(monitor.sample().done()).isEqualTo(11);
      assertThat(catalogue.column(TestCatalogue.QUANTITY)).hasSize(10).containsOnly(1L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void conflictsAreFoundBesideRowsThatAreRefused(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> read = catalogue.filledWith(5);
      List<RowChange> rows = new ArrayList<>();
      for (Row row : read.subList(0, 4)) {
        rows.add(catalogue.edit(row, TestCatalogue.QUANTITY, 1L));
      }
      rows.add(catalogue.delete(read.get(4)));
      rows.add(catalogue.add("A-001", "double", "1"));
      rows.add(catalogue.add("B-001", "new", "1"));
      catalogue.behindTheBack("UPDATE product SET quantity = 7, version = 9 WHERE id = 2");
      catalogue.behindTheBack("UPDATE product SET name = 'theirs', version = 9 WHERE id = 3");
      catalogue.behindTheBack("UPDATE product SET name = 'theirs', version = 9 WHERE id = 5");

      CommitReport report =
          catalogue.commit(rows, new CommitPlan(mode, 300, TransactionScope.PER_BATCH));

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::failed, CommitReport::conflicting)
          .containsExactly(4, 1, 2);
      assertThat(report.refusals())
          .containsOnlyKeys(rows.get(1).key(), rows.get(4).key(), rows.get(5).key());
      assertThat(catalogue.column(TestCatalogue.QUANTITY))
          .containsExactly(1L, 7L, 1L, 1L, null, null);
      assertThat(catalogue.column(TestCatalogue.NAME))
          .containsExactly("Product 1", "Product 2", "theirs", "Product 4", "theirs", "new");
    }
  }

  @Test
  void oneByOneTakesIdsBeyondItsFirstBlock() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      int rows = 205; // it takes a hundred ids at a time
      CommitListener anotherProgram =
          event -> {
            if (event instanceof CommitEvent.BatchCommitted batch && batch.number() == 50) {
              catalogue.behindTheBack(TAKE_AN_ID); // 101
              catalogue.behindTheBack(USE_IT);
            }
          };
      LookedForBadRows monitor = new LookedForBadRows();

      CommitReport report =
          catalogue.commit(
              catalogue.adds("B", rows),
              new CommitPlan(CommitMode.ONE_BY_ONE, 1, TransactionScope.PER_BATCH),
              anotherProgram,
              monitor);

      assertThat(report.newKeys().values())
          .containsExactlyInAnyOrderElementsOf(
              LongStream.rangeClosed(1, rows + 1)
                  .filter(id -> id != 101)
                  .mapToObj(RowKey.Id::new)
                  .toList());
      assertThat(monitor.looked).as("no row ran into the other program's").isFalse();
      assertThat(nextId(catalogue)).as("what the next commit takes").isGreaterThan(rows + 1);
    }
  }

  @Test
  void idsTakenAheadStayTakenWhenARowIsRefused() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      catalogue.filledWith(1);
      List<RowChange> rows = new ArrayList<>();
      rows.add(catalogue.add("A-001", "double", "1"));
      rows.addAll(catalogue.adds("B", 60));
      CommitListener anotherProgram =
          event -> {
            if (event instanceof CommitEvent.BatchCommitted batch && batch.number() == 50) {
              catalogue.behindTheBack(TAKE_AN_ID);
              catalogue.behindTheBack(USE_IT);
            }
          };

      CommitReport report =
          catalogue.commit(
              rows,
              new CommitPlan(CommitMode.ONE_BY_ONE, 1, TransactionScope.PER_BATCH),
              anotherProgram);

      assertThat(report)
          .extracting(CommitReport::committed, CommitReport::failed)
          .containsExactly(60, 1);
      assertThat(catalogue.count()).isEqualTo(62);
    }
  }

  private static long nextId(TestCatalogue catalogue) {
    try (Connection connection = catalogue.database().readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet next = statement.executeQuery("SELECT next_id FROM pallet_id_block")) {
      return next.getLong(1);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  /** Knows whether a commit had to write rows with care. */
  private static final class LookedForBadRows implements WorkMonitor {
    private boolean looked;

    @Override
    public void begin(String task, long total) {}

    @Override
    public void worked(long units) {}

    @Override
    public void message(String text) {
      looked |= !text.isEmpty();
    }

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
