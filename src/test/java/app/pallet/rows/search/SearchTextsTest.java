package app.pallet.rows.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.KeyScan;
import app.pallet.rows.PendingJudge;
import app.pallet.rows.ProductRows;
import app.pallet.rows.RowReader;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Filter;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.RowSql;
import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search in texts that are kept finds what a search through the table finds, or isn't made. */
class SearchTextsTest {

  @TempDir Path folder;
  private ProductRows products;
  private RowReader reader;
  private SearchTexts texts;

  @BeforeEach
  void open() {
    products = ProductRows.in(folder);
    reader = new RowReader(products.database);
    texts = new SearchTexts(products.database, 0);
  }

  @AfterEach
  void close() {
    texts.close();
    products.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "lamp",
        "LAMP,",
        "größe",
        "GRÖSSE",
        "ö",
        "Ö",
        "ß",
        "e",
        "00",
        "SKU-0",
        "number 7",
        "%",
        "_",
        "zzz",
        "ery home, n",
        "höhenverstellbarer stuhl 9",
        "furniture/home/1",
        " "
      })
  void aSearchFindsTheSameRows(String search) throws SQLException {
    products.addMany(9_000);
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();

    assertThatBothFindTheSame(new RowQuery(search, Optional.empty()));
  }

  @Test
  void whateverTheLettersASearchFindsTheSameRows() throws SQLException {
    Random random = new Random(42);
    for (int i = 0; i < 400; i++) {
      products.add("sku" + i, word(random, 1 + random.nextInt(12)));
    }
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();

    for (int i = 0; i < 600; i++) {
      assertThatBothFindTheSame(
          new RowQuery(word(random, 1 + random.nextInt(3)), Optional.empty()));
    }
  }

  /** Letters whose cases are odd, that are patterns elsewhere, or that share bytes with others. */
  private static String word(Random random, int length) {
    int[] letters =
        "aAkKsSiIöÖßẞéÉıİKſÅåÅǆǅǄсСтТ本😀\\%_*?[]^-' \u00d6\u0390\u1fd3ΣσςΩΩ\u0345\u0399"
            .codePoints()
            .toArray();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < length; i++) {
      word.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return word.toString();
  }

  @Test
  void plainJavaFindsThemToo() throws SQLException {
    products.addMany(6_000);
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();

    for (String search :
        List.of("größe lamp, 1", "\"lamp, größe 1\"", "STUHL 12", "brand 99", " 0077 \"SKU")) {
      long[] expected =
          reader.read(reader.keys(RowQuery.ALL).stream().toArray()).stream()
              .filter(row -> isFoundBy(search, row))
              .mapToLong(app.pallet.change.Row::id)
              .toArray();

      assertThat(expected).isNotEmpty();
      assertThat(found(new RowQuery(search, Optional.empty()), Optional.of(texts)))
          .isEqualTo(expected);
      assertThatBothFindTheSame(new RowQuery(search, Optional.empty()));
    }
  }

  private boolean isFoundBy(String search, app.pallet.change.Row row) {
    List<String> cells =
        RowSql.searched(reader.schema()).stream()
            .map(row.values()::get)
            .filter(value -> value instanceof String)
            .map(value -> ((String) value).toLowerCase(Locale.ROOT))
            .toList();
    return java.util.regex.Pattern.compile("\"([^\"]*)\"?|(\\S+)")
        .matcher(search.toLowerCase(Locale.ROOT))
        .results()
        .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
        .allMatch(word -> cells.stream().anyMatch(cell -> cell.contains(word)));
  }

  @Test
  void filterOrderAndLimitHoldToo() throws SQLException {
    products.addMany(5_000);
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();
    Filter brand = Condition.of(products.column("brand"), Operator.IS, "Brand 6");
    SortOrder byName = new SortOrder(products.column("name"), Direction.DESCENDING);
    RowQuery search = new RowQuery("größe", Optional.empty());

    assertThatBothFindTheSame(search.filteredBy(brand));
    assertThatBothFindTheSame(search.sortedBy(Optional.of(byName)));
    assertThatBothFindTheSame(
        search.within(Optional.of(RowIds.of(java.util.stream.LongStream.range(10, 900)))));
  }

  @Test
  void whatIsCommittedSinceIsFoundInTheTable() throws SQLException {
    products.addMany(1_000);
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();
    assertThat(isUsed("lamp")).isTrue();
    products.add("new", "the newest zebra");

    assertThat(isUsed("zebra")).isFalse();
    assertThatBothFindTheSame(new RowQuery("zebra", Optional.empty()));
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();
    assertThat(isUsed("zebra")).isTrue();
    assertThatBothFindTheSame(new RowQuery("zebra", Optional.empty()));
  }

  @Test
  void whatAnotherProgramCommitsIsFoundToo() throws SQLException {
    products.addMany(1_000);
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();
    try (CatalogueDatabase other =
            CatalogueDatabase.open(products.database.file(), ConnectionSettings.DEFAULT);
        java.sql.Connection writer = other.writer().getConnection();
        java.sql.Statement statement = writer.createStatement()) {
      statement.executeUpdate("UPDATE product SET name = 'a zebra' WHERE id = 77");
    }

    assertThat(isUsed("zebra")).isFalse();
    assertThat(found(new RowQuery("zebra", Optional.empty()), Optional.of(texts)))
        .containsExactly(77);
  }

  @Test
  void aTableThatHoldsNulCharactersIsSearchedAsItIs() throws SQLException {
    products
        .addMany(1_000)
        .execute("UPDATE product SET name = 'a' || char(0) || 'zebra' WHERE id = 5");

    assertThat(texts.freshen(WorkMonitor.NONE)).isFalse();
    assertThat(texts.bytes()).isZero();
    assertThatBothFindTheSame(new RowQuery("zebra", Optional.empty()));
  }

  @Test
  void textsThatAreNoUtf8AreSearchedAsTheyAre() throws SQLException {
    products
        .addMany(1_000)
        .execute("UPDATE product SET name = CAST(x'61c3b680' AS TEXT) WHERE id = 5");

    assertThat(texts.freshen(WorkMonitor.NONE)).isFalse();
    assertThatBothFindTheSame(new RowQuery("aö", Optional.empty()));
  }

  @Test
  void aLongTextIsKeptWhole() throws SQLException {
    products.addMany(10);
    String text = "Ä long description ".repeat(40_000) + "with a zebra";
    products.add("long", products.column("description"), text);

    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();
    assertThatBothFindTheSame(new RowQuery("zebra", Optional.empty()));
    assertThatBothFindTheSame(new RowQuery("ä long", Optional.empty()));
  }

  @Test
  void smallTablesKeepNone() throws SQLException {
    products.addMany(1_000);
    try (SearchTexts usual = new SearchTexts(products.database)) {
      assertThat(usual.freshen(WorkMonitor.NONE)).isFalse();
      assertThat(usual.bytes()).isZero();
    }
  }

  @Test
  void aSearchThatRunsKeepsItsTextsWhileOthersAreMade() throws SQLException {
    products.addMany(9_000);
    assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();
    RowQuery query = new RowQuery("number", Optional.empty());
    try (KeyScan scan = reader.scan(query, Optional.of(texts), PendingJudge.NONE)) {
      scan.advance(KeyScan.Extent.FIRST_ROWS);
      products.add("new", "the newest zebra");
      assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();

      assertThat(scan.advance(KeyScan.Extent.ALL).keys().size()).isEqualTo(9_000);
    }
  }

  private boolean isUsed(String search) throws SQLException {
    Optional<List<TextCursor>> cursors = texts.find(search, 2, new QueryInterrupt());
    for (TextCursor cursor : cursors.orElse(List.of())) {
      cursor.close();
    }
    return cursors.isPresent();
  }

  private void assertThatBothFindTheSame(RowQuery query) {
    assertThat(found(query, Optional.of(texts)))
        .as("%s", query)
        .isEqualTo(found(query, Optional.empty()));
  }

  private long[] found(RowQuery query, Optional<SearchTexts> kept) {
    return reader.keys(query, kept).stream().toArray();
  }
}
