package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.work.ChildJava;
import app.pallet.workspace.pending.RestoreReport;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is pending of a table with keys of parts, after kill -9, on rows that have moved meanwhile.
 */
final class KilledTableTest {

  @TempDir private Path folder;

  private List<String> sql(String... statements) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        if (!statement.execute(sql)) {
          continue;
        }
        ResultSet result = statement.getResultSet();
        while (result.next()) {
          rows.add(result.getString(1));
        }
      }
    }
    return rows;
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "WITHOUT ROWID"})
  void aDraftFindsItsRowsByTheirKeysAlone(String kind) throws Exception {
    sql(
        """
        CREATE TABLE prices (
          sku TEXT NOT NULL, "from" INTEGER NOT NULL, price NUMERIC, PRIMARY KEY (sku, "from"))
        """
            + kind,
        "INSERT INTO prices VALUES ('a', 1, 1), ('b', 1, 2), ('c', 1, 3), ('x', 1, 4)");
    kill();
    if (kind.isEmpty()) { // other rows get the numbers of those of the draft
      sql(
          "DELETE FROM prices WHERE sku = 'x'",
          "UPDATE prices SET rowid = rowid + 100",
          "INSERT INTO prices (rowid, sku, \"from\", price)"
              + " VALUES (1, 'n1', 1, 1), (2, 'n2', 1, 2), (3, 'n3', 1, 3)");
      sql("VACUUM");
    }
    sql("UPDATE prices SET price = 22 WHERE sku = 'b'");

    try (OpenCatalogue prices = KilledTable.open(folder)) {
      List<RestoreReport> restored = new ArrayList<>();
      prices
          .workspace
          .draft()
          .find(draft -> prices.workspace.draft().restore(draft, restored::add));
      assertThat(restored).singleElement().extracting(RestoreReport::conflicts).isEqualTo(1);
      assertThat(prices.workspace.changes().changes())
          .extracting(change -> change.key())
          .contains(RowKey.Parts.of("a", 1), RowKey.Parts.of("b", 1), RowKey.Parts.of("c", 1));
      prices.commit();
    }
    assertThat(
            sql(
                "SELECT sku || ' ' || \"from\" || ' ' || price FROM prices"
                    + " WHERE sku BETWEEN 'a' AND 'd'"))
        .containsExactlyInAnyOrder("a 1 1.25", "b 1 22", "d 7 9");
    assertThat(sql("SELECT count(*) FROM prices WHERE sku LIKE 'n_' AND price < 4"))
        .containsExactly(kind.isEmpty() ? "3" : "0");
  }

  private void kill() throws Exception {
    Process process =
        ChildJava.start(
            folder,
            List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED"),
            KilledTable.class,
            folder.toString());
    try (BufferedReader said = process.inputReader()) {
      String line = said.readLine();
      while (line != null && !line.equals("done")) {
        line = said.readLine();
      }
      assertThat(line).isEqualTo("done");
      process.toHandle().destroyForcibly();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor()).as("ended by SIGKILL").isEqualTo(128 + 9);
  }
}
