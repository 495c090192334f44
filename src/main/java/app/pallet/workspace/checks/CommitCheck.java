package app.pallet.workspace.checks;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.CatalogueException;
import app.pallet.rows.RowReader;
import app.pallet.rows.references.DependentRows;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Checks the changes of a commit before anything is written, and makes the day's backup. It does
 * not ask the user: the findings go to somebody who can. Any thread but the owner's.
 */
public final class CommitCheck implements Work<CommitFindings> {

  private final CatalogueDatabase database;
  private final List<RowChange> wanted;
  private final GuardLimits limits;
  private final Optional<CatalogueBackups> backups;

  /**
   * A check of changes.
   *
   * @param wanted the changes that can be committed
   * @param backups where the day's backup goes; empty for none
   */
  public CommitCheck(
      CatalogueDatabase database,
      List<RowChange> wanted,
      GuardLimits limits,
      Optional<CatalogueBackups> backups) {
    this.database = database;
    this.wanted = wanted;
    this.limits = limits;
    this.backups = backups;
  }

  @Override
  public CommitFindings run(WorkMonitor monitor) {
    monitor.begin("Checking changes", wanted.size());
    RowReader reader = new RowReader(database);
    Map<RowKey, List<RowProblem>> doubles =
        new LinkedHashMap<>(UniqueCheck.run(database.schema(), reader, wanted));
    KeyCheck.run(database.schema(), reader, wanted).forEach(doubles::putIfAbsent);
    GuardTally tally = new GuardTally(database.schema(), limits);
    for (RowChange change : wanted) {
      if (!doubles.containsKey(change.key())) {
        tally.add(change);
      }
    }
    List<CommitWarning> warnings = new ArrayList<>(tally.warnings(reader, reader::count));
    DependentRows.of(database, wanted)
        .forEach(rows -> warnings.add(new CommitWarning.RowsReferring(rows)));
    Optional<String> noBackup = backUp(monitor);
    if (monitor.isCancelled()) {
      throw new CancellationException("commit");
    }
    return new CommitFindings(wanted.size() - doubles.size(), doubles, warnings, noBackup);
  }

  private Optional<String> backUp(WorkMonitor monitor) {
    try {
      if (backups.isPresent() && backups.get().isDue(database.file())) {
        backups.get().make(database.file(), monitor);
      }
      return Optional.empty();
    } catch (CatalogueException e) { // the user decides whether to go on without
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }
}
