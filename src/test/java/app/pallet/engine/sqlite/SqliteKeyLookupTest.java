package app.pallet.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.ColumnSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowValues;
import app.pallet.rows.ProductRows;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.text.CodePointOrder;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways in which rows are found by many keys: each must find what a map finds. */
class SqliteKeyLookupTest {

  private static final List<String> LETTERS =
      List.of("a", "Z", "0", "-", "'", "\"", "\\", "ä", "€", "\uE000", "\uFF01", "😀", "𝄞", "\t");

  @TempDir Path folder;
  private ProductRows products;

  @BeforeEach
  void open() {
    products = ProductRows.in(folder);
  }

  @AfterEach
  void close() {
    products.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void keysOfAnyTextAreFoundInAnyOrder(int seed) throws SQLException {
    Random random = new Random(seed);
    TreeMap<String, Long> stored = new TreeMap<>(CodePointOrder.TEXTS);
    while (stored.size() < 300) {
      String sku = text(random);
      if (!stored.containsKey(sku)) {
        products.add(sku, "name of " + sku);
        stored.put(sku, stored.size() + 1L);
      }
    }
    TreeMap<String, Long> asked = new TreeMap<>(stored);
    asked.keySet().removeIf(key -> random.nextInt(3) == 0);
    IntStream.range(0, 100).forEach(i -> asked.putIfAbsent(text(random), 0L));
    stored.keySet().forEach(key -> asked.computeIfPresent(key, (k, id) -> stored.get(k)));

    List<@Nullable String> keys = new ArrayList<>(asked.keySet());
    assertFound(keys, stored);
    assertFound(List.copyOf(new TreeSet<>(asked.keySet())), stored); // in the order of Java
    keys.add(null);
    Collections.shuffle(keys, random);
    keys.add(keys.getFirst());
    assertFound(keys, stored);
  }

  @Test
  void keysThatLieFarApartAreFoundToo() throws SQLException {
    products.addMany(20_000);
    TreeMap<String, Long> stored = new TreeMap<>();
    for (long id = 1; id <= 20_000; id++) {
      stored.put("SKU-%07d".formatted(id * 7919L % 10_000_019), id);
    }
    List<String> all = List.copyOf(stored.keySet());

    assertFound(IntStream.range(0, 200).mapToObj(i -> all.get(i * 100)).toList(), stored);
    // first close together, then not: the range is given up on the way
    List<String> both = new ArrayList<>(all.subList(0, 100));
    IntStream.range(1, 190).forEach(i -> both.add(all.get(i * 100 + 50)));
    both.addAll(all.subList(19_900, 20_000));
    assertFound(both, stored);
  }

  @Test
  void idsAreKeysInTheirOrderAsNumbers() throws SQLException {
    products.addMany(1_200);
    Column id = products.database.schema().id();
    List<RowValues> asked =
        IntStream.rangeClosed(-5, 1_300).mapToObj(i -> RowValues.of(id, (long) i)).toList();

    FoundRows found = find(id, asked, Set.of());

    for (int i = 0; i < asked.size(); i++) {
      long expected = i - 5L;
      boolean there = expected >= 1 && expected <= 1_200;
      assertThat(idAt(found, i)).isEqualTo(there ? expected : 0);
    }
  }

  @Test
  void aRowThatHoldsWhatWasSaidIsTheSameObject() throws SQLException {
    Column sku = products.column("sku");
    Column price = products.column("price");
    Column brand = products.column("brand");
    List<Column> columns = List.of(sku, products.column("name"), price, brand);
    products.insert(columns, "A", "Stuhl", 12_5000L, null);
    products.insert(columns, "B", "Tisch", 99_0000L, "Åbo");
    ColumnSet set = ColumnSet.of(sku, price, brand);
    BigDecimal amount = new BigDecimal("12.5000");
    RowValues same = RowValues.of(set, new @Nullable Object[] {"A", amount, null});
    RowValues other = RowValues.of(set, new @Nullable Object[] {"B", amount, "Åbo"});

    FoundRows found = find(sku, List.of(same, other), Set.of(price, brand));

    Row first = Objects.requireNonNull(found.at(0));
    Row second = Objects.requireNonNull(found.at(1));
    assertThat(set.asList())
        .allSatisfy(c -> assertThat(first.values().get(c)).isSameAs(same.get(c)));
    assertThat(second.values().get(price)).isEqualTo(new BigDecimal("99.0000"));
    assertThat(second.values().get(brand)).isEqualTo("Åbo");
    assertThat(second.values().get(sku)).isSameAs(other.get(sku));
  }

  @Test
  void rowsOfMoreCellsThanOneArrayTakesAreRead() throws IOException, SQLException {
    List<Column> columns = new ArrayList<>(ProductSchema.create().columns());
    IntStream.range(0, 230)
        .mapToObj(i -> Column.builder("field_" + i, ColumnType.TEXT).build())
        .forEach(columns::add);
    TableSchema schema = new TableSchema("product", columns, "sku");
    List<Column> fields = columns.subList(columns.size() - 230, columns.size());
    Path other = Files.createDirectory(folder.resolve("wide"));
    products.close();
    products = ProductRows.with(other, schema);
    Column sku = products.column("sku");
    List<Column> filled = new ArrayList<>(List.of(sku, products.column("name")));
    filled.add(products.column("price"));
    filled.addAll(fields);
    List<Object> cells = new ArrayList<>(List.of("A", "Stuhl", 1_0000L));
    fields.forEach(field -> cells.add("text of " + field.name()));
    products.insert(filled, cells.toArray());

    FoundRows found = find(sku, List.of(RowValues.of(sku, "A")), Set.copyOf(fields));

    RowValues values = Objects.requireNonNull(found.at(0)).values();
    assertThat(fields)
        .allSatisfy(field -> assertThat(values.get(field)).isEqualTo("text of " + field.name()));
  }

  @Test
  void keysOfAColumnThatDoesNotTellCaseApartAreFoundInTheirOrder() throws SQLException {
    rebuild(" STRICT", "NOCASE");
    for (String stored : List.of("b", "C", "d", "E", "f", "G")) {
      products.add(stored, "name of " + stored);
    }
    List<RowValues> asked =
        Stream.of("B", "D", "F", "a", "c", "e", "g")
            .map(key -> RowValues.of(products.column("sku"), key))
            .toList();

    FoundRows found = find(products.column("sku"), asked, Set.of());

    assertThat(IntStream.range(0, asked.size()).mapToLong(i -> idAt(found, i)))
        .containsExactly(1L, 3L, 5L, 0L, 2L, 4L, 6L);
  }

  @Test
  void rowsInWhichAnotherProgramLeftBytesAreRead() throws SQLException {
    rebuild("", "BINARY");
    products.add("A", "Stuhl").add("B", "Tisch").add("C", "Bank");
    products.execute("UPDATE product SET brand = x'00ff', version = 'old' WHERE sku = 'B'");
    Column sku = products.column("sku");
    Column brand = products.column("brand");
    List<RowValues> asked = Stream.of("C", "B", "A").map(key -> RowValues.of(sku, key)).toList();

    FoundRows found = find(sku, asked, Set.of(brand));

    assertThat(IntStream.range(0, 3).mapToLong(i -> idAt(found, i))).containsExactly(3L, 2L, 1L);
    assertThat(Objects.requireNonNull(found.at(1)).values().get(brand))
        .isEqualTo(new UnreadableValue(UnreadableValue.Form.BYTES, "00ff"));
    assertThat(Objects.requireNonNull(found.at(0)).values().get(brand)).isNull();
  }

  @Test
  void rowsAreFoundAtThePlacesOfTheirIds() throws SQLException {
    products.addMany(2_500);
    long[] ids = LongStream.rangeClosed(1, 2_600).map(i -> (i * 7) % 2_601).toArray();

    for (long[] asked : List.of(ids, Arrays.stream(ids).sorted().toArray(), new long[0])) {
      @Nullable Row[] rows = byId(asked);

      assertThat(rows).hasSameSizeAs(asked);
      for (int i = 0; i < asked.length; i++) {
        Row row = rows[i];
        assertThat(row == null ? 0 : row.id()).isEqualTo(asked[i] <= 2_500 ? asked[i] : 0);
        if (row != null) {
          assertThat(row.values().get(products.column("sku")))
              .isEqualTo("SKU-%07d".formatted(row.id() * 7919 % 10_000_019));
        }
      }
    }
  }

  @Test
  void onlyALookUpByIdsTakesIds() {
    assertThatThrownBy(
            () -> {
              try (Connection connection = products.database.readers().getConnection()) {
                Column sku = products.column("sku");
                new SqliteKeyLookup(connection, products.database.schema(), sku, Set.of()).find(1);
              }
            })
        .hasMessageContaining("sku");
  }

  /** Makes the empty product table anew, with another collation of its SKUs. */
  private void rebuild(String ending, String collation) throws SQLException {
    products
        .execute("DROP TABLE product")
        .execute(
            TableDefinition.create(products.database.schema())
                .replace(" STRICT", ending)
                .replace(
                    "\"sku\" TEXT NOT NULL", "\"sku\" TEXT COLLATE " + collation + " NOT NULL"));
  }

  private @Nullable Row[] byId(long... ids) throws SQLException {
    TableSchema schema = products.database.schema();
    try (Connection connection = products.database.readers().getConnection()) {
      return new SqliteKeyLookup(connection, schema, schema.id(), schema.columns()).find(ids);
    }
  }

  private void assertFound(List<? extends @Nullable String> keys, TreeMap<String, Long> stored)
      throws SQLException {
    Column sku = products.column("sku");
    List<RowValues> asked = keys.stream().map(key -> RowValues.of(sku, key)).toList();

    FoundRows found = find(sku, asked, Set.of(products.column("name")));

    for (int i = 0; i < keys.size(); i++) {
      String key = keys.get(i);
      long expected = key == null ? 0 : stored.getOrDefault(key, 0L);
      assertThat(idAt(found, i)).as("row of %s at %d", key, i).isEqualTo(expected);
      assertThat(found.isAmbiguous(i)).isFalse();
    }
  }

  private static long idAt(FoundRows found, int place) {
    Row row = found.at(place);
    return row == null ? 0 : row.id();
  }

  private FoundRows find(Column key, List<RowValues> asked, Set<Column> wanted)
      throws SQLException {
    try (Connection connection = products.database.readers().getConnection()) {
      return new SqliteKeyLookup(connection, products.database.schema(), key, wanted).find(asked);
    }
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(3) + 1; i > 0; i--) {
      text.append(LETTERS.get(random.nextInt(LETTERS.size())));
    }
    return text.toString();
  }
}
