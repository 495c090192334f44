package app.pallet.rows;

import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.RowName;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.WriteRule;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Counts the cells in which another program stored what their column can't hold, among the rows it
 * is shown, and names the first of them. Confined to one thread.
 */
public final class UnreadableCells {

  /** Cells that are named; the others are only counted. */
  private static final int NAMED = 10;

  private final TableSchema schema;
  private final Collection<Column> columns;
  private final List<String> named = new ArrayList<>();
  private long count;

  /**
   * Looks at some columns of a table.
   *
   * @param columns the ones that matter
   */
  public UnreadableCells(TableSchema schema, Collection<Column> columns) {
    this.schema = schema;
    this.columns = List.copyOf(columns);
  }

  /** Looks at a row. */
  public void look(RowValues row) {
    for (Column column : columns) {
      if (row.get(column) instanceof UnreadableValue value && !isMeant(column, value)) {
        count++;
        if (named.size() < NAMED) {
          named.add(sentence(row, column, value));
        }
      }
    }
  }

  /** Whether the column is one for bytes, which can only be shown. */
  private static boolean isMeant(Column column, UnreadableValue value) {
    return value.isMeant(column)
        || (column.write() == WriteRule.NEVER && value.form() == UnreadableValue.Form.BYTES);
  }

  private String sentence(RowValues row, Column column, UnreadableValue value) {
    String name =
        RowName.of(schema, each -> row.has(each) ? CellText.plain(each, row.get(each)) : "")
            .orElse("A row without " + schema.match().label());
    return "%s: %s holds '%s'; accepted is %s"
        .formatted(
            name,
            column.label(),
            CellText.beginning(value.text()),
            value.rejected(column).accepted());
  }

  /** How many there are. */
  public long count() {
    return count;
  }

  /** The first of them, each as a sentence with the product's name, its column and its text. */
  public List<String> named() {
    return Collections.unmodifiableList(named);
  }
}
