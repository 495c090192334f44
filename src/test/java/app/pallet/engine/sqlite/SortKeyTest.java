package app.pallet.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.SqliteSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of texts, as SQLite sorts them with our function. */
class SortKeyTest {

  @TempDir Path folder;

  @Test
  void accentsAndCaseDoNotCount() throws SQLException {
    assertThat(sorted("Zucker", "apfel", "Äpfel b", "Apfel a", "öl", "Ol", "éclair", "Eclair x"))
        .containsExactly("apfel", "Apfel a", "Äpfel b", "éclair", "Eclair x", "öl", "Ol", "Zucker");
  }

  @Test
  void lettersWithoutDecompositionSortAsTheyAreSpelled() throws SQLException {
    assertThat(sorted("Strasze", "Straße", "Strasa", "œuf", "ofen", "øre", "Æther", "Afrika"))
        .containsExactly("Æther", "Afrika", "œuf", "ofen", "øre", "Strasa", "Straße", "Strasze");
  }

  @Test
  void otherScriptsAndSignsAreSortedToo() throws SQLException {
    assertThat(sorted("Я", "б", "А", "😀", "1")).containsExactly("1", "А", "б", "Я", "😀");
  }

  @Test
  void numbersInTextsCountByTheirWorthInNaturalOrder() throws SQLException {
    assertThat(
            natural(
                "SKU-10",
                "sku-2b",
                "SKU-2",
                "SKU-1",
                "SKU-0002a",
                "SKU",
                "SKU-123456789012",
                "SKU-99999999999",
                "SKU-1000000000",
                "SKU-999999999",
                "SKU-x",
                "1.10",
                "1.9",
                "Ä2",
                "a10",
                "b1",
                "9"))
        .containsExactly(
            "1.9",
            "1.10",
            "9",
            "Ä2",
            "a10",
            "b1",
            "SKU",
            "SKU-1",
            "SKU-2",
            "SKU-0002a",
            "sku-2b",
            "SKU-10",
            "SKU-999999999",
            "SKU-1000000000",
            "SKU-99999999999",
            "SKU-123456789012",
            "SKU-x");
  }

  @Test
  void theNaturalOrderOfTextsWithoutNumbersIsTheUsualOne() throws SQLException {
    String[] texts = {"Zucker", "apfel", "Äpfel b", "Apfel a", "öl", "Ol", "Straße", "Strasze", ""};
    assertThat(natural(texts)).isEqualTo(sorted(texts));
  }

  private List<@Nullable String> natural(String... texts) throws SQLException {
    return by(SortKey.natural("v"), texts);
  }

  private List<@Nullable String> sorted(String... texts) throws SQLException {
    return by(SortKey.expression("v"), texts);
  }

  private List<@Nullable String> by(String order, String... texts) throws SQLException {
    String values =
        List.of(texts).stream()
            .map(text -> "(" + SqlName.literal(text) + ")")
            .collect(Collectors.joining(", "));
    String sql = "WITH t(v) AS (VALUES %s) SELECT v FROM t ORDER BY %s".formatted(values, order);
    List<@Nullable String> result = new ArrayList<>();
    try (Connection connection =
            SqliteSource.maintaining(folder.resolve("x.db"), ConnectionSettings.DEFAULT)
                .getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        result.add(rows.getString(1));
      }
    }
    return result;
  }
}
