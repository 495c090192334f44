package app.pallet.rows.references;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.sqlite.SQLiteDataSource;

/** A shop's database with tables that refer to each other, made by somebody else than Pallet. */
public final class ShopTables {

  private static final List<String> TABLES =
      List.of(
          "CREATE TABLE Categories (CategoryID INTEGER PRIMARY KEY, CategoryName TEXT NOT NULL)",
          "CREATE TABLE Suppliers (Code TEXT PRIMARY KEY NOT NULL, CompanyName TEXT) WITHOUT ROWID",
          """
          CREATE TABLE Products (ProductID INTEGER PRIMARY KEY, ProductName TEXT NOT NULL,
            CategoryID INTEGER REFERENCES Categories, Supplier TEXT REFERENCES "Suppliers"("Code"),
            Replaces INTEGER REFERENCES Products ON DELETE SET NULL)
          """,
          """
          CREATE TABLE Stock (ProductID INTEGER PRIMARY KEY REFERENCES Products ON DELETE CASCADE,
            Amount INTEGER)
          """,
          """
          CREATE TABLE Movements (ID INTEGER PRIMARY KEY,
            StockID INTEGER REFERENCES Stock ON DELETE CASCADE)
          """,
          "CREATE TABLE Lines (ID INTEGER PRIMARY KEY, ProductID INTEGER NOT NULL REFERENCES Products)",
          "INSERT INTO Categories VALUES (1, 'Beverages'), (2, 'Condiments'), (3, 'Dairy'),"
              + " (4, 'Dairy'), (5, 'Öle'), (6, '2')",
          "INSERT INTO Suppliers VALUES ('EXOT', 'Exotic Liquids'), ('NORL', 'Nord-Ost-Fisch')",
          """
          INSERT INTO Products VALUES (1, 'Chai', 1, 'EXOT', NULL), (2, 'Chang', 1, 'EXOT', 1),
            (3, 'Syrup', 2, NULL, NULL), (4, 'Lost', 77, NULL, NULL)
          """,
          "INSERT INTO Stock VALUES (1, 39), (2, 17)",
          "INSERT INTO Movements VALUES (1, 1), (2, 1), (3, 2)",
          "INSERT INTO Lines VALUES (1, 1), (2, 1), (3, 2)");

  private ShopTables() {}

  /** Makes it in a folder. */
  public static Path in(Path folder) throws SQLException {
    Path file = folder.resolve("shop.db");
    execute(file, TABLES.toArray(String[]::new));
    return file;
  }

  /** Connections to it. */
  public static SQLiteDataSource connections(Path file) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  /** Runs statements as another program would, whatever they refer to. */
  public static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = connections(file).getConnection();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  /** The table of products, open to be edited. */
  public static CatalogueDatabase products(Path file) {
    return open(file, "Products");
  }

  /** A table of it, open to be edited. */
  public static CatalogueDatabase open(Path file, String table) {
    return CatalogueDatabase.openTable(file, table, ConnectionSettings.DEFAULT);
  }
}
