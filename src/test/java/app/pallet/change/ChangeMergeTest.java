package app.pallet.change;

import static app.pallet.change.Products.NAME;
import static app.pallet.change.Products.SKU;
import static app.pallet.change.Products.STOCK;
import static app.pallet.change.Products.add;
import static app.pallet.change.Products.badEdit;
import static app.pallet.change.Products.delete;
import static app.pallet.change.Products.edit;
import static app.pallet.change.Products.problem;
import static app.pallet.change.Products.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import app.pallet.change.RowProblem.Severity;
import app.pallet.schema.Column;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ChangeMergeTest {

  @Test
  void theFirstEditIsPendingAsItIs() {
    assertThat(merged(edit(1, NAME, "new"))).isEqualTo(edit(1, NAME, "new"));
  }

  @Test
  void anEditToWhatIsThereAlreadyIsNothing() {
    assertThat(merged(edit(1, NAME, "name 1"))).isNull();
  }

  @Test
  void anAddChangedAgainHasTheNewerValues() {
    assertThat(merged(add(1, SKU, "A"), add(1, NAME, "x"), add(1, SKU, "B")))
        .isEqualTo(add(1, RowValues.of(SKU, "B").with(NAME, "x"), List.of()));
  }

  @Test
  void anEditChangedAgainKeepsTheOldestBeforeAndTheNewestAfter() {
    RowChange.Edit later =
        new RowChange.Edit(
            new RowKey.Id(1),
            RowValues.of(NAME, "first").with(STOCK, 1L),
            RowValues.of(NAME, "second").with(STOCK, 2L),
            RowStamp.Counted.of(8),
            List.of());
    assertThat(merged(edit(1, NAME, "first"), later))
        .isEqualTo(
            new RowChange.Edit(
                new RowKey.Id(1),
                RowValues.of(NAME, "name 1").with(STOCK, 1L),
                RowValues.of(NAME, "second").with(STOCK, 2L),
                RowStamp.Counted.of(7),
                List.of()));
  }

  @Test
  void aColumnEditedBackLeavesTheEdit() {
    assertThat(merged(edit(1, NAME, "x"), edit(1, STOCK, 5L), edit(1, NAME, "name 1")))
        .isEqualTo(edit(1, STOCK, 5L));
  }

  @Test
  void anEditWhoseLastColumnIsEditedBackIsNothing() {
    assertThat(merged(edit(1, NAME, "x"), edit(1, NAME, "name 1"))).isNull();
  }

  @Test
  void anEditDeletedIsADeleteOfTheRowAsItWasRead() {
    Row changed =
        new Row(new RowKey.Id(1), RowStamp.Counted.of(7), stored(1).values().with(NAME, "shown"));
    RowChange.Delete shown =
        new RowChange.Delete(changed.key(), changed.values(), changed.stamp(), List.of());
    assertThat(merged(edit(1, NAME, "shown"), shown)).isEqualTo(delete(1));
  }

  @Test
  void aDeleteStaysADelete() {
    assertThat(merged(delete(1), edit(1, NAME, "x"))).isEqualTo(delete(1));
    assertThat(merged(delete(1), delete(1))).isEqualTo(delete(1));
  }

  @Test
  void aNewerValueReplacesAnOlderProblem() {
    assertThat(merged(badEdit(1, problem(NAME)), edit(1, NAME, "x"))).isEqualTo(edit(1, NAME, "x"));
  }

  @Test
  void aValueEditedBackTakesItsProblemAlong() {
    assertThat(merged(badEdit(1, problem(NAME)), edit(1, NAME, "name 1"))).isNull();
  }

  @Test
  void aNewerProblemReplacesAnOlderValue() {
    assertThat(merged(edit(1, NAME, "x"), badEdit(1, problem(NAME))))
        .isEqualTo(badEdit(1, problem(NAME)));
    assertThat(merged(add(1, NAME, "x"), add(1, RowValues.EMPTY, List.of(problem(NAME)))))
        .isEqualTo(add(1, RowValues.EMPTY, List.of(problem(NAME))));
  }

  @Test
  void aNewerProblemReplacesAnOlderOneOfTheSameCell() {
    RowProblem warning = problem("name", Severity.WARNING);
    assertThat(merged(badEdit(1, problem(NAME)), badEdit(1, warning)))
        .isEqualTo(badEdit(1, warning));
  }

  @Test
  void problemsOfOtherCellsStay() {
    RowChange merged = left(badEdit(1, problem(NAME)), edit(1, STOCK, 5L));
    assertThat(merged.problems()).containsExactly(problem(NAME));
    assertThat(merged.after()).isEqualTo(RowValues.of(STOCK, 5L));
  }

  @ParameterizedTest
  @EnumSource(names = {"REFUSED", "CONFLICT"})
  void aRefusalOfTheWholeRowEndsWithAnyNewerChange(Severity severity) {
    RowChange refused = edit(1, NAME, "x").withProblems(List.of(problem("", severity)));
    assertThat(left(refused, edit(1, STOCK, 5L)).problems()).isEmpty();
  }

  @Test
  void aRefusalOfOneCellStaysUntilThatCellChanges() {
    RowProblem taken = problem("sku", Severity.REFUSED);
    RowChange refused = edit(1, SKU, "S2").withProblems(List.of(taken));
    assertThat(left(refused, edit(1, STOCK, 5L)).problems()).containsExactly(taken);
    assertThat(left(refused, edit(1, SKU, "S3")).problems()).isEmpty();
  }

  @Test
  void anAddAndAnEditOfOneRowAreAMistake() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChangeMerge.merge(add(1, SKU, "A"), edit(1, NAME, "x")));
  }

  @Test
  void withoutItsCellsAnEditIsNothing() {
    assertThat(without(edit(1, NAME, "x"), NAME)).isNull();
    assertThat(without(badEdit(1, problem(NAME)), NAME)).isNull();
  }

  @Test
  void withoutItsCellsARefusedEditIsNothingEither() {
    RowChange refused = edit(1, NAME, "x").withProblems(List.of(problem("", Severity.CONFLICT)));
    assertThat(without(refused, NAME)).isNull();
  }

  @Test
  void aRefusalOfACellThatIsNotEditedDoesNotKeepTheEdit() {
    RowProblem refusal = problem("stock", Severity.REFUSED);
    assertThat(without(edit(1, NAME, "x").withProblems(List.of(refusal)), NAME)).isNull();
  }

  @Test
  void withoutACellTheOtherCellsStay() {
    RowChange both = left(edit(1, NAME, "x"), edit(1, STOCK, 5L));
    assertThat(without(both, NAME)).isEqualTo(edit(1, STOCK, 5L));
  }

  @Test
  void withoutACellTheProblemsOfOthersStay() {
    RowChange bad = badEdit(1, problem(STOCK)).withProblems(List.of(problem(STOCK), problem(NAME)));
    assertThat(without(bad, NAME)).isEqualTo(badEdit(1, problem(STOCK)));
  }

  @Test
  void aProblemOfAnotherCellIsNotReplaced() {
    RowChange merged = left(badEdit(1, problem(NAME)), badEdit(1, problem(STOCK)));
    assertThat(merged.problems()).containsExactly(problem(NAME), problem(STOCK));
  }

  @Test
  void withoutItsCellsAnAddStays() {
    assertThat(without(add(1, NAME, "x"), NAME)).isEqualTo(add(1, RowValues.EMPTY, List.of()));
  }

  @Test
  void aDeleteIsWholeOrNotAtAll() {
    assertThat(without(delete(1), NAME)).isNull();
  }

  private static @Nullable RowChange without(RowChange change, Column column) {
    return ChangeMerge.without(change, List.of(column));
  }

  private static RowChange left(RowChange... changes) {
    return Objects.requireNonNull(merged(changes));
  }

  private static @Nullable RowChange merged(RowChange... changes) {
    RowChange pending = null;
    for (RowChange change : changes) {
      pending = ChangeMerge.merge(pending, change);
    }
    return pending;
  }
}
