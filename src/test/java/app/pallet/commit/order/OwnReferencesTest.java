package app.pallet.commit.order;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Action;
import app.pallet.schema.table.Reference.Target;
import app.pallet.schema.table.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Categories with a code, each below another one: which is written first. */
class OwnReferencesTest {

  private static final Column CODE = Column.builder("Code", ColumnType.TEXT).unique().build();
  private static final Column ABOVE = Column.builder("Above", ColumnType.TEXT).build();
  private static final Column NAME = Column.builder("Name", ColumnType.TEXT).build();
  private static final TableSchema CATEGORIES =
      new TableSchema(
          "Categories",
          List.of(
              Column.builder("ID", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build(),
              CODE,
              ABOVE,
              NAME),
          new KeyColumns(List.of("ID")),
          Optional.of("ID"),
          "Code",
          List.of(
              new Reference(
                  List.of("Above"),
                  new TableName("main", "Categories"),
                  List.of("Code"),
                  Action.NO_ACTION,
                  Action.NO_ACTION,
                  Target.FOUND,
                  Optional.empty())));

  private static RowValues values(String code, @Nullable String above) {
    return RowValues.of(CODE, code).with(ABOVE, above);
  }

  private static RowChange add(String code, @Nullable String above) {
    return new RowChange.Add(
        new RowKey.New(code.hashCode()), values(code, above), RowOrigin.TYPED, List.of());
  }

  private static RowChange delete(long id, String code, @Nullable String above) {
    return new RowChange.Delete(
        new RowKey.Id(id), values(code, above), RowStamp.Seen.BY_VALUES, List.of());
  }

  private static RowChange move(long id, @Nullable String from, @Nullable String to) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(ABOVE, from),
        RowValues.of(ABOVE, to),
        RowStamp.Seen.BY_VALUES,
        List.of());
  }

  private static WriteOrder order(RowChange... rows) {
    return WriteOrder.of(List.of(rows), CATEGORIES);
  }

  @Test
  void aRowIsAddedBeforeThoseBelowIt() {
    RowChange leaf = add("leaf", "branch");
    RowChange branch = add("branch", "root");
    RowChange root = add("root", null);
    WriteOrder order = order(leaf, branch, root);
    assertThat(order.rows()).containsExactly(root, branch, leaf);
    assertThat(order.isLinked()).as("one statement keeps their order").isFalse();
  }

  @Test
  void aRowThatMovesBelowANewOneFollowsIt() {
    RowChange moved = move(7, null, "new");
    RowChange added = add("new", null);
    WriteOrder order = order(moved, added);
    assertThat(order.rows()).containsExactly(added, moved);
    assertThat(order.isLinked()).isTrue();
  }

  @Test
  void aRowIsDeletedAfterThoseBelowIt() {
    RowChange root = delete(1, "root", null);
    RowChange branch = delete(2, "branch", "root");
    RowChange leaf = delete(3, "leaf", "branch");
    RowChange moved = move(4, "branch", null);
    WriteOrder order = order(root, branch, leaf, moved);
    assertThat(order.rows()).containsExactly(leaf, moved, branch, root);
    assertThat(order.isLinked()).isTrue();
  }

  @Test
  void rowsOfOtherTablesKeepTheirOrder() {
    WriteOrder order = order(add("b", "stored"), add("a", null), move(1, "x", "y"));
    assertThat(order.rows()).containsExactly(move(1, "x", "y"), add("b", "stored"), add("a", null));
    assertThat(order.isLinked()).isFalse();
  }

  @Test
  void rowsInACircleAreAllWritten() {
    RowChange one = add("one", "two");
    RowChange two = add("two", "one");
    RowChange self = add("self", "self");
    assertThat(order(one, two, self).rows()).containsExactlyInAnyOrder(one, two, self);
  }

  @Test
  void aLongChainIsPutInOrderAtOnce() {
    List<RowChange> rows = new ArrayList<>();
    IntStream.range(0, 50_000)
        .forEach(
            i -> rows.add(add("c%05d".formatted(i), i == 0 ? null : "c%05d".formatted(i - 1))));
    List<RowChange> mixed = new ArrayList<>(rows);
    Collections.reverse(mixed);
    assertThat(WriteOrder.of(mixed, CATEGORIES).rows()).containsExactlyElementsOf(rows);
  }
}
