package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.RowsByKey;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at rows once they are written, in the same transaction, where triggers or rules of a table
 * may have made something else of them: a row that is not there, or is as it was before, counts as
 * refused, and what differs is told.
 */
final class ReadBack {

  private static final int ROWS_A_QUERY = 500;

  private final CatalogueDatabase database;
  private final ColumnSet data;

  ReadBack(CatalogueDatabase database) {
    this.database = database;
    this.data = ColumnSet.of(database.schema().dataWithoutId());
  }

  /**
   * Looks at the rows that count as written.
   *
   * @param written told what became of them
   */
  void look(Connection connection, TransactionRows written) throws SQLException {
    if (!database.mayChangeRows()) {
      return;
    }
    RowsByKey rows = database.rows(connection, data.asList());
    for (List<RowChange> slice : CommitPlan.slices(written.written(), ROWS_A_QUERY)) {
      @Nullable Row[] now = rows.find(slice.stream().map(row -> key(row, written)).toList());
      for (int i = 0; i < now.length; i++) {
        judge(slice.get(i), now[i], written);
      }
    }
  }

  private static RowKey.Stored key(RowChange row, TransactionRows written) {
    return switch (row.key()) {
      case RowKey.Stored stored -> stored;
      case RowKey.New added -> Objects.requireNonNull(written.ids().get(added));
    };
  }

  private void judge(RowChange row, @Nullable Row now, TransactionRows written) {
    boolean isDelete = row instanceof RowChange.Delete;
    if (isDelete == (now == null)) {
      if (now != null) {
        compare(row, now.values(), written);
      }
    } else {
      written.refused(RefusedRow.unwritten(row), row);
    }
  }

  private void compare(RowChange row, RowValues now, TransactionRows written) {
    List<Column> others = row.after().only(data::contains).differences(now);
    if (others.isEmpty()) {
      return;
    }
    if (row instanceof RowChange.Edit edit
        && edit.before().only(data::contains).differences(now).isEmpty()) {
      written.refused(RefusedRow.unwritten(row), row);
      return;
    }
    written.altered(
        row,
        others.stream()
            .map(column ->
                "A trigger or rule of the table changed %s to %s"
                    .formatted(column.label(), shown(column, now.get(column))))
            .collect(Collectors.joining("; ")));
  }

  private static String shown(Column column, @Nullable Object value) {
    String text = CellText.plain(column, value);
    return text.isEmpty() ? "an empty cell" : text;
  }
}
