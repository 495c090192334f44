package app.pallet.workspace.pending;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.writing.RefusedRow;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Compares the changes of a draft with the catalogue as it is now, row by row. Reads the catalogue,
 * so it must not run on the owner thread of a window.
 */
final class RestoredRows {

  private static final int PORTION = 10_000;

  private final RowReader reader;

  RestoredRows(RowReader reader) {
    this.reader = reader;
  }

  /**
   * The conflicts of rows that somebody else has deleted meanwhile, or in which they changed what
   * is to be changed. Other columns of a row to be edited may have changed.
   */
  Map<RowKey, List<RowProblem>> conflicts(Collection<RowChange> changes) {
    Map<RowKey, List<RowProblem>> conflicts = new LinkedHashMap<>();
    List<RowChange> portion = new ArrayList<>();
    for (RowChange change : changes) {
      if (change.key() instanceof RowKey.Stored) {
        portion.add(change);
      }
      if (portion.size() == PORTION) {
        check(portion, conflicts);
        portion.clear();
      }
    }
    check(portion, conflicts);
    return conflicts;
  }

  private void check(List<RowChange> changes, Map<RowKey, List<RowProblem>> conflicts) {
    if (changes.isEmpty()) {
      return;
    }
    Map<RowKey, Row> rows = reader.byKey(changes.stream().map(RowChange::key).toList());
    for (RowChange change : changes) {
      conflict(change, rows.get(change.key()))
          .ifPresent(problem -> conflicts.put(change.key(), List.of(problem)));
    }
  }

  private static Optional<RowProblem> conflict(RowChange change, @Nullable Row row) {
    if (row == null) {
      return Optional.of(RefusedRow.deleted(change));
    }
    boolean isSame =
        switch (change) {
          case RowChange.Add add -> true;
          case RowChange.Edit edit -> holds(row, edit.before());
          case RowChange.Delete delete ->
              delete.stamp() == RowStamp.Seen.BY_VALUES
                  ? holds(row, delete.before())
                  : delete.stamp().equals(row.stamp());
        };
    return isSame ? Optional.empty() : Optional.of(RefusedRow.changed(change));
  }

  private static boolean holds(Row row, RowValues values) {
    for (Column column : values.columns().asList()) {
      if (!isSame(row.values().get(column), values.get(column))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isSame(@Nullable Object one, @Nullable Object other) {
    return (one instanceof BigDecimal a && other instanceof BigDecimal b)
        ? a.compareTo(b) == 0
        : Objects.equals(one, other);
  }
}
