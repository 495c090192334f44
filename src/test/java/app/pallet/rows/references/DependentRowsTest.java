package app.pallet.rows.references;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.Column;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes, stays or is in the way when rows are deleted that others refer to. */
class DependentRowsTest {

  @TempDir Path folder;
  private Path file;
  private CatalogueDatabase database;

  @BeforeEach
  void open() throws SQLException {
    file = ShopTables.in(folder);
    database = ShopTables.products(file);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static RowChange delete(long id) {
    return new RowChange.Delete(
        new RowKey.Id(id), RowValues.EMPTY, RowStamp.Seen.BY_VALUES, List.of());
  }

  private List<String> told(RowChange... changes) {
    return DependentRows.of(database, List.of(changes)).stream()
        .map(DependentRows::sentence)
        .toList();
  }

  @Test
  void everyTableThatRefersIsCounted() {
    assertThat(told(delete(1)))
        .containsExactly(
            "2 rows of Lines still refer to them by ProductID, so the database will not delete them",
            "1 row of Products loses its Replaces",
            "1 row of Stock is deleted with them",
            "2 rows of Movements are deleted with them");
    assertThat(told(delete(3))).isEmpty();
    assertThat(DependentRows.of(database, List.of(delete(1))))
        .filteredOn(DependentRows::isInTheWay)
        .extracting(rows -> rows.table().name())
        .containsExactly("Lines");
  }

  @Test
  void rowsThatGoOrChangeInTheSameCommitDoNotCount() {
    assertThat(told(delete(1), delete(2))).noneMatch(text -> text.contains("Replaces"));
    Column replaces = database.schema().require("Replaces");
    RowChange elsewhere =
        new RowChange.Edit(
            new RowKey.Id(2),
            RowValues.of(replaces, 1L),
            RowValues.of(replaces, 3L),
            RowStamp.Seen.BY_VALUES,
            List.of());
    assertThat(told(delete(1), elsewhere)).noneMatch(text -> text.contains("Replaces"));
  }

  @Test
  void manyRowsTakeAFewStatements() {
    RowChange[] all =
        LongStream.rangeClosed(1, 50_000)
            .mapToObj(DependentRowsTest::delete)
            .toArray(RowChange[]::new);
    assertThat(told(all)).contains("3 rows of Movements are deleted with them").hasSize(3);
  }

  @Test
  void keysOfTextAndOfSeveralColumnsAreFollowed() throws SQLException {
    ShopTables.execute(
        file,
        "CREATE TABLE \"My Orders\" (\"No\" INTEGER, Shop TEXT, PRIMARY KEY (\"No\", Shop))",
        "CREATE TABLE Shipments (ID INTEGER PRIMARY KEY, Ord INTEGER, Shop TEXT,"
            + " FOREIGN KEY (Ord, Shop) REFERENCES \"My Orders\" ON DELETE CASCADE)",
        "INSERT INTO \"My Orders\" VALUES (1, 'A'), (1, 'B'), (2, 'A')",
        "INSERT INTO Shipments (Ord, Shop) VALUES (1, 'A'), (1, 'B'), (1, 'B'), (2, 'A')");
    assertThat(told("My Orders", RowKey.Parts.of(1L, "B")))
        .containsExactly("2 rows of Shipments are deleted with them");
    assertThat(told("Suppliers", RowKey.Parts.of("EXOT")))
        .containsExactly(
            "2 rows of Products still refer to them by Supplier, so the database will not delete"
                + " them");
  }

  @Test
  void rowsOfSeveralKeyColumnsThatGoTogetherDoNotCount() throws SQLException {
    ShopTables.execute(
        file,
        "CREATE TABLE Parts (No INTEGER, Shop TEXT, UpNo INTEGER, UpShop TEXT,"
            + " PRIMARY KEY (No, Shop), FOREIGN KEY (UpNo, UpShop) REFERENCES Parts)",
        "INSERT INTO Parts VALUES (1, 'A', NULL, NULL), (2, 'A', 1, 'A'), (3, 'A', 1, 'A'),"
            + " (2, 'B', 1, 'A')");
    assertThat(told("Parts", RowKey.Parts.of(1L, "A")))
        .containsExactly(
            "3 rows of Parts still refer to them by UpNo, UpShop, so the database will not delete"
                + " them");
    assertThat(told("Parts", RowKey.Parts.of(1L, "A"), RowKey.Parts.of(2L, "B")))
        .first()
        .asString()
        .startsWith("2 rows of Parts");
    assertThat(
            told(
                "Parts",
                RowKey.Parts.of(1L, "A"),
                RowKey.Parts.of(2L, "A"),
                RowKey.Parts.of(3L, "A"),
                RowKey.Parts.of(2L, "B")))
        .isEmpty();
  }

  private List<String> told(String table, RowKey.Stored... keys) {
    try (CatalogueDatabase other =
        CatalogueDatabase.openTable(file, table, ConnectionSettings.DEFAULT)) {
      List<RowChange> gone = new ArrayList<>();
      for (RowKey.Stored key : keys) {
        gone.add(new RowChange.Delete(key, RowValues.EMPTY, RowStamp.Seen.BY_VALUES, List.of()));
      }
      return DependentRows.of(other, gone).stream().map(DependentRows::sentence).toList();
    }
  }
}
