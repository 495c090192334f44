package app.pallet.rows.references;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.TreeMap;

/** A tree of groups in somebody's database: a table that refers to itself by the keys it gives. */
public record GroupTree(Path file) {

  /** Makes it in a folder, with the group {@code Root} and {@code Old} below it. */
  public static GroupTree in(Path folder) throws SQLException {
    Path file = folder.resolve("groups.db");
    ShopTables.execute(
        file,
        "CREATE TABLE Groups (No INTEGER PRIMARY KEY, Name TEXT NOT NULL UNIQUE,"
            + " Above INTEGER REFERENCES Groups(No), Sort INTEGER CHECK (Sort < 100))",
        "INSERT INTO Groups VALUES (1, 'Root', NULL, 1), (2, 'Old', 1, 2)");
    return new GroupTree(file);
  }

  /** Opens it to be edited. */
  public CatalogueDatabase open() {
    return CatalogueDatabase.openTable(file, "Groups", ConnectionSettings.DEFAULT);
  }

  /** The name above each name as a plain connection sees it; an empty one for none. */
  public Map<String, String> stored() throws SQLException {
    Map<String, String> above = new TreeMap<>();
    try (Connection connection = ShopTables.connections(file).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT g.Name, coalesce(a.Name, g.Above, '') FROM Groups g LEFT JOIN Groups a"
                    + " ON a.No = g.Above")) {
      while (rows.next()) {
        above.put(rows.getString(1), rows.getString(2));
      }
    }
    return above;
  }
}
