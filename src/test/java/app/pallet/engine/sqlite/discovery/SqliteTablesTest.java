package app.pallet.engine.sqlite.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.engine.Promises;
import app.pallet.engine.Promises.Given;
import app.pallet.engine.Promises.None;
import app.pallet.engine.Promises.Outcome;
import app.pallet.engine.Promises.ReadOnly;
import app.pallet.engine.discovery.CheckRule;
import app.pallet.engine.discovery.CheckRule.Bound;
import app.pallet.engine.discovery.CheckRule.Longest;
import app.pallet.engine.discovery.CheckRule.OneOf;
import app.pallet.engine.discovery.CheckRule.Other;
import app.pallet.engine.discovery.CheckRule.Side;
import app.pallet.engine.discovery.DiscoveredColumn;
import app.pallet.engine.discovery.DiscoveredColumn.Origin;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.DiscoveredTable.Kind;
import app.pallet.engine.discovery.DiscoveredTable.Trait;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Action;
import app.pallet.schema.table.Reference.Target;
import app.pallet.schema.table.WriteRule;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SqliteTablesTest extends InMemoryDatabase {

  private static DiscoveredColumn column(DiscoveredTable table, String name) {
    return table.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Optional<KeyColumns> key(String... names) {
    return Optional.of(new KeyColumns(List.of(names)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "k INTEGER PRIMARY KEY, v | BY_DATABASE_AGAIN",
        "k INTEGER PRIMARY KEY AUTOINCREMENT, v | BY_DATABASE",
        "k integer, v, primary key (k) | BY_DATABASE_AGAIN",
        "k INT PRIMARY KEY, v | TYPED",
        "k BIGINT(20) NOT NULL PRIMARY KEY, v | TYPED",
        "k INTEGER PRIMARY KEY DESC, v | TYPED",
        "k TEXT PRIMARY KEY, v | TYPED",
        "k CHAR(36) NOT NULL UNIQUE, v | TYPED",
        "v UNIQUE, k UNIQUE NOT NULL | TYPED",
        "a NOT NULL, b NOT NULL, k NOT NULL UNIQUE, UNIQUE (a, b) | TYPED",
      })
  void aKeyOfOneColumnIsFound(String columns, Given keys) throws SQLException {
    execute("CREATE TABLE t (" + columns + ")");

    DiscoveredTable table = table("t");

    assertThat(table.key()).isEqualTo(key("k"));
    assertThat(table.promises().keys()).isEqualTo(keys);
    assertThat(column(table, "k").write()).isEqualTo(WriteRule.ON_ADD);
  }

  @Test
  void aKeyOfTwoColumnsHasItsOwnOrder() throws SQLException {
    execute("CREATE TABLE t (a TEXT, b TEXT, PRIMARY KEY (b, a)) WITHOUT ROWID");

    assertThat(table("t").key()).isEqualTo(key("b", "a"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE t (a, b)",
        "CREATE TABLE t (a UNIQUE, b)",
        "CREATE TABLE t (a NOT NULL, b); CREATE UNIQUE INDEX i ON t (a) WHERE b > 0",
        "CREATE TABLE t (a NOT NULL, b); CREATE UNIQUE INDEX i ON t (lower(a))",
        "CREATE TABLE t (a NOT NULL, b); CREATE UNIQUE INDEX i ON t (a, b + 1)",
        "CREATE TABLE t (a NOT NULL, b NOT NULL AS (a) UNIQUE)",
        "CREATE TABLE t (a NOT NULL, b); CREATE INDEX i ON t (a)",
      })
  void withoutAKeyATableIsOnlyRead(String sql) throws SQLException {
    execute(sql.split("; ", -1));

    DiscoveredTable table = table("t");

    assertThat(table.key()).isEmpty();
    assertThat(table.promises()).isEqualTo(Promises.readOnly(ReadOnly.NO_KEY));
    assertThat(table.columns()).allMatch(column -> column.write() == WriteRule.NEVER);
  }

  /** SQLite lets the columns of a primary key be empty, unless they are whole numbers. */
  @Test
  void rowsWithAnEmptyKeyAreCounted() throws SQLException {
    execute(
        "CREATE TABLE t (a TEXT, b TEXT, c, PRIMARY KEY (a, b))",
        "INSERT INTO t VALUES ('x', 'y', 1), (NULL, 'y', 2), (NULL, NULL, 3), ('x', NULL, 4)");

    assertThat(table("t").keyless()).isEqualTo(3);
    new Audit(connection, table("t")).run();
  }

  @Test
  void aTableInAnOrderThatNobodyKnowsIsOnlyRead() throws SQLException {
    org.sqlite.Collation.create(
        connection,
        "house",
        new org.sqlite.Collation() {
          @Override
          protected int xCompare(String left, String right) {
            return left.compareTo(right);
          }
        });
    execute("CREATE TABLE t (a TEXT COLLATE house PRIMARY KEY, b)");

    assertThat(table("t").promises().keys()).isEqualTo(new None(ReadOnly.UNKNOWN_ORDER));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      quoteCharacter = '^',
      delimiter = '|',
      value = {
        "INT | WHOLE_NUMBER | 1, 2.0, NULL | 0",
        "INT | WHOLE_NUMBER | 'x', 1.5, x'00' | 3",
        "VARCHAR(3) | TEXT | 'long text', 5, NULL | 0",
        "TEXT | TEXT | x'00' | 1",
        "FLOATING POINT | WHOLE_NUMBER | 1 | 0",
        "DOUBLE | DECIMAL | 1, 1.5, 'x' | 1",
        "DECIMAL(9,2) | DECIMAL | 1, 1.5, '2', 'x' | 1",
        "STRING | TEXT | 1, 'x' | 0",
        "BOOLEAN | YES_NO | 0, 1, 2, 't' | 2",
        "DATE | DATE | '2026-01-31', 5, '31.1.2026' | 2",
        "DATETIME | TEXT | '2026-01-31 10:00', 5 | 0",
        "BLOB | - | x'00', 'x' | 1",
        "^^ | TEXT | 'x', NULL | 0",
        "^^ | WHOLE_NUMBER | 1, 2 | 0",
        "^^ | DECIMAL | 1, 2.5 | 0",
        "^^ | TEXT | 1, 'x' | 0",
        "^^ | - | 1, x'00' | 0",
      })
  void typesAreThoseThatAreDeclaredAndStored(
      String declared, ColumnType type, String values, long misfits) throws SQLException {
    execute("CREATE TABLE t (k INTEGER PRIMARY KEY, v " + declared + ")");
    for (String value : values.split(", ", -1)) {
      execute("INSERT INTO t (v) VALUES (" + value + ")");
    }

    DiscoveredColumn column = column(table("t"), "v");

    assertThat(column.type()).isEqualTo(Optional.ofNullable(type));
    assertThat(column.misfits()).isEqualTo(misfits);
    assertThat(column.write()).isEqualTo(type == null ? WriteRule.NEVER : WriteRule.ALWAYS);
    new Audit(connection, table("t")).run();
  }

  @Test
  void whatIsDeclaredIsRead() throws SQLException {
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY, a VARCHAR(40) NOT NULL DEFAULT 'it''s',"
            + " p DECIMAL(10, 2), v AS (p * 2), s AS (p) STORED)");

    DiscoveredTable table = table("t");

    assertThat(column(table, "a").required()).isTrue();
    assertThat(column(table, "a").defaultSql()).hasValue("'it''s'");
    assertThat(column(table, "a").longest()).hasValue(40);
    assertThat(column(table, "p").digits()).hasValue(10);
    assertThat(column(table, "p").scale()).hasValue(2);
    assertThat(column(table, "v").origin()).isEqualTo(Origin.COMPUTED);
    assertThat(column(table, "s").origin()).isEqualTo(Origin.COMPUTED_AND_KEPT);
    assertThat(table.fixed()).extracting(DiscoveredColumn::name).containsExactly("v", "s");
  }

  @Test
  void aStrictTableTakesAnyWhereItSaysSo() throws SQLException {
    execute(
        "CREATE TABLE t (k TEXT PRIMARY KEY NOT NULL, v ANY, n INTEGER) STRICT",
        "INSERT INTO t VALUES ('a', '1', 1), ('b', 1, 2)");

    DiscoveredTable table = table("t");

    assertThat(table.traits()).containsExactly(Trait.STRICT);
    assertThat(column(table, "v").type()).hasValue(ColumnType.TEXT);
    new Audit(connection, table).run();
  }

  private void hasRules(String checks, CheckRule... rules) throws SQLException {
    execute("DROP TABLE IF EXISTS t");
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY, [a b] TEXT, n NUMERIC, x, " + checks + ")",
        "INSERT INTO t DEFAULT VALUES");
    assertThat(table("t").rules()).as(checks).containsExactly(rules);
    new Audit(connection, table("t")).run();
  }

  private static Bound bound(Side side, boolean included, String value) {
    return new Bound("n", side, included, new BigDecimal(value));
  }

  @Test
  void simpleConditionsAreUnderstood() throws SQLException {
    hasRules("CHECK (\"A B\" IN ('x', 'it''s', ''))", new OneOf("a b", List.of("x", "it's", "")));
    hasRules("CHECK (n IN (1, 2))", new OneOf("n", List.of("1", "2")));
    hasRules("CHECK (((N + 0)>=(-1.5)))", new Other("(N + 0)>=(-1.5)"));
    hasRules("CHECK ([N]>=(-1.5))", bound(Side.LOWER, true, "-1.5"));
    hasRules("CHECK (0 < n)", bound(Side.LOWER, false, "0"));
    hasRules("CHECK (10 >= n)", bound(Side.UPPER, true, "10"));
    hasRules(
        "CHECK (n BETWEEN 1 AND 9 AND n <> 5)",
        bound(Side.LOWER, true, "1"),
        bound(Side.UPPER, true, "9"),
        new Other("n <> 5"));
    hasRules(
        "CHECK (n > 0 /* ) */ AND (n < 5)), -- CHECK (n > 7)\n CHECK (length(`a b`) <= 12)",
        bound(Side.LOWER, false, "0"),
        bound(Side.UPPER, false, "5"),
        new Longest("a b", 12));
    hasRules("CHECK (length([a b]) < 3)", new Longest("a b", 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n > 0 OR n IS NULL",
        "n IN (1, NULL)",
        "[a b] IN ('x', x)",
        "[a b] IN ('x') COLLATE NOCASE",
        "[a b] NOT IN ('x')",
        "[a b] IN (1, 2)",
        "n IN ('a', 'b')",
        "[a b] > 5",
        "x > 5",
        "x IN (1)",
        "n > 0xFF",
        "n > 1 + 1",
        "n NOT BETWEEN 1 AND 2",
        "n = 5",
        "n > 0 COLLATE NOCASE",
        "NOT n > 0",
        "n > x",
        "abs(n) > 5",
        "length(n) <= 3",
        "'n' > 5",
        "n > 'n'",
        "n BETWEEN x AND 5",
        "CASE WHEN n > 1 AND n < 5 THEN 1 END",
      })
  void anythingElseIsLeftToTheDatabase(String condition) throws SQLException {
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY, [a b] TEXT, n NUMERIC, x, CHECK ("
            + condition
            + "))");

    assertThat(table("t").rules()).allMatch(Other.class::isInstance).isNotEmpty();
  }

  @Test
  void referencesAreFound() throws SQLException {
    execute(
        "CREATE TABLE Brand (Id INTEGER PRIMARY KEY, code TEXT, Brand_Name TEXT)",
        "CREATE TABLE place (a TEXT, b TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID",
        "CREATE TABLE loose (a TEXT)",
        """
        CREATE TABLE p (k INTEGER PRIMARY KEY, label TEXT,
          brand INTEGER REFERENCES BRAND ON DELETE CASCADE,
          parent INTEGER REFERENCES p (K) ON DELETE SET NULL ON UPDATE RESTRICT,
          a TEXT, b TEXT, gone REFERENCES nowhere (x), l REFERENCES loose (a),
          FOREIGN KEY (b, a) REFERENCES place (b, a))
        """);

    List<Reference> found = table("p").references();

    assertThat(found)
        .extracting(
            Reference::columns,
            reference -> reference.parent().name(),
            Reference::parentColumns,
            Reference::onDelete,
            Reference::target,
            reference -> reference.readable().orElse("-"))
        .containsExactly(
            tuple("brand", "Brand", "Id", Action.CASCADE, Target.FOUND, "Brand_Name"),
            tuple("parent", "p", "k", Action.SET_NULL, Target.FOUND, "label"),
            tuple("gone", "nowhere", "x", Action.NO_ACTION, Target.MISSING_TABLE, "-"),
            tuple("l", "loose", "a", Action.NO_ACTION, Target.NOT_UNIQUE, "-"),
            org.assertj.core.groups.Tuple.tuple(
                List.of("b", "a"),
                "place",
                List.of("b", "a"),
                Action.NO_ACTION,
                Target.FOUND,
                "-"));
    assertThat(found.get(1).onUpdate()).isEqualTo(Action.RESTRICT);
  }

  private static org.assertj.core.groups.Tuple tuple(
      String column, String parent, String to, Action action, Target target, String readable) {
    return org.assertj.core.groups.Tuple.tuple(
        List.of(column), parent, List.of(to), action, target, readable);
  }

  @Test
  void viewsVirtualTablesAndTheirPartsAreOnlyRead() throws SQLException {
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY AUTOINCREMENT, v)",
        "CREATE VIEW v AS SELECT * FROM t",
        "CREATE VIEW broken AS SELECT * FROM nowhere",
        "CREATE VIRTUAL TABLE f USING fts5(a)",
        "CREATE TEMP TABLE passing (a)");

    List<DiscoveredTable> tables = tables();

    assertThat(tables)
        .extracting(table -> table.name().name())
        .contains("t", "v", "broken", "f", "f_data")
        .doesNotContain("passing", "sqlite_sequence");
    assertThat(table("v").promises().keys()).isEqualTo(new None(ReadOnly.VIEW));
    assertThat(table("v").rows()).isEmpty();
    assertThat(table("v").columns()).hasSize(2);
    assertThat(table("broken").promises().keys()).isEqualTo(new None(ReadOnly.VIEW));
    assertThat(table("f").promises().keys()).isEqualTo(new None(ReadOnly.MODULE));
    assertThat(table("f_data").kind()).isEqualTo(Kind.SHADOW);
    assertThat(table("f_data").promises().keys()).isEqualTo(new None(ReadOnly.OF_MODULE));
  }

  @Test
  void aTableThatTriggersOrRulesChangeIsNotJudgedByItsValues() throws SQLException {
    execute(
        "CREATE TABLE t (k TEXT PRIMARY KEY, v)",
        "CREATE TRIGGER [on change] AFTER UPDATE ON T BEGIN UPDATE t SET v = 1; END",
        "CREATE TABLE r (k TEXT PRIMARY KEY, v UNIQUE ON CONFLICT REPLACE)",
        "CREATE TABLE plain (k TEXT PRIMARY KEY, v UNIQUE)",
        "CREATE TABLE numbered (k INTEGER PRIMARY KEY, v)",
        "CREATE TABLE found (k INTEGER PRIMARY KEY, v UNIQUE)");

    assertThat(table("t").triggers()).containsExactly("on change");
    assertThat(table("t").promises().outcome()).isEqualTo(Outcome.ASK);
    assertThat(table("r").traits()).containsExactly(Trait.REPLACES_ROWS);
    assertThat(table("r").promises().outcome()).isEqualTo(Outcome.ASK);
    assertThat(table("plain").promises().outcome()).isEqualTo(Outcome.BY_VALUES);
    assertThat(table("numbered").promises().outcome()).isEqualTo(Outcome.ASK_ABOUT_ADDED);
    assertThat(table("found").promises().outcome()).isEqualTo(Outcome.BY_VALUES);
  }

  @Test
  void aTableOfVeryManyColumnsIsCountedInPortions() throws SQLException {
    StringBuilder sql = new StringBuilder("CREATE TABLE t (k INTEGER PRIMARY KEY");
    for (int i = 0; i < 1_000; i++) {
      sql.append(", c").append(i).append(" INT");
    }
    execute(sql + ")", "INSERT INTO t (c0, c299, c300, c999) VALUES (1, 'x', 'y', 'z')");

    assertThat(table("t").columns().stream().filter(column -> column.misfits() == 1))
        .extracting(DiscoveredColumn::name)
        .containsExactly("c299", "c300", "c999");
  }

  @Test
  void lookingStopsWhenItIsCancelled() throws SQLException {
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY, v)",
        "INSERT INTO t (v) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 100000) SELECT i FROM n");

    assertThatThrownBy(() -> SqliteTables.read(connection, () -> true))
        .isInstanceOf(SQLException.class);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22})
  void anySchemaIsFoundAsItIs(int seed) throws SQLException {
    GeneratedSchema schema = new GeneratedSchema(seed);
    execute(schema.statements.toArray(String[]::new));

    DiscoveredTable table = table(schema.table);

    assertThat(table.columns())
        .extracting(DiscoveredColumn::name)
        .containsExactlyElementsOf(schema.columns);
    assertThat(table.key().map(KeyColumns::names)).isEqualTo(schema.key());
    assertThat(table.columns().stream().filter(column -> column.origin() != Origin.GIVEN))
        .extracting(DiscoveredColumn::name)
        .containsExactlyInAnyOrderElementsOf(schema.computed);
    new Audit(connection, table).run();
  }
}
