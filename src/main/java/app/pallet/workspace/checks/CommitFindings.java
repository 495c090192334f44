package app.pallet.workspace.checks;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a look at the pending changes found before a commit.
 *
 * @param rows how many rows can be committed
 * @param doubles the problems of rows that would give a unique value to two; they wait
 * @param warnings what may be a slip
 * @param noBackup why the backup that was due could not be made
 */
public record CommitFindings(
    int rows,
    Map<RowKey, List<RowProblem>> doubles,
    List<CommitWarning> warnings,
    Optional<String> noBackup) {

  /** Keeps the map as it is, behind an unmodifiable view: it may hold many rows. */
  public CommitFindings {
    doubles = Collections.unmodifiableMap(doubles);
    warnings = List.copyOf(warnings);
  }

  /** Whether the user should be asked before anything is written. */
  public boolean asks() {
    return rows > 0 && (noBackup.isPresent() || warnings.stream().anyMatch(CommitWarning::asks));
  }
}
