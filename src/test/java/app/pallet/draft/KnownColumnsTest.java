package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeAction;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.change.StepOrigins;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is left of stored changes when the table has lost columns. */
final class KnownColumnsTest {

  private static final Column SHELF = Column.builder("shelf", ColumnType.TEXT).build();
  private static final RowKey.Id KEY = new RowKey.Id(1);
  private static final RowOrigin ORIGIN = new RowOrigin("prices.csv", 2);
  private static final RowValues NAME = RowValues.of(RandomActions.NAME, "new");
  private static final RowValues BOTH = NAME.with(SHELF, "A3");
  private static final List<RowProblem> KEPT =
      List.of(problem(""), problem(RandomActions.NAME.name()));
  private static final List<RowProblem> PROBLEMS =
      List.of(KEPT.getFirst(), problem(SHELF.name()), KEPT.getLast());

  private final KnownColumns columns = new KnownColumns(RandomActions.SCHEMA);

  @Test
  void aRowToBeAddedLosesTheValueAndItsProblem() {
    RowKey.New key = new RowKey.New(4);
    assertThat(left(new RowChange.Add(key, BOTH, ORIGIN, PROBLEMS)))
        .isEqualTo(result(new RowChange.Add(key, NAME, ORIGIN, KEPT)));
    assertThat(columns.leftOut()).containsExactly("Shelf");
  }

  @Test
  void anEditLosesTheValueOnBothSides() {
    assertThat(left(edit(BOTH, BOTH, PROBLEMS))).isEqualTo(result(edit(NAME, NAME, KEPT)));
    assertThat(columns.leftOut()).containsExactly("Shelf");
  }

  @Test
  void aValueIsLeftOutThoughNothingIsWrong() {
    RowKey.New key = new RowKey.New(4);
    RowStamp stamp = RowStamp.Counted.of(3);
    assertThat(left(new RowChange.Add(key, BOTH, ORIGIN, List.of())))
        .isEqualTo(result(new RowChange.Add(key, NAME, ORIGIN, List.of())));
    assertThat(left(edit(BOTH, BOTH, List.of()))).isEqualTo(result(edit(NAME, NAME, List.of())));
    assertThat(left(edit(NAME, BOTH, List.of()))).isEqualTo(result(edit(NAME, NAME, List.of())));
    assertThat(left(new RowChange.Delete(KEY, BOTH, stamp, List.of())))
        .isEqualTo(result(new RowChange.Delete(KEY, NAME, stamp, List.of())));
  }

  @Test
  void anEditOfNothingElseIsNone() {
    RowValues shelf = RowValues.of(SHELF, "A3");
    assertThat(left(edit(shelf, shelf, List.of(problem(SHELF.name())))))
        .isEqualTo(new ChangeAction.Result(KEY, null));
    assertThat(columns.leftOut()).containsExactly("Shelf");
  }

  @Test
  void anEditOfNothingElseStaysAsLongAsSomethingIsWrongWithIt() {
    RowValues shelf = RowValues.of(SHELF, "A3");
    assertThat(left(edit(shelf, shelf, KEPT)))
        .isEqualTo(result(edit(RowValues.EMPTY, RowValues.EMPTY, KEPT)));
  }

  @Test
  void aRowThatWasReadWithTheColumnIsComparedWithoutIt() {
    RowStamp stamp = RowStamp.Counted.of(3);
    assertThat(left(edit(BOTH, NAME, List.of()))).isEqualTo(result(edit(NAME, NAME, List.of())));
    assertThat(left(new RowChange.Delete(KEY, BOTH, stamp, PROBLEMS)))
        .isEqualTo(result(new RowChange.Delete(KEY, NAME, stamp, KEPT)));
    assertThat(columns.leftOut()).as("nothing that was wanted is lost").isEmpty();
  }

  @Test
  void aProblemAloneCanBeAboutTheColumn() {
    assertThat(left(edit(NAME, NAME, PROBLEMS))).isEqualTo(result(edit(NAME, NAME, KEPT)));
    assertThat(columns.leftOut()).isEmpty();
  }

  @Test
  void theRestOfAnActionStaysAsItIs() {
    StepOrigins origins = new StepOrigins(List.of(new StepOrigins.Run(0, 1, ORIGIN)));
    List<ChangeAction.Result> stored = List.of(result(edit(BOTH, BOTH, List.of())));
    List<ChangeAction.Result> left = List.of(result(edit(NAME, NAME, List.of())));

    assertThat(columns.ofKnown(new ChangeAction.Step("Import", stored, origins)))
        .isEqualTo(new ChangeAction.Step("Import", left, origins));
    assertThat(columns.ofKnown(new ChangeAction.Remark(stored)))
        .isEqualTo(new ChangeAction.Remark(left));
    assertThat(columns.ofKnown(new ChangeAction.Settle(Set.of(KEY), stored)))
        .isEqualTo(new ChangeAction.Settle(Set.of(KEY), left));
    assertThat(columns.ofKnown(new ChangeAction.Undo())).isEqualTo(new ChangeAction.Undo());
    assertThat(columns.ofKnown(new ChangeAction.Redo())).isEqualTo(new ChangeAction.Redo());
  }

  @Test
  void whatIsPendingNoMoreStaysSo() {
    ChangeAction.Step dropped =
        new ChangeAction.Step(
            "Revert", List.of(new ChangeAction.Result(KEY, null)), StepOrigins.NONE);
    assertThat(columns.ofKnown(dropped)).isEqualTo(dropped);
  }

  /** What is left of a change in an action. */
  private ChangeAction.Result left(RowChange change) {
    ChangeAction left = columns.ofKnown(new ChangeAction.Remark(List.of(result(change))));
    return ((ChangeAction.Remark) left).results().getFirst();
  }

  private static ChangeAction.Result result(RowChange change) {
    return new ChangeAction.Result(change.key(), change);
  }

  private static RowChange edit(RowValues before, RowValues after, List<RowProblem> problems) {
    return new RowChange.Edit(KEY, before, after, RowStamp.Counted.of(3), problems);
  }

  private static RowProblem problem(String column) {
    return new RowProblem(ORIGIN, column, "x", "Is wrong", "", RowProblem.Severity.WARNING);
  }
}
