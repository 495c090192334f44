package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.NumberedHandles;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows with text keys, found by row numbers that other programs give to other rows meanwhile. */
final class NumberedRowsTest {

  private static final String SORTED = "SELECT code FROM goods ORDER BY name, rowid";

  @TempDir private Path folder;

  private Connection other;
  private CatalogueDatabase database;
  private RowReader reader;

  @BeforeEach
  void open() throws SQLException {
    Path file = folder.resolve("shop.db");
    other = DriverManager.getConnection("jdbc:sqlite:" + file);
    execute("CREATE TABLE goods (code TEXT NOT NULL PRIMARY KEY, name TEXT)");
    execute(
        """
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
        INSERT INTO goods SELECT 'K' || (i * 7919 % 1009), 'name ' || (i * 31 % 97) FROM n
        """);
    database = CatalogueDatabase.openTable(file, "goods", ConnectionSettings.DEFAULT);
    reader = new RowReader(database);
  }

  @AfterEach
  void close() throws SQLException {
    database.close();
    other.close();
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  private List<String> stored(String sql) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = other.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(result.getString(1));
      }
    }
    return texts;
  }

  private RowQuery byName() {
    return RowQuery.ALL.sortedBy(
        Optional.of(
            new SortOrder(database.schema().require("name"), SortOrder.Direction.ASCENDING)));
  }

  private List<String> codes(KeySnapshot keys) {
    return keys.stream().mapToObj(reader.handles()::keyOf).map(NumberedRowsTest::code).toList();
  }

  private static String code(RowKey.Stored key) {
    return (String) ((RowKey.Parts) key).values().getFirst();
  }

  @Test
  void whatIsReadIsWhatIsThereWhateverOthersDoMeanwhile() throws SQLException {
    Random random = new Random(5);
    for (int round = 0; round < 30; round++) {
      assertThat(codes(reader.keys(byName()))).isEqualTo(stored(SORTED));
      assertThat(codes(reader.keys(RowQuery.ALL)))
          .isEqualTo(stored("SELECT code FROM goods ORDER BY rowid"));
      assertThat(codes(reader.keys(byName().searching("\"name 1\""))))
          .isEqualTo(stored(SORTED.replace("ORDER", "WHERE name LIKE '%name 1%' ORDER")));
      switch (random.nextInt(4)) {
        case 0 -> execute("DELETE FROM goods WHERE rowid % 5 = " + random.nextInt(5));
        case 1 -> execute("UPDATE goods SET rowid = 100000 - rowid");
        case 2 -> execute("INSERT INTO goods VALUES ('N" + round + "', 'name 1')");
        default -> execute("UPDATE goods SET name = 'name ' || abs(random() % 50)");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE goods SET rowid = -rowid",
        "UPDATE goods SET rowid = 1000 + rowid * 3",
        "DELETE FROM goods WHERE rowid % 3 = 0",
        "UPDATE goods SET code = 'X' || code WHERE rowid % 3 = 0",
        "UPDATE goods SET name = name || '!'"
      })
  void aRowIsFoundByItsKeyAndNeverByANumberThatAnotherRowHasNow(String change) throws SQLException {
    long[] handles = reader.keys(byName()).stream().toArray();
    long[] inOrder = reader.keys(RowQuery.ALL).stream().toArray();
    execute(change);

    for (long[] page : List.of(handles, inOrder)) {
      List<String> wanted =
          codes(KeySnapshot.of(page)).stream().filter(code -> isThere(code)).toList();
      List<Row> rows = reader.read(page);
      assertThat(rows.stream().map(row -> code(row.key()))).isEqualTo(wanted);
      for (Row row : rows) {
        assertThat(row.values().get(database.schema().require("name")))
            .isEqualTo(name(code(row.key())));
      }
    }
  }

  private boolean isThere(String code) {
    return !named(code).isEmpty();
  }

  private String name(String code) {
    return named(code).getFirst();
  }

  private List<String> named(String code) {
    try {
      return stored("SELECT name FROM goods WHERE code = '" + code + "'");
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void numbersOfAnySizeLeadToTheirHandles() {
    NumberedHandles numbered = new NumberedHandles();
    long[] numbers = {Long.MIN_VALUE, -5, 0, 1, 2, 7, Long.MAX_VALUE};
    NumberedHandles.Gathering gathering = numbered.new Gathering(3);
    for (int i = 0; i < numbers.length; i++) {
      gathering.add(numbers[i], i < 3 ? i : 10 - i);
    }
    assertThat(numbered.at(3)).isEmpty();
    gathering.end();

    NumberedHandles.Known known = numbered.at(3).orElseThrow();
    assertThat(numbered.at(4)).isEmpty();
    for (int i = 0; i < numbers.length; i++) {
      assertThat(known.handle(numbers[i])).isEqualTo(i < 3 ? i : 10 - i);
    }
    assertThat(numbered.lately(7, 0)).hasValue(new long[] {1, Long.MIN_VALUE});
    assertThat(numbered.lately(3)).isEmpty();
    assertThat(numbered.lately(99)).isEmpty();
  }
}
