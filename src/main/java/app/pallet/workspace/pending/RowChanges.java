package app.pallet.workspace.pending;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Objects;

/** Turns the user's wishes for a row into a change of it. */
public final class RowChanges {

  private RowChanges() {}

  /**
   * A change of a row to these values, with these problems. Cells that can't be written in the row
   * stay as they are.
   */
  public static RowChange of(
      ViewRow row, RowValues after, RowOrigin origin, List<RowProblem> problems) {
    return switch (row.key()) {
      case RowKey.New key -> new RowChange.Add(key, after, origin, problems);
      case RowKey.Stored key -> {
        var stored = Objects.requireNonNull(row.stored(), "an existing row is stored");
        List<Column> fixed =
            after.columns().asList().stream().filter(c -> !row.isWritable(c)).toList();
        RowValues written = fixed.isEmpty() ? after : after.only(row::isWritable);
        RowValues before = stored.values().only(written::has);
        yield new RowChange.Edit(key, before, written, stored.stamp(), problems);
      }
    };
  }

  /** The addition of a row with these cells, and the defaults of columns it says nothing about. */
  public static RowChange.Add addition(TableSchema schema, RowKey.New key, RowMapping cells) {
    RowValues defaults =
        defaults(schema).only(c -> cells.problems().stream().noneMatch(p -> p.concerns(c)));
    return new RowChange.Add(key, defaults.plus(cells.values()), cells.origin(), cells.problems());
  }

  /** The default values of a new row. */
  static RowValues defaults(TableSchema schema) {
    List<Column> columns =
        schema.dataColumns().stream().filter(c -> c.defaultValue() != null).toList();
    return RowValues.of(
        ColumnSet.of(columns), columns.stream().map(Column::defaultValue).toArray());
  }

  /** The deletion of a row of the database. */
  public static RowChange.Delete deletion(ViewRow row) {
    var stored = Objects.requireNonNull(row.stored(), "an existing row is stored");
    return new RowChange.Delete(stored.key(), stored.values(), stored.stamp(), List.of());
  }
}
