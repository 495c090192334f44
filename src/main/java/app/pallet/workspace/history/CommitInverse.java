package app.pallet.workspace.history;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the changes that undo committed ones: it deletes an added row, gives an edited row its
 * older values, and adds a deleted row again under a new key. A row that was changed since then is
 * marked as in conflict, and the next commit finds the conflict too, so that nothing is overwritten
 * silently. Stateless except for the keys that it gives out.
 */
final class CommitInverse {

  private static final RowOrigin ORIGIN = new RowOrigin("history", 0);

  private final TableSchema schema;
  private final Supplier<RowKey.New> keys;

  /**
   * Makes inverses for a table.
   *
   * @param keys gives keys for rows to be added
   */
  CommitInverse(TableSchema schema, Supplier<RowKey.New> keys) {
    this.schema = schema;
    this.keys = keys;
  }

  /**
   * The inverse of a change.
   *
   * @param current the row as it is now, or null if it is not there
   * @return empty if there is nothing to undo
   */
  Optional<RowChange> of(CommittedChange committed, @Nullable Row current) {
    return switch (committed.change()) {
      case RowChange.Add add -> Optional.ofNullable(current).map(row -> deletion(committed, row));
      case RowChange.Edit edit when current == null -> Optional.of(gone(committed, edit));
      case RowChange.Edit edit -> back(committed, edit, Objects.requireNonNull(current));
      case RowChange.Delete delete -> Optional.of(addition(delete));
    };
  }

  private RowChange deletion(CommittedChange committed, Row current) {
    RowValues then = asAdded(committed.change().after());
    return then.differences(current.values()).isEmpty()
        ? new RowChange.Delete(current.key(), current.values(), current.stamp(), List.of())
        : new RowChange.Delete(
            current.key(), then, committed.stampAfter(), conflict("Was changed since that commit"));
  }

  /**
   * The row after it was added. A column without a value in the commit got its default; what the
   * database itself filled is not known.
   */
  private RowValues asAdded(RowValues added) {
    List<Column> columns =
        schema.dataWithoutId().stream().filter(c -> added.has(c) || !c.isFilled()).toList();
    return RowValues.of(
        ColumnSet.of(columns),
        columns.stream().map(c -> added.has(c) ? added.get(c) : c.defaultValue()).toArray());
  }

  private static RowChange gone(CommittedChange committed, RowChange.Edit edit) {
    return new RowChange.Edit(
        edit.key(),
        edit.after(),
        edit.before(),
        committed.stampAfter(),
        conflict("Was deleted since that commit"));
  }

  private static Optional<RowChange> back(
      CommittedChange committed, RowChange.Edit edit, Row current) {
    List<Column> wanted = new ArrayList<>();
    boolean changedSince = false;
    for (Column column : edit.after().columns().asList()) {
      if (!isSame(edit.before(), current, column)) {
        wanted.add(column);
        changedSince |= !isSame(edit.after(), current, column);
      }
    }
    if (wanted.isEmpty()) {
      return Optional.empty();
    }
    RowValues before = edit.before().only(wanted::contains);
    return Optional.of(
        changedSince
            ? new RowChange.Edit(
                edit.key(),
                edit.after().only(wanted::contains),
                before,
                committed.stampAfter(),
                conflict("Was changed since that commit"))
            : new RowChange.Edit(
                edit.key(),
                current.values().only(wanted::contains),
                before,
                current.stamp(),
                List.of()));
  }

  private RowChange addition(RowChange.Delete delete) {
    List<Column> known =
        schema.dataColumns().stream().filter(column -> delete.before().has(column)).toList();
    RowValues values =
        RowValues.of(
            ColumnSet.of(known), known.stream().map(c -> delete.before().get(c)).toArray());
    return new RowChange.Add(keys.get(), values, ORIGIN, List.of());
  }

  private static boolean isSame(RowValues values, Row current, Column column) {
    return Objects.equals(values.get(column), current.values().get(column));
  }

  private static List<RowProblem> conflict(String message) {
    return List.of(new RowProblem(ORIGIN, "", "", message, "", Severity.CONFLICT));
  }
}
