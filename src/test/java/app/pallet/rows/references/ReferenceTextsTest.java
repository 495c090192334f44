package app.pallet.rows.references;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written into columns that refer, against a file of somebody else. */
class ReferenceTextsTest {

  @TempDir Path folder;
  private Path file;
  private CatalogueDatabase database;
  private TableSchema schema;
  private ReferenceTexts texts;

  @BeforeEach
  void make() throws SQLException {
    file = ShopTables.in(folder);
    database = ShopTables.products(file);
    schema = database.schema();
    texts = new ReferenceTexts(database, CellFormat.PLAIN);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private CellReading read(String column, String text) {
    return texts.read(schema.require(column), text);
  }

  private ParentReader categories() {
    return texts.parent(schema.require("CategoryID")).orElseThrow();
  }

  @Test
  void keysAndTextsMeanTheSameRow() {
    assertThat(read("CategoryID", "2")).isEqualTo(new CellReading.Value(2L));
    assertThat(read("CategoryID", "Condiments")).isEqualTo(new CellReading.Value(2L));
    assertThat(read("CategoryID", " condiments ")).isEqualTo(new CellReading.Value(2L));
    assertThat(read("CategoryID", "Öle")).isEqualTo(new CellReading.Value(5L));
    assertThat(read("Supplier", "EXOT")).isEqualTo(new CellReading.Value("EXOT"));
    assertThat(read("Supplier", "Nord-Ost-Fisch"))
        .as("a text that is longer than any key")
        .isEqualTo(new CellReading.Value("NORL"));
    assertThat(read("CategoryID", "")).isEqualTo(CellReading.EMPTY);
  }

  @Test
  void aTextOfSeveralRowsNamesTheirKeys() {
    assertThat(read("CategoryID", "Dairy"))
        .isEqualTo(
            new CellReading.Rejected(
                "Is the CategoryName of several rows of Categories",
                "the CategoryID of one of them: 3 or 4"));
  }

  @Test
  void whatNoRowHasSaysWhatWouldBeAccepted() {
    assertThat(read("CategoryID", "Cars"))
        .isEqualTo(
            new CellReading.Rejected(
                "Is neither the CategoryID nor the CategoryName of a row of Categories",
                "a row of Categories: 2 · 6, Beverages · 1, Condiments · 2 …"));
    assertThat(read("CategoryID", "99")).isInstanceOf(CellReading.Rejected.class);
    assertThat(read("Supplier", "NONE"))
        .isEqualTo(
            new CellReading.Rejected(
                "Is neither the Code nor the CompanyName of a row of Suppliers",
                "a row of Suppliers: Exotic Liquids · EXOT or Nord-Ost-Fisch · NORL"));
  }

  private RowMapping row(long line, Column column, Object key) {
    return new RowMapping(
        RowValues.of(column, key), new RowOrigin("products.csv", line), List.of());
  }

  private RowMapping unread(long line, Column column, String text) {
    RowOrigin origin = new RowOrigin("products.csv", line);
    return new RowMapping(
        RowValues.of(schema.match(), "P" + line),
        origin,
        List.of(
            RowProblem.of(origin, column, text, new CellReading.Rejected("Is not a number", ""))));
  }

  @Test
  void rowsOfAFileGetKeys() {
    Column category = schema.require("CategoryID");
    List<RowMapping> read =
        texts
            .rows(false)
            .read(
                List.of(
                    unread(2, category, "Beverages"),
                    unread(3, category, "Cars"),
                    row(4, category, 3L),
                    row(5, schema.match(), "no category")));
    assertThat(read.get(0).problems()).isEmpty();
    assertThat(read.get(0).values().get(category)).isEqualTo(1L);
    assertThat(read.get(0).values().get(schema.match())).isEqualTo("P2");
    assertThat(read.get(1).problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.column()).isEqualTo("CategoryID");
          assertThat(problem.value()).isEqualTo("Cars");
          assertThat(problem.message()).startsWith("Is neither the CategoryID");
          assertThat(problem.origin().line()).isEqualTo(3);
        });
    assertThat(read.get(1).values().has(category)).isFalse();
    assertThat(read.get(2)).isEqualTo(row(4, category, 3L));
    assertThat(read.get(3).values().has(category)).isFalse();
  }

  @Test
  void aKeyThatIsAlsoATextWinsAndItIsSaid() {
    Column category = schema.require("CategoryID");
    RowMapping read = texts.rows(false).read(List.of(row(2, category, 2L))).getFirst();
    assertThat(read.values().get(category)).isEqualTo(2L);
    assertThat(read.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.severity()).isEqualTo(Severity.WARNING);
          assertThat(problem.message())
              .isEqualTo(
                  "Is taken as the CategoryID of Condiments, although it is also the CategoryName"
                      + " of the row 6");
        });
  }

  @Test
  void aKeyThatWasLostBeforeStays() {
    Column category = schema.require("CategoryID");
    List<RowMapping> read =
        texts.rows(false).read(List.of(row(2, category, 77L), row(3, category, 78L)));
    assertThat(read.get(0)).isEqualTo(row(2, category, 77L));
    assertThat(read.get(1).problems()).hasSize(1);
  }

  @Test
  void aKeyOfTheOwnTableMayStillCome() {
    Column replaces = schema.require("Replaces");
    assertThat(texts.rows(false).read(List.of(row(2, replaces, 500L))).getFirst().problems())
        .isEmpty();
  }

  @Test
  void textsOfManyKeysAreReadAtOnce() throws SQLException {
    String many =
        "WITH RECURSIVE n(i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 3099)"
            + " INSERT INTO Categories SELECT i, 'Category ' || i FROM n";
    ShopTables.execute(file, many);
    List<Long> keys = LongStream.range(99, 3_100).boxed().toList();
    assertThat(categories().rows(keys))
        .hasSize(3_000)
        .containsEntry(3_099L, new ParentRow(3_099L, "3099", "Category 3099"))
        .doesNotContainKey(99L);
  }

  @Test
  void rowsAreSearchedByTextAndKey() {
    QueryInterrupt none = new QueryInterrupt();
    assertThat(categories().search("d", 10, none))
        .extracting(ParentRow::shown)
        .containsExactly("Dairy · 3", "Dairy · 4", "Condiments · 2");
    assertThat(categories().search("2", 10, none))
        .extracting(ParentRow::shown)
        .as("the row whose key it is comes first")
        .containsExactly("Condiments · 2", "2 · 6");
    assertThat(categories().search("öl", 10, none)).extracting(ParentRow::key).containsExactly(5L);
    assertThat(categories().search("", 2, none)).hasSize(2);
  }

  @Test
  void aSearchCanBeEnded() throws SQLException {
    QueryInterrupt ended = new QueryInterrupt();
    ended.cancel();
    assertThatThrownBy(() -> categories().search("d", 10, ended))
        .isInstanceOf(CancellationException.class);
  }
}
