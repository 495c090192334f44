package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class TablesCommandTest {

  @TempDir private Path folder;
  private final CommandLineRun pallet = new CommandLineRun();
  private Path file;

  @BeforeEach
  void make() throws Exception {
    file = folder.resolve("shop.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql :
          new String[] {
            "CREATE TABLE note (text)",
            "CREATE TABLE brand (id INTEGER PRIMARY KEY, name TEXT)",
            "CREATE TABLE \"all products\" (sku TEXT PRIMARY KEY, price NUMERIC CHECK (price >= 0),"
                + " state TEXT CHECK (state IN ('new', 'old')), photo BLOB, gross AS (price * 2),"
                + " brand REFERENCES brand ON DELETE CASCADE, CHECK (price <> 7))",
            "INSERT INTO \"all products\" (sku, price) VALUES ('A', 1), (NULL, 'ask')",
            "CREATE TRIGGER stamp AFTER INSERT ON \"all products\" BEGIN SELECT 1; END",
            "CREATE VIEW \"product names\" AS SELECT name FROM brand"
          }) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void everyTableIsToldOfInPlainWords() {
    assertThat(pallet.run("tables", file.toString())).as(pallet.err()).isZero();

    assertThat(pallet.out().lines())
        .containsExactly(
            "\"all products\": table, 2 rows, key sku",
            "  Whoever adds a row gives its key (sku)",
            "  A row that somebody else changed is noticed by its key and the cells that are changed",
            "  No history is kept, so a commit can't be taken back later",
            "  If the answer to a commit is lost, Pallet asks you whether it was written, because"
                + " triggers or rules may change rows",
            "  - 1 row has an empty key, so it can only be read",
            "  - Can't be edited: photo (bytes), gross (computed)",
            "  - 1 of 2 filled cells of price do not hold what NUMERIC means; they are kept as they"
                + " are",
            "  - brand refers to brand by id, shown as name; its rows are deleted with it",
            "  - price is at least 0",
            "  - state is one of new, old",
            "  - The database checks price <> 7",
            "  - Triggers run when its rows are written: stamp",
            "\"product names\": view, rows not counted, no key",
            "  It is a view, whose rows are made from other tables, so it can only be read",
            "brand: table, 0 rows, key id",
            "  The database numbers added rows, unless a number is given; it may use the number of a"
                + " deleted row again",
            "  A row that somebody else changed is noticed by its key and the cells that are changed",
            "  No history is kept, so a commit can't be taken back later",
            "  If the answer to a commit is lost, changed rows show whether it was written; added"
                + " rows have no key of their own to be found by, so Pallet asks you about them",
            "note: table, 0 rows, no key",
            "  No column tells its rows apart for sure, so it can only be read; the database may"
                + " number the rows anew when the file is compacted. A primary key, or a unique"
                + " index over columns that are NOT NULL, would help");
  }

  @Test
  void theAnswerAsJson() {
    assertThat(pallet.run("tables", file.toString(), "--json")).as(pallet.err()).isZero();

    JsonNode tables = pallet.json().get("tables");
    JsonNode products = tables.get(0);
    assertThat(products.get("table").asString()).isEqualTo("all products");
    assertThat(products.get("rows").asLong()).isEqualTo(2);
    assertThat(products.get("likeProducts").asBoolean()).isTrue();
    assertThat(products.get("editable").asBoolean()).isTrue();
    assertThat(products.get("key").get(0).asString()).isEqualTo("sku");
    assertThat(products.get("columns").get(3).get("type").isNull()).isTrue();
    assertThat(products.get("columns").get(0).get("written").asString()).isEqualTo("on add");
    assertThat(tables.get(1).get("rows").isNull()).isTrue();
    assertThat(tables.get(1).get("editable").asBoolean()).isFalse();
  }

  @Test
  void aFileThatIsNoDatabaseIsRefused() throws Exception {
    Files.writeString(file, "sku,name\n".repeat(200));

    assertThat(pallet.run("tables", file.toString())).isEqualTo(3);
    assertThat(pallet.err()).contains("is no SQLite database, or it is encrypted");
  }
}
