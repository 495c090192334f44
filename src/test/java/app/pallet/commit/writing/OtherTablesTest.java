package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.comparison.ComparisonLimits;
import app.pallet.commit.comparison.ComparisonResult;
import app.pallet.commit.comparison.MeasuredRate;
import app.pallet.commit.comparison.ModeComparison;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Promises;
import app.pallet.work.WorkMonitor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commits into a table of another program, which has no version, no ledger and its own triggers.
 */
final class OtherTablesTest extends OtherTable {

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
              history
                  .written(
                      CommitIdentity.ofThisUser(InstantSource.system()).above(3).token(),
                      List.of(edit, tofu, delete))
                  .written())
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

      assertThat(new CommitHistory(products).written(token, adds).written())
          .extracting(CommittedChange::row)
          .containsExactlyInAnyOrder(new RowKey.Id(4), new RowKey.Id(5));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void modesAreComparedOnCopiesThatAreOpenAsTheFileIs(String journal) throws Exception {
    shop.execute("PRAGMA journal_mode = " + journal);
    List<String> before = audit("SELECT * FROM Products");
    try (CatalogueDatabase products = shop.open("Products")) {
      List<RowChange> rows = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        rows.add(add(products, Map.of("ProductName", "Tofu " + i, "UnitPrice", "1.5")));
      }
      rows.add(edit(products, 1, Map.of("UnitPrice", "2")));

      ComparisonResult result =
          new ModeComparison(products, rows, CommitPlan.DEFAULT, ComparisonLimits.DEFAULT)
              .run(WorkMonitor.NONE);

      assertThat(result.rates()).extracting(MeasuredRate::rows).containsExactly(21, 21, 21);
    }
    assertThat(audit("SELECT * FROM Products")).isEqualTo(before);
  }
}
