package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.workspace.pending.PendingWork;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What cells of another program's table may hold, as a user meets it. */
final class OtherTableRulesTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void make() throws SQLException {
    file = folder.resolve("shop.db");
    execute(
        """
        CREATE TABLE product (
          no INTEGER PRIMARY KEY,
          sku TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          blurb TEXT NOT NULL DEFAULT '',
          made TEXT NOT NULL DEFAULT (date('now')),
          kind TEXT NOT NULL CHECK (kind IN ('a', 'A')) DEFAULT 'a',
          price DECIMAL(8,2) NOT NULL DEFAULT 1.50)
        """,
        "INSERT INTO product (sku, name, blurb) VALUES (' A-1 ', 'One', 'Some words')");
  }

  private void execute(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private String audit(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      return String.valueOf(result.getObject(1));
    }
  }

  private OpenCatalogue open() {
    return new OpenCatalogue(
        CatalogueDatabase.openTable(file, "product", ConnectionSettings.DEFAULT),
        PendingWork.IN_MEMORY);
  }

  private static void set(OpenCatalogue catalogue, String column, String text) {
    catalogue
        .workspace
        .edits()
        .setCell(catalogue.workspace.view().keyAt(0), catalogue.column(column), text);
  }

  @Test
  void aNewRowNeedsOnlyWhatTheDatabaseDoesNotFill() throws Exception {
    try (OpenCatalogue catalogue = open()) {
      catalogue.paste("sku\tname\nB-1\tNew\nB-2\t\n", 0, "sku");

      assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(2, 0, 0, 1));
      catalogue.commit();
    }
    assertThat(
            audit(
                "SELECT concat_ws('|', sku, blurb, made = date('now'), kind, price) FROM product"
                    + " WHERE no = 2"))
        .isEqualTo("B-1||1|a|1.5");
    assertThat(audit("SELECT count(*) FROM product")).isEqualTo("2");
  }

  @Test
  void textsAreWrittenToTheLetter() throws Exception {
    try (OpenCatalogue catalogue = open()) {
      set(catalogue, "sku", " A-1\u00a0");
      set(catalogue, "blurb", "");
      set(catalogue, "kind", "A");
      set(catalogue, "price", "2");
      catalogue.commit();
    }
    assertThat(audit("SELECT concat_ws('|', sku, blurb, kind, price, typeof(blurb)) FROM product"))
        .isEqualTo(" A-1\u00a0||A|2|text");
  }
}
