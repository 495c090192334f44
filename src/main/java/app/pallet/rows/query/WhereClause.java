package app.pallet.rows.query;

import app.pallet.engine.Dialect;
import app.pallet.engine.KeySql;
import app.pallet.engine.SearchWords;
import app.pallet.rows.keys.IdRange;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The condition of a statement for what a query leaves over, and the values bound to it: names of
 * columns are quoted, and nothing that a user has typed ever becomes a part of the SQL.
 */
public final class WhereClause {

  private final Dialect dialect;
  private final TableSchema schema;
  private final List<Object> parameters = new ArrayList<>();
  private final String sql;

  /** The condition for a query's search, filter and limit, in a stretch of row numbers only. */
  WhereClause(Dialect dialect, TableSchema schema, KeySql keys, RowQuery query, IdRange range) {
    this.dialect = dialect;
    this.schema = schema;
    List<String> conditions = new ArrayList<>();
    if (!range.equals(IdRange.ALL)) {
      conditions.add(
          "%s BETWEEN %s AND %s"
              .formatted(keys.number().orElseThrow(), bound(range.first()), bound(range.last())));
    }
    query
        .within()
        .ifPresent(rows -> conditions.add(keys.contains(bound(keys.parameter(rows.stream())))));
    if (!query.filter().isEmpty()) {
      conditions.add(sql(query.filter()));
    }
    for (SearchWords.Word word : SearchWords.of(query.search()).words()) {
      conditions.add(search(word));
    }
    sql = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
  }

  /** The condition with its keyword, or an empty text where no row is left out. */
  String sql() {
    return sql;
  }

  /**
   * Binds the values.
   *
   * @return index of the statement's next parameter
   */
  public int bind(PreparedStatement statement) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      switch (parameters.get(i)) {
        case Long number -> statement.setLong(i + 1, number);
        case Object text -> statement.setString(i + 1, text.toString());
      }
    }
    return parameters.size() + 1;
  }

  private String sql(Filter filter) {
    return switch (filter) {
      case Condition condition -> ConditionSql.of(dialect, condition, this::bound);
      case FilterGroup(var join, var parts) ->
          parts.stream()
              .map(this::sql)
              .collect(
                  Collectors.joining(join == FilterGroup.Join.ALL ? " AND " : " OR ", "(", ")"));
    };
  }

  private String search(SearchWords.Word word) {
    List<Column> texts = RowSql.searched(schema);
    if (texts.isEmpty()) {
      return "FALSE";
    }
    UnaryOperator<String> contains = dialect.contains(word, this::bound);
    return texts.stream()
        .map(column -> contains.apply(RowSql.searched(dialect, column)))
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** Takes a value to be bound, and gives the parameter that stands for it. */
  private String bound(Object stored) {
    parameters.add(stored);
    return "?" + parameters.size();
  }
}
