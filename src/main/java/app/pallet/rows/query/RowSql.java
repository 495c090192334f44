package app.pallet.rows.query;

import app.pallet.engine.Dialect;
import app.pallet.rows.keys.IdRange;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.List;

/** The statements that read a product table. Immutable. */
public final class RowSql {

  private final Dialect dialect;
  private final TableSchema schema;

  /** The statements for a table in an engine's own SQL. */
  public RowSql(Dialect dialect, TableSchema schema) {
    this.dialect = dialect;
    this.schema = schema;
  }

  /** The table that is read. */
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
    return new WhereClause(dialect, schema, query, range);
  }

  /** Selects the ids of a query in its order; the condition binds its parameters. */
  public String selectIds(RowQuery query, WhereClause where) {
    String id = id();
    String order = query.sort().map(sort -> order(sort) + ", ").orElse("") + id;
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
    String id = id();
    List<String> names =
        searched(schema).stream().map(column -> dialect.quote(column.name())).toList();
    return "SELECT %1$s, %2$s AS texts%3$s WHERE %1$s > ?1 ORDER BY %1$s LIMIT ?2"
        .formatted(id, dialect.searchedTexts(names), from());
  }

  /** Selects the least and the greatest id. */
  public String selectIdRange() {
    String id = id();
    return "SELECT (SELECT min(%1$s)%2$s), (SELECT max(%1$s)%2$s)".formatted(id, from());
  }

  /**
   * Selects the most frequent values of a column with their numbers of rows, how many values there
   * are and how many rows; its last parameter, behind the condition's, is how many values at most.
   */
  public String selectFacet(Column column, WhereClause where) {
    String name = dialect.quote(column.name());
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
    String value = dialect.quote(column.name());
    return "SELECT DISTINCT length(%s)%s WHERE %s"
        .formatted(value, from(), dialect.isZeroed(value));
  }

  private String from() {
    return " FROM " + dialect.quote(schema.table());
  }

  private String id() {
    return dialect.quote(schema.id().name());
  }

  private String order(SortOrder sort) {
    return dialect.order(sort.column(), sort.direction() == SortOrder.Direction.DESCENDING);
  }
}
