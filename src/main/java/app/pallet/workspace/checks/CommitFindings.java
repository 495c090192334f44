package app.pallet.workspace.checks;

import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a check of the pending changes found before a commit.
 *
 * @param rows number of rows that can be committed
 * @param doubles the problems of rows that would give a unique value to two products; these rows
 *     wait
 * @param warnings possible slips
 * @param noBackup why the due backup could not be made; empty if it was made or not due
 */
public record CommitFindings(
    int rows,
    Map<RowKey, List<RowProblem>> doubles,
    List<CommitWarning> warnings,
    Optional<String> noBackup) {

  /** Keeps the map without copying it, because it may hold many rows. */
  public CommitFindings {
    doubles = Collections.unmodifiableMap(doubles);
    warnings = List.copyOf(warnings);
  }

  /** Whether the user should be asked before anything is written. */
  public boolean asks() {
    return rows > 0 && (noBackup.isPresent() || warnings.stream().anyMatch(CommitWarning::asks));
  }
}
