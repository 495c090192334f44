package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Filter;
import app.pallet.rows.query.FilterGroup;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.work.DirectRunner;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A million products: that everything is still right, and how long it takes, which is printed and
 * not asserted. Runs on demand: {@code mvn test -Dgroups=big -DexcludedGroups=}.
 */
@Tag("big")
class MillionRowsTest {

  private static final int ROWS = 1_000_000;
  private static final int ROUNDS = 3;

  @TempDir static Path folder;
  private static ProductRows products;
  private static RowReader reader;

  @BeforeAll
  static void fill() throws SQLException {
    products = ProductRows.in(folder).addMany(ROWS);
    reader = new RowReader(products.database);
  }

  @AfterAll
  static void close() {
    products.close();
  }

  @Test
  void allKeysAreTaken() {
    assertThat(timed("keys unsorted", () -> reader.keys(RowQuery.ALL)).size()).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @CsvSource({"price", "sku", "name", "description", "category"})
  void allKeysAreSorted(String column) {
    SortOrder sort = new SortOrder(products.column(column), Direction.ASCENDING);
    RowQuery query = new RowQuery("", Optional.of(sort));

    KeySnapshot keys = timed("keys by " + column, () -> reader.keys(query));

    assertThat(keys.stream().distinct().count()).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @CsvSource({
    "lamp, 250000",
    "LAMP, 250000",
    "größe, 250000",
    "höhenverstellbar, 250000",
    "zzz, 0",
    "7777, 900",
    "Ö, 500000",
    "мебель, 0",
    "😀, 0"
  })
  void everyRowIsSearched(String search, int least) {
    RowQuery query = new RowQuery(search, Optional.empty());

    KeySnapshot keys = timed("search " + search, () -> reader.keys(query));

    assertThat(keys.size()).isGreaterThanOrEqualTo(least);
  }

  static Stream<Arguments> filters() {
    Condition brand = Condition.of(products.column("brand"), Operator.IS, "brand 77");
    Condition price =
        Condition.of(
            products.column("price"),
            Operator.BETWEEN,
            new BigDecimal("10.00"),
            new BigDecimal("20.00"));
    Condition name = Condition.of(products.column("name"), Operator.CONTAINS, "GRÖSSE");
    Condition start = Condition.of(products.column("name"), Operator.STARTS_WITH, "höhen");
    Condition category =
        Condition.of(
            products.column("category"),
            Operator.IS_ONE_OF,
            "Furniture/Home/1",
            "Furniture/Home/2");
    return Stream.of(
        Arguments.of("brand is", brand, 1_000),
        Arguments.of("price between", price, 100_000),
        Arguments.of("name contains", name, 0),
        Arguments.of("name starts with", start, 250_000),
        Arguments.of("category is one of 2", category, 20_000),
        Arguments.of(
            "brand is empty", Condition.of(products.column("brand"), Operator.IS_EMPTY), 0),
        Arguments.of("brand is not", Condition.of(brand.column(), Operator.IS_NOT, "x"), ROWS),
        Arguments.of(
            "category and price",
            new FilterGroup(FilterGroup.Join.ALL, List.of(category, price)),
            1_000),
        Arguments.of(
            "brand or category",
            new FilterGroup(FilterGroup.Join.ANY, List.of(brand, category)),
            20_000));
  }

  @ParameterizedTest
  @MethodSource("filters")
  void everyRowIsFiltered(String what, Filter filter, int least) {
    RowQuery query = RowQuery.ALL.filteredBy(filter);

    KeySnapshot keys = timed("filter " + what, () -> reader.keys(query));

    assertThat(keys.size()).isGreaterThanOrEqualTo(least);
  }

  @ParameterizedTest
  @CsvSource({"1", "10000", "1000000"})
  void pickedRowsAreFilteredAlone(int picked) {
    RowQuery query =
        RowQuery.ALL
            .within(Optional.of(RowIds.of(LongStream.rangeClosed(1, picked))))
            .filteredBy(Condition.of(products.column("brand"), Operator.IS_NOT, "x"))
            .sortedBy(Optional.of(new SortOrder(products.column("quantity"), Direction.ASCENDING)));

    KeySnapshot keys = timed("filter of " + picked + " picked", () -> reader.keys(query));

    assertThat(keys.size()).isEqualTo(picked);
  }

  @ParameterizedTest
  @CsvSource({"category, 100", "brand, 1000", "active, 1", "supplier, 50", "sku, 1000000"})
  void valuesAreCounted(String column, int distinct) {
    Facet facet =
        timed(
            "values of " + column,
            () -> FacetSource.count(products.database, products.column(column), RowQuery.ALL, 15));

    assertThat(facet.distinct()).isEqualTo(distinct);
    assertThat(facet.rows()).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @CsvSource({"0", "500000", "999800"})
  void aPageCostsTheSameEverywhere(int from) {
    SortOrder sort = new SortOrder(products.column("name"), Direction.ASCENDING);
    KeySnapshot keys = reader.keys(new RowQuery("", Optional.of(sort)));
    long[] ids = keys.ids(from, from + RowPages.ROWS);

    List<Row> rows = timed("page at " + from, () -> reader.read(ids));

    assertThat(rows)
        .extracting(Row::id)
        .containsExactlyElementsOf(Arrays.stream(ids).boxed().toList());
  }

  @Test
  void manyKeysAreFoundAtOnce() {
    List<String> keys =
        IntStream.rangeClosed(1, 100_000)
            .mapToObj(i -> "SKU-%07d".formatted(i * 70_001L % ROWS * 7919L % 10_000_019))
            .toList();

    FoundRows found =
        timed("find 100,000", () -> reader.findValues(products.column("sku"), keys, List.of()));

    assertThat(IntStream.range(0, 100_000).filter(i -> found.at(i) != null).count())
        .isGreaterThan(99_000);
  }

  @Test
  void allRowsAreHandedOver() {
    long[] sum = new long[1];
    timed(
        "read all",
        () -> {
          sum[0] = 0;
          reader.forEach(RowQuery.ALL, row -> sum[0] += row.id());
          return sum;
        });

    assertThat(sum[0]).isEqualTo((long) ROWS * (ROWS + 1) / 2);
  }

  @Test
  void aCatalogueIsOpenedWithoutLookingAtItsRows() {
    assertThat(
            timed(
                "open and close",
                () -> {
                  try (CatalogueDatabase database =
                      CatalogueDatabase.open(
                          products.database.file(), products.database.settings())) {
                    return database.schema();
                  }
                }))
        .isEqualTo(products.database.schema());
  }

  @Test
  void aSourceKeepsKeysAndAFewPages() {
    long before = usedBytes();
    try (RowSource source = new RowSource(products.database, new DirectRunner(), new Deaf())) {
      source.query(RowQuery.ALL, PendingJudge.NONE);
      IntStream.range(0, 5_000).forEach(page -> source.row(page * RowPages.ROWS));
      long after = usedBytes();

      print("heap of a source", (after - before) / 1_000_000 + " MB");
      assertThat(after - before).isLessThan(64_000_000);
    }
  }

  private static final class Deaf implements RowSourceListener {
    @Override
    public void keysChanged() {}

    @Override
    public void rowsArrived(int from, int to) {}

    @Override
    public void failed(Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }

  /** Runs something several times and prints the fastest, middle and slowest time. */
  private static <T> T timed(String what, Supplier<T> action) {
    double[] millis = new double[ROUNDS];
    double[] cpuMillis = new double[ROUNDS];
    T result = action.get();
    for (int round = 0; round < ROUNDS; round++) {
      long began = System.nanoTime();
      long cpuBegan = cpuNanos();
      result = action.get();
      cpuMillis[round] = (cpuNanos() - cpuBegan) / 1e6;
      millis[round] = (System.nanoTime() - began) / 1e6;
    }
    Arrays.sort(millis);
    Arrays.sort(cpuMillis);
    print(
        what,
        "%.1f / %.1f / %.1f ms, of the processor %.1f ms"
            .formatted(millis[0], millis[ROUNDS / 2], millis[ROUNDS - 1], cpuMillis[ROUNDS / 2]));
    return result;
  }

  /** Time of the processor for this thread, which other programs don't make longer. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static void print(String what, String figure) {
    System.out.println("1,000,000 rows, " + what + ": " + figure);
  }

  private static long usedBytes() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
