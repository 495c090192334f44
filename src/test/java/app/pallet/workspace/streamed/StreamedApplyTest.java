package app.pallet.workspace.streamed;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.CommitHistory;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.operation.number.ChangeNumber;
import app.pallet.operation.number.NumberRule;
import app.pallet.operation.number.Numbering;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.FilterText;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.OpenCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recipe over more rows than one portion holds. */
final class StreamedApplyTest {

  private static final int PORTION = 20_000;
  private static final int ROWS = 2 * PORTION + 100;

  private static final BigDecimal RAISED = new BigDecimal("1.1");

  private static final CommitPlan EACH_BATCH =
      new CommitPlan(CommitMode.BATCH, 5_000, TransactionScope.PER_BATCH);

  @TempDir private Path folder;

  @SuppressWarnings("NullAway.Init") // before each
  private CatalogueDatabase database;

  @BeforeEach
  void fill() {
    Path file = folder.resolve("shop.pallet");
    try (OpenCatalogue catalogue = new OpenCatalogue(file)) {
      catalogue.withProducts(ROWS);
    }
    database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Lets a test act between two portions, and cancels when it says so. */
  private record Watch(LongConsumer at, AtomicBoolean cancelled) implements WorkMonitor {

    static Watch of(LongConsumer at) {
      return new Watch(at, new AtomicBoolean());
    }

    @Override
    public void worked(long units) {
      at.accept(units);
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get();
    }
  }

  private Column column(String name) {
    return database.schema().require(name);
  }

  private RecipeWork raise() {
    return RecipeWork.of(
        "Raise",
        new ChangeNumber(
            column("price"),
            column("price"),
            new NumberRule.Percent(BigDecimal.TEN),
            RoundingMode.HALF_UP));
  }

  private AppliedReport apply(String where, RecipeWork work, CommitPlan plan, WorkMonitor monitor) {
    RowQuery query = RowQuery.ALL.filteredBy(FilterText.parse(database.schema(), where));
    return new StreamedApply(database, query, work, Optional.of(plan), 100).run(monitor);
  }

  private int count(String where) {
    return new RowReader(database)
        .keys(RowQuery.ALL.filteredBy(FilterText.parse(database.schema(), where)))
        .size();
  }

  /** A row by its place in the order in which a recipe is done. */
  private Row row(int index) {
    RowReader reader = new RowReader(database);
    return reader.read(reader.keys(RowQuery.ALL).idAt(index)).getFirst();
  }

  private BigDecimal price(int index) {
    return (BigDecimal) Objects.requireNonNull(row(index).values().get(column("price")));
  }

  /** The price that {@link OpenCatalogue#withProducts} gave it. */
  private BigDecimal before(int index) {
    Long tens = (Long) Objects.requireNonNull(row(index).values().get(column("quantity")));
    return BigDecimal.valueOf(tens).movePointLeft(1).add(new BigDecimal("0.5"));
  }

  private void elsewhere(String sql) {
    try (Connection other = database.writer().getConnection();
        Statement statement = other.createStatement()) {
      statement.executeUpdate(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void eachRowIsChangedOnceAlsoIfItMeetsTheConditionNoMoreOrAgain() {
    AppliedReport report = apply("price < 20000", raise(), EACH_BATCH, WorkMonitor.NONE);

    assertThat(report.rows().rows()).isEqualTo(19_999);
    assertThat(report.committed()).isEqualTo(19_999);
    assertThat(report.pending()).isZero();
    assertThat(count("sku = A-1 and price = 1.65")).isEqualTo(1);
    assertThat(count("sku = A-20000 and price = 20000.5")).isEqualTo(1);
  }

  @Test
  void allPortionsAreOneCommitThatNamesTheRecipe() {
    AppliedReport report = apply("", raise(), EACH_BATCH, WorkMonitor.NONE);

    assertThat(report.committed()).isEqualTo(ROWS);
    PastCommit commit = new CommitHistory(database).commits().getFirst();
    assertThat(commit.token()).isEqualTo(report.commit());
    assertThat(commit.edits()).isEqualTo(ROWS);
    assertThat(commit.who()).endsWith(", recipe Raise");
  }

  @Test
  void aCancelKeepsWhatIsCommittedAndSaysHowMuchThatIs() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Watch watch = new Watch(units -> cancelled.set(units == PORTION), cancelled);

    AppliedReport report = apply("", raise(), EACH_BATCH, watch);

    assertThat(report.cancelled()).isTrue();
    assertThat(report.committed()).isEqualTo(PORTION);
    assertThat(price(PORTION - 1)).isEqualByComparingTo(before(PORTION - 1).multiply(RAISED));
    assertThat(price(PORTION)).isEqualByComparingTo(before(PORTION));
  }

  @Test
  void asOneTransactionACancelLeavesNothing() {
    AtomicBoolean cancelled = new AtomicBoolean();
    Watch watch = new Watch(units -> cancelled.set(units == PORTION), cancelled);

    AppliedReport report =
        apply(
            "",
            raise(),
            new CommitPlan(CommitMode.BATCH, 5_000, TransactionScope.ALL_OR_NOTHING),
            watch);

    assertThat(report.committed()).isZero();
    assertThat(count("sku = A-1 and price = 1.5")).isEqualTo(1);
  }

  @Test
  void whatSomebodyElseDoesMeanwhileIsNotOverwritten() {
    AtomicBoolean happened = new AtomicBoolean();
    Watch watch =
        Watch.of(units -> {
          if (!happened.getAndSet(true)) {
            elsewhere("UPDATE product SET price = 70000 WHERE id = " + row(30_000).id());
            elsewhere("DELETE FROM product WHERE id = " + row(30_001).id());
          }
        });

    AppliedReport report = apply("", raise(), EACH_BATCH, watch);

    assertThat(report.rows().leftOut()).isEqualTo(1);
    assertThat(report.committed()).isEqualTo(ROWS - 1);
    assertThat(price(30_000)).isEqualByComparingTo("7.7");
  }

  @Test
  void uniqueValuesChangeHandsAcrossPortions() {
    RecipeWork shift = RecipeWork.of("Number", new Numbering(column("sku"), 2, 1, 0, "A-"));

    AppliedReport report = apply("", shift, EACH_BATCH, WorkMonitor.NONE);

    assertThat(report.failed()).isZero();
    assertThat(report.committed()).isEqualTo(ROWS);
    assertThat(count("sku = A-1")).isZero();
    assertThat(count("sku = A-" + (ROWS + 1))).isEqualTo(1);
  }

  @Test
  void aDryRunCountsTheSameAndWritesNothing() {
    AppliedReport report =
        new StreamedApply(database, RowQuery.ALL, raise(), Optional.empty(), 100)
            .run(WorkMonitor.NONE);

    assertThat(report.rows().changed()).isEqualTo(ROWS);
    assertThat(report.pending()).isEqualTo(ROWS);
    assertThat(report.rows().first()).hasSize(100);
    assertThat(new CommitHistory(database).commits()).hasSize(1);
  }

  @Test
  void onlySoManyProblemsAreKeptAndAllAreCounted() {
    RecipeWork lower =
        RecipeWork.of(
            "Lower",
            new ChangeNumber(
                column("price"),
                column("price"),
                new NumberRule.Add(new BigDecimal("-1000")),
                RoundingMode.HALF_UP));

    AppliedReport report = apply("", lower, EACH_BATCH, WorkMonitor.NONE);

    assertThat(report.problemCount()).isEqualTo(999);
    assertThat(report.problems()).hasSize(100);
    assertThat(report.problems().getFirst().row()).isEqualTo("A-1");
    assertThat(report.committed()).isEqualTo(ROWS - 999);
    assertThat(List.of(report.failed(), report.conflicting(), report.pending())).containsOnly(0L);
  }
}
