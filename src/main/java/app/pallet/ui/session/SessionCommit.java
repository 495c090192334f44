package app.pallet.ui.session;

import app.pallet.commit.CommitReport;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.text.Counted;
import app.pallet.ui.commit.CommitViewModel;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.dialog.Questions;
import app.pallet.ui.safety.SafetyViewModel;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.checks.CommitFindings;
import app.pallet.workspace.checks.CommitWarning;
import java.util.Optional;

/**
 * Commits what is pending: looks at it, asks if something may be a mistake, and tells what became
 * of it. FX thread.
 */
public final class SessionCommit {

  private final Workspace workspace;
  private final CommitViewModel viewModel;
  private final CommitNarrator narrator;
  private final RowNavigation navigation;
  private final Notifier notifier;
  private final SessionEnd end;
  private final Panels panels;

  /**
   * Brings panels of the window into view.
   *
   * @param changes shows what is pending
   * @param problems shows what can't be committed
   */
  public record Panels(Runnable changes, Runnable problems) {}

  /** The commits of a workspace. */
  public SessionCommit(
      Workspace workspace,
      CommitViewModel viewModel,
      CommitNarrator narrator,
      RowNavigation navigation,
      Notifier notifier,
      SessionEnd end,
      Panels panels) {
    this.workspace = workspace;
    this.viewModel = viewModel;
    this.narrator = narrator;
    this.navigation = navigation;
    this.notifier = notifier;
    this.end = end;
    this.panels = panels;
  }

  /** Checks the pending changes, asks if something may be a mistake, and commits. */
  public void commit(SafetyViewModel safety, Questions questions) {
    workspace.checkCommit(
        safety.safety().limits(),
        Optional.of(safety.backups()),
        findings -> {
          switch (findings.asks() ? ask(findings, questions) : Questions.Commit.COMMIT) {
            case COMMIT -> commit(findings, safety.safety().history());
            case SHOW -> show(findings);
            case CANCEL -> {}
          }
        });
    viewModel.committingProperty().set(workspace.isCommitting());
  }

  private Questions.Commit ask(CommitFindings findings, Questions questions) {
    if (end.isLeaving()) { // there is another question, or nobody left to ask
      end.needsAnswer();
      return Questions.Commit.CANCEL;
    }
    return questions.committing(findings);
  }

  private void commit(CommitFindings findings, HistoryLimits limits) {
    if (!findings.doubles().isEmpty()) {
      String waiting = Counted.of(findings.doubles().size(), "row waits", "rows wait");
      notifier.show(
          Notice.warning(waiting, "A value that must be unique is taken"),
          "Show problems",
          panels.problems());
    }
    if (findings.rows() > 0) {
      viewModel.committingProperty().set(true);
      workspace.commit(
          viewModel.plan(),
          findings.doubles().keySet(),
          limits,
          narrator::happened,
          this::committed);
    }
  }

  /** Brings the worst of the rows that were warned about into view. */
  private void show(CommitFindings findings) {
    panels.changes().run();
    findings.warnings().stream()
        .filter(warning -> !warning.examples().isEmpty())
        .findFirst()
        .ifPresent(warning ->
            navigation.show(
                warning.examples().getFirst().key(),
                warning instanceof CommitWarning.PriceMoved moved ? moved.column().name() : ""));
  }

  private void committed(CommitReport report) {
    Notice notice = narrator.committed(report, workspace.database().settings());
    if (end.isBegun()) {
      end.committed(report, notice);
    } else {
      narrator.tell(notice);
    }
  }

  /** Measures the modes with what is pending. */
  public void compare() {
    workspace.compare(viewModel.plan(), narrator::compared);
  }
}
