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

  private List<@Nullable String> sorted(String... texts) throws SQLException {
    String values =
        List.of(texts).stream()
            .map(text -> "(" + SqlName.literal(text) + ")")
            .collect(Collectors.joining(", "));
    String sql =
        "WITH t(v) AS (VALUES %s) SELECT v FROM t ORDER BY %s"
            .formatted(values, SortKey.expression("v"));
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
