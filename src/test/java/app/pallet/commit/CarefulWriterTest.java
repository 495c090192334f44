package app.pallet.commit;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.work.SampledMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  @Test
  void oneByOneTakesIdsBeyondItsFirstBlock() {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      int rows = 205; // it takes a hundred ids at a time
      CommitListener anotherProgram =
          event -> {
            if (event instanceof CommitEvent.BatchCommitted batch && batch.number() == 50) {
              catalogue.behindTheBack(TAKE_AN_ID);
              catalogue.behindTheBack(USE_IT);
            }
          };

      CommitReport report =
          catalogue.commit(
              catalogue.adds("B", rows),
              new CommitPlan(CommitMode.ONE_BY_ONE, 1, TransactionScope.PER_BATCH),
              anotherProgram);

      assertThat(report.committed()).isEqualTo(rows);
      assertThat(report.newIds().values()).doesNotHaveDuplicates().hasSize(rows);
      assertThat(catalogue.rows())
          .extracting(Row::id)
          .hasSize(rows + 1)
          .containsAll(report.newIds().values());
    }
  }
}
