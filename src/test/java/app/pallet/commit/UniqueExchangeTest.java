package app.pallet.commit;

import static app.pallet.commit.TestCatalogue.SKU;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that take each other's unique values in one commit. */
class UniqueExchangeTest {

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource
  void random_permutations_are_written_whatever_the_batch_and_scope(CommitMode mode) {
    Random random = new Random(4711);
    for (TransactionScope scope : TransactionScope.values()) {
      for (int batch : List.of(1, 2, 7, 500)) {
        Path own = folder.resolve(mode + "-" + scope + "-" + batch);
        assertThat(own.toFile().mkdir()).isTrue();
        try (TestCatalogue catalogue = new TestCatalogue(own)) {
          List<Row> rows = catalogue.filledWith(40);
          List<Object> skus = new ArrayList<>(catalogue.column(SKU));
          Collections.shuffle(skus.subList(0, 20), random);
          Collections.rotate(skus.subList(20, 38), 1);
          Object freed = skus.get(39);
          skus.set(38, freed); // the last row is deleted, and its value is taken
          List<RowChange> changes = new ArrayList<>();
          for (int i = 0; i < 39; i++) {
            if (!skus.get(i).equals(rows.get(i).values().get(SKU))) {
              changes.add(catalogue.edit(rows.get(i), SKU, skus.get(i)));
            }
          }
          changes.add(catalogue.delete(rows.get(39)));
          changes.add(catalogue.add("A-039", "Takes what row 39 gives up", "1.00"));
          Collections.shuffle(changes, random);

          CommitReport report = catalogue.commit(changes, new CommitPlan(mode, batch, scope));

          assertThat(report.refusals()).isEmpty();
          List<Object> expected = new ArrayList<>(skus.subList(0, 39));
          expected.add("A-039");
          assertThat(catalogue.column(SKU)).containsExactlyElementsOf(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_thousand_skus_are_shifted_either_way(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(1_000);
      for (int step : List.of(1, -1)) {
        List<Row> now = catalogue.rows();
        List<RowChange> shift =
            IntStream.range(0, now.size())
                .<RowChange>mapToObj(i ->
                    catalogue.edit(
                        now.get(i), SKU, "A-%03d".formatted(i + 1 + (step == 1 ? 1 : 0))))
                .toList();

        CommitReport report =
            catalogue.commit(shift, new CommitPlan(mode, 100, TransactionScope.PER_BATCH));

        assertThat(report.refusals()).isEmpty();
      }
      assertThat(catalogue.column(SKU))
          .containsExactlyElementsOf(rows.stream().map(row -> row.values().get(SKU)).toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_swap_with_a_row_that_was_changed_is_left_whole_while_the_rest_commits(CommitMode mode) {
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<Row> rows = catalogue.filledWith(4);
      List<RowChange> changes =
          List.of(
              catalogue.edit(rows.get(0), SKU, "A-002"),
              catalogue.edit(rows.get(1), SKU, "A-001"),
              catalogue.edit(rows.get(2), SKU, "a-003"));
      catalogue.behindTheBack("UPDATE product SET sku = 'THEIRS' WHERE id = 2");

      CommitReport report =
          catalogue.commit(changes, new CommitPlan(mode, 2, TransactionScope.PER_BATCH));

      assertThat(report.refusals().keySet())
          .containsExactlyInAnyOrder(new RowKey.Existing(1), new RowKey.Existing(2));
      assertThat(catalogue.column(SKU)).containsExactly("A-001", "THEIRS", "a-003", "A-004");
    }
  }
}
