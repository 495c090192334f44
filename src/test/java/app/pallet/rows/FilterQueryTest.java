package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Filter;
import app.pallet.rows.query.FilterGroup;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowPredicate;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/**
 * Random filters and searches on random rows in a real file: SQLite finds what the predicate for
 * pending rows finds in plain Java.
 */
final class FilterQueryTest {

  private static final int ROWS = 400;

  /** Values of each type that are alike enough to be found, and hostile enough to matter. */
  private static final Map<ColumnType, List<Object>> VALUES =
      Map.of(
          ColumnType.TEXT,
          List.of(
              "a",
              "A",
              "ab",
              "ÄB",
              "äb",
              "İi",
              "\u212a",
              "kä",
              "straße",
              "STRAẞE",
              "100%",
              "1005",
              "e_c",
              "exc",
              "\\",
              "*",
              "[x]",
              "x",
              "?",
              "]",
              "^a",
              "'; DROP TABLE p; --",
              "\"q\"",
              " ",
              " a",
              "a ",
              "😀",
              "😁",
              "日本茶",
              "",
              "l\nm",
              "ä".repeat(1_100)),
          ColumnType.WHOLE_NUMBER,
          List.of(0L, 1L, -1L, 10L, 9L, Long.MAX_VALUE, Long.MIN_VALUE),
          ColumnType.DECIMAL,
          decimals("0", "0.001", "-0.001", "1", "9.5", "10", "-10", "999999999999999.999"),
          ColumnType.MONEY,
          decimals("0", "0.01", "5", "5.01", "4.99", "10", "100.5", "-3"),
          ColumnType.YES_NO,
          List.of(true, false),
          ColumnType.CHOICE,
          List.of("new", "New", "o'ld", "%"),
          ColumnType.DATE,
          List.of(
              LocalDate.of(2026, 1, 31),
              LocalDate.of(2026, 2, 1),
              LocalDate.of(999, 12, 31),
              LocalDate.of(2025, 12, 31)),
          ColumnType.TIMESTAMP,
          List.of(
              Instant.EPOCH,
              Instant.parse("2026-11-24T00:00:00Z"),
              Instant.parse("2026-11-24T00:00:00.001Z"),
              Instant.parse("1969-12-31T23:59:59.999Z")));

  private static final TableSchema SCHEMA = schema();

  @SuppressWarnings("NullAway.Init") // before all
  private static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static ProductRows products;

  private static List<Object> decimals(String... texts) {
    return Stream.of(texts).map(BigDecimal::new).map(Object.class::cast).toList();
  }

