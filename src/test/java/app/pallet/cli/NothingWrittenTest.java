package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.Promises;
import app.pallet.rows.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands that only read leave the catalogue, and all that is beside it, as they were to the byte,
 * whatever state it is in.
 */
final class NothingWrittenTest {

  @TempDir private static Path made;

  @TempDir private Path root;

  private final CommandLineRun pallet = new CommandLineRun();

  private Path folder;
  private Path catalogue;
  private Path source;

  /** A command that only reads. */
  private enum Reading {
    CHECK,
    TABLES,
    EXPORT,
    HISTORY_LIST,
    HISTORY_SHOW,
    HISTORY_EXPORT,
    UNDO_DRY_RUN,
    DRY_RUN,
    DRY_RUN_WITH_NEW_COLUMNS,
    STRICT
  }

  @BeforeAll
  static void makeCatalogue() throws IOException {
    Path products = Files.writeString(made.resolve("p.csv"), "sku,name,price\nA,Mug,4\nB,Bowl,5\n");
    String target = made.resolve("shop.pallet").toString();
    assertThat(new CommandLineRun().run("import", products.toString(), "--into", target)).isZero();
  }

  @BeforeEach
  void layCatalogue() throws IOException {
    folder = Files.createDirectory(root.resolve("shop"));
    catalogue = Files.copy(made.resolve("shop.pallet"), folder.resolve("shop.pallet"));
    source = root.resolve("products.csv");
    Files.writeString(source, "sku,name,price,colour\nA,Mug,400\nC,Jug,6\n");
  }

  private int run(Reading reading) {
    String file = catalogue.toString();
    String out = root.resolve("out.csv").toString();
    String in = source.toString();
    return switch (reading) {
      case CHECK -> pallet.run("check", file);
      case TABLES -> pallet.run("tables", file);
      case EXPORT -> pallet.run("export", file, out);
      case HISTORY_LIST -> pallet.run("history", "list", file);
      case HISTORY_SHOW -> pallet.run("history", "show", file, "last");
      case HISTORY_EXPORT -> pallet.run("history", "export", file, "last", out);
      case UNDO_DRY_RUN -> pallet.run("history", "undo", file, "last", "--dry-run");
      case DRY_RUN -> pallet.run("import", in, "--into", file, "--dry-run");
      case DRY_RUN_WITH_NEW_COLUMNS ->
          pallet.run("import", in, "--into", file, "--dry-run", "--new-columns");
      case STRICT -> pallet.run("import", in, "--into", file, "--strict", "--new-columns");
    };
  }

  /** Runs a command and sees that nothing in the catalogue's folder has changed. */
  private int untouched(Reading reading) throws IOException {
    Map<String, byte[]> before = contents();
    Map<String, Object> times = times();
    int code = run(reading);
    assertThat(contents()).as(reading.toString()).containsExactlyEntriesOf(before);
    assertThat(times()).as(reading.toString()).isEqualTo(times);
    assertThat(pallet.backups()).doesNotExist();
    return code;
  }

  private Map<String, byte[]> contents() throws IOException {
    Map<String, byte[]> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    return contents;
  }

