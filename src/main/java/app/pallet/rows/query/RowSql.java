package app.pallet.rows.query;

import app.pallet.engine.sqlite.SortKey;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.rows.keys.IdRange;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that read a product table. Immutable. */
public final class RowSql {

  private final TableSchema schema;

  public RowSql(TableSchema schema) {
    this.schema = schema;
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
