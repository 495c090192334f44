package app.pallet.cli;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** How a command commits; the same three choices as in the window. */
final class CommitOptions {

  @Option(
      names = "--mode",
      converter = Modes.class,
      completionCandidates = Modes.class,
      defaultValue = "batch",
      paramLabel = "MODE",
      description = "How rows are written: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private CommitMode mode = CommitMode.BATCH;

  @Option(
      names = "--batch-size",
      defaultValue = "" + CommitPlan.DEFAULT_BATCH_SIZE,
      paramLabel = "ROWS",
      description = "Rows of a batch (default: ${DEFAULT-VALUE}).")
  private int batchSize = CommitPlan.DEFAULT_BATCH_SIZE;

  @Option(
      names = "--transaction",
      converter = Scopes.class,
      completionCandidates = Scopes.class,
      defaultValue = "per-batch",
      paramLabel = "SCOPE",
      description =
          "What is written together or not at all: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private TransactionScope scope = TransactionScope.PER_BATCH;

  /** The plan these options ask for. */
  CommitPlan plan() {
    return new CommitPlan(mode, batchSize, scope);
  }

  /** Spells commit modes. */
  static final class Modes extends KebabCase<CommitMode> {
    Modes() {
      super(CommitMode.class);
    }
  }

  /** Spells transaction scopes: all of the rows is just {@code all}. */
  static final class Scopes extends KebabCase<TransactionScope> {
    Scopes() {
      super(TransactionScope.class);
    }

    @Override
    String spell(TransactionScope scope) {
      return scope == TransactionScope.ALL_OR_NOTHING ? "all" : of(scope);
    }
  }

  /** Whether a command that changes a catalogue makes the backup of the day before. */
  static final class Backup {

    @Option(
        names = "--no-backup",
        description = "Makes no backup before the day's first command that changes a catalogue.")
    private boolean noBackup;

    /**
     * Makes the backup if it is due.
     *
     * @throws CatalogueException if it can't be made, so that nothing is written
     */
    void make(CatalogueBackups backups, Path catalogue, WorkMonitor monitor, CommandSpec spec)
        throws IOException {
      boolean holds = Files.exists(catalogue) && Files.size(catalogue) > 0;
      if (holds && !noBackup && backups.isDue(catalogue)) {
        try {
          backups.make(catalogue, monitor);
        } catch (CatalogueException e) {
          if (e.reason() == Reason.NO_BACKUP) {
            spec.commandLine().getErr().println("pallet: nothing is written; --no-backup goes on");
          }
          throw e;
        }
      }
    }
  }
}
