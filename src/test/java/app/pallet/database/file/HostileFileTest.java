package app.pallet.database.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.TableDefinition;
import app.pallet.schema.ProductSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made by someone who wants Pallet to run or show something else than a catalogue. */
class HostileFileTest {

  /** Turns the product table into something else of the same name. */
  private static final String HIDE = "ALTER TABLE product RENAME TO hidden";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void create() {
    file = folder.resolve("shop.pallet");
    CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT).close();
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        arguments(
            "a trigger on the table Product",
            List.of(
                "CREATE TRIGGER t AFTER UPDATE ON Product BEGIN DELETE FROM pallet_column; END")),
        arguments(
            "a trigger on the table pallet_id_block",
            List.of(
                "CREATE TRIGGER t AFTER UPDATE ON pallet_id_block BEGIN DELETE FROM product; END")),
        arguments(
            "a view in place of the table product",
            List.of(HIDE, "CREATE VIEW product AS SELECT * FROM hidden")),
        arguments(
            "a virtual table in place of the table product",
            List.of(HIDE, "CREATE VIRTUAL TABLE product USING fts5(sku, name)")),
        arguments(
            "a view in place of the table pallet_column",
            List.of(
                "ALTER TABLE pallet_column RENAME TO hidden",
                "CREATE VIEW pallet_column AS SELECT * FROM hidden")),
        arguments(
            "a computed column in the table product",
            List.of("ALTER TABLE product ADD COLUMN spy TEXT AS (lower(name)) VIRTUAL")),
        arguments(
            "a product table that calls functions",
            List.of(
                "ALTER TABLE product ADD COLUMN bomb TEXT CHECK (length(zeroblob(1000000000)) > 0)")),
        arguments(
            "an index over computed values in the table product",
            List.of("CREATE INDEX i ON product (lower(name))")),
        arguments(
            "an index over a part of the table product",
            List.of("CREATE INDEX i ON product (name) WHERE length(name) > 3")),
        arguments(
            "a table orders that changes with the product table",
            List.of("CREATE TABLE orders (p INTEGER REFERENCES product ON DELETE CASCADE)")),
        arguments(
            "a product table named pallet_id_block",
            List.of("UPDATE pallet_column SET table_name = 'pallet_id_block'")),
        arguments(
            "a product table named sqlite_schema",
            List.of("UPDATE pallet_column SET table_name = 'sqlite_schema'")),
        arguments(
            "more than one product table",
            List.of("UPDATE pallet_column SET table_name = 'other' WHERE name = 'sku'")),
        arguments(
            "a product table that takes values of any type",
            List.of(
                "PRAGMA writable_schema = ON",
                "UPDATE sqlite_schema SET sql = replace(sql, ') STRICT', ')')"
                    + " WHERE name = 'product'")));
  }

  @ParameterizedTest
  @MethodSource("attacks")
  void aFileThatHoldsWhatPalletNeverMakesIsRefusedUntouched(String what, List<String> sql)
      throws Exception {
    execute(file, sql);
    byte[] before = Files.readAllBytes(file);

    CatalogueException refusal = refusal();

    assertThat(refusal.reason()).isEqualTo(Reason.UNSAFE);
    assertThat(refusal)
        .hasMessageContaining(file + " holds " + what + ", which Pallet never makes");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    assertThat(folder.toFile().list()).containsExactly("shop.pallet");
  }

  @Test
  void aTriggerThatWaitsInTheLogBesideTheFileIsRefusedToo() throws Exception {
    Path copy = folder.resolve("copy.pallet");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      execute(
          connection,
          List.of("CREATE TRIGGER t AFTER INSERT ON product BEGIN DELETE FROM product; END"));
      Files.copy(file, copy);
      Files.copy(folder.resolve("shop.pallet-wal"), folder.resolve("copy.pallet-wal"));
    }
    file = copy;

    assertThat(refusal().reason()).isEqualTo(Reason.UNSAFE);
  }

  @Test
  void aTableUnderAnotherNameThanItsDefinitionIsDamaged() throws Exception {
    execute(
        file,
        List.of(
            "PRAGMA writable_schema = ON",
            "UPDATE sqlite_schema SET sql = 'CREATE VIEW product AS SELECT 1', type = 'view',"
                + " rootpage = 0 WHERE name = 'product'"));

    assertThat(refusal().reason()).isIn(Reason.UNSAFE, Reason.DAMAGED);
  }

  @Test
  void aDescriptionOfAnotherTableIsDamaged() throws Exception {
    execute(file, List.of("UPDATE pallet_column SET table_name = 'elsewhere'"));

    assertThat(refusal().reason()).isEqualTo(Reason.DAMAGED);
  }

  @Test
  void aNameWithANulCharacterIsRefused() throws Exception {
    execute(file, List.of("UPDATE pallet_column SET table_name = 'product' || char(0)"));

    assertThat(refusal().reason()).isEqualTo(Reason.UNSAFE);
  }

  @Test
  void aHugeSchemaIsRefused() throws Exception {
    execute(
        file,
        List.of(
            "CREATE TABLE t (a)",
            "PRAGMA writable_schema = ON",
            """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 50000)
            INSERT INTO sqlite_schema SELECT 'table', 't' || i, 't' || i,
              (SELECT rootpage FROM sqlite_schema WHERE name = 't'), 'CREATE TABLE t' || i || ' (a)'
            FROM n
            """));

    CatalogueException refusal = refusal();

    assertThat(refusal.reason()).isEqualTo(Reason.UNSAFE);
    assertThat(refusal)
        .hasMessageContaining("50,0")
        .hasMessageContaining("tables and other objects");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pragma_table_list",
        "pragma_table_xinfo",
        "json_each",
        "x\"; DROP TABLE product; --",
        "it's; 😀"
      })
  void tablesThatPalletNeverTouchesMayBeThereUnderAnyName(String name) throws Exception {
    execute(
        file,
        List.of(
            "CREATE TABLE " + SqlName.quote(name) + " (name, type, schema)",
            "CREATE VIEW v AS SELECT * FROM product",
            "CREATE TRIGGER t AFTER INSERT ON "
                + SqlName.quote(name)
                + " BEGIN DELETE FROM product; END",
            "CREATE INDEX i ON product (brand, price)"));

    if (name.equals("json_each")) { // by which Pallet reads the description
      assertThat(refusal()).isNotNull();
    } else {
      CatalogueDatabase.open(file, ConnectionSettings.DEFAULT).close();
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      assertThat(CatalogueFile.number(connection, "SELECT count(*) FROM pallet_column"))
          .isPositive();
    }
  }

  @Test
  void aTriggerMadeWhileTheCatalogueIsOpenDoesNotRun() throws Exception {
    try (CatalogueDatabase database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT)) {
      execute(
          file,
          List.of(
              "CREATE TRIGGER t AFTER UPDATE ON pallet_id_block BEGIN DELETE FROM pallet_column; END"));

      try (Connection writer = database.writer().getConnection()) {
        assertThatThrownBy(() -> execute(writer, List.of("UPDATE pallet_id_block SET next_id = 5")))
            .hasMessageContaining("triggers nested too deep");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATTACH 'other.db' AS other",
        "ATTACH ':memory:' AS other",
        "VACUUM INTO 'other.db'",
        "SELECT load_extension('anything')",
        "SELECT readfile('/etc/passwd')",
        "SELECT writefile('/tmp/x', 'x')"
      })
  void connectionsReachNothingButTheirFile(String sql) throws Exception {
    try (CatalogueDatabase database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
        Connection reader = database.readers().getConnection();
        Connection writer = database.writer().getConnection()) {
      assertThatThrownBy(() -> execute(reader, List.of(sql))).isInstanceOf(SQLException.class);
      assertThatThrownBy(() -> execute(writer, List.of(sql))).isInstanceOf(SQLException.class);
      assertThat(CatalogueFile.number(reader, "PRAGMA trusted_schema")).isZero();
      assertThat(CatalogueFile.number(writer, "PRAGMA trusted_schema")).isZero();
      assertThat(CatalogueFile.number(writer, "PRAGMA cell_size_check")).isOne();
    }
  }

  @Test
  void everyFileOfACatalogueIsItsOwnersAlone() throws Exception {
    try (CatalogueDatabase database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
        Connection writer = database.writer().getConnection()) {
      execute(writer, List.of("UPDATE pallet_id_block SET next_id = 5"));
      database.copyTo(folder.resolve("copy.pallet"));

      try (Stream<Path> files = Files.list(folder)) {
        assertThat(files)
            .extracting(path -> path.getFileName() + " " + permissions(path))
            .containsExactlyInAnyOrder(
                "shop.pallet rw-------",
                "shop.pallet-wal rw-------",
                "shop.pallet-shm rw-------",
                "copy.pallet rw-------");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE p (a TEXT CHECK (lower(a) = 'x'))",
        "CREATE TABLE p (a TEXT CHECK (\"lower\"(a) = 'x'))",
        "CREATE TABLE p (a TEXT CHECK ([lower] /* ( */ (a) = 'x'))",
        "CREATE TABLE p (a TEXT DEFAULT (abs(-1)))",
        "CREATE TABLE p (a TEXT CHECK (a = 'unfinished",
      })
  void callsOfFunctionsAreFound(String sql) {
    assertThat(SqlScan.callsFunctions(sql)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE \"p (\" (a TEXT CHECK (a IN ('lower(a)', 'it''s (')) , b UNIQUE) STRICT",
        "CREATE TABLE p (\"lower(\"\"x\" TEXT, -- abs(1)\n PRIMARY KEY (a), UNIQUE (a))",
      })
  void bracketsInNamesAndTextsCallNothing(String sql) {
    assertThat(SqlScan.callsFunctions(sql)).isFalse();
  }

  @Test
  void whatPalletMakesItselfCallsNothing() {
    assertThat(SqlScan.callsFunctions(TableDefinition.create(ProductSchema.create()))).isFalse();
    assertThat(SqlScan.callsFunctions(TableDefinition.create(HostileSchema.create()))).isFalse();
  }

  private static String permissions(Path path) {
    try {
      return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private CatalogueException refusal() {
    return catchThrowableOfType(
        CatalogueException.class,
        () -> CatalogueDatabase.open(file, ConnectionSettings.DEFAULT).close());
  }

  private static void execute(Path file, List<String> statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      execute(connection, statements);
      execute(connection, List.of("PRAGMA wal_checkpoint(TRUNCATE)"));
    }
  }

  private static void execute(Connection connection, List<String> statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }
}
