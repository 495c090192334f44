package app.pallet.workspace.streamed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.sqlite.TableDefinition;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.ProductSchema;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportSuggestion;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.imports.ImportWishes.Unmapped;
import app.pallet.workspace.imports.LineFolding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An import that is longer than one portion: what holds its portions together, what ends it. */
final class StreamedImportTest {

  private static final int PORTION = 20_000;
  private static final int ROWS = 2 * PORTION + 5_000;

  private static final CommitPlan EACH_BATCH =
      new CommitPlan(CommitMode.BATCH, 5_000, TransactionScope.PER_BATCH);

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each
  private CatalogueDatabase database;

  @BeforeEach
  void create() {
    database =
        CatalogueDatabase.create(
            folder.resolve("shop.pallet"), ProductSchema.create(), ConnectionSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** What a test does when so many rows of a source have been read and matched. */
  private interface At {
    void rows(long done);
  }

  /** Lets a test act between two blocks, and cancels when it says so. */
  private static final class Watch implements WorkMonitor {
    private final At at;
    private final long patience;
    private long done;

    Watch(At at, long patience) {
      this.at = at;
      this.patience = patience;
    }

    static Watch cancellingAt(long rows) {
      return new Watch(done -> {}, rows);
    }

    @Override
    public void begin(String task, long total) {}

    @Override
    public void worked(long units) {
      done += units;
      at.rows(done);
    }

    @Override
    public void message(String text) {}

    @Override
    public boolean isCancelled() {
      return done >= patience;
    }
  }

  private StreamedReport importAll(CommitPlan plan, DuplicateKeys duplicates, WorkMonitor monitor) {
    Path file = folder.resolve("products.csv");
    try {
      Files.write(
          file,
          IntStream.rangeClosed(0, ROWS)
              .mapToObj(n -> n == 0 ? "sku,name" : "A-%05d,Product %d".formatted(n, n))
              .toList());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    ImportSource source = new ImportSource.OfFile(file);
    ImportWishes wishes =
        new ImportWishes(
            SourceOptions.DETECT,
            Optional.empty(),
            List.of(),
            Unmapped.LEFT_OUT,
            EmptyCells.LEAVE,
            duplicates,
            LineFolding.KEEP,
            false);
    ImportChoices choices;
    try (TabularSource texts = source.open(wishes.options())) {
      choices = ImportSuggestion.choices(texts, database.schema(), wishes, Map.of());
    }
    return new StreamedImport(
            database,
            source,
            choices,
            CellFormat.PLAIN,
            StreamedImport.Matching.BY_KEY,
            Optional.of(plan),
            100)
        .run(monitor);
  }

  private int products() {
    return new RowReader(database).count();
  }

  private void letNothingBeWritten(boolean nothing) {
    try (Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = " + nothing);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void allItsPortionsAreOneCommitToTheHistory(TransactionScope scope) {
    StreamedReport report =
        importAll(
            new CommitPlan(CommitMode.BATCH, 5_000, scope), DuplicateKeys.FIRST, WorkMonitor.NONE);

    assertThat(report.committed()).isEqualTo(ROWS);
    assertThat(new CommitHistory(database).commits())
        .singleElement()
        .returns((long) ROWS, PastCommit::adds);
  }

  @Test
  void productsAreFoundInAColumnThatDoesNotTellCaseApart() throws SQLException {
    importAll(EACH_BATCH, DuplicateKeys.FIRST, WorkMonitor.NONE);
    try (Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement()) {
      String table = TableDefinition.create(database.schema());
      statement.execute("ALTER TABLE product RENAME TO old");
      statement.execute(
          table.replace("\"sku\" TEXT NOT NULL", "\"sku\" TEXT COLLATE NOCASE NOT NULL"));
      statement.execute("INSERT INTO product SELECT * FROM old");
      statement.execute("DROP TABLE old");
      statement.execute("UPDATE product SET sku = lower(sku) WHERE id % 2 = 0");
    }

    StreamedReport report = importAll(EACH_BATCH, DuplicateKeys.FIRST, WorkMonitor.NONE);

    assertThat(report.adds()).isZero();
    assertThat(report.edits()).isZero();
    assertThat(products()).isEqualTo(ROWS);
  }

  @Test
  void itEndsWhereTheDatabaseStopsAlsoIfThatPasses() {
    StreamedReport report =
        importAll(
            EACH_BATCH,
            DuplicateKeys.FIRST,
            new Watch(
                done -> letNothingBeWritten(done > PORTION && done <= 2 * PORTION), ROWS + 1));

    assertThat(report.stop())
        .hasValueSatisfying(
            stop -> assertThat(stop.reason()).isEqualTo("shop.pallet can't be written"));
    assertThat(report.committed()).isEqualTo(PORTION);
    assertThat(report.adds()).as("rows of two portions").isEqualTo(2 * PORTION);
    assertThat(products()).as("nothing of the portion after it").isEqualTo(PORTION);
  }

  @Test
  void aCancelBetweenTwoPortionsKeepsTheFirst() {
    StreamedReport report =
        importAll(EACH_BATCH, DuplicateKeys.FIRST, Watch.cancellingAt(PORTION + 2_000));

    assertThat(report.cancelled()).isTrue();
    assertThat(report.committed()).isEqualTo(PORTION);
    assertThat(report.rowsRead()).as("the rows to come are not read").isLessThan(ROWS);
    assertThat(report.pending()).isEqualTo(report.adds() - PORTION);
    assertThat(products()).isEqualTo(PORTION);
  }

  @Test
  void aCancelReachesTheCommitOfAPortion() {
    StreamedReport report = importAll(EACH_BATCH, DuplicateKeys.FIRST, Watch.cancellingAt(PORTION));

    assertThat(report.cancelled()).isTrue();
    assertThat(report.pending()).isEqualTo(PORTION);
    assertThat(products()).isZero();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, PORTION, ROWS})
  void aCancelledImportOfAllOrNothingWritesNothing(long rows) {
    StreamedReport report =
        importAll(
            new CommitPlan(CommitMode.BATCH, 5_000, TransactionScope.ALL_OR_NOTHING),
            DuplicateKeys.FIRST,
            Watch.cancellingAt(rows));

    assertThat(report.cancelled()).isTrue();
    assertThat(products()).isZero();
  }

  @Test
  void aCancelWhileItLooksForTheLastRowOfEachKeyWritesNothing() {
    assertThatExceptionOfType(CancellationException.class)
        .isThrownBy(() -> importAll(EACH_BATCH, DuplicateKeys.LAST, Watch.cancellingAt(0)));
    assertThat(products()).isZero();
  }
}
