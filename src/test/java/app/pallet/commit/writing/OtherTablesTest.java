package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ShopFile;
import app.pallet.engine.Promises;
import app.pallet.rows.FacetSource;
import app.pallet.rows.FacetValue;
import app.pallet.rows.NumberTotals;
import app.pallet.rows.RowReader;
import app.pallet.rows.RowTotals;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commits into a table of another program, which has no version, no ledger and its own triggers.
 */
final class OtherTablesTest {

  @TempDir private Path folder;
  private ShopFile shop;
  private final RecordedEvents events = new RecordedEvents();
  private long number;

  @BeforeEach
  void make() throws Exception {
    shop = ShopFile.create(folder.resolve("shop.db"), "delete");
  }

  private static @Nullable Object value(Column column, String text) {
    return switch (CellParser.parse(column, text, CellFormat.PLAIN)) {
      case CellReading.Value(var value) -> value;
      case CellReading.Rejected rejected -> throw new IllegalArgumentException(rejected.message());
    };
  }

  private static RowValues values(CatalogueDatabase database, Map<String, String> texts) {
    RowValues values = RowValues.EMPTY;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Column column = database.schema().require(text.getKey());
      values = values.with(column, value(column, text.getValue()));
    }
    return values;
  }

  private RowChange add(CatalogueDatabase database, Map<String, String> texts) {
    return new RowChange.Add(
        new RowKey.New(++number), values(database, texts), RowOrigin.TYPED, List.of());
  }

  private static RowChange edit(CatalogueDatabase database, long id, Map<String, String> texts) {
    Row row = row(database, id);
    RowValues after = values(database, texts);
    return new RowChange.Edit(
        row.key(), row.values().only(after::has), after, row.stamp(), List.of());
  }

  private static Row row(CatalogueDatabase database, long id) {
    return Objects.requireNonNull(
        new RowReader(database).byKey(List.of(new RowKey.Id(id))).get(new RowKey.Id(id)));
  }

  private CommitReport commit(CatalogueDatabase database, CommitMode mode, RowChange... rows) {
    CommitPlan plan = new CommitPlan(mode, 10, TransactionScope.PER_BATCH);
    return new CommitTask(database, List.of(rows), plan, events).run(WorkMonitor.NONE);
  }

  /** What a plain connection reads, a line for each row. */
  private List<String> audit(String sql) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          line.append(i == 1 ? "" : "|").append(result.getObject(i));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }

  @ParameterizedTest
  @EnumSource
  void editsAddsAndDeletesWriteWhatWasSaidAndNothingElse(CommitMode mode) throws Exception {
    shop.execute("UPDATE Products SET UnitsInStock = 'many' WHERE ProductID = 2");
    List<String> tables = audit("SELECT name, sql FROM sqlite_schema ORDER BY name");
    try (CatalogueDatabase products = shop.open("Products")) {
      RowChange.Delete delete =
          new RowChange.Delete(
              new RowKey.Id(3), row(products, 3).values(), row(products, 3).stamp(), List.of());

      CommitReport report =
          commit(
              products,
              mode,
              edit(products, 1, Map.of("UnitPrice", "18.10", "Weight", "2")),
              edit(products, 2, Map.of("ProductName", " Chang ")),
              delete,
              add(products, Map.of("ProductName", "Tofu", "UnitPrice", "0.1")),
              add(products, Map.of("ProductName", "Ale", "UnitPrice", "", "Status", "archived")));

      assertThat(report.refusals()).isEmpty();
      assertThat(report.isComplete()).isTrue();
      assertThat(report.newKeys().values())
          .containsExactlyInAnyOrder(new RowKey.Id(4), new RowKey.Id(5));
    }
    String today = audit("SELECT date('now')").getFirst();
    assertThat(
            audit(
                "SELECT ProductID, ProductName, UnitPrice, typeof(UnitPrice), Weight, UnitsInStock,"
                    + " Status, Added = '"
                    + today
                    + "' FROM Products ORDER BY 1"))
        .containsExactly(
            "1|Chai|18.1|real|2.0|0|active|1",
            "2| Chang |19.5|real|1.1|many|active|1",
            "4|Tofu|0.1|real|null|0|active|1",
            "5|Ale|null|null|null|0|archived|1");
    assertThat(audit("SELECT name, sql FROM sqlite_schema ORDER BY name")).isEqualTo(tables);
    assertThat(audit("PRAGMA journal_mode")).containsExactly("delete");
  }

  @ParameterizedTest
  @EnumSource
  void aRowThatSomebodyElseHasChangedIsAConflict(CommitMode mode) throws Exception {
    try (CatalogueDatabase products = shop.open("Products")) {
      RowChange price = edit(products, 1, Map.of("UnitPrice", "20"));
      RowChange weight = edit(products, 2, Map.of("Weight", "3"));
      shop.execute("UPDATE Products SET UnitPrice = 17");

      CommitReport report = commit(products, mode, price, weight);

      assertThat(report.committedKeys()).containsExactly(new RowKey.Id(2));
      assertThat(report.refusals().get(new RowKey.Id(1)))
          .singleElement()
          .satisfies(problem -> assertThat(problem.isConflict()).isTrue())
          .extracting(RowProblem::message)
          .isEqualTo("UnitPrice (now 17) was changed by someone else since it was read");
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatTheDatabaseRefusesIsSaidAndTheOthersAreWritten(CommitMode mode) throws Exception {
    try (CatalogueDatabase products = shop.open("Products")) {
      CommitReport report =
          commit(
              products,
              mode,
              edit(products, 1, Map.of("SupplierID", "99")),
              edit(products, 2, Map.of("Code", "CH-1")),
              edit(products, 3, Map.of("Code", "IK")));

      assertThat(report.committedKeys()).containsExactly(new RowKey.Id(3));
      assertThat(report.failed()).isEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatATriggerMakesOfARowIsTold(CommitMode mode) throws Exception {
    shop.execute(
        "CREATE TABLE log (what)",
        """
        CREATE TRIGGER round AFTER UPDATE OF UnitPrice ON Products BEGIN
          INSERT INTO log VALUES (new.ProductID);
          UPDATE Products SET UnitPrice = round(new.UnitPrice) WHERE ProductID = new.ProductID;
        END
        """,
        """
        CREATE TRIGGER keep BEFORE UPDATE ON Products WHEN old.ProductID = 2 BEGIN
          INSERT INTO log VALUES ('kept');
          SELECT RAISE(IGNORE);
        END
        """,
        """
        CREATE TRIGGER no BEFORE INSERT ON Products WHEN new.ProductName = 'Nothing' BEGIN
          SELECT RAISE(IGNORE);
        END
        """,
        """
        CREATE TRIGGER stay BEFORE DELETE ON Products BEGIN SELECT RAISE(IGNORE); END
        """);
    try (CatalogueDatabase products = shop.open("Products")) {
      RowChange nothing = add(products, Map.of("ProductName", "Nothing"));
      RowChange tofu = add(products, Map.of("ProductName", "Tofu"));
      RowChange deleted =
          new RowChange.Delete(
              new RowKey.Id(3), row(products, 3).values(), row(products, 3).stamp(), List.of());

      CommitReport report =
          commit(
              products,
              mode,
              edit(products, 1, Map.of("UnitPrice", "18.7")),
              edit(products, 2, Map.of("UnitPrice", "5")),
              deleted,
              nothing,
              tofu);

      assertThat(report.committedKeys()).containsExactlyInAnyOrder(new RowKey.Id(1), tofu.key());
      assertThat(report.refusals().keySet())
          .containsExactlyInAnyOrder(new RowKey.Id(2), new RowKey.Id(3), nothing.key());
      assertThat(report.refusals().get(nothing.key()))
          .singleElement()
          .extracting(RowProblem::message)
          .isEqualTo(
              "The database did not take it: a trigger or rule of the table left the row as it was");
      assertThat(events.of(CommitEvent.RowAltered.class))
          .singleElement()
          .satisfies(altered -> {
            assertThat(altered.name()).contains("CH-1");
            assertThat(altered.what())
                .isEqualTo("A trigger or rule of the table changed UnitPrice to 19");
          });
    }
    assertThat(audit("SELECT ProductID, UnitPrice FROM Products WHERE ProductID < 4 ORDER BY 1"))
        .containsExactly("1|19", "2|19.5", "3|31.25");
  }

  @Test
  void keysOfATableThatNumbersRowsOnceAreNeverUsedAgain() throws Exception {
    shop.execute("DELETE FROM Products WHERE ProductID = 3");
    try (CatalogueDatabase products = shop.open("Products")) {
      RowChange tofu = add(products, Map.of("ProductName", "Tofu"));

      assertThat(commit(products, CommitMode.BATCH, tofu).newKeys().get(tofu.key()))
          .isEqualTo(new RowKey.Id(4));
    }
  }

  @Test
  void aHistoryIsKeptOnceTheUserWantsIt() throws Exception {
    try (CatalogueDatabase products = shop.open("Products")) {
      assertThat(products.historySql())
          .hasSize(3)
          .satisfies(sql -> assertThat(sql.getFirst()).contains("CREATE TABLE pallet_ledger"))
          .satisfies(sql -> assertThat(sql.get(1)).contains("CREATE TABLE pallet_id_block"));
      assertThat(audit("SELECT name FROM sqlite_schema WHERE name LIKE 'pallet%'")).isEmpty();

      products.keepHistory();

      assertThat(products.historySql()).isEmpty();
      assertThat(products.promises().history()).isEqualTo(Promises.History.LEDGER);
      RowChange tofu = add(products, Map.of("ProductName", "Tofu"));
      commit(products, CommitMode.ADD_ALL, tofu, edit(products, 1, Map.of("UnitPrice", "18.1")));
    }
    try (CatalogueDatabase products = shop.open("Products")) {
      assertThat(products.promises())
          .isEqualTo(
              new Promises(
                  Promises.Given.GIVEN_OUT,
                  Promises.Recognition.BY_VALUES,
                  Promises.History.LEDGER,
                  Promises.Outcome.LEDGER));
      CommitHistory history = new CommitHistory(products);
      List<CommittedChange> written = new ArrayList<>();
      history.forEach(history.commits().getFirst().token(), written::add);
      assertThat(written).hasSize(2);
      assertThat(written.getFirst().change().before())
          .isEqualTo(values(products, Map.of("UnitPrice", "18")));
    }
    try (CatalogueDatabase lines = shop.open("Order Details")) {
      assertThat(lines.promises().history()).isEqualTo(Promises.History.LEDGER);
      assertThat(lines.historySql()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDecimalIsReadAgainAsItWasTyped(CommitMode mode) throws Exception {
    try (CatalogueDatabase products = shop.open("Products")) {
      Column price = products.schema().require("UnitPrice");
      Column weight = products.schema().require("Weight");
      for (String text :
          List.of("0.1", "123456789012345", "1234567890.12345", "0.000001", "99.99", "7")) {
        commit(products, mode, edit(products, 1, Map.of("UnitPrice", text, "Weight", text)));
        RowValues now = row(products, 1).values();
        assertThat(CellText.plain(price, now.get(price))).isEqualTo(text);
        assertThat(CellText.plain(weight, now.get(weight))).isEqualTo(text);
        assertThat(now.get(weight)).isEqualTo(value(weight, text));
      }
      assertThat(CellParser.parse(price, "1234567890.123456", CellFormat.PLAIN))
          .isEqualTo(
              new CellReading.Rejected(
                  "Has more digits than the database keeps of a number",
                  "a number of at least 0 with up to 15 digits"));
    }
  }

  /** Numbers that other programs have stored are read, compared and written back exactly. */
  @ParameterizedTest
  @EnumSource
  void storedNumbersOfAnyKindAreRecognised(CommitMode mode) throws Exception {
    List<String> stored =
        List.of(
            "0.1 + 0.2", "9007199254740993", "1e300", "-1e-300", "1152921504606846976.0", "9e999");
    shop.execute(
        "CREATE TABLE n (id INTEGER PRIMARY KEY, any, nine NUMERIC, fine REAL, note TEXT)");
    for (String sql : stored) {
      shop.execute("INSERT INTO n (any, nine, fine) VALUES (%1$s, %1$s, %1$s)".formatted(sql));
    }
    String all = "SELECT id, any = nine, nine, fine, typeof(nine), typeof(fine) FROM n";
    List<String> before = audit(all);
    try (CatalogueDatabase numbers = shop.open("n")) {
      List<RowChange> edits = new ArrayList<>();
      for (int id = 1; id <= stored.size(); id++) {
        Row row = row(numbers, id);
        RowValues note = values(numbers, Map.of("note", "seen"));
        edits.add(
            new RowChange.Edit( // compares every cell, and writes what was read
                row.key(), row.values(), row.values().plus(note), row.stamp(), List.of()));
      }

      CommitReport report = commit(numbers, mode, edits.toArray(RowChange[]::new));

      assertThat(report.refusals()).isEmpty();
    }
    assertThat(audit(all)).isEqualTo(before);
    assertThat(audit("SELECT count(*) FROM n WHERE note = 'seen'")).containsExactly("6");
  }

  @Test
  void numbersAreSummedFilteredAndSortedByTheirValues() throws Exception {
    shop.execute(
        "UPDATE Products SET UnitPrice = 0.1 WHERE ProductID = 1",
        "UPDATE Products SET UnitPrice = 0.2 WHERE ProductID = 2",
        "UPDATE Products SET UnitPrice = 'dear' WHERE ProductID = 3",
        "INSERT INTO Products (ProductID, ProductName, UnitPrice) VALUES (4, 'Tofu', 3)");
    try (CatalogueDatabase products = shop.open("Products")) {
      Column price = products.schema().require("UnitPrice");
      NumberTotals totals = new RowTotals(products).of(LongStream.of(1, 2, 3, 4), List.of(price));
      assertThat(totals.sum()).isEqualByComparingTo("3.3");
      assertThat(totals.count()).isEqualTo(3);
      RowReader reader = new RowReader(products);
      assertThat(ids(reader, price, Operator.IS, "0.2")).containsExactly(2L);
      assertThat(ids(reader, price, Operator.AT_MOST, "0.2")).containsExactly(1L, 2L);
      assertThat(ids(reader, price, Operator.AT_LEAST, "3")).containsExactly(3L, 4L);
      assertThat(FacetSource.count(products, price, RowQuery.ALL, 10).values())
          .extracting(FacetValue::value)
          .contains(new BigDecimal("0.1"), new BigDecimal("3"));
      assertThat(reader.findValues(price, List.of(new BigDecimal("3")), List.of(price)).at(0))
          .isNotNull();
    }
  }

  private static List<Long> ids(RowReader reader, Column column, Operator operator, String text) {
    List<Long> ids = new ArrayList<>();
    reader.forEach(
        RowQuery.ALL.filteredBy(new Condition(column, operator, List.of(new BigDecimal(text)))),
        row -> ids.add(row.key().id()));
    return ids;
  }

  /** What an answer that never came left behind. */
  private enum Lost {
    THE_COMMIT,
    THE_ANSWER,
    /** Somebody else wrote meanwhile, so the rows do not tell. */
    THE_ANSWER_AND_A_ROW
  }

  private Connection losing(Connection connection, Lost lost) {
    return (Connection)
        Proxy.newProxyInstance(
            OtherTablesTest.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              try {
                if (!method.getName().equals("commit")) {
                  return method.invoke(connection, arguments);
                }
                if (lost == Lost.THE_COMMIT) {
                  connection.rollback();
                } else {
                  connection.commit();
                }
                if (lost == Lost.THE_ANSWER_AND_A_ROW) {
                  connection.setAutoCommit(true); // gives the lock back
                  shop.execute("UPDATE Products SET UnitPrice = 77 WHERE ProductID = 1");
                }
                throw new SQLException("connection lost", "08006");
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void whetherALostCommitIsInIsKnownByTheRows(Lost lost) throws Exception {
    try (CatalogueDatabase products = shop.open("Products")) {
      RowChange tofu = add(products, Map.of("ProductName", "Tofu"));
      RowChange edit = edit(products, 1, Map.of("UnitPrice", "5"));
      Row ikura = row(products, 3);
      RowChange delete =
          new RowChange.Delete(ikura.key(), ikura.values(), ikura.stamp(), List.of());
      CommitReport report;
      try (Connection connection = products.writer().getConnection()) {
        Connection losing = losing(connection, lost);
        Writers writers =
            new Writers(
                products,
                () ->
                    products
                        .sessionFactory()
                        .withStatelessOptions()
                        .connection(losing)
                        .openStatelessSession(),
                InstantSource.system());
        report =
            new CommitTask(
                    products,
                    List.of(edit, tofu, delete),
                    CommitPlan.DEFAULT,
                    events,
                    CommitIdentity.ofThisUser(InstantSource.system()),
                    writers,
                    time -> {})
                .run(WorkMonitor.NONE);
      }

      assertThat(report.committed()).isEqualTo(lost == Lost.THE_ANSWER ? 3 : 0);
      assertThat(report.isUnclear()).isEqualTo(lost == Lost.THE_ANSWER_AND_A_ROW);
      CommitHistory history = new CommitHistory(products);
      assertThat(
              history.written(
                  CommitIdentity.ofThisUser(InstantSource.system()).above(3).token(),
                  List.of(edit, tofu, delete)))
          .extracting(written -> written.change().key())
          .containsExactlyInAnyOrderElementsOf(
              switch (lost) {
                case THE_COMMIT -> List.of();
                case THE_ANSWER -> List.of(edit.key(), tofu.key(), delete.key());
                case THE_ANSWER_AND_A_ROW -> List.of(tofu.key(), delete.key());
              });
    }
  }

  @Test
  void rowsThatSayTheSameAreFoundOnceEach() throws Exception {
    try (CatalogueDatabase products = shop.open("Products")) {
      List<RowChange> adds = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        adds.add(add(products, Map.of("ProductName", "Tofu")));
      }
      commit(products, CommitMode.BATCH, adds.get(0), adds.get(1));
      String token = CommitIdentity.ofThisUser(InstantSource.system()).above(3).token();

      assertThat(new CommitHistory(products).written(token, adds))
          .extracting(CommittedChange::row)
          .containsExactlyInAnyOrder(new RowKey.Id(4), new RowKey.Id(5));
    }
  }
}
