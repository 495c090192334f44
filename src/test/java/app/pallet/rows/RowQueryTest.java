package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.schema.Column;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a search finds and in which order rows come. */
class RowQueryTest {

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
  @CsvSource(
      delimiter = '|',
      value = {
        "Chair | chair",
        "chair | CHAIR",
        "Äpfel | äPF",
        "äpfel | ÄPFEL",
        "Größe | GRÖßE",
        "STRAẞE | straße",
        "straße | STRAẞE",
        "СТОЛ | стол",
        "λόγος | ΛΌΓ",
        "İstanbul | İSTAN",
        "ǆ | ǅ",
        "blue 😀 lamp | 😀 LAMP",
        "日本茶 | 本",
        "é | É",
        "a]b | A]B",
        "a^b | ^",
        "x*y[z]?ä | *Y[Z]?Ä",
        "[ä] | [Ä]"
      })
  void aTextIsFoundWhateverItsCase(String name, String search) throws SQLException {
    products.add("1", "something else").add("2", name);

    assertThat(found(search)).containsExactly(2L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "100% cotton | 100% | 100 cotton",
        "snake_case | e_c | snakeXcase",
        "back\\slash | k\\s | backslash",
        "50% ä | % Ä | 50 ä",
        "what? ä | ? Ä | what ä",
        "star* ö | * Ö | star ö",
        "[x]ü | [X]Ü | xü"
      })
  void signsThatArePatternsElsewhereMeanThemselves(String name, String search, String other)
      throws SQLException {
    products.add("1", other).add("2", name);

    assertThat(found(search)).containsExactly(2L);
  }

  @ParameterizedTest
  @CsvSource({"Apfel, ä", "Grosse, größe", "A, á", "ab, aä", "😀, 😁", "Ö, ä"})
  void anotherLetterIsNotFound(String name, String search) throws SQLException {
    products.add("x-1", name);

    assertThat(found(search)).isEmpty();
  }

  @Test
  void everyTextColumnIsSearched() throws SQLException {
    products.add("needle-sku", "a").add("2", "needle-name");
    products.add("3", products.column("description"), "a long text with a NEEDLE inside");
    products.add("4", products.column("barcode"), "0needle0");
    products.add("5", products.column("quantity"), 7L);

    assertThat(found("needle")).containsExactly(1L, 2L, 3L, 4L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\0"})
  void aBlankSearchFindsEveryRow(String search) throws SQLException {
    products.add("1", "a").add("2", "b");

    assertThat(found(search)).containsExactly(1L, 2L);
  }

  @Test
  void aSearchAsLongAsAPageIsNoError() throws SQLException {
    products.add("1", "ä".repeat(2_000)).add("2", "ä".repeat(900));

    assertThat(found("Ä".repeat(100_000))).containsExactly(1L);
  }

  @Test
  void rowsWithoutSortComeInTheOrderOfTheirIds() throws SQLException {
    products.add("b", "b").add("a", "a").add("c", "c");

    assertThat(found("")).containsExactly(1L, 2L, 3L);
  }

  @Test
  void textsAreSortedWithoutRegardToCaseAndAccents() throws SQLException {
    products
        .add("1", "Zebra")
        .add("2", "äpfel")
        .add("3", "Birne")
        .add("4", "Apfel")
        .add("5", "apfel");

    assertThat(sorted("name", Direction.ASCENDING)).containsExactly(2L, 4L, 5L, 3L, 1L);
    assertThat(sorted("name", Direction.DESCENDING)).containsExactly(1L, 3L, 2L, 4L, 5L);
  }

  @Test
  void numbersAreSortedByTheirValue() throws SQLException {
    Column cost = products.column("cost");
    products.add("1", cost, 100_0000L).add("2", cost, 9_5000L).add("3", cost, 0L);

    assertThat(sorted("cost", Direction.ASCENDING)).containsExactly(3L, 2L, 1L);
    assertThat(sorted("cost", Direction.DESCENDING)).containsExactly(1L, 2L, 3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cost", "brand"})
  void emptyCellsComeLastAndEqualOnesInTheOrderOfTheirIds(String name) throws SQLException {
    Column column = products.column(name);
    Object low = column.type().isText() ? "a" : (Object) 1L;
    Object high = column.type().isText() ? "b" : (Object) 2L;
    for (@Nullable Object stored : new @Nullable Object[] {null, high, low, null, high, low}) {
      products.add("sku" + stored + System.nanoTime(), column, stored);
    }

    assertThat(sorted(name, Direction.ASCENDING)).containsExactly(3L, 6L, 2L, 5L, 1L, 4L);
    assertThat(sorted(name, Direction.DESCENDING)).containsExactly(2L, 5L, 3L, 6L, 1L, 4L);
  }

  @Test
  void theIdIsAColumnToSortByToo() throws SQLException {
    products.add("1", "a").add("2", "b");

    assertThat(sorted("id", Direction.DESCENDING)).containsExactly(2L, 1L);
  }

  @Test
  void rowsOfOneValueAreSortedByTheNextColumn() throws SQLException {
    Random random = new Random(11);
    Column brand = products.column("brand");
    Column quantity = products.column("quantity");
    for (int i = 0; i < 200; i++) {
      products.add("SKU-" + i, brand, "brand " + random.nextInt(4));
      products.execute(
          "UPDATE product SET quantity = %d WHERE id = %d".formatted(random.nextInt(5), i + 1));
    }
    List<SortOrder.Key> keys =
        List.of(
            new SortOrder.Key(brand, Direction.DESCENDING),
            new SortOrder.Key(quantity, Direction.ASCENDING),
            new SortOrder.Key(products.column("sku"), Direction.DESCENDING, true));

    List<Row> rows = new ArrayList<>();
    new RowReader(products.database).forEach(RowQuery.ALL.sortedBy(SortOrder.of(keys)), rows::add);
    List<Row> wanted = new ArrayList<>(rows);
    wanted.sort(
        Comparator.<Row, String>comparing(row -> (String) value(row, brand))
            .reversed()
            .thenComparing(row -> (Long) value(row, quantity))
            .thenComparing(Comparator.<Row>comparingLong(Row::id).reversed()));

    assertThat(rows.stream().map(Row::id)).isEqualTo(wanted.stream().map(Row::id).toList());
  }

  private static Object value(Row row, Column column) {
    return Objects.requireNonNull(row.values().get(column));
  }

  private List<Long> found(String search) {
    return ids(new RowQuery(search, Optional.empty()));
  }

  private List<Long> sorted(String column, Direction direction) {
    return ids(new RowQuery("", Optional.of(new SortOrder(products.column(column), direction))));
  }

  private List<Long> ids(RowQuery query) {
    return new RowReader(products.database).keys(query).stream().boxed().toList();
  }
}
