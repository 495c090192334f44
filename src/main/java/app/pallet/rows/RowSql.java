package app.pallet.rows;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.database.CellStorage;
import app.pallet.database.SortKey;
import app.pallet.database.SqlName;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.TableSchema;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  /** Selects the ids of a query in its order; {@link #bindSearch} binds its parameters. */
  String selectIds(RowQuery query) {
    return selectIds(query, IdRange.ALL);
  }

  /** The same for a stretch of ids only. */
  String selectIds(RowQuery query, IdRange range) {
    String id = SqlName.quote(schema.id().name());
    String where = pattern(query).map(pattern -> " WHERE " + condition(pattern)).orElse("");
    if (!range.equals(IdRange.ALL)) {
      where +=
          "%s %s BETWEEN %d AND %d"
              .formatted(where.isEmpty() ? " WHERE" : " AND", id, range.first(), range.last());
    }
    String order = query.sort().map(RowSql::orderBy).orElse("") + id;
    return "SELECT " + id + from() + where + " ORDER BY " + order;
  }

  /** Selects the least and the greatest id. */
  String selectIdRange() {
    String id = SqlName.quote(schema.id().name());
    return "SELECT (SELECT min(%1$s)%2$s), (SELECT max(%1$s)%2$s)".formatted(id, from());
  }

  /** Binds what {@link #selectIds} asks for. */
  void bindSearch(PreparedStatement statement, RowQuery query) throws SQLException {
    Optional<SearchPattern> pattern = pattern(query);
    int index = 1;
    for (Optional<String> text :
        List.of(pattern.flatMap(SearchPattern::like), pattern.flatMap(SearchPattern::glob))) {
      if (text.isPresent()) {
        statement.setString(index++, text.get());
      }
    }
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

  /** The row a result of {@link #selectByKeys} stands at. */
  Row read(ResultSet result) throws SQLException {
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

  private static Optional<SearchPattern> pattern(RowQuery query) {
    return query.search().isBlank()
        ? Optional.empty()
        : Optional.of(SearchPattern.containing(query.search()));
  }

  private String condition(SearchPattern pattern) {
    return schema.columns().stream()
        .filter(column -> column.type().isText())
        .map(column -> contains(SqlName.quote(column.name()), pattern))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" OR "), any -> any.isEmpty() ? "FALSE" : "(" + any + ")"));
  }

  private static String contains(String column, SearchPattern pattern) {
    // Without a LIKE the text is all beyond ASCII: a cell of ASCII letters alone can't contain it.
    String first =
        pattern.like().isPresent()
            ? column + " LIKE ?1 ESCAPE '" + SearchPattern.ESCAPE + "'"
            : "octet_length(" + column + ") > length(" + column + ")";
    int parameter = pattern.like().isPresent() ? 2 : 1;
    String second = pattern.glob().isPresent() ? " AND " + column + " GLOB ?" + parameter : "";
    return "(" + first + second + ")";
  }

  private static String orderBy(SortOrder sort) {
    String column = SqlName.quote(sort.column().name());
    String key = sort.column().type().isText() ? SortKey.expression(column) : column;
    return key
        + (sort.direction() == SortOrder.Direction.ASCENDING ? " ASC" : " DESC")
        + " NULLS LAST, ";
  }
}
