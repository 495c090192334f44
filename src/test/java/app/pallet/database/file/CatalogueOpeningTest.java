package app.pallet.database.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.ConnectionSettings.JournalMode;
import app.pallet.database.file.ConnectionSettings.Synchronous;
import app.pallet.schema.ProductSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of files that are given to Pallet to open, and what the user is told. */
class CatalogueOpeningTest {

  private static final ConnectionSettings IMPATIENT =
      new ConnectionSettings(JournalMode.WAL, Synchronous.NORMAL, Duration.ofMillis(50));

  @TempDir Path folder;

  @Test
  void aMissingFileIsNamed() {
    Path file = folder.resolve("nowhere.db");

    assertThat(refusal(file))
        .hasMessage("There is no file " + file)
        .extracting(CatalogueException::reason)
        .isEqualTo(Reason.MISSING);
    assertThat(file).doesNotExist();
  }

  @Test
  void aMissingFolderIsNamed() {
    Path file = folder.resolve("nowhere").resolve("shop.db");

    CatalogueException refusal =
        refusal(() ->
            CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT));

    assertThat(refusal).hasMessage("There is no folder " + folder.resolve("nowhere"));
  }

  @Test
  void aFolderIsNoCatalogue() {
    assertThat(refusal(folder)).hasMessage(folder + " is a folder");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 15, 16, 511, 512, 5000})
  void aFileThatIsNotSqliteIsRefusedAndLeftAlone(int size) throws IOException {
    Path file = folder.resolve("list.csv");
    Files.writeString(file, "sku;name;preis\n".repeat(400).substring(0, size));

    CatalogueException refusal = refusedUntouched(file);

    assertThat(refusal)
        .hasMessage(file + " is not an SQLite database, so it is not a Pallet catalogue");
    assertThat(refusal.reason()).isEqualTo(Reason.NOT_SQLITE);
  }

  @Test
  void aFileCutOffBehindSqlitesMagicWordsIsRefused() throws IOException {
    Path file = folder.resolve("cut.db");
    byte[] bytes = new byte[4096];
    byte[] magic = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(magic, 0, bytes, 0, magic.length);
    Files.write(file, bytes);

    assertThat(refusedUntouched(file).reason()).isEqualTo(Reason.NOT_SQLITE);
  }

  @Test
  void anEmptyFileIsNoCatalogueYet() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.db"));

    assertThat(refusedUntouched(file))
        .hasMessage(file + " is empty, so it is not a Pallet catalogue");
  }

  @Test
  void anEmptyFileCanBecomeACatalogue() throws IOException {
    Path file = Files.createFile(folder.resolve("empty.db"));

    openOrCreate(file).close();

    CatalogueDatabase.open(file, ConnectionSettings.DEFAULT).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "WAL"})
  void aForeignDatabaseIsRefusedAndLeftAlone(String journalMode) throws Exception {
    Path file = folder.resolve("browser-history.db");
    execute(file, "PRAGMA journal_mode = " + journalMode, "CREATE TABLE product (sku TEXT)");

    CatalogueException refusal = refusedUntouched(file);

    assertThat(refusal)
        .hasMessage(
            file
                + " is an SQLite database, but no Pallet catalogue; pallet tables lists what it"
                + " holds")
        .extracting(CatalogueException::reason)
        .isEqualTo(Reason.NOT_A_CATALOGUE);
  }

  @Test
  void openOrCreateLeavesAForeignDatabaseAloneToo() throws Exception {
    Path file = folder.resolve("browser-history.db");
    execute(file, "CREATE TABLE visit (url TEXT)");
    Map<String, String> before = contents();

    assertThat(refusal(() -> openOrCreate(file)).reason()).isEqualTo(Reason.NOT_A_CATALOGUE);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aCatalogueOfANewerPalletIsRefusedAndLeftAlone() throws Exception {
    Path file = folder.resolve("shop.db");
    openOrCreate(file).close();
    execute(file, "PRAGMA user_version = 7");

    CatalogueException refusal = refusedUntouched(file);

    assertThat(refusal)
        .hasMessage(
            file + " was made by a newer Pallet: its format is 7, this Pallet knows up to 2")
        .extracting(CatalogueException::reason)
        .isEqualTo(Reason.NEWER);
  }

  @Test
  void aCatalogueThatIsLockedForTooLongIsRefusedAndLeftAlone() throws Exception {
    Path file = folder.resolve("shop.db");
    openOrCreate(file).close();
    execute(file, "PRAGMA journal_mode = DELETE");
    Map<String, String> before = contents();
    CatalogueException refusal;

    try (Connection other = connect(file)) {
      execute(other, "BEGIN EXCLUSIVE");
      refusal = refusal(() -> CatalogueDatabase.open(file, IMPATIENT));
    }

    assertThat(refusal)
        .hasMessage(file + " is locked by another program")
        .extracting(CatalogueException::reason)
        .isEqualTo(Reason.LOCKED);
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void aFileThatCanNotBeWrittenIsRefusedAndLeftAlone() throws Exception {
    Path file = folder.resolve("shop.db");
    openOrCreate(file).close();
    assumeThat(makeReadOnly(file)).as("a file can be made read-only here").isTrue();
    try {
      CatalogueException refusal = refusedUntouched(file);

      assertThat(refusal)
          .hasMessage(file + " is read-only; make it writable or copy it")
          .extracting(CatalogueException::reason)
          .isEqualTo(Reason.READ_ONLY);
    } finally {
      run("chattr", "-i", file.toString());
    }
  }

  /** For everybody but root by its permissions; for root by a flag that some file systems know. */
  private static boolean makeReadOnly(Path file) throws Exception {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    return !Files.isWritable(file)
        || (run("chattr", "+i", file.toString()) && !Files.isWritable(file));
  }

  private static boolean run(String... command) throws InterruptedException {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    } catch (IOException e) {
      return false; // there is no such program here
    }
  }

  @Test
  void aCatalogueWithoutItsColumnsIsDamaged() throws Exception {
    Path file = folder.resolve("shop.db");
    openOrCreate(file).close();
    execute(file, "UPDATE pallet_column SET type = 'COLOUR' WHERE name = 'sku'");

    assertThat(refusedUntouched(file)).hasMessageContaining("COLOUR");
  }

  @Test
  void aNewCatalogueIsNotMadeOverAnotherFile() throws IOException {
    Path file = Files.writeString(folder.resolve("notes.txt"), "milk, bread");

    CatalogueException refusal =
        refusal(() ->
            CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT));

    assertThat(refusal.reason()).isEqualTo(Reason.ALREADY_THERE);
    assertThat(file).hasContent("milk, bread");
  }

  @Test
  void aNewCatalogueIsOnlyItsOwnersToRead() throws IOException {
    Path file = folder.resolve("shop.db");
    openOrCreate(file).close();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @ParameterizedTest
  @ValueSource(strings = {"what?.db", "a b#c%20d.db", "Käse & 'Brot';.db", "a=b&mode=memory.db"})
  void theNameOfAFileMayHoldAnything(String name) {
    Path file = folder.resolve(name);

    openOrCreate(file).close();

    CatalogueDatabase.open(file, ConnectionSettings.DEFAULT).close();
    assertThat(contents()).containsOnlyKeys(name);
  }

  @ParameterizedTest
  @EnumSource(JournalMode.class)
  void closingLeavesOneFile(JournalMode journalMode) throws SQLException {
    Path file = folder.resolve("shop.db");
    ConnectionSettings settings =
        new ConnectionSettings(journalMode, Synchronous.FULL, Duration.ofSeconds(5));
    try (CatalogueDatabase database =
        CatalogueDatabase.create(file, ProductSchema.create(), settings)) {
      try (Connection reader = database.readers().getConnection();
          Connection writer = database.writer().getConnection()) {
        execute(writer, "UPDATE pallet_id_block SET next_id = 5");
        assertThat(CatalogueFile.number(reader, "SELECT next_id FROM pallet_id_block"))
            .isEqualTo(5);
      }
    }

    assertThat(contents()).containsOnlyKeys("shop.db");
  }

  @Test
  void aMakingThatWasCutOffIsTakenUpAgain() throws Exception {
    Path file = folder.resolve("shop.db");
    execute(file, "PRAGMA application_id = " + CatalogueFile.APPLICATION_ID);

    try (CatalogueDatabase database = openOrCreate(file)) {
      assertThat(database.schema()).isEqualTo(ProductSchema.create());
    }
  }

  @Test
  void anUnfinishedCatalogueCanNotBeOpened() throws Exception {
    Path file = folder.resolve("shop.db");
    execute(file, "PRAGMA application_id = " + CatalogueFile.APPLICATION_ID);

    assertThat(refusal(file)).hasMessage(file + " was never finished: it has no product table");
  }

  @Test
  void anOlderCatalogueIsBroughtUpToDate() throws Exception {
    Path file = folder.resolve("shop.db");
    openOrCreate(file).close();
    execute(file, "PRAGMA user_version = 0");

    CatalogueDatabase.open(file, ConnectionSettings.DEFAULT).close();

    try (Connection connection = connect(file)) {
      assertThat(CatalogueFile.number(connection, "PRAGMA user_version"))
          .isEqualTo(CatalogueFile.FORMAT);
    }
  }

  @Test
  void severalOpenersMayMakeTheSameCatalogueAtOnce() throws Exception {
    for (int round = 0; round < 5; round++) {
      Path file = folder.resolve("shop" + round + ".db");
      try (ExecutorService openers = Executors.newFixedThreadPool(4)) {
        List<Callable<CatalogueDatabase>> tasks =
            IntStream.range(0, 4)
                .<Callable<CatalogueDatabase>>mapToObj(i -> () -> openOrCreate(file))
                .toList();
        for (Future<CatalogueDatabase> opened : openers.invokeAll(tasks)) {
          try (CatalogueDatabase database = opened.get()) {
            assertThat(database.schema()).isEqualTo(ProductSchema.create());
          }
        }
      }
    }
  }

  private CatalogueDatabase openOrCreate(Path file) {
    return CatalogueDatabase.openOrCreate(file, ProductSchema.create(), ConnectionSettings.DEFAULT);
  }

  private CatalogueException refusal(Path file) {
    return refusal(() -> CatalogueDatabase.open(file, IMPATIENT));
  }

  private static CatalogueException refusal(ThrowingCallable opening) {
    return catchThrowableOfType(CatalogueException.class, opening);
  }

  /** The refusal to open a file, after which everything in the folder is as it was. */
  private CatalogueException refusedUntouched(Path file) {
    Map<String, String> before = contents();
    CatalogueException refusal = refusal(file);
    assertThat(contents()).isEqualTo(before);
    return refusal;
  }

  /** All bytes of all files in the folder. */
  private Map<String, String> contents() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.collect(
          Collectors.toMap(
              file -> file.getFileName().toString(),
              file -> read(file),
              (a, b) -> a,
              TreeMap::new));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }

  private static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = connect(file)) {
      execute(connection, statements);
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
