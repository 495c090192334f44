package app.pallet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.Promises;
import app.pallet.engine.Promises.None;
import app.pallet.engine.Promises.ReadOnly;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.schema.ProductSchema;
import app.pallet.work.WorkMonitor;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of others: damaged, encrypted, or made so that looking at them does something. */
final class DatabaseTablesTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("other.db");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private List<DiscoveredTable> tables() {
    return DatabaseTables.of(file, ConnectionSettings.DEFAULT, WorkMonitor.NONE);
  }

  private CatalogueException refusal() {
    return catchThrowableOfType(CatalogueException.class, this::tables);
  }

  @Test
  void aCatalogueHasItsProductTableAlone() {
    CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT).close();

    assertThat(tables())
        .singleElement()
        .satisfies(table -> {
          assertThat(table.name().name()).isEqualTo("product");
          assertThat(table.promises()).isEqualTo(Promises.CATALOGUE);
        });
  }

  @Test
  void whatIsNoDatabaseOrEncryptedIsSaidToBe() throws Exception {
    byte[] noise = new byte[8192];
    new Random(1).nextBytes(noise);
    Files.write(file, noise);

    assertThat(refusal().reason()).isEqualTo(Reason.NOT_SQLITE);
    assertThat(refusal()).hasMessageContaining(file + " is no SQLite database, or it is encrypted");
  }

  @Test
  void aMissingFileIsNotMade() {
    assertThat(refusal().reason()).isEqualTo(Reason.MISSING);
    assertThat(file).doesNotExist();
  }

  /** The page of the definitions, and one of rows. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void aDamagedFileIsSaidToBe(int page) throws Exception {
    execute(
        "PRAGMA page_size = 4096",
        "CREATE TABLE t (k INTEGER PRIMARY KEY, v)",
        "INSERT INTO t VALUES (1, 'x'), (2, 'y')");
    byte[] bytes = Files.readAllBytes(file);
    ByteBuffer.wrap(bytes).position((page - 1) * 4096 + 100).put(new byte[3996]);
    bytes[(page - 1) * 4096 + (page == 1 ? 100 : 0)] = 99;
    Files.write(file, bytes);

    assertThat(refusal().reason()).isEqualTo(Reason.DAMAGED);
    assertThat(refusal()).hasMessageStartingWith(file + " is damaged");
  }

  @Test
  void nothingOfTheFileRunsWhenItIsLookedAt() throws Exception {
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY, v TEXT DEFAULT (hex(zeroblob(900000000))))",
        "INSERT INTO t (k, v) VALUES (1, 'x'), (2, NULL)",
        "ALTER TABLE t ADD COLUMN w AS (hex(zeroblob(900000000 + k)))",
        "CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT i FROM n",
        "CREATE VIEW reading AS SELECT load_extension('x'), readfile('/etc/passwd')",
        "CREATE TRIGGER bad AFTER UPDATE ON t BEGIN SELECT load_extension('x'); END");
    List<DiscoveredTable> tables = tables(); // would neither end nor fit into memory

    assertThat(tables)
        .extracting(table -> table.name().name() + " " + table.rows())
        .containsExactly(
            "t OptionalLong[2]", "endless OptionalLong.empty", "reading OptionalLong.empty");
  }

  @Test
  void aModuleThatIsNotHereIsNoObstacle() throws Exception {
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY)",
        "PRAGMA writable_schema = ON",
        "INSERT INTO sqlite_schema VALUES ('table', 'far', 'far', 0,"
            + " 'CREATE VIRTUAL TABLE far USING spatial(a)')");

    assertThat(tables())
        .filteredOn(table -> table.name().name().equals("far"))
        .singleElement()
        .satisfies(
            table -> assertThat(table.promises().keys()).isEqualTo(new None(ReadOnly.MODULE)));
  }

  @Test
  void namesCannotSpeakToTheTerminal() throws Exception {
    execute("CREATE TABLE \"a\u001B[2Jb\nc\u202Ed\" (\"\" TEXT PRIMARY KEY NOT NULL)");

    assertThat(TableAccount.of(tables().getFirst()).heading())
        .isEqualTo("\"a\uFFFD[2Jb c\uFFFDd\": table, 0 rows, key \"\"");
  }

  @Test
  void lookingCanBeCancelled() throws Exception {
    execute(
        "CREATE TABLE t (k INTEGER PRIMARY KEY, v)",
        "INSERT INTO t (v) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
            + " WHERE i < 100000) SELECT i FROM n");

    assertThatThrownBy(() -> DatabaseTables.of(file, ConnectionSettings.DEFAULT, () -> true))
        .isInstanceOf(CancellationException.class);
  }

  /** What is told of tables, until a number of rows was told. */
  private final class Told implements DatabaseTables.Listing, WorkMonitor {
    private final List<String> lines = new ArrayList<>();
    private final int enough;

    Told(int enough) {
      this.enough = enough;
    }

    @Override
    public void listed(List<DiscoveredTable> tables) {
      tables.forEach(table -> lines.add(TableAccount.of(table).heading()));
    }

    @Override
    public void counted(DiscoveredTable table) {
      lines.add(TableAccount.of(table).heading());
    }

    @Override
    public boolean isCancelled() {
      return lines.size() == enough;
    }
  }

  /** A view without an end is listed, keeps no table waiting, and is left when told to. */
  @Test
  void tablesAreListedBeforeTheirRowsAreCounted() throws Exception {
    execute(
        "CREATE VIEW endless AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            + " SELECT i FROM n",
        "CREATE TABLE product (sku TEXT PRIMARY KEY NOT NULL, price)",
        "INSERT INTO product VALUES ('a', 1.5), ('b', 2)");
    Told told = new Told(3);

    assertThatThrownBy(() -> DatabaseTables.list(file, ConnectionSettings.DEFAULT, told, told))
        .isInstanceOf(CancellationException.class);

    assertThat(told.lines)
        .containsExactly(
            "product: table, rows not counted, key sku",
            "endless: view, rows not counted, no key",
            "product: table, 2 rows, key sku");
  }

  /** A view that can't be made is no reason to know nothing of the others. */
  @Test
  void rowsOfViewsAreCountedToo() throws Exception {
    execute(
        "CREATE TABLE t (k TEXT PRIMARY KEY NOT NULL)",
        "INSERT INTO t VALUES ('a'), ('b')",
        "CREATE VIEW broken AS SELECT x FROM missing",
        "CREATE VIEW v AS SELECT k FROM t WHERE k > 'a'");
    Told told = new Told(Integer.MAX_VALUE);

    DatabaseTables.list(file, ConnectionSettings.DEFAULT, told, told);

    assertThat(told.lines.subList(3, told.lines.size()))
        .containsExactly("t: table, 2 rows, key k", "v: view, 1 row, no key");
  }
}
