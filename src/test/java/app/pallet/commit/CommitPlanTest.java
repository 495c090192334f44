package app.pallet.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CommitPlanTest {

  private static final List<Integer> ROWS = IntStream.range(0, 7).boxed().toList();

  private static List<Integer> sizes(CommitMode mode, int batchSize, TransactionScope scope) {
    int size = new CommitPlan(mode, batchSize, scope).transactionSize(ROWS.size());
    return CommitPlan.slices(ROWS, size).stream().map(List::size).toList();
  }

  @Test
  void each_batch_is_a_transaction() {
    assertThat(sizes(CommitMode.BATCH, 3, TransactionScope.PER_BATCH)).containsExactly(3, 3, 1);
    assertThat(sizes(CommitMode.ADD_ALL, 3, TransactionScope.PER_BATCH)).containsExactly(3, 3, 1);
  }

  @Test
  void one_by_one_has_a_transaction_a_row_whatever_the_batch_size() {
    assertThat(sizes(CommitMode.ONE_BY_ONE, 3, TransactionScope.PER_BATCH))
        .containsExactly(1, 1, 1, 1, 1, 1, 1);
  }

  @Test
  void all_or_nothing_is_one_transaction_in_every_mode() {
    for (CommitMode mode : CommitMode.values()) {
      assertThat(sizes(mode, 3, TransactionScope.ALL_OR_NOTHING)).containsExactly(7);
    }
  }

  @Test
  void transactions_hold_all_rows_in_their_order() {
    CommitPlan plan = new CommitPlan(CommitMode.BATCH, 2, TransactionScope.PER_BATCH);

    assertThat(
            CommitPlan.slices(ROWS, plan.transactionSize(ROWS.size())).stream()
                .flatMap(List::stream))
        .isEqualTo(ROWS);
  }

  @Test
  void a_batch_of_no_rows_is_refused() {
    assertThatThrownBy(() -> new CommitPlan(CommitMode.BATCH, 0, TransactionScope.PER_BATCH))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
