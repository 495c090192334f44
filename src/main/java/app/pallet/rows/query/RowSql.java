package app.pallet.rows.query;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.engine.sqlite.CellStorage;
import app.pallet.engine.sqlite.SortKey;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.rows.keys.IdRange;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The statements that read a product table, and rows from their results. Immutable. */
public final class RowSql {

  private final TableSchema schema;
  private final ColumnSet columns;
  private final int idIndex;
  private final int versionIndex;
  private final String select;

  public RowSql(TableSchema schema) {
    this.schema = schema;
    this.columns = ColumnSet.of(schema.columns());
    this.idIndex = schema.indexOf(schema.id());
    this.versionIndex = schema.of(ColumnRole.VERSION).map(schema::indexOf).orElse(-1);
    this.select =
        schema.columns().stream()
            .map(column -> SqlName.quote(column.name()))
            .collect(Collectors.joining(", ", "SELECT ", from()));
  }

  public TableSchema schema() {
    return schema;
  }

  /** Counts the rows. */
  public String count() {
    return "SELECT count(*)" + from();
  }

  /** The condition for what a query leaves over. */
  public WhereClause where(RowQuery query) {
    return where(query, IdRange.ALL);
  }

  /** The same for a stretch of ids only. */
  public WhereClause where(RowQuery query, IdRange range) {
    return new WhereClause(schema, query, range);
  }

  /** Selects the ids of a query in its order; the condition binds its parameters. */
  public String selectIds(RowQuery query, WhereClause where) {
    String id = SqlName.quote(schema.id().name());
    String order = query.sort().map(RowSql::orderBy).orElse("") + id;
    return "SELECT " + id + from() + where.sql() + " ORDER BY " + order;
  }

  /** The columns a search looks into. */
  public static List<Column> searched(TableSchema schema) {
    return schema.columns().stream().filter(column -> column.type().isText()).toList();
  }

  /**
   * Selects the ids behind one, in their order, and the searched texts of each row, with ASCII
   * letters in lower case and a NUL character between two texts; the second parameter is how many
   * rows at most.
   */
  public String selectTexts() {
    String id = SqlName.quote(schema.id().name());
    return searched(schema).stream()
        .map(column -> SqlName.quote(column.name()))
        .collect(
            Collectors.joining(
                ", char(0), ",
                "SELECT " + id + ", lower(concat(",
                ")) AS texts" + from() + " WHERE " + id + " > ?1 ORDER BY " + id + " LIMIT ?2"));
  }

  /** Selects the least and the greatest id. */
  public String selectIdRange() {
    String id = SqlName.quote(schema.id().name());
    return "SELECT (SELECT min(%1$s)%2$s), (SELECT max(%1$s)%2$s)".formatted(id, from());
  }

  /**
   * Selects the most frequent values of a column with their numbers of rows, how many values there
   * are and how many rows; its last parameter, behind the condition's, is how many values at most.
   */
  public String selectFacet(Column column, WhereClause where) {
    String name = SqlName.quote(column.name());
    String value = column.type().isText() ? "nullif(" + name + ", '')" : name;
    return "SELECT v, n, count(*) OVER (), sum(n) OVER () FROM (SELECT "
        + value
        + " AS v, count(*) AS n"
        + from()
        + where.sql()
        + " GROUP BY 1) ORDER BY n DESC, v LIMIT ?";
  }

  /** Selects the rows whose key column has one of so many values. */
  public String selectByKeys(Column key, int count) {
    return select
        + " WHERE "
        + SqlName.quote(key.name())
        + " IN ("
        + String.join(", ", Collections.nCopies(count, "?"))
        + ")";
  }

  /** Selects id and value of the rows that have one of so many values in a column. */
  public String selectOwners(Column column, int count) {
    String value = SqlName.quote(column.name());
    return "SELECT %s, %s%s WHERE %s IN (%s)"
        .formatted(
            SqlName.quote(schema.id().name()),
            value,
            from(),
            value,
            String.join(", ", Collections.nCopies(count, "?")));
  }

  /** One row, if there are any. */
  public String selectAny() {
    return "SELECT 1%s LIMIT 1".formatted(from());
  }

  /** How long the values of a text column are that are digits and begin with a zero. */
  public String selectZeroedLengths(Column column) {
    String value = SqlName.quote(column.name());
    return "SELECT DISTINCT length(%1$s)%2$s WHERE %1$s >= '0' AND %1$s < '1' AND %1$s NOT GLOB '*[^0-9]*'"
        .formatted(value, from());
  }

  /** The row a result of {@link #selectByKeys} stands at. */
  public Row read(ResultSet result) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = CellStorage.read(result, i + 1, columns.get(i));
    }
    long id = result.getLong(idIndex + 1);
    long version = versionIndex < 0 ? RowChange.NO_VERSION : result.getLong(versionIndex + 1);
    return new Row(id, version, RowValues.of(columns, values));
  }

  private String from() {
    return " FROM " + SqlName.quote(schema.table());
  }

  private static String orderBy(SortOrder sort) {
    String column = SqlName.quote(sort.column().name());
    String key = sort.column().type().isText() ? SortKey.expression(column) : column;
    return key
        + (sort.direction() == SortOrder.Direction.ASCENDING ? " ASC" : " DESC")
        + " NULLS LAST, ";
  }
}
