package app.pallet.change;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table and changes of its rows, for the tests of this package. */
public final class Products {

  static final Column ID =
      Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
  static final Column SKU = Column.builder("sku", ColumnType.TEXT).required().unique().build();
  static final Column NAME = Column.builder("name", ColumnType.TEXT).build();
  static final Column STOCK = Column.builder("stock", ColumnType.WHOLE_NUMBER).build();
  public static final TableSchema SCHEMA =
      new TableSchema("product", List.of(ID, SKU, NAME, STOCK), "sku");
  static final List<Column> DATA = SCHEMA.dataColumns();

  private Products() {}

  /** The row of this key as the database holds it. */
  static Row stored(long id) {
    ColumnSet columns = ColumnSet.of(SKU, NAME, STOCK);
    return new Row(
        new RowKey.Id(id),
        RowStamp.Counted.of(7),
        RowValues.of(columns, new Object[] {"S" + id, "name " + id, id}));
  }

  static RowChange.Edit edit(long id, Column column, @Nullable Object value) {
    Row row = stored(id);
    return new RowChange.Edit(
        row.key(),
        RowValues.of(column, row.values().get(column)),
        RowValues.of(column, value),
        row.stamp(),
        List.of());
  }

  static RowChange.Edit badEdit(long id, RowProblem problem) {
    Row row = stored(id);
    return new RowChange.Edit(
        row.key(), RowValues.EMPTY, RowValues.EMPTY, row.stamp(), List.of(problem));
  }

  public static RowChange.Delete delete(long id) {
    Row row = stored(id);
    return new RowChange.Delete(row.key(), row.values(), row.stamp(), List.of());
  }

  static RowChange.Add add(long number, Column column, @Nullable Object value) {
    return add(number, RowValues.of(column, value), List.of());
  }

  static RowChange.Add add(long number, RowValues values, List<RowProblem> problems) {
    return new RowChange.Add(new RowKey.New(number), values, RowOrigin.TYPED, problems);
  }

  static RowProblem problem(Column column) {
    return problem(column.name(), RowProblem.Severity.ERROR);
  }

  /** A problem of a column, or of the whole row where the name is empty. */
  static RowProblem problem(String column, RowProblem.Severity severity) {
    return new RowProblem(RowOrigin.TYPED, column, "abc", "Is wrong", "", severity);
  }
}
