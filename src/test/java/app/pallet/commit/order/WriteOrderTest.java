package app.pallet.commit.order;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static app.pallet.commit.writing.TestCatalogue.SKU;
import static app.pallet.commit.writing.TestCatalogue.VERSIONED;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
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

  private static RowChange rename(long id, String from, String to) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(SKU, from),
        RowValues.of(SKU, to),
        RowStamp.Counted.FIRST,
        List.of());
  }

  private static WriteOrder order(RowChange... rows) {
    return WriteOrder.of(List.of(rows), VERSIONED);
  }

  @Test
  void an_edit_that_gives_a_value_up_comes_before_the_one_that_wants_it() {
    RowChange toB = rename(1, "A", "B");
    RowChange toC = rename(2, "B", "C");
    RowChange toD = rename(3, "C", "D");

    WriteOrder order = order(add(1), edit(9), toB, toC, toD, delete(8));

    assertThat(order.rows()).containsExactly(delete(8), toD, toC, toB, edit(9), add(1));
    assertThat(order.isLinked()).isTrue();
    assertThat(order.isInCircle(toB)).isFalse();
    assertThat(order.circleOf(toB)).isEmpty();
  }

  @Test
  void edits_that_take_nothing_from_each_other_are_not_linked() {
    WriteOrder order = order(rename(2, "A", "X"), rename(1, "B", "Y"), edit(3));

    assertThat(order.isLinked()).isFalse();
    assertThat(order.slices(2)).extracting(List::size).containsExactly(2, 1);
  }

  @Test
  void edits_that_take_their_values_in_turn_form_a_circle() {
    RowChange toB = rename(1, "A", "B");
    RowChange toC = rename(2, "B", "C");
    RowChange toA = rename(3, "C", "A");
    RowChange toE = rename(4, "D", "E");
    RowChange toD = rename(5, "E", "D");
    RowChange after = rename(6, "F", "X");

    WriteOrder order = order(toB, toC, toA, toE, toD, after);

    assertThat(order.circleOf(toC)).containsExactlyInAnyOrder(toB, toC, toA);
    assertThat(order.circleOf(toD)).containsExactlyInAnyOrder(toE, toD);
    assertThat(order.isInCircle(toA)).isTrue();
    assertThat(order.isInCircle(after)).isFalse();
  }

  @Test
  void who_waits_for_a_circle_is_none_of_it() {
    RowChange toB = rename(1, "A", "B");
    RowChange toA = rename(2, "B", "A");
    RowChange waits = rename(3, "C", "D");
    RowChange freed = rename(4, "D", "a"); // SQLite may take this for A

    WriteOrder order = order(waits, freed, toB, toA);

    assertThat(order.rows().subList(2, 4)).containsExactly(freed, waits);
    assertThat(order.circleOf(toA)).containsExactlyInAnyOrder(toB, toA);
    assertThat(order.isInCircle(freed)).isFalse();
    assertThat(order.isInCircle(waits)).isFalse();
  }

  @Test
  void no_piece_ends_within_a_circle() {
    List<RowChange> rows =
        List.of(
            rename(1, "A", "Z"),
            rename(2, "B", "C"),
            rename(3, "C", "B"),
            rename(4, "D", "E"),
            rename(5, "E", "D"),
            rename(6, "F", "Y"));
    WriteOrder order = WriteOrder.of(rows, VERSIONED);

    assertThat(order.slices(1)).extracting(List::size).containsExactly(1, 2, 2, 1);
    assertThat(order.slices(2)).extracting(List::size).containsExactly(3, 2, 1);
    assertThat(order.slices(3)).extracting(List::size).containsExactly(3, 3);
    assertThat(order.slices(4)).extracting(List::size).containsExactly(5, 1);
    assertThat(order.slices(2).stream().flatMap(List::stream)).isEqualTo(order.rows());
    assertThat(order.slices(order.rows().subList(3, 6), 1))
        .extracting(List::size)
        .containsExactly(2, 1);
    assertThat(order.transactions(new CommitPlan(CommitMode.BATCH, 4, TransactionScope.PER_BATCH)))
        .extracting(List::size)
        .containsExactly(5, 1);
  }

  @Test
  void a_value_that_stays_where_it_is_is_not_waited_for() {
    RowValues before = RowValues.of(SKU, "A").with(QUANTITY, 1L);
    RowValues after = RowValues.of(SKU, "A").with(QUANTITY, 2L);
    RowChange same =
        new RowChange.Edit(new RowKey.Id(2), before, after, RowStamp.Counted.FIRST, List.of());

    assertThat(order(rename(1, "B", "A"), same).isLinked()).isFalse();
  }

  @Test
  void very_many_adds_go_by_their_unique_value_behind_everything_else() {
    List<RowChange> rows =
        new ArrayList<>(
            IntStream.range(0, UniqueKeyOrder.ROWS_WORTH_IT)
                .mapToObj(i ->
                    new RowChange.Add(
                        new RowKey.New(i),
                        RowValues.of(SKU, "K-%05d".formatted(i)),
                        RowOrigin.TYPED,
                        List.of()))
                .toList());
    List<RowChange> sorted = List.copyOf(rows);
    Collections.reverse(rows);
    rows.add(edit(5));
    rows.add(delete(9));

    List<RowChange> written = WriteOrder.of(rows, VERSIONED).rows();

    assertThat(written.subList(0, 2)).containsExactly(delete(9), edit(5));
    assertThat(written.subList(2, written.size())).isEqualTo(sorted);
  }
}
