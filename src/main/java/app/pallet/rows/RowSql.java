package app.pallet.rows;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CellStorage;
import app.pallet.database.SortKey;
import app.pallet.database.SqlName;
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
final class RowSql {

  private final TableSchema schema;
  private final ColumnSet columns;
  private final int idIndex;
  private final int versionIndex;
  private final String select;

  RowSql(TableSchema schema) {
    this.schema = schema;
    this.columns = ColumnSet.of(schema.columns());
    this.idIndex = schema.indexOf(schema.id());
    this.versionIndex = schema.of(ColumnRole.VERSION).map(schema::indexOf).orElse(-1);
    this.select =
        schema.columns().stream()
            .map(column -> SqlName.quote(column.name()))
            .collect(Collectors.joining(", ", "SELECT ", from()));
  }

  TableSchema schema() {
    return schema;
  }

  /** Counts the rows. */
  String count() {
    return "SELECT count(*)" + from();
  }

  /** The condition for what a query leaves over. */
  WhereClause where(RowQuery query) {
    return where(query, IdRange.ALL);
  }

  /** The same for a stretch of ids only. */
  WhereClause where(RowQuery query, IdRange range) {
    return new WhereClause(schema, query, range);
  }

  /** Selects the ids of a query in its order; the condition binds its parameters. */
  String selectIds(RowQuery query, WhereClause where) {
    String id = SqlName.quote(schema.id().name());
    String order = query.sort().map(RowSql::orderBy).orElse("") + id;
    return "SELECT " + id + from() + where.sql() + " ORDER BY " + order;
  }

  /** The columns a search looks into. */
  static List<Column> searched(TableSchema schema) {
    return schema.columns().stream().filter(column -> column.type().isText()).toList();
  }

  /**
   * Selects the ids behind one, in their order, and the searched texts of each row, with ASCII
   * letters in lower case and a NUL character between two texts; the second parameter is how many
   * rows at most.
   */
  String selectTexts() {
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
  String selectIdRange() {
    String id = SqlName.quote(schema.id().name());
    return "SELECT (SELECT min(%1$s)%2$s), (SELECT max(%1$s)%2$s)".formatted(id, from());
  }

  /**
   * Selects the most frequent values of a column with their numbers of rows, how many values there
   * are and how many rows; its last parameter, behind the condition's, is how many values at most.
   */
  String selectFacet(Column column, WhereClause where) {
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
  String selectByKeys(Column key, int count) {
    return select
        + " WHERE "
        + SqlName.quote(key.name())
        + " IN ("
        + String.join(", ", Collections.nCopies(count, "?"))
        + ")";
  }

  /** Selects id and value of the rows that have one of so many values in a column. */
  String selectOwners(Column column, int count) {
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
  String selectAny() {
    return "SELECT 1%s LIMIT 1".formatted(from());
  }

  /** How long the values of a text column are that are digits and begin with a zero. */
  String selectZeroedLengths(Column column) {
    String value = SqlName.quote(column.name());
    return "SELECT DISTINCT length(%1$s)%2$s WHERE %1$s >= '0' AND %1$s < '1' AND %1$s NOT GLOB '*[^0-9]*'"
        .formatted(value, from());
  }

  /** The row a result of {@link #selectByKeys} stands at. */
  Row read(ResultSet result) throws SQLException {
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = CellStorage.read(result, i + 1, columns.get(i));
    }
    RowKey.Stored key = new RowKey.Id(result.getLong(idIndex + 1));
    RowStamp stamp =
        versionIndex < 0
            ? RowStamp.Seen.BY_VALUES
            : RowStamp.Counted.of(result.getLong(versionIndex + 1));
    return new Row(key, stamp, RowValues.of(columns, values));
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
