package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeAction;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.StepOrigins;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which bytes of a draft no longer matter, counted against those that do. */
final class FrameTallyTest {

  private static final int MANY = 1 << 20;
  private static final ChangeAction.Step STEP =
      new ChangeAction.Step("Edit", List.of(), StepOrigins.NONE);
  private static final DraftFrame DONE = new DraftFrame.Acted(STEP);
  private static final DraftFrame UNDONE = new DraftFrame.Acted(new ChangeAction.Undo());
  private static final DraftFrame REDONE = new DraftFrame.Acted(new ChangeAction.Redo());
  private static final DraftFrame SETTLED =
      new DraftFrame.Acted(new ChangeAction.Settle(Set.of(), List.of()));

  private final FrameTally tally = new FrameTally();

  /** Adds bytes that no longer matter until the file is due: one short of that it must not be. */
  private void assertDead(int bytes, int least) {
    tally.add(SETTLED, least - bytes);
    assertThat(tally.isMostlyDead()).isFalse();
    tally.add(SETTLED, 1);
    assertThat(tally.isMostlyDead()).isTrue();
  }

  @Test
  void aFileIsDueOnceMoreThanAMegabyteOfItIsDead() {
    assertDead(0, MANY);
  }

  @Test
  void aFileIsDueOnceMoreOfItIsDeadThanNot() {
    tally.add(new DraftFrame.Header("product", "", "ann", 0), MANY);
    tally.add(DONE, MANY);
    assertDead(0, 2 * MANY);
  }

  @Test
  void whatIsUndoneMattersUntilSomethingElseIsDone() {
    tally.add(DONE, 2 * MANY);
    tally.add(UNDONE, 10);
    assertThat(tally.isMostlyDead()).isFalse();
    tally.add(DONE, 5);
    assertThat(tally.isMostlyDead()).isTrue();
  }

  @Test
  void whatIsDoneAgainMatters() {
    tally.add(DONE, 2 * MANY);
    tally.add(UNDONE, 10);
    tally.add(REDONE, 10);
    tally.add(DONE, 5);
    assertDead(20, 2 * MANY + 5);
  }

  @Test
  void aPreparedStepMattersUntilAnotherIsPrepared() {
    tally.add(new DraftFrame.Prepared(1, STEP), 2 * MANY);
    assertThat(tally.isMostlyDead()).isFalse();
    tally.add(new DraftFrame.Prepared(2, STEP), 5);
    assertThat(tally.isMostlyDead()).isTrue();
  }

  @Test
  void aPreparedStepIsGivenUpOnce() {
    tally.add(new DraftFrame.Prepared(1, STEP), 10);
    tally.add(new DraftFrame.Prepared(2, STEP), 5);
    tally.add(new DraftFrame.Prepared(3, STEP), 7);
    assertDead(15, MANY);
  }

  @Test
  void whatIsDoneAgainCanBeUndoneAgain() {
    tally.add(DONE, 2 * MANY);
    tally.add(DONE, 5);
    tally.add(UNDONE, 10);
    tally.add(UNDONE, 10);
    tally.add(REDONE, 10);
    tally.add(UNDONE, 10);
    tally.add(DONE, 5);
    assertThat(tally.isMostlyDead()).isTrue();
  }

  @Test
  void aStepThatWasPreparedAndDoneMattersOnce() {
    tally.add(new DraftFrame.Prepared(1, STEP), 2 * MANY);
    tally.add(new DraftFrame.Recorded(1), 10);
    tally.add(new DraftFrame.Prepared(2, STEP), 5);
    assertDead(10, 2 * MANY + 5);
  }

  @Test
  void aStepThatWasPreparedAndDoneIsUndoneLikeAnyOther() {
    tally.add(new DraftFrame.Prepared(1, STEP), 2 * MANY);
    tally.add(new DraftFrame.Recorded(1), 10);
    tally.add(UNDONE, 10);
    tally.add(DONE, 5);
    assertThat(tally.isMostlyDead()).isTrue();
  }

  @Test
  void aStepWhosePreparationIsGoneIsNone() {
    tally.add(new DraftFrame.Recorded(1), 10);
    assertDead(10, MANY);
  }

  @Test
  void whatACommitLeavesToBeDoneIsAStep() {
    RowKey.Id key = new RowKey.Id(1);
    List<ChangeAction.Result> later = List.of(new ChangeAction.Result(key, (RowChange) null));
    tally.add(new DraftFrame.Acted(new ChangeAction.Settle(Set.of(key), later)), 2 * MANY);
    assertDead(0, 2 * MANY);
  }

  @Test
  void remarksAndCommitsMatterNoMoreOnceTheyAreRead() {
    tally.add(new DraftFrame.Acted(new ChangeAction.Remark(List.of())), 3);
    tally.add(new DraftFrame.CommitStarted("a"), 4);
    tally.add(new DraftFrame.CommitEnded("a"), 5);
    assertDead(12, MANY);
  }
}
