package app.pallet.commit.order;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.VERSIONED;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import java.util.List;
import org.junit.jupiter.api.Test;

class WriteOrderTest {

  private static RowChange add(long number) {
    return new RowChange.Add(new RowKey.New(number), RowValues.EMPTY, RowOrigin.TYPED, List.of());
  }

  private static RowChange edit(long id) {
    RowValues values = RowValues.of(NAME, "x");
    return new RowChange.Edit(new RowKey.Id(id), values, values, RowStamp.Counted.of(0), List.of());
  }

  private static RowChange delete(long id) {
    return new RowChange.Delete(
        new RowKey.Id(id), RowValues.EMPTY, RowStamp.Counted.of(0), List.of());
  }

  @Test
  void deletes_come_before_edits_and_edits_before_adds() {
    assertThat(WriteOrder.of(List.of(add(1), edit(5), delete(9)), VERSIONED).rows())
        .containsExactly(delete(9), edit(5), add(1));
  }

  @Test
  void deletes_and_edits_go_by_id() {
    assertThat(WriteOrder.of(List.of(edit(5), delete(9), edit(3), delete(7)), VERSIONED).rows())
        .containsExactly(delete(7), delete(9), edit(3), edit(5));
  }

  @Test
  void adds_keep_the_order_they_are_given_in() {
    assertThat(WriteOrder.of(List.of(add(2), add(3), add(1)), VERSIONED).rows())
        .containsExactly(add(2), add(3), add(1));
  }
}
