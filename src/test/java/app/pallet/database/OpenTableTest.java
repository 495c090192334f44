package app.pallet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.Promises;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.WriteRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening one table of a database that another program made. */
final class OpenTableTest {

  @TempDir private Path folder;

  private ShopFile shop(String journal) throws Exception {
    return ShopFile.create(folder.resolve("shop.db"), journal);
  }

  private TableSchema schema(String table) throws Exception {
    try (CatalogueDatabase database = shop("delete").open(table)) {
      return database.schema();
    }
  }

  @Test
  void theSchemaIsWhatTheDatabaseSays() throws Exception {
    TableSchema products = schema("Products");

    assertThat(products.table()).isEqualTo("Products");
    assertThat(products.key()).isEqualTo(new KeyColumns(List.of("ProductID")));
    assertThat(products.id().name()).isEqualTo("ProductID");
    assertThat(products.rowNumber()).contains("ProductID");
    assertThat(products.matchColumn()).isEqualTo("Code");
    assertThat(products.references()).hasSize(2);
    assertThat(products.require("ProductName").rules().required()).isTrue();
    assertThat(products.require("Code").rules().maxLength()).isEqualTo(12);
    assertThat(products.require("UnitPrice").rules().minimum()).isEqualByComparingTo("0");
    assertThat(products.require("Status").rules().choices()).containsExactly("active", "archived");
    assertThat(products.columns())
        .extracting(Column::type)
        .containsExactly(
            ColumnType.WHOLE_NUMBER,
            ColumnType.TEXT,
            ColumnType.WHOLE_NUMBER,
            ColumnType.WHOLE_NUMBER,
            ColumnType.TEXT,
            ColumnType.DECIMAL,
            ColumnType.DECIMAL,
            ColumnType.WHOLE_NUMBER,
            ColumnType.CHOICE,
            ColumnType.YES_NO,
            ColumnType.DATE,
            ColumnType.DECIMAL);
    assertThat(products.columns().stream().filter(Column::isReadOnly).map(Column::name))
        .containsExactly("Margin");
    assertThat(products.id().write()).isEqualTo(WriteRule.ON_ADD);
    assertThat(products.id().rules().required()).isFalse();
  }

  @Test
  void aKeyThatPeopleGiveIsDataThatStaysAsItWasAdded() throws Exception {
    TableSchema lines = schema("Order Details");

    assertThat(lines.key().names()).containsExactly("OrderID", "ProductID");
    assertThat(lines.rowNumber()).contains("rowid");
    assertThat(lines.of(ColumnRole.ID)).isEmpty();
    assertThat(lines.keyColumns())
        .allSatisfy(column -> {
          assertThat(column.write()).isEqualTo(WriteRule.ON_ADD);
          assertThat(column.rules().required()).isTrue();
        });
  }

  @Test
  void aTableWithoutAKeyIsReadByTheNumberOfItsRows() throws Exception {
    ShopFile shop = shop("delete");
    shop.execute("CREATE TABLE notes (rowid TEXT, note)", "INSERT INTO notes VALUES ('x', 1)");

    try (CatalogueDatabase notes = shop.open("notes")) {
      assertThat(notes.promises().isEditable()).isFalse();
      assertThat(notes.schema().dataColumns()).isEmpty();
      assertThat(notes.schema().rowNumber()).isEqualTo(Optional.of("_rowid_"));
      assertThat(notes.schema().id().name()).isEqualTo("_rowid_");
    }
  }