  /** A column of each type, with names that want to be something else. */
  private static TableSchema schema() {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build());
    columns.add(Column.builder("\"; DROP TABLE p; --", ColumnType.TEXT).build());
    columns.add(Column.builder("or ?1", ColumnType.TEXT).build());
    columns.add(Column.builder("select", ColumnType.WHOLE_NUMBER).build());
    columns.add(Column.builder("it's", ColumnType.DECIMAL).digits(18, 3).build());
    columns.add(Column.builder("Größe [cm]", ColumnType.MONEY).digits(12, 2).build());
    columns.add(Column.builder("%", ColumnType.YES_NO).build());
    columns.add(
        Column.builder("NULL", ColumnType.CHOICE).choices("new", "New", "o'ld", "%").build());
    columns.add(Column.builder("day\nof", ColumnType.DATE).build());
    columns.add(Column.builder("?2", ColumnType.TIMESTAMP).build());
    return new TableSchema("p; --\"", columns, "or ?1");
  }

  @BeforeContainer
  static void fill() throws IOException, SQLException {
    folder = Files.createTempDirectory("pallet-filter");
    products = ProductRows.with(folder, SCHEMA);
    Random random = new Random(7);
    for (int i = 0; i < ROWS; i++) {
      @Nullable Object[] stored =
          SCHEMA.dataColumns().stream().map(column -> randomCell(column, random)).toArray();
      products.insert(SCHEMA.dataColumns(), stored);
    }
  }

  private static List<Object> values(Column column) {
    return Objects.requireNonNull(VALUES.get(column.type()));
  }

  private static @Nullable Object randomCell(Column column, Random random) {
    List<Object> values = values(column);
    int choice = random.nextInt(values.size() + 2);
    return choice < values.size() ? new SqliteCodec(column).toStored(values.get(choice)) : null;
  }

  @AfterContainer
  static void deleteFolder() throws IOException {
    products.close();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Property(tries = 1_500)
  void oneConditionFindsWhatItSays(@ForAll("conditions") Condition condition) {
    assertThat(found(condition)).isEqualTo(expected(condition));
  }

  @Property(tries = 300)
  void conditionsAreJoinedByAndOrOr(@ForAll("filters") Filter filter) {
    assertThat(found(filter)).isEqualTo(expected(filter));
  }

  @Property(tries = 300)
  void aSearchLooksIntoEveryText(@ForAll("searches") String search) {
    RowQuery query = new RowQuery(search, Optional.empty());

    assertThat(ids(query)).isEqualTo(expected(query));
  }

  @Property(tries = 100)
  void aFilterSearchAndLimitMustAllBeMet(
      @ForAll("filters") Filter filter, @ForAll("searches") String search) {
    RowIds within = RowIds.of(LongStream.range(0, 100).map(n -> n * 3));
    RowQuery query = new RowQuery(search, Optional.empty()).filteredBy(filter);

    assertThat(ids(query.within(Optional.of(within))))
        .isEqualTo(expected(query).stream().filter(within::contains).toList());
  }

  @Example
  void aNumberWithMoreDecimalsThanTheColumnIsABoundAllTheSame() {
    Column money = SCHEMA.require("Größe [cm]");
    for (String bound : List.of("4.995", "5.005", "-3.001", "1e40", "-1e40", "1e-900000000")) {
      BigDecimal value = new BigDecimal(bound);
      for (Operator operator :
          List.of(
              Operator.IS,
              Operator.IS_NOT,
              Operator.AT_LEAST,
              Operator.AT_MOST,
              Operator.IS_ONE_OF)) {
        Condition condition = Condition.of(money, operator, value);
        assertThat(found(condition)).as("%s", condition).isEqualTo(expected(condition));
      }
    }
  }

  @Provide
  @SuppressWarnings("NullAway") // an empty cell is among the values
  Arbitrary<Condition> conditions() {
    return Arbitraries.of(SCHEMA.dataColumns())
        .flatMap(column ->
            Arbitraries.of(Operator.of(column.type()))
                .flatMap(operator ->
                    Arbitraries.of(values(column))
                        .injectNull(operator == Operator.IS_ONE_OF ? 0.2 : 0)
                        .list()
                        .ofMinSize(operator.fewestValues())
                        .ofMaxSize(Math.min(4, operator.mostValues()))
                        .map(values -> new Condition(column, operator, values))));
  }

  /** Texts that are stored, parts of them, and letters alike. */
  @Provide
  Arbitrary<String> searches() {
    Arbitrary<String> stored = Arbitraries.of(values(SCHEMA.match())).map(Object::toString);
    Arbitrary<String> letters =
        Arbitraries.strings().withChars("aAäÄbBßẞsiIİıkK\u212aéÉ%_\\*[]?^ \n").ofMaxLength(4);
    return Arbitraries.oneOf(stored, letters, stored.map(text -> text.toUpperCase(Locale.ROOT)));
  }

  @Provide
  Arbitrary<Filter> filters() {
    Arbitrary<Filter> group = conditions().list().ofMaxSize(4).map(FilterQueryTest::joined);
    return group.list().ofMaxSize(3).map(FilterQueryTest::joined);
  }

  private static Filter joined(List<? extends Filter> parts) {
    return new FilterGroup(parts.size() % 2 == 0 ? Join.ALL : Join.ANY, List.copyOf(parts));
  }

  private static List<Long> found(Filter filter) {
    return ids(RowQuery.ALL.filteredBy(filter));
  }

  private static List<Long> ids(RowQuery query) {
    return new RowReader(products.database).keys(query).stream().boxed().toList();
  }

  private static List<Long> expected(Filter filter) {
    return expected(RowQuery.ALL.filteredBy(filter));
  }

  private static List<Long> expected(RowQuery query) {
    RowPredicate predicate = new RowPredicate(SCHEMA, query);
    List<Long> ids = new ArrayList<>();
    new RowReader(products.database)
        .forEach(
            RowQuery.ALL,
            row -> {
              if (predicate.test(row.values()::get)) {
                ids.add(row.id());
              }
            });
    return ids;
  }

  /** So that a test of nothing is noticed. */
  @Example
  void thereAreRows() {
    List<Row> rows = new ArrayList<>();
    new RowReader(products.database).forEach(RowQuery.ALL, rows::add);
    assertThat(rows).hasSize(ROWS);
  }
}
