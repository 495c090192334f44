package app.pallet.rows.query;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Dialect;
import app.pallet.engine.KeySql;
import app.pallet.rows.keys.IdRange;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.List;
import java.util.stream.Collectors;

/** The statements that read a product table. Immutable. */
public final class RowSql {

  private final Dialect dialect;
  private final TableSchema schema;
  private final KeySql keys;

  /** The statements for an open table in its engine's own SQL. */
  public RowSql(CatalogueDatabase database) {
    this.dialect = database.dialect();
    this.schema = database.schema();
    this.keys = database.keys();
  }

  /** How its rows are found and named. */
  public KeySql keys() {
    return keys;
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

  /** The same for a stretch of row numbers only. */
  public WhereClause where(RowQuery query, IdRange range) {
    return new WhereClause(dialect, schema, keys, query, range);
  }

  /** Selects which rows a query has, in its order; the condition binds its parameters. */
  public String selectKeys(RowQuery query, WhereClause where) {
    return "SELECT " + keys.selected() + in(query, where);
  }

  /** The same with the rows' numbers only; only for a table that can be cut by numbers. */
  public String selectRowNumbers(RowQuery query, WhereClause where) {
    return "SELECT " + number() + in(query, where);
  }

  private String in(RowQuery query, WhereClause where) {
    String order = query.sort().map(sort -> order(sort) + ", ").orElse("") + keys.order();
    return from() + where.sql() + " ORDER BY " + order;
  }

  /** The columns a search looks into. */
  public static List<Column> searched(TableSchema schema) {
    return schema.columns().stream().filter(column -> column.type().isText()).toList();
  }

  /** A column as a search reads it. */
  static String searched(Dialect dialect, Column column) {
    String name = dialect.quote(column.name());
    return column.storage() == Column.Storage.BYTES ? dialect.shownBytes(name) : name;
  }

  /**
   * Selects the searched texts of the rows behind one, in their order, with ASCII letters in lower
   * case and a NUL character between two texts; then which row it is, beginning with its number
   * where rows have numbers. The first parameter is the number of the row before or, where there
   * are none, the row as a set; the second is how many rows at most.
   *
   * @param isFirst whether there is no row before
   */
  public String selectTexts(boolean isFirst) {
    List<String> names =
        searched(schema).stream().map(column -> searched(dialect, column)).toList();
    String behind =
        isFirst
            ? "?1 IS NULL"
            : keys.number().map(number -> number + " > ?1").orElseGet(() -> keys.follows("?1"));
    return "SELECT %s AS texts, %s%s WHERE %s ORDER BY %s LIMIT ?2"
        .formatted(dialect.searchedTexts(names), keys.selected(), from(), behind, keys.order());
  }

  /** Counts the rows up to a number, which is its parameter. */
  public String countUpTo() {
    return "SELECT count(*) FROM (SELECT 1%s LIMIT ?)".formatted(from());
  }

  /** Selects the least and the greatest number; only for a table that can be cut by numbers. */
  public String selectNumbers() {
    return "SELECT (SELECT min(%1$s)%2$s), (SELECT max(%1$s)%2$s)".formatted(number(), from());
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

  private String number() {
    return keys.number().orElseThrow();
  }

  private String order(SortOrder sort) {
    return sort.keys().stream()
        .map(key ->
            dialect.order(
                key.column(), key.direction() == SortOrder.Direction.DESCENDING, key.isNatural()))
        .collect(Collectors.joining(", "));
  }
}
