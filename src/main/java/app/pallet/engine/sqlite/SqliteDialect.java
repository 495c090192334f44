package app.pallet.engine.sqlite;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.engine.Collation;
import app.pallet.engine.Dialect;
import app.pallet.engine.Failures;
import app.pallet.engine.KeyLookup;
import app.pallet.engine.KeySql;
import app.pallet.engine.NewKeys;
import app.pallet.engine.Promises;
import app.pallet.engine.RowsByKey;
import app.pallet.engine.SearchPattern;
import app.pallet.engine.SearchWords;
import app.pallet.engine.Transactions;
import app.pallet.engine.ValueCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.Referrer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.community.dialect.SQLiteDialect;
import org.jspecify.annotations.Nullable;

/** SQLite behind the seam. */
public final class SqliteDialect implements Dialect {

  @Override
  public String quote(String name) {
    return SqlName.quote(name);
  }

  @Override
  public ValueCodec codec(Column column) {
    return new SqliteCodec(column);
  }

  @Override
  public String unchanged(Column column) {
    String exactly = column.type() == ColumnType.TEXT ? " COLLATE BINARY" : "";
    return quote(column.name()) + " IS NOT DISTINCT FROM ?" + exactly;
  }

  @Override
  public String order(Column column, boolean descending, boolean natural) {
    String name = quote(column.name());
    String text = natural ? SortKey.natural(name) : SortKey.expression(name);
    return (column.type().isText() ? text : name) + (descending ? " DESC" : " ASC") + " NULLS LAST";
  }

  @Override
  public UnaryOperator<String> pattern(SearchPattern pattern, Function<Object, String> bound) {
    return LikePattern.of(pattern).condition(bound);
  }

  @Override
  public UnaryOperator<String> contains(SearchWords.Word word, Function<Object, String> bound) {
    if (!word.accented().isEmpty()) {
      String accented = bound.apply(word.accented());
      return column -> SortKey.containsAccented(column, accented);
    }
    String folded = bound.apply(word.folded());
    if (!word.folded().chars().allMatch(letter -> letter < 0x80)) {
      return column -> SortKey.contains(column, folded);
    }
    // What has the letters as they are need not be folded, nor what is of ASCII letters alone.
    UnaryOperator<String> plain = LikePattern.containing(word.folded()).condition(bound);
    return column -> "(%s OR %s)".formatted(plain.apply(column), SortKey.contains(column, folded));
  }

  @Override
  public String searchedTexts(List<String> names) {
    return "lower(concat(" + String.join(", char(0), ", names) + "))";
  }

  @Override
  public String isZeroed(String name) {
    return "%1$s >= '0' AND %1$s < '1' AND %1$s NOT GLOB '*[^0-9]*'".formatted(name);
  }

  @Override
  public String shownBytes(String name) {
    return "iif(typeof(%1$s) = 'blob', lower(hex(%1$s)), %1$s)".formatted(name);
  }

  @Override
  public List<String> sums(String name) {
    // Another program may have stored a cell that is not a whole number; none of these counts.
    String whole = "iif(typeof(%1$s) = 'integer', %1$s, NULL)".formatted(name);
    return List.of(
        "count(%1$s), 0, sum(%1$s), min(%1$s), max(%1$s)".formatted(name),
        // For a sum that does not fit 64 bits, which SQLite refuses.
        "count(%1$s), sum(%1$s >> 32), sum(%1$s & 4294967295), min(%1$s), max(%1$s)"
            .formatted(whole));
  }

  @Override
  public KeySql keys(TableSchema schema) {
    return schema.hasId() ? new NumberKeys(schema) : new PartKeys(schema);
  }

  @Override
  public RowsByKey rows(
      Connection connection, TableSchema schema, KeySql keys, Collection<Column> wanted) {
    return keys instanceof PartKeys parts
        ? new SqliteRows(connection, schema, parts, wanted)
        : new NumberedRows(new SqliteKeyLookup(connection, schema, schema.id(), wanted));
  }

  /** Rows by their whole numbers. */
  private record NumberedRows(SqliteKeyLookup lookup) implements RowsByKey {
    @Override
    public @Nullable Row[] find(List<? extends RowKey.Stored> keys) throws SQLException {
      return lookup.find(keys.stream().mapToLong(RowKey.Stored::id).toArray());
    }

    @Override
    public @Nullable Row[] find(long... handles) throws SQLException {
      return lookup.find(handles);
    }
  }

  @Override
  public KeyLookup lookup(
      Connection connection, TableSchema schema, Column key, Collection<Column> wanted) {
    return new SqliteKeyLookup(connection, schema, key, wanted);
  }

  @Override
  public KeyLookup lookup(
      Connection connection, TableSchema schema, Column key, Collation collation) {
    return new SqliteKeyLookup(connection, schema, key, (SqliteCollation) collation);
  }

  @Override
  public List<Collation> collations(Connection connection, TableSchema schema, Column column)
      throws SQLException {
    return SqliteCollation.of(connection, schema, column);
  }

  @Override
  public List<Referrer> referrers(Connection connection, String parent) throws SQLException {
    return SqliteReferrers.of(connection, parent);
  }

  @Override
  public NewKeys newKeys(TableSchema schema, Promises promises) {
    if (!schema.hasId()) {
      return new TypedKeys(new PartKeys(schema));
    }
    return promises.keys() == Promises.Given.GIVEN_OUT
        ? new IdBlock(schema)
        : new RowNumbers(schema);
  }

  /** Keys that the rows to be added say themselves. */
  private record TypedKeys(PartKeys keys) implements NewKeys {

    @Override
    public long reserve(Connection connection, int count, long above) throws SQLException {
      throw new SQLException("The keys of rows to be added are typed, and not given out");
    }

    @Override
    public boolean lastBeyondTheTransaction() {
      return false;
    }

    @Override
    public Map<RowKey.New, RowKey.Stored> assign(Connection connection, List<RowChange> rows)
        throws SQLException {
      Map<RowKey.New, RowKey.Stored> typed = HashMap.newHashMap(rows.size());
      for (RowChange row : rows) {
        if (row instanceof RowChange.Add add) {
          typed.put(
              add.key(),
              keys.keyOf(add).orElseThrow(() -> new SQLException("A row to be added has no key")));
        }
      }
      return typed;
    }
  }

  @Override
  public Transactions transactions() {
    return SqliteDialect::withoutChecks;
  }

  private static void withoutChecks(Connection connection, Transactions.Statements statements)
      throws SQLException {
    try (Statement pragma = connection.createStatement()) {
      pragma.execute("PRAGMA ignore_check_constraints = ON");
      try {
        statements.execute();
      } finally {
        pragma.execute("PRAGMA ignore_check_constraints = OFF");
      }
    }
  }

  @Override
  public long changeMark(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA data_version")) {
      return result.getLong(1);
    }
  }

  @Override
  public Failures failures() {
    return SqliteFailures.READER;
  }

  @Override
  public String hibernateDialect() {
    return SQLiteDialect.class.getName();
  }

  @Override
  public String set(Collection<?> stored) {
    return SqliteKeyLookup.json(stored.toArray(), 0, stored.size());
  }

  @Override
  public String isIn(String expression, String parameter) {
    return expression + " IN (SELECT value FROM json_each(" + parameter + "))";
  }
}