  private Map<String, Object> times() throws IOException {
    Map<String, Object> times = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        times.put(file.getFileName().toString(), Files.getLastModifiedTime(file));
      }
    }
    return times;
  }

  private static int expected(Reading reading) {
    return reading == Reading.STRICT ? 1 : 0;
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aCurrentCatalogue(Reading reading) throws IOException {
    assertThat(untouched(reading)).as(pallet.err()).isEqualTo(expected(reading));
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aCatalogueWithARollbackJournal(Reading reading) throws Exception {
    execute("PRAGMA journal_mode = DELETE");

    assertThat(untouched(reading)).as(pallet.err()).isEqualTo(expected(reading));
  }

  /** The first format had no history. */
  @ParameterizedTest
  @EnumSource(Reading.class)
  void anOlderCatalogueIsReadAsItIs(Reading reading) throws Exception {
    makeOlder();

    int code = untouched(reading);

    switch (reading) {
      case HISTORY_SHOW, HISTORY_EXPORT, UNDO_DRY_RUN -> {
        assertThat(code).isEqualTo(2);
        assertThat(pallet.err()).contains("There is no commit last");
      }
      default -> assertThat(code).as(pallet.err()).isEqualTo(expected(reading));
    }
  }

  @Test
  void anOlderCatalogueIsBroughtUpToDateByWhatWritesIt() throws Exception {
    makeOlder();

    assertThat(pallet.run("import", source.toString(), "--into", catalogue.toString()))
        .as(pallet.err())
        .isZero();

    assertThat(pallet.run("history", "list", catalogue.toString())).isZero();
    assertThat(pallet.out()).contains("1 added").contains("1 changed");
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aCatalogueWhoseMakingWasCutOff(Reading reading) throws Exception {
    Files.delete(catalogue);
    execute("PRAGMA application_id = " + 0x50414c54);

    assertThat(untouched(reading)).isEqualTo(3);
    assertThat(pallet.err()).contains("was never finished");
  }

  @ParameterizedTest
  @EnumSource(value = Reading.class, mode = EnumSource.Mode.EXCLUDE, names = "STRICT")
  void anEmptyFile(Reading reading) throws IOException {
    Files.delete(catalogue);
    Files.createFile(catalogue);

    int code = untouched(reading);

    switch (reading) {
      case DRY_RUN, DRY_RUN_WITH_NEW_COLUMNS -> assertThat(pallet.out()).contains("2 to add");
      case TABLES -> assertThat(pallet.out()).contains("holds no tables");
      default -> {
        assertThat(code).isEqualTo(3);
        assertThat(pallet.err()).contains("is empty, so it is not a Pallet catalogue");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(value = Reading.class, mode = EnumSource.Mode.EXCLUDE, names = "STRICT")
  void aMissingFile(Reading reading) throws IOException {
    Files.delete(catalogue);

    int code = untouched(reading);

    switch (reading) {
      case DRY_RUN, DRY_RUN_WITH_NEW_COLUMNS -> assertThat(pallet.out()).contains("2 to add");
      default -> {
        assertThat(code).isEqualTo(3);
        assertThat(pallet.err()).contains("There is no file " + catalogue);
      }
    }
  }

  /** What a crash leaves, or a copy made while the catalogue was open. */
  @ParameterizedTest
  @EnumSource(Reading.class)
  void aLogWithoutItsIndexIsRead(Reading reading) throws Exception {
    leaveLog();
    Files.delete(folder.resolve("shop.pallet-shm"));

    int code = untouched(reading);

    assertThat(code).as(pallet.err()).isEqualTo(expected(reading));
    if (reading == Reading.EXPORT) {
      assertThat(root.resolve("out.csv")).content().contains("Only in the log");
    }
  }

  /** What a crash leaves. The index is nobody's data; SQLite makes it anew. */
  @ParameterizedTest
  @EnumSource(Reading.class)
  void aLogThatACrashLeftIsReadAndLeft(Reading reading) throws Exception {
    leaveLog();
    byte[] file = Files.readAllBytes(catalogue);
    byte[] log = Files.readAllBytes(folder.resolve("shop.pallet-wal"));

    assertThat(run(reading)).as(pallet.err()).isEqualTo(expected(reading));

    assertThat(Files.readAllBytes(catalogue)).isEqualTo(file);
    assertThat(Files.readAllBytes(folder.resolve("shop.pallet-wal"))).isEqualTo(log);
    assertThat(contents()).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aCatalogueThatIsBeingEditedIsReadWithItsLatestCommit(Reading reading) throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE product SET name = 'Only in the log' WHERE sku = 'B'");
      Map<String, byte[]> before = contents();
      before.remove("shop.pallet-shm"); // where readers are counted

      assertThat(run(reading)).as(pallet.err()).isEqualTo(expected(reading));

      Map<String, byte[]> after = contents();
      assertThat(after.remove("shop.pallet-shm")).isNotNull();
      assertThat(after).containsExactlyEntriesOf(before);
      if (reading == Reading.EXPORT) {
        assertThat(root.resolve("out.csv")).content().contains("Only in the log");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aFileThatCanNotBeWritten(Reading reading) throws Exception {
    try (ReadOnly readOnly = new ReadOnly(catalogue)) {
      assumeThat(readOnly.works()).as("a file can be made read-only here").isTrue();
      assertThat(untouched(reading)).as(pallet.err()).isEqualTo(expected(reading));
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aFolderThatCanNotBeWritten(Reading reading) throws Exception {
    try (ReadOnly readOnly = new ReadOnly(folder)) {
      assumeThat(readOnly.works()).as("a folder can be made read-only here").isTrue();
      assertThat(untouched(reading)).as(pallet.err()).isEqualTo(expected(reading));
    }
  }

  @ParameterizedTest
  @EnumSource(Reading.class)
  void aLinkToACatalogue(Reading reading) throws IOException {
    Path real = Files.move(catalogue, root.resolve("real.pallet"));
    byte[] before = Files.readAllBytes(real);
    Files.createSymbolicLink(catalogue, real);

    assertThat(untouched(reading)).as(pallet.err()).isEqualTo(expected(reading));

    assertThat(Files.readAllBytes(real)).isEqualTo(before);
    assertThat(root.resolve("real.pallet-wal")).doesNotExist();
    assertThat(root.resolve("real.pallet-shm")).doesNotExist();
  }

  /** States in which somebody else's database can be found. */
  private enum Foreign {
    ROLLBACK_JOURNAL,
    LOG,
    LOG_LEFT_WITHOUT_INDEX,
    READ_ONLY_FILE,
    READ_ONLY_FOLDER
  }

  @ParameterizedTest
  @EnumSource(Foreign.class)
  void theDatabaseOfAnotherProgram(Foreign state) throws Exception {
    makeForeign(state == Foreign.ROLLBACK_JOURNAL ? "DELETE" : "WAL");
    if (state == Foreign.LOG_LEFT_WITHOUT_INDEX) {
      leaveLog();
      Files.delete(folder.resolve("shop.pallet-shm"));
    }
    Path locked = state == Foreign.READ_ONLY_FOLDER ? folder : catalogue;
    boolean locks = state == Foreign.READ_ONLY_FILE || state == Foreign.READ_ONLY_FOLDER;
    if (locks) {
      try (ReadOnly readOnly = new ReadOnly(locked)) {
        assumeThat(readOnly.works()).as("it can be made read-only here").isTrue();
        assertThat(untouched(Reading.TABLES)).as(pallet.err()).isZero();
      }
    } else {
      assertThat(untouched(Reading.TABLES)).as(pallet.err()).isZero();
    }
    assertThat(pallet.out()).contains("product: table, 1 row, key sku");
  }

  /** The window opens it to be read, and says why. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aTableOfAFileThatCanNotBeWrittenIsOpenedToBeRead(boolean isFile) throws Exception {
    makeForeign("DELETE");
    Path in = Files.writeString(root.resolve("in.csv"), "sku,name\nB,Other\n");
    try (ReadOnly readOnly = new ReadOnly(isFile ? catalogue : folder)) {
      assumeThat(readOnly.works()).as("it can be made read-only here").isTrue();
      assertThatThrownBy(() -> CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT))
          .hasFieldOrPropertyWithValue("reason", CatalogueException.Reason.NOT_A_CATALOGUE);
      try (CatalogueDatabase open =
          CatalogueDatabase.openTable(catalogue, "product", ConnectionSettings.DEFAULT)) {
        assertThat(open.promises()).isEqualTo(Promises.readOnly(Promises.ReadOnly.FILE));
        assertThat(new RowReader(open).count()).isEqualTo(1);
      }

      String[] command = {
        "import", in.toString(), "--into", catalogue.toString(), "--table", "product", "--no-backup"
      };
      assertThat(pallet.run(command)).isEqualTo(3);
      assertThat(pallet.err()).contains("Its file, or the folder of the file, can't be written");
    }
  }

  @Test
  void theDatabaseOfAnotherProgramStaysOpenToIt() throws Exception {
    makeForeign("WAL");
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("BEGIN IMMEDIATE");
      statement.execute("INSERT INTO product VALUES ('C', 'Not yet there')");

      assertThat(run(Reading.TABLES)).as(pallet.err()).isZero();

      assertThat(pallet.out()).contains("product: table, 1 row,");
      statement.execute("COMMIT");
    }
  }

  private void makeForeign(String journal) throws Exception {
    Files.delete(catalogue);
    execute(
        "PRAGMA journal_mode = " + journal,
        "CREATE TABLE product (sku TEXT PRIMARY KEY, name TEXT)",
        "INSERT INTO product VALUES ('B', 'Bowl')",
        "CREATE VIEW cheap AS SELECT * FROM product",
        "CREATE TRIGGER t AFTER DELETE ON product BEGIN UPDATE product SET name = 'Gone'; END");
  }

  /** For everybody but root by permissions; for root by a flag that some file systems know. */
  private record ReadOnly(Path path, boolean works) implements AutoCloseable {

    ReadOnly(Path path) throws Exception {
      this(path, make(path));
    }

    private static boolean make(Path path) throws Exception {
      String mode = Files.isDirectory(path) ? "r-xr-xr-x" : "r--r--r--";
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
      return !Files.isWritable(path) || (run("chattr", "+i", path) && !Files.isWritable(path));
    }

    private static boolean run(String program, String flag, Path path) throws Exception {
      try {
        return new ProcessBuilder(program, flag, path.toString()).start().waitFor() == 0;
      } catch (IOException e) {
        return false; // there is no such program here
      }
    }

    @Override
    public void close() throws Exception {
      run("chattr", "-i", path);
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
    }
  }

  /** A log with a commit in it, as a process that was killed leaves it. */
  private void leaveLog() throws Exception {
    try (Connection other = connect();
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE product SET name = 'Only in the log' WHERE sku = 'B'");
      for (String ending : new String[] {"", "-wal", "-shm"}) {
        Files.copy(folder.resolve("shop.pallet" + ending), root.resolve("left" + ending));
      }
    }
    for (String ending : new String[] {"", "-wal", "-shm"}) {
      Files.move(
          root.resolve("left" + ending),
          folder.resolve("shop.pallet" + ending),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private void makeOlder() throws SQLException {
    execute(
        "DROP TABLE pallet_ledger",
        "DELETE FROM pallet_migration WHERE version = '2'",
        "PRAGMA user_version = 1");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + catalogue);
  }
}
