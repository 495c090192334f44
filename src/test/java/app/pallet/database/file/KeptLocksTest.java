package app.pallet.database.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.schema.ProductSchema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another program may do to an open catalogue that something in this process looked into. */
final class KeptLocksTest {

  @TempDir private Path folder;
  private Path file;
  private CatalogueDatabase database;

  @BeforeEach
  void create() throws SQLException {
    assumeThat(Path.of("/proc/locks")).exists();
    assumeThat(Path.of("/usr/bin/python3")).exists();
    file = folder.resolve("shop.pallet");
    database = CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT);
    database.keepLocks();
    write("A");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theLogStaysAlthoughSqlitesLocksAreGone() throws Exception {
    lookInto();
    assertThat(locks()).isNotEmpty().allMatch(line -> line.contains("OFDLCK"));

    assertThat(other("SELECT count(*) FROM product")).isEqualTo("1");
    write("B");

    database.requireInPlace();
    database.force();
    assertThat(other("SELECT group_concat(sku) FROM product")).isEqualTo("A,B");
  }

  @Test
  void whoeverClosesLastStillLeavesOneFile() throws Exception {
    lookInto();

    database.close();

    assertThat(names()).containsExactly("shop.pallet");
    assertThat(locks()).isEmpty();
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
  }

  @Test
  void theFirstOfTwoThatIsClosedLeavesTheLocksOfTheOther() throws Exception {
    CatalogueDatabase second = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
    second.keepLocks();
    try (Connection connection = database.writer().getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, "B");

      second.close();

      assertThat(locks()).anyMatch(line -> line.contains("POSIX") && line.contains("WRITE"));
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  @Test
  void nothingIsWrittenOnceTheLogIsAnotherOne() throws Exception {
    for (String suffix : List.of("-wal", "-shm")) {
      Files.delete(folder.resolve("shop.pallet" + suffix));
    }
    other("INSERT INTO product (sku, name, price, version) VALUES ('other', 'n', 0, 1)");

    assertThatThrownBy(database::requireInPlace).isInstanceOf(CatalogueException.class);
    assertThatThrownBy(database::force).isInstanceOf(CatalogueException.class);
    database.close();

    assertThat(other("SELECT group_concat(sku) FROM product")).isEqualTo("other");
    assertThat(other("PRAGMA integrity_check")).isEqualTo("ok");
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
  }

  @Test
  void aTransactionThatLostItsLockIsTriedAgain() throws Exception {
    try (Connection connection = database.writer().getConnection()) {
      connection.setAutoCommit(false);
      insert(connection, "B");
      database.requireWriteLock();

      lookInto();

      assertThatThrownBy(database::requireWriteLock)
          .isInstanceOfSatisfying(
              SQLException.class,
              e -> assertThat(SqliteFailures.READER.read(e).kind()).isEqualTo(FailureKind.RETRY));
      connection.rollback();
      connection.setAutoCommit(true);
      database.discard(connection);
    }
    write("B");
    assertThat(other("SELECT group_concat(sku) FROM product")).isEqualTo("A,B");
  }

  @Test
  void withoutThemTheLogIsLostAndNothingIsSaidToBeCommitted() throws Exception {
    database.close();
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT); // keeps no locks
    lookInto();
    other("SELECT count(*) FROM product"); // is the last one as it believes, and removes the log
    other("SELECT count(*) FROM product"); // and makes a new one

    assertThatThrownBy(database::requireInPlace)
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("has removed the log");
    assertThatThrownBy(database::force).isInstanceOf(CatalogueException.class);
  }

  @Test
  void aMigrationThatLostItsLockIsRolledBack() throws Exception {
    database.close();
    other("DELETE FROM pallet_migration WHERE version = '2'");
    other("DROP TABLE pallet_ledger");
    other("PRAGMA user_version = 1");

    CatalogueFormat looked =
        new CatalogueFormat(
            file,
            ConnectionSettings.DEFAULT,
            () -> {
              try {
                lookInto();
              } catch (IOException e) {
                throw new SQLException(e);
              }
            });
    assertThatThrownBy(looked::update)
        .isInstanceOf(CatalogueException.class)
        .hasMessageContaining("is locked");

    assertThat(other("SELECT count(*) FROM pallet_migration")).isEqualTo("1");
    assertThat(other("PRAGMA user_version")).isEqualTo("1");
    assertThat(names()).containsExactly("shop.pallet");
    assertThat(locks()).isEmpty();
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
    assertThat(other("SELECT group_concat(sku) FROM product")).isEqualTo("A");
    assertThat(other("SELECT count(*) FROM pallet_migration")).isEqualTo("2");
  }

  /** As GTK's file dialog does with each file that it shows. */
  private void lookInto() throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      try (InputStream in = Files.newInputStream(folder.resolve("shop.pallet" + suffix))) {
        assertThat(in.read()).isGreaterThan(-2);
      }
    }
  }

  private void write(String sku) throws SQLException {
    try (Connection connection = database.writer().getConnection()) {
      insert(connection, sku);
    }
  }

  private static void insert(Connection connection, String sku) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "INSERT INTO product (sku, name, price, version) VALUES ('" + sku + "', 'n', 0, 1)");
    }
  }

  private String other(String sql) throws IOException {
    Process python =
        new ProcessBuilder(
                "/usr/bin/python3",
                "-c",
                "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);r=c.execute(sys.argv[2])"
                    + ".fetchone();c.commit();print(r[0] if r else '');c.close()",
                file.toString(),
                sql)
            .redirectErrorStream(true)
            .start();
    return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).toList();
    }
  }

  private List<String> locks() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<String> inodes =
          all.map(
                  path -> {
                    try {
                      return ":" + Files.getAttribute(path, "unix:ino") + " ";
                    } catch (IOException e) {
                      return "gone";
                    }
                  })
              .toList();
      return Files.readAllLines(Path.of("/proc/locks")).stream()
          .filter(line -> inodes.stream().anyMatch(line::contains))
          .toList();
    }
  }
}
