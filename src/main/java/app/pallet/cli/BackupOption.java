package app.pallet.cli;

import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Whether a command that changes a catalogue makes the backup of the day before. */
final class BackupOption {

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
