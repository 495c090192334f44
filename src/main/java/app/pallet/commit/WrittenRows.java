package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which rows of a transaction are written, and as what; and why others are not. */
final class WrittenRows {

  private final List<RowChange> rows;
  private final Map<RowKey, RowProblem> problems = new LinkedHashMap<>();
  private final Map<RowKey, RowChange> rebased = new HashMap<>();

  /** All of them, until the contrary is told. */
  WrittenRows(List<RowChange> rows) {
    this.rows = rows;
  }

  /** A row was not written. */
  void refused(RowProblem problem, RowChange row) {
    problems.put(row.key(), problem);
  }

  /** Rows were not written. */
  void refused(Map<RowKey, RowProblem> refusals) {
    problems.putAll(refusals);
  }

  /** A row was written over another version than the one the user saw. */
  void rebased(RowChange row) {
    rebased.put(row.key(), row);
  }

  /** Why rows were not written. */
  Map<RowKey, RowProblem> problems() {
    return problems;
  }

  /** Whether all of them are written just as they were given. */
  boolean areAsGiven() {
    return problems.isEmpty() && rebased.isEmpty();
  }

  /** The rows that are written, as they are, in their order. */
  List<RowChange> rows() {
    if (areAsGiven()) {
      return rows;
    }
    return rows.stream()
        .filter(row -> !problems.containsKey(row.key()))
        .map(row -> rebased.getOrDefault(row.key(), row))
        .toList();
  }
}
