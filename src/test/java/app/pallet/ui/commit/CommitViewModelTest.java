package app.pallet.ui.commit;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommitViewModelTest {
  private final CommitViewModel commit = new CommitViewModel(CommitPlan.DEFAULT);

  @ParameterizedTest
  @CsvSource({"0,Nothing to commit", "1,Commit 1 change", "1204,'Commit 1,204 changes'"})
  void theButtonSaysHowMuchItCommits(int changes, String text) {
    commit.show(new ChangeCounts(0, changes, 0, 0));
    assertThat(commit.buttonTextProperty().get()).isEqualTo(text);
  }

  @Test
  void changesWithProblemsAreNotCounted() {
    commit.show(new ChangeCounts(2, 10, 0, 3));
    assertThat(commit.buttonTextProperty().get()).isEqualTo("Commit 9 changes");
    assertThat(commit.hintProperty().get()).contains("3 changes with problems stay pending");
  }

  @Test
  void withOnlyProblemsNothingCanBeCommitted() {
    commit.show(new ChangeCounts(0, 3, 0, 3));
    assertThat(commit.blockedProperty().get()).isTrue();
  }

  @Test
  void runningWorkBlocksTheButton() {
    commit.show(new ChangeCounts(1, 0, 0, 0));
    assertThat(commit.blockedProperty().get()).isFalse();
    commit.busyProperty().set(true);
    assertThat(commit.blockedProperty().get()).isTrue();
  }

  @Test
  void whileItRunsTheButtonSaysSo() {
    commit.show(new ChangeCounts(1, 0, 0, 0));
    commit.committingProperty().set(true);
    assertThat(commit.buttonTextProperty().get()).isEqualTo("Committing…");
  }

  @Test
  void thePlanIsWhatWasChosen() {
    commit.modeProperty().set(CommitMode.ADD_ALL);
    commit.batchSizeProperty().set(250);
    commit.scopeProperty().set(TransactionScope.ALL_OR_NOTHING);
    assertThat(commit.plan())
        .isEqualTo(new CommitPlan(CommitMode.ADD_ALL, 250, TransactionScope.ALL_OR_NOTHING));
  }
}