  @Test
  void aViewIsReadFromACopyThatGoesAgain() throws Exception {
    ShopFile shop = shop("wal");
    shop.execute(
        "CREATE VIEW Prices AS SELECT Code AS rowid, UnitPrice * 2 AS Doubled, 1 AS One"
            + " FROM Products ORDER BY ProductID");

    try (CatalogueDatabase view = shop.open("Prices");
        Connection connection = view.readers().getConnection();
        ResultSet rows =
            connection
                .createStatement()
                .executeQuery("SELECT rowid_, rowid, Doubled FROM Prices")) {
      assertThat(view.promises().isEditable()).isFalse();
      assertThat(view.schema().id().name()).isEqualTo("rowid_");
      assertThat(view.schema().require("Doubled").type()).isEqualTo(ColumnType.DECIMAL);
      assertThat(view.schema().require("One").type()).isEqualTo(ColumnType.WHOLE_NUMBER);
      assertThat(view.schema().require("rowid").type()).isEqualTo(ColumnType.TEXT);
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(2)).isEqualTo("CH-1");
      assertThat(rows.getDouble(3)).isEqualTo(36);
    }
    assertThat(folder).isDirectoryNotContaining(file -> !file.equals(shop.path()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void openingAndClosingChangesNoByte(String journal) throws Exception {
    ShopFile shop = shop(journal);
    byte[] before = Files.readAllBytes(shop.path());

    try (CatalogueDatabase products = shop.open("Products")) {
      products.keepLocks();
      products.requireInPlace();
      products.force();
      products.checkpoint();
      assertThat(products.settings().journalMode().name()).isEqualToIgnoringCase(journal);
    }

    assertThat(Files.readAllBytes(shop.path())).isEqualTo(before);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(shop.path());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void whatIsWrittenIsInTheFileAloneOnceItIsClosed(String journal) throws Exception {
    ShopFile shop = shop(journal);

    try (CatalogueDatabase products = shop.open("Products")) {
      products.keepLocks();
      try (Connection writer = products.writer().getConnection();
          Statement statement = writer.createStatement()) {
        writer.setAutoCommit(false);
        statement.executeUpdate("UPDATE Products SET UnitPrice = 5");
        products.requireWriteLock();
        writer.commit();
        writer.setAutoCommit(true);
      }
      products.force();
    }

    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(shop.path());
    }
    try (Connection connection = shop.connect();
        ResultSet mode = connection.createStatement().executeQuery("PRAGMA journal_mode")) {
      assertThat(mode.getString(1)).isEqualTo(journal);
    }
  }

  @Test
  void whatACrashLeftInTheLogStaysThereUntilSomethingIsWritten() throws Exception {
    ShopFile shop = shop("wal");
    Path file = folder.resolve("crashed.db");
    Path log = folder.resolve("crashed.db-wal");
    try (Connection other = shop.connect();
        Statement statement = other.createStatement()) {
      statement.executeUpdate("UPDATE Products SET UnitPrice = 5");
      Files.copy(shop.path(), file);
      Files.copy(folder.resolve("shop.db-wal"), log);
    }
    byte[] before = Files.readAllBytes(file);
    byte[] logBefore = Files.readAllBytes(log);

    new ShopFile(file).open("Products").close();

    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(Files.readAllBytes(log)).isEqualTo(logBefore);
    try (Connection other = new ShopFile(file).connect();
        Statement statement = other.createStatement();
        ResultSet prices =
            statement.executeQuery("SELECT count(*) FROM Products WHERE UnitPrice = 5")) {
      assertThat(prices.getInt(1)).isEqualTo(3);
    }
  }

  @Test
  void aConnectionRunsTriggersAndForeignKeysButAttachesNothing() throws Exception {
    try (CatalogueDatabase products = shop("delete").open("Products");
        Connection writer = products.writer().getConnection();
        Statement statement = writer.createStatement()) {
      assertThatThrownBy(() -> statement.executeUpdate("UPDATE Products SET SupplierID = 99"))
          .hasMessageContaining("FOREIGN KEY");
      assertThatThrownBy(() -> statement.execute("ATTACH ':memory:' AS other"))
          .hasMessageContaining("too many attached databases");
      assertThatThrownBy(() -> statement.execute("SELECT load_extension('x')"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void aCatalogueOpensAsOne() {
    Path file = folder.resolve("own.pallet");
    CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT).close();

    try (CatalogueDatabase own =
        CatalogueDatabase.openTable(file, "product", ConnectionSettings.DEFAULT)) {
      assertThat(own.promises()).isEqualTo(Promises.CATALOGUE);
    }
    assertThatThrownBy(
            () -> CatalogueDatabase.openTable(file, "pallet_commit", ConnectionSettings.DEFAULT))
        .isInstanceOf(CatalogueException.class)
        .hasMessage(file + " has no table pallet_commit");
  }
}
