package app.pallet.commit.writing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ShopFile;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
}
