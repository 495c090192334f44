package app.pallet.change;

import static app.pallet.change.Products.NAME;
import static app.pallet.change.Products.SKU;
import static app.pallet.change.Products.STOCK;
import static app.pallet.change.Products.add;
import static app.pallet.change.Products.badEdit;
import static app.pallet.change.Products.delete;
import static app.pallet.change.Products.edit;
import static app.pallet.change.Products.problem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.pallet.change.RowProblem.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ChangeSetTest {

  private final ChangeSet changes = new ChangeSet(Products.SCHEMA);

  @Test
  void oneStepMayTouchARowMoreThanOnce() {
    changes.record("Paste", List.of(edit(1, NAME, "x"), edit(1, STOCK, 5L), edit(1, NAME, "y")));
    assertThat(changes.counts()).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    assertThat(changes.changes().iterator().next().after())
        .isEqualTo(RowValues.of(NAME, "y").with(STOCK, 5L));
  }

  @Test
  void aStepThatChangesNothingIsNotToBeUndone() {
    changes.record("Edit", List.of(edit(1, NAME, "name 1")));
    changes.record(
        changes
            .current()
            .replaced(
                "Revert all", List.of(), changes.changes().stream().map(RowChange::key).toList()));
    assertThat(changes.canUndo()).isFalse();
  }

  @Test
  void aNewStepEndsRedo() {
    changes.record("First", List.of(edit(1, NAME, "x")));
    changes.undo();
    assertThat(changes.redoLabel()).contains("First");
    changes.record("Second", List.of(edit(2, NAME, "x")));
    assertThat(changes.canRedo()).isFalse();
    assertThat(changes.undoLabel()).contains("Second");
  }

  @Test
  void anAddWaitsForItsRequiredCells() {
    changes.record("Add row", List.of(add(1, NAME, "x")));
    RowChange pending = changes.changes().iterator().next();
    assertThat(pending.problemOf(SKU).map(RowProblem::message)).contains("Must not be empty");
    assertThat(changes.counts()).isEqualTo(new ChangeCounts(1, 0, 0, 1));
    assertThat(changes.committable()).isEmpty();
  }

  @Test
  void anAddWithARequiredCellSaidToBeEmptyWaitsToo() {
    changes.record("Duplicate", List.of(add(1, SKU, null)));
    assertThat(changes.counts().invalid()).isEqualTo(1);
  }

  @Test
  void anAddIsCommittableOnceItsRequiredCellsAreThere() {
    changes.record("Add row", List.of(add(1, NAME, "x")));
    changes.record("Edit", List.of(add(1, SKU, "A")));
    assertThat(changes.committable())
        .containsExactly(add(1, RowValues.of(NAME, "x").with(SKU, "A"), List.of()));
  }

  @Test
  void aRequiredCellThatIsRevertedIsMissedAgain() {
    changes.record("Add row", List.of(add(1, SKU, "A")));
    changes.record(
        changes.current().reverted("Revert cell", Map.of(new RowKey.New(1), List.of(SKU))));
    assertThat(changes.counts().invalid()).isEqualTo(1);
  }

  @Test
  void anEditIsNotAskedForRequiredCellsItDoesNotMention() {
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    assertThat(changes.counts().committable()).isEqualTo(1);
  }

  @Test
  void revertingOneCellKeepsTheOthers() {
    changes.record("Paste", List.of(edit(1, NAME, "x"), edit(1, STOCK, 5L)));
    changes.record(
        changes.current().reverted("Revert cell", Map.of(new RowKey.Id(1), List.of(NAME))));
    assertThat(changes.get(new RowKey.Id(1))).contains(edit(1, STOCK, 5L));
    changes.undo();
    assertThat(changes.get(new RowKey.Id(1)).orElseThrow().after().get(NAME)).isEqualTo("x");
  }

  @Test
  void revertingADeleteOrAnyCellOfItRestoresTheRow() {
    changes.record("Delete", List.of(delete(1), delete(2)));
    changes.record(changes.current().replaced("Revert row", List.of(), List.of(new RowKey.Id(1))));
    assertThat(changes.changes()).containsExactly(delete(2));
    changes.record(
        changes.current().reverted("Revert cell", Map.of(new RowKey.Id(2), List.of(NAME))));
    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void changesAndDroppedRowsAreOneStep() {
    changes.record("Add rows", List.of(add(1, SKU, "A"), add(2, SKU, "B")));
    changes.record(
        changes.current().merged("Delete rows", List.of(delete(1)), List.of(new RowKey.New(1))));
    assertThat(changes.counts()).isEqualTo(new ChangeCounts(1, 0, 1, 0));
    changes.undo();
    assertThat(changes.counts()).isEqualTo(new ChangeCounts(2, 0, 0, 0));
  }

  @Test
  void newRowsStayInTheOrderOfTheirNumbersThroughUndo() {
    RowKey.New first = changes.nextKey();
    RowKey.New second = changes.nextKey();
    changes.record("Add rows", List.of(add(1, SKU, "A"), add(2, SKU, "B")));
    changes.record(changes.current().replaced("Delete row", List.of(), List.of(first)));
    assertThat(changes.indexOfNewRow(second)).isZero();
    assertThat(changes.indexOfNewRow(first)).isEqualTo(-1);
    changes.undo();
    assertThat(changes.newRowAt(0)).isEqualTo(first);
    assertThat(changes.newRowAt(1)).isEqualTo(second);
  }

  @Test
  void settledRowsComeBackByNoUndo() {
    changes.record("Edit", List.of(edit(1, NAME, "x"), edit(2, NAME, "x")));
    changes.record("Edit", List.of(edit(1, STOCK, 5L)));
    changes.settle(Set.of(new RowKey.Id(1)), List.of());
    assertThat(changes.get(new RowKey.Id(1))).isEmpty();
    changes.undo();
    assertThat(changes.isEmpty()).isTrue();
    assertThat(changes.canUndo()).isFalse();
    changes.redo();
    assertThat(changes.changes()).containsExactly(edit(2, NAME, "x"));
  }

  @Test
  void whatIsDoneToARowWhileItIsCommittedIsPendingAfterwardsAsAStepOfItsOwn() {
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    changes.settle(Set.of(new RowKey.Id(1)), List.of(edit(1, NAME, "y")));
    assertThat(changes.changes()).containsExactly(edit(1, NAME, "y"));
    assertThat(changes.undoLabel()).contains("Change during commit");
    changes.undo();
    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void undoAndRedoKnowTheFirstRowThatTheyAreAboutAndHowManyThereAre() {
    changes.record("Edit", List.of(edit(2, NAME, "x"), edit(1, NAME, "x")));
    assertThat(changes.undoRow()).contains(new RowKey.Id(2));
    assertThat(changes.undoRows()).isEqualTo(2);
    assertThat(changes.redoRow()).isEmpty();
    assertThat(changes.redoRows()).isZero();
    changes.undo();
    assertThat(changes.undoRow()).isEmpty();
    assertThat(changes.undoRows()).isZero();
    assertThat(changes.redoRow()).contains(new RowKey.Id(2));
    assertThat(changes.redoRows()).isEqualTo(2);
  }

  @Test
  void settledRowsComeBackByNoRedoEither() {
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    changes.record("Edit", List.of(edit(1, NAME, "y")));
    changes.undo();
    changes.settle(Set.of(new RowKey.Id(1)), List.of());
    assertThat(changes.canRedo()).isFalse();
  }

  @Test
  void aRefusalReplacesTheOneBeforeAndKeepsWhatIsWrongWithTheInput() {
    RowProblem warning = problem("stock", Severity.WARNING);
    RowProblem first = problem("sku", Severity.REFUSED);
    RowProblem second = problem("", Severity.CONFLICT);
    changes.record("Edit", List.of(edit(1, SKU, "S2").withProblems(List.of(warning))));
    changes.refuse(Map.of(new RowKey.Id(1), List.of(first)));
    changes.refuse(Map.of(new RowKey.Id(1), List.of(second)));
    assertThat(changes.get(new RowKey.Id(1)).orElseThrow().problems())
        .containsExactly(warning, second);
  }

  @Test
  void aRefusalDoesNotMakeARowCommittableThatWasSpoiledMeanwhile() {
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    changes.record("Edit", List.of(badEdit(1, problem(STOCK))));
    changes.refuse(Map.of(new RowKey.Id(1), List.of(problem("name", Severity.REFUSED))));
    assertThat(changes.counts().invalid()).isEqualTo(1);
  }

  @Test
  void aRefusalOfARowThatIsNoLongerPendingIsNothing() {
    changes.refuse(Map.of(new RowKey.Id(1), List.of(problem("name", Severity.REFUSED))));
    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void undoDoesNotBringARefusalBack() {
    changes.record("Edit", List.of(edit(1, SKU, "S2")));
    changes.refuse(Map.of(new RowKey.Id(1), List.of(problem("sku", Severity.REFUSED))));
    changes.record("Edit", List.of(edit(1, SKU, "S3")));
    changes.undo();
    assertThat(changes.changes()).containsExactly(edit(1, SKU, "S2"));
  }

  @Test
  void listenersHearOfEveryChangeAndWhetherNewRowsMoved() {
    List<Boolean> heard = new ArrayList<>();
    changes.addListener(heard::add);
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    changes.record("Add row", List.of(add(1, SKU, "A")));
    changes.record("Edit", List.of(add(1, NAME, "x")));
    changes.settle(Set.of(new RowKey.New(1)), List.of());
    assertThat(heard).containsExactly(false, true, false, true);
  }

  @Test
  void committableIsASnapshot() {
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    List<RowChange> snapshot = changes.committable();
    PendingSnapshot whole = changes.snapshot();
    changes.record(
        changes
            .current()
            .replaced(
                "Revert all", List.of(), changes.changes().stream().map(RowChange::key).toList()));
    assertThat(changes.isEmpty()).isTrue();
    assertThat(snapshot).containsExactly(edit(1, NAME, "x"));
    assertThat(whole.changes()).containsExactly(edit(1, NAME, "x"));
  }

  @Test
  void changesAreReplacedWithoutBeingMerged() {
    changes.record("Edit", List.of(edit(1, NAME, "x"), edit(2, NAME, "y")));
    changes.record(
        changes
            .current()
            .replaced("Keep mine", List.of(edit(1, STOCK, 5L)), List.of(new RowKey.Id(2))));
    assertThat(changes.changes()).containsExactly(edit(1, STOCK, 5L));
    changes.undo();
    assertThat(changes.changes()).containsExactly(edit(1, NAME, "x"), edit(2, NAME, "y"));
  }

  @Test
  void whatIsPendingIsNotPutInThePlaceOfOtherChanges() {
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    ChangeSet other = new ChangeSet(Products.SCHEMA);
    assertThatIllegalStateException().isThrownBy(() -> changes.become(other));
  }

  @Test
  void itsHistoryRepeatsNoRowOfWhichNoCommitSaidAnything() {
    RowProblem refusal = problem("name", Severity.REFUSED);
    RowProblem warning = problem("stock", Severity.WARNING);
    changes.record("Edit", List.of(edit(1, NAME, "x").withProblems(List.of(warning))));
    changes.record("Edit", List.of(edit(2, NAME, "x")));
    assertThat(changes.history().actions()).hasSize(2);

    changes.refuse(Map.of(new RowKey.Id(2), List.of(refusal)));

    RowChange refused = edit(2, NAME, "x").withProblems(List.of(refusal));
    assertThat(changes.history().actions())
        .hasSize(3)
        .endsWith(
            new ChangeAction.Remark(List.of(new ChangeAction.Result(new RowKey.Id(2), refused))));
  }

  @Test
  void anActionTellsHowManyRowsItConcerns() {
    List<Integer> rows = new ArrayList<>();
    changes.setJournal((action, before) -> rows.add(action.rows()));
    changes.record("Edit", List.of(edit(1, NAME, "x"), edit(2, NAME, "x"), edit(3, NAME, "x")));
    changes.undo();
    changes.redo();
    changes.refuse(Map.of(new RowKey.Id(2), List.of(problem("name", Severity.REFUSED))));
    changes.settle(Set.of(new RowKey.Id(1), new RowKey.Id(3)), List.of());
    assertThat(rows).containsExactly(3, 0, 0, 1, 2);
  }

  @Test
  void whatWasDoneIsForgottenForWhatIsTakenOver() {
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    changes.record("Revert", List.of(edit(1, NAME, "name 1")));
    changes.record("Edit", List.of(edit(2, NAME, "x")));
    changes.undo();
    ChangeSet other = new ChangeSet(Products.SCHEMA);
    other.record("Delete", List.of(delete(3)));

    changes.become(other);

    assertThat(changes.canRedo()).isFalse();
    assertThat(changes.undoLabel()).contains("Delete");
    changes.undo();
    assertThat(changes.canUndo()).isFalse();
  }

  @Test
  void thereIsNothingToUndoOrRedoOfAnEmptyOne() {
    for (ChangeAction action : List.of(new ChangeAction.Undo(), new ChangeAction.Redo())) {
      assertThatExceptionOfType(DamagedChangesException.class)
          .isThrownBy(() -> changes.replay(action))
          .withMessage("There is nothing for " + action);
    }
  }

  @Test
  void aReplayedRowTakesItsNumberAway() {
    changes.replay(
        new ChangeAction.Step(
            "Add row",
            List.of(new ChangeAction.Result(new RowKey.New(7), add(7, SKU, "A"))),
            StepOrigins.NONE));
    assertThat(changes.nextKey()).isEqualTo(new RowKey.New(8));
    assertThat(changes.history().lastNumber()).isEqualTo(8);
  }

  @Test
  void countsAddUp() {
    changes.record("Paste", List.of(add(1, NAME, "waits"), add(2, SKU, "B"), add(3, SKU, "C")));
    changes.record("Edit", List.of(edit(1, NAME, "x")));
    changes.record("Delete", List.of(delete(2), delete(3), delete(4), delete(5)));
    ChangeCounts counts = changes.counts();
    assertThat(counts).isEqualTo(new ChangeCounts(3, 1, 4, 1));
    assertThat(counts.total()).isEqualTo(8);
    assertThat(counts.committable()).isEqualTo(7);
  }

  @Test
  void listenersHearNothingOfNewRowsWhereOnlyOthersAreSettled() {
    changes.record("Edit", List.of(edit(1, NAME, "x"), add(1, SKU, "A")));
    List<Boolean> heard = new ArrayList<>();
    changes.addListener(heard::add);
    Settlement settlement = Settlement.of(changes.snapshot(), Set.of(new RowKey.Id(1)));
    assertThat(changes.isCurrent(settlement)).isTrue();
    changes.settle(settlement, List.of());
    assertThat(heard).containsExactly(false);
    assertThat(changes.isCurrent(settlement)).isFalse();
  }

  @Test
  void noEditOrUndoLetsARowBeAddedThatMayBeInAlready() {
    changes.record("Add row", List.of(add(1, SKU, "A")));
    changes.record("Edit", List.of(add(1, NAME, "x")));
    RowChange.Add row = (RowChange.Add) changes.changes().iterator().next();
    changes.refuse(Map.of(row.key(), List.of(problem("", RowProblem.Severity.CONFLICT))));
    assertThat(changes.committable()).isEmpty();
    changes.record("Edit", List.of(add(1, NAME, "y")));
    assertThat(changes.committable()).as("after an edit").isEmpty();
    changes.undo();
    changes.undo();
    assertThat(changes.committable()).as("after two undos").isEmpty();
    changes.undo();
    changes.redo();
    assertThat(changes.changes()).hasSize(1);
    assertThat(changes.committable()).as("after all is undone and redone").isEmpty();
    ChangeSet again = new ChangeSet(Products.SCHEMA);
    changes.history().actions().forEach(again::replay);
    assertThat(again.changes()).containsExactlyElementsOf(changes.changes());
    RowChange mine = changes.changes().iterator().next().withProblems(List.of());
    changes.record(changes.current().replaced("Resolve", List.of(mine), List.of()));
    assertThat(changes.committable()).as("when the user has decided").hasSize(1);
    changes.undo();
    assertThat(changes.committable()).as("when that is undone").isEmpty();
  }
}
