package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowStamp;
import app.pallet.database.file.HostileSchema;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading rows by query, id and key from a real catalogue. */
class RowReaderTest {

  @TempDir Path folder;
  private ProductRows products;
  private RowReader reader;

  @BeforeEach
  void open() {
    products = ProductRows.in(folder);
    reader = new RowReader(products.database);
  }

  @AfterEach
  void close() {
    products.close();
  }

  @Test
  void anEmptyTableHasNoRows() {
    assertThat(reader.count()).isZero();
    assertThat(reader.keys(RowQuery.ALL).size()).isZero();
    assertThat(reader.read()).isEmpty();
  }

  @Test
  void rowsHoldTheValuesOfAllColumns() throws SQLException {
    products.insert(
        List.of(
            products.column("sku"),
            products.column("name"),
            products.column("price"),
            products.column("active"),
            products.column("available_from"),
            products.column("created")),
        "0012",
        "Stuhl",
        123456789012345L,
        1L,
        "2026-02-28",
        1795442523456L);

    Row row = reader.read(1).getFirst();

    assertThat(row.id()).isEqualTo(1);
    assertThat(row.stamp()).isEqualTo(RowStamp.Counted.FIRST);
    assertThat(value(row, "sku")).isEqualTo("0012");
    assertThat(value(row, "price")).isEqualTo(new BigDecimal("12345678901.2345"));
    assertThat(value(row, "active")).isEqualTo(true);
    assertThat(value(row, "available_from")).isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(value(row, "created")).isEqualTo(Instant.ofEpochMilli(1795442523456L));
    assertThat(value(row, "description")).isNull();
    assertThat(row.values().columns().asList()).isEqualTo(products.database.schema().columns());
  }

  @Test
  void rowsComeInTheOrderOfTheIdsAskedForWithoutMissingOnes() throws SQLException {
    products.addMany(2_500);
    long[] ids = IntStream.rangeClosed(0, 2_600).mapToLong(i -> 2_600 - i).toArray();

    List<Row> rows = reader.read(ids);

    assertThat(rows)
        .extracting(Row::id)
        .containsExactlyElementsOf(
            Arrays.stream(ids).boxed().filter(i -> i > 0 && i <= 2_500).toList());
  }

