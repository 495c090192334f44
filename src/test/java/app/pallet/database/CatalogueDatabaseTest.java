package app.pallet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueFile;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.HostileSchema;
import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an open catalogue gives, and what it does to others who use the same file. */
class CatalogueDatabaseTest {

  @TempDir Path folder;
  private Path file;
  private CatalogueDatabase database;

  @BeforeEach
  void create() {
    file = folder.resolve("shop.db");
    database = CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFileDescribesItsProductTable() {
    database.close();

    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);

    assertThat(database.schema()).isEqualTo(ProductSchema.create());
  }

  @Test
  void columnsAreAddedBehindTheDataAndEmptyInEveryRow() throws SQLException {
    write("INSERT INTO product (id, sku, name, price, version) VALUES (1, 'A', 'Tea', 0, 1)");
    Column material = Column.builder("mate\"rial", ColumnType.TEXT).label("Mate\"rial").build();
    Column depth = Column.builder("depth", ColumnType.DECIMAL).digits(10, 2).build();

    database.addColumns(List.of(material, depth));
    database.close();
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);

    assertThat(database.schema()).isEqualTo(ProductSchema.create().with(List.of(material, depth)));
    assertThat(database.schema().dataColumns()).endsWith(material, depth);
    assertThat(database.schema().columns().getLast().role()).isEqualTo(ColumnRole.VERSION);
    write("UPDATE product SET \"mate\"\"rial\" = 'oak', depth = 1250 WHERE depth IS NULL");
  }

  @Test
  void aColumnThatIsThereAlreadyStaysAsItIs() {
    Column depth = Column.builder("depth", ColumnType.DECIMAL).digits(10, 2).build();
    database.addColumns(List.of(depth));

    database.addColumns(List.of(Column.builder("depth", ColumnType.TEXT).build()));
    database.close();
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);

    assertThat(database.schema().require("depth")).isEqualTo(depth);
  }

  @Test
  void aColumnThatRowsMustHaveIsNotAddedToRowsThatAreThere() {
    Column required = Column.builder("needed", ColumnType.TEXT).required().build();

    assertThatThrownBy(() -> database.addColumns(List.of(required)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyRuleOfAColumnIsKeptInTheFile() {
    TableSchema schema =
        new TableSchema(
            "things",
            List.of(
                Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build(),
                Column.builder("code", ColumnType.TEXT)
                    .label("The \"code\"")
                    .aliases("[\"a\"] | b, c | ü")
                    .required()
                    .unique()
                    .maxLength(12)
                    .build(),
                Column.builder("size", ColumnType.CHOICE)
                    .choices("it's small", "large")
                    .defaultValue("large")
                    .build(),
                Column.builder("weight", ColumnType.DECIMAL)
                    .digits(7, 3)
                    .minimum(-5)
                    .defaultValue(new java.math.BigDecimal("1.500"))
                    .build(),
                Column.builder("since", ColumnType.DATE)
                    .defaultValue(LocalDate.of(2026, 2, 28))
                    .build(),
                Column.builder("shown", ColumnType.YES_NO).defaultValue(false).build()),
            "code");
    Path other = folder.resolve("things.db");

    CatalogueDatabase.create(other, schema, ConnectionSettings.DEFAULT).close();

    try (CatalogueDatabase opened = CatalogueDatabase.open(other, ConnectionSettings.DEFAULT)) {
      assertThat(opened.schema()).isEqualTo(schema);
    }
  }

  @Test
  void columnsMayHaveAnyName() {
    Path other = folder.resolve("hostile.db");

    CatalogueDatabase.create(other, HostileSchema.create(), ConnectionSettings.DEFAULT).close();

    try (CatalogueDatabase opened = CatalogueDatabase.open(other, ConnectionSettings.DEFAULT)) {
      assertThat(opened.schema()).isEqualTo(HostileSchema.create());
    }
  }

  @Test
  void readersCanNotWrite() throws SQLException {
    try (Connection reader = database.readers().getConnection()) {
      assertThatThrownBy(() -> execute(reader, "DELETE FROM pallet_column"))
          .extracting(e -> SqliteFailures.READER.read(e).kind())
          .isEqualTo(FailureKind.READ_ONLY);
    }
  }

  @Test
  void readersSeeWhatWasCommitted() throws SQLException {
    try (Connection reader = database.readers().getConnection();
        Connection writer = database.writer().getConnection()) {
      writer.setAutoCommit(false);
      execute(writer, "UPDATE pallet_id_block SET next_id = 9");
      int before = CatalogueFile.number(reader, "SELECT next_id FROM pallet_id_block");
      writer.commit();
      int after = CatalogueFile.number(reader, "SELECT next_id FROM pallet_id_block");
      writer.setAutoCommit(true);

      assertThat(List.of(before, after)).containsExactly(1, 9);
    }
  }

  @Test
  void anIdleCatalogueHoldsNoLock() throws SQLException {
    database.sessionFactory().inTransaction(session -> session.isOpen());
    try (Connection writer = database.writer().getConnection()) {
      execute(writer, "DELETE FROM product");
    }

    try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      execute(other, "PRAGMA busy_timeout = 0", "BEGIN IMMEDIATE", "DELETE FROM product", "COMMIT");
    }
  }

  @Test
  void aTransactionHoldsTheWriteLockFromItsBeginning() throws SQLException {
    try (Connection writer = database.writer().getConnection();
        Connection other = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      writer.setAutoCommit(false);
      execute(other, "PRAGMA busy_timeout = 0");

      assertThatThrownBy(() -> execute(other, "BEGIN IMMEDIATE"))
          .extracting(e -> SqliteFailures.READER.read(e).kind())
          .isEqualTo(FailureKind.RETRY);
      writer.rollback();
      writer.setAutoCommit(true);
    }
  }

  @Test
  void settingsReachTheWriter() throws SQLException {
    try (Connection writer = database.writer().getConnection()) {
      assertThat(CatalogueFile.number(writer, "PRAGMA synchronous")).isEqualTo(1);
      assertThat(CatalogueFile.number(writer, "PRAGMA foreign_keys")).isEqualTo(1);
      assertThat(CatalogueFile.number(writer, "PRAGMA busy_timeout"))
          .as("a commit tries again by itself")
          .isEqualTo(250);
      try (Statement statement = writer.createStatement();
          var result = statement.executeQuery("PRAGMA journal_mode")) {
        assertThat(result.getString(1)).isEqualTo("wal");
      }
    }
  }

  @Test
  void aCopyHoldsWhatIsCommittedAndCanBeOpened() throws SQLException {
    try (Connection writer = database.writer().getConnection()) {
      execute(writer, "UPDATE pallet_id_block SET next_id = 42");
    }
    Path copy = folder.resolve("it's a copy.db");

    database.copyTo(copy);

    try (CatalogueDatabase scratch = CatalogueDatabase.open(copy, database.settings());
        Connection reader = scratch.readers().getConnection()) {
      assertThat(CatalogueFile.number(reader, "SELECT next_id FROM pallet_id_block")).isEqualTo(42);
    }
  }

  @Test
  void aCopyDoesNotReplaceAFile() {
    assertThatThrownBy(() -> database.copyTo(file))
        .isInstanceOf(CatalogueException.class)
        .hasMessage(file + " is there already");
  }

  private void write(String sql) throws SQLException {
    try (Connection connection = database.writer().getConnection()) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
