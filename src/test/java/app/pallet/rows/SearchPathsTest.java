package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.query.RowPredicate;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.search.SearchTexts;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table, the kept texts and plain Java find what a search means, in any kind of table. */
final class SearchPathsTest {

  private static final int COLUMNS = 3;

  /** Whole letters and such with accents of their own, in both ways of writing them. */
  private static final String[] LETTERS =
      "a b e E é É e\u0301 ö Ö o\u0308 o ñ N Å a\u030a \u1e69 s\u0323\u0307 S д Д ё Е 本 % _ \" * ["
          .split(" ");

  @TempDir private Path folder;

  private static String word(Random random, int length) {
    return IntStream.range(0, length)
        .mapToObj(i -> LETTERS[random.nextInt(LETTERS.length)])
        .collect(Collectors.joining());
  }

  private static String text(Random random) {
    return IntStream.range(0, random.nextInt(4))
        .mapToObj(i -> word(random, 1 + random.nextInt(5)))
        .collect(Collectors.joining(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(k INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT)",
        "(k TEXT NOT NULL PRIMARY KEY, a TEXT, b TEXT, c TEXT)",
        "(k INTEGER, l INTEGER, a TEXT, b TEXT, c TEXT, PRIMARY KEY (l, k)) WITHOUT ROWID",
        "(k TEXT COLLATE NOCASE PRIMARY KEY, a TEXT, b TEXT, c TEXT) WITHOUT ROWID"
      })
  void everyWayFindsTheSame(String table) throws SQLException {
    Random random = new Random(table.length());
    List<String[]> rows = new ArrayList<>();
    for (int i = 0; i < 5_500; i++) {
      rows.add(new String[] {text(random), text(random), text(random)});
    }
    Path file = folder.resolve("shop.db");
    fill(file, table, rows);

    try (CatalogueDatabase database =
            CatalogueDatabase.openTable(file, "t", ConnectionSettings.DEFAULT);
        SearchTexts texts = new SearchTexts(database, 0)) {
      RowReader reader = new RowReader(database);
      assertThat(texts.freshen(WorkMonitor.NONE)).isTrue();
      assertThat(texts.bytes()).isPositive();
      for (int i = 0; i < 60; i++) {
        String search = search(random);
        RowQuery query = RowQuery.ALL.searching(search);
        List<Integer> wanted = wanted(search, rows);

        assertThat(places(reader, query, Optional.empty())).as(search).isEqualTo(wanted);
        assertThat(places(reader, query, Optional.of(texts))).as(search).isEqualTo(wanted);
        assertThat(judged(database, query, rows)).as(search).isEqualTo(wanted);
      }
    }
  }

  private static String search(Random random) {
    String words =
        IntStream.range(0, 1 + random.nextInt(3))
            .mapToObj(i -> word(random, 1 + random.nextInt(2)).replace("\"", ""))
            .collect(Collectors.joining(random.nextBoolean() ? " " : "\u00a0\t"));
    return random.nextInt(4) == 0 ? "\"" + words + "\"" : "  " + words + " ";
  }

  private static void fill(Path file, String table, List<String[]> rows) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE t " + table);
      connection.setAutoCommit(false);
      String more =
          table.contains(" l ") ? "(k, l, a, b, c) VALUES (?, 7, ?, ?, ?)" : " VALUES (?, ?, ?, ?)";
      try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t " + more)) {
        for (int i = 0; i < rows.size(); i++) {
          if (table.startsWith("(k TEXT")) {
            insert.setString(1, "%08d".formatted(i + 1));
          } else {
            insert.setInt(1, i + 1);
          }
          for (int c = 0; c < COLUMNS; c++) {
            insert.setString(c + 2, rows.get(i)[c]);
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  private static List<Integer> places(
      RowReader reader, RowQuery query, Optional<SearchTexts> texts) {
    return reader.keys(query, texts).stream()
        .mapToObj(reader.handles()::keyOf)
        .map(key -> key.toString().replaceAll("[^0-9]+", " ").strip().split(" "))
        .map(numbers -> Integer.parseInt(numbers[numbers.length - 1]) - 1)
        .toList();
  }

  private static List<Integer> judged(
      CatalogueDatabase database, RowQuery query, List<String[]> rows) {
    RowPredicate predicate = new RowPredicate(database.schema(), query);
    return IntStream.range(0, rows.size())
        .filter(i -> predicate.test(column -> cell(rows.get(i), column.name())))
        .boxed()
        .toList();
  }

  private static @Nullable Object cell(String[] row, String column) {
    return column.length() == 1 && "abc".contains(column) ? row["abc".indexOf(column)] : null;
  }

  /** What a search means, said once more in another way. */
  private static List<Integer> wanted(String search, List<String[]> rows) {
    boolean isPhrase = search.startsWith("\"");
    String all = isPhrase ? search.substring(1, search.length() - 1) : search.strip();
    List<Pattern> words =
        (isPhrase ? List.of(all.replace('\t', ' ')) : Arrays.asList(all.split("[ \u00a0\t]+")))
            .stream().filter(word -> !word.isBlank()).map(SearchPathsTest::pattern).toList();
    return IntStream.range(0, rows.size())
        .filter(i ->
            words.stream()
                .allMatch(word ->
                    Arrays.stream(rows.get(i))
                        .anyMatch(cell -> word.matcher(decomposed(cell)).find())))
        .boxed()
        .toList();
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
  }

  /** Each letter with just its accents, or with any if it has none. */
  private static Pattern pattern(String word) {
    String letters =
        Pattern.compile("(.)(\\p{M}*)")
            .matcher(decomposed(word))
            .replaceAll(letter ->
                Matcher.quoteReplacement(
                    Pattern.quote(letter.group(1))
                        + (letter.group(2).isEmpty()
                            ? "\\p{M}*"
                            : letter.group(2) + "(?!\\p{M})")));
    return Pattern.compile(Objects.requireNonNull(letters));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cafe noir | Café | NOIR blend",
        "noir CAFÉ | Cafe\u0301 noir | -",
        "grosse | Größe M | -",
        "\"blue mug\" 2dl | Blue Mug | 2DL",
        "  mug   blue  | blue, mug | -",
        "19\" screen | Screen 19\" | -",
        "\"screen 19 | a screen 19 wide | -",
        "lodz | Łódź | -",
        "ΟΔΟΣ | οδός | -",
        "istanbul | İSTANBUL | -"
      })
  void wordsAreFoundAsSomebodyExpects(String search, String one, String other) throws SQLException {
    Path file = folder.resolve("shop.db");
    fill(
        file,
        "(k INTEGER PRIMARY KEY, a TEXT, b TEXT, c TEXT)",
        List.of(new String[] {one, other, "x"}, new String[] {"mug", "bl ue", "Apfel"}));
    try (CatalogueDatabase database =
        CatalogueDatabase.openTable(file, "t", ConnectionSettings.DEFAULT)) {
      assertThat(places(new RowReader(database), RowQuery.ALL.searching(search), Optional.empty()))
          .containsExactly(0);
    }
  }
}