  @Test
  void rowsAreFoundByManyKeysAtOnce() throws SQLException {
    products.addMany(100_000);
    List<String> keys = new ArrayList<>();
    IntStream.rangeClosed(1, 100_000)
        .forEach(i -> keys.add("SKU-%07d".formatted(i * 7919L % 10_000_019)));
    keys.add("SKU-unknown");

    FoundRows found = reader.findValues(products.column("sku"), keys, List.of());

    assertThat(IntStream.range(0, 100_000).mapToObj(found::at))
        .extracting(row -> Objects.requireNonNull(row).id())
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 100_000).boxed().toList());
    assertThat(found.at(100_000)).isNull();
    assertThat(IntStream.range(0, 100_001)).noneMatch(found::isAmbiguous);
  }

  @Test
  void keysAreComparedCharacterByCharacter() throws SQLException {
    products.add("abc", "x").add("ABC", "y").add("ß'\"%", "z");

    assertThat(ids("sku", "ABC", "ß'\"%", "Abc", "abc ", null)).containsExactly(2L, 3L, 0L, 0L, 0L);
  }

  @Test
  void aKeyThatSeveralRowsHaveIsAmbiguous() throws SQLException {
    products.add("1", products.column("barcode"), "4006381333931");
    products.add("2", products.column("barcode"), "4006381333931");
    products.add("3", products.column("barcode"), "4006381333948");
    List<String> asked =
        List.of("4006381333948", "4006381333931", "unknown", "4006381333948", "4006381333931");

    FoundRows found = reader.findValues(products.column("barcode"), asked, List.of());

    assertThat(ids(found, 5)).containsExactly(3L, 1L, 0L, 3L, 1L);
    assertThat(IntStream.range(0, 5).filter(found::isAmbiguous)).containsExactly(1, 4);
  }

  @Test
  void moneyAndDatesAreKeysToo() throws SQLException {
    products.add("1", products.column("cost"), 12_5000L);
    products.add("2", products.column("available_from"), "2026-02-28");

    assertThat(ids("cost", new BigDecimal("12.5000"))).containsExactly(1L);
    assertThat(ids("available_from", LocalDate.of(2026, 2, 28))).containsExactly(2L);
  }

  @Test
  void noKeysFindNothing() {
    assertThat(ids("sku")).isEmpty();
    assertThat(ids("sku", (Object) null)).containsExactly(0L);
  }

  @Test
  void allRowsOfAQueryAreHandedOverInItsOrder() throws SQLException {
    products.addMany(2_500);
    SortOrder newestFirst = new SortOrder(products.column("id"), Direction.DESCENDING);
    List<Long> ids = new ArrayList<>();

    reader.forEach(new RowQuery("chair", Optional.of(newestFirst)), row -> ids.add(row.id()));

    assertThat(ids).hasSize(625).startsWith(2497L, 2493L).endsWith(5L, 1L);
  }

  @Test
  void whoeverReadsAllRowsSeesOneMoment() throws SQLException {
    products.addMany(2_500);
    List<Long> ids = new ArrayList<>();

    reader.forEach(
        RowQuery.ALL,
        row -> {
          if (ids.isEmpty()) {
            deleteAll();
          }
          ids.add(row.id());
        });

    assertThat(ids).hasSize(2_500);
  }

  @Test
  void whatTheConsumerThrowsComesOutAndLeavesTheReaderUsable() throws SQLException {
    products.addMany(10);

    assertThatThrownBy(() ->
            reader.forEach(
                RowQuery.ALL,
                row -> {
                  throw new IllegalStateException("enough");
                }))
        .hasMessage("enough");
    assertThat(reader.count()).isEqualTo(10);
  }

  @Test
  void aTableWithHostileNamesIsReadLikeAnyOther() throws SQLException {
    TableSchema schema = HostileSchema.create();
    Path other = folder.resolve("other");
    assertThat(other.toFile().mkdir()).isTrue();
    try (ProductRows hostile = ProductRows.with(other, schema)) {
      hostile
          .insert(schema.dataColumns(), texts("b", schema))
          .insert(schema.dataColumns(), texts("a", schema));
      RowReader hostileReader = new RowReader(hostile.database);

      for (Column column : schema.dataColumns()) {
        RowQuery query = new RowQuery("A", Optional.of(new SortOrder(column, Direction.ASCENDING)));
        assertThat(hostileReader.keys(query).stream()).as(column.name()).containsExactly(2L);
        RowQuery sorted = new RowQuery("", Optional.of(new SortOrder(column, Direction.ASCENDING)));
        assertThat(hostileReader.keys(sorted).stream()).as(column.name()).containsExactly(2L, 1L);
        assertThat(hostileReader.findValues(column, List.of("b"), schema.columns()).at(0))
            .isEqualTo(hostileReader.read(1).getFirst());
      }
    }
  }

  @Test
  void aMissingTableIsAFailureWithItsReason() throws SQLException {
    products.execute("DROP TABLE product");

    assertThatThrownBy(() -> reader.count())
        .isInstanceOf(RowReadException.class)
        .hasMessageContaining("no such table: product");
  }

  private static Object[] texts(String text, TableSchema schema) {
    return schema.dataColumns().stream().map(column -> text).toArray();
  }

  private void deleteAll() {
    try {
      products.execute("DELETE FROM product");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private @Nullable Object value(Row row, String column) {
    return row.values().get(products.column(column));
  }

  /** The ids of the rows that have these values in a column, 0 where there is none. */
  private List<Long> ids(String column, @Nullable Object... values) {
    List<@Nullable Object> asked = Arrays.asList(values);
    return ids(reader.findValues(products.column(column), asked, List.of()), values.length);
  }

  private static List<Long> ids(FoundRows found, int count) {
    return IntStream.range(0, count)
        .mapToObj(found::at)
        .map(row -> row == null ? 0 : row.id())
        .toList();
  }
}
