package app.pallet.database;

import app.pallet.database.file.ConnectionSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database as another program keeps it, with tables in the manner of Northwind: products that
 * refer to suppliers and categories, lines of orders with a key of two columns, customers with a
 * text as their key, and a view. Made by a plain connection, and looked at by one.
 *
 * @param path where it is
 */
public record ShopFile(Path path) {

  private static final String[] TABLES = {
    """
    CREATE TABLE Suppliers (
      SupplierID INTEGER PRIMARY KEY AUTOINCREMENT,
      CompanyName TEXT NOT NULL,
      Country TEXT)
    """,
    """
    CREATE TABLE Categories (
      CategoryID INTEGER PRIMARY KEY,
      CategoryName TEXT NOT NULL UNIQUE,
      Picture BLOB)
    """,
    """
    CREATE TABLE Products (
      ProductID INTEGER PRIMARY KEY AUTOINCREMENT,
      ProductName TEXT NOT NULL,
      SupplierID INTEGER REFERENCES Suppliers (SupplierID),
      CategoryID INTEGER REFERENCES Categories (CategoryID) ON DELETE SET NULL,
      Code VARCHAR(12) UNIQUE,
      UnitPrice NUMERIC DEFAULT 0 CHECK (UnitPrice >= 0),
      Weight REAL,
      UnitsInStock INTEGER NOT NULL DEFAULT 0 CHECK (UnitsInStock >= 0),
      Status TEXT NOT NULL DEFAULT 'active' CHECK (Status IN ('active', 'archived')),
      Discontinued BOOLEAN NOT NULL DEFAULT 0,
      Added DATE DEFAULT CURRENT_DATE,
      Margin NUMERIC GENERATED ALWAYS AS (UnitPrice / 2) VIRTUAL)
    """,
    """
    CREATE TABLE Customers (
      CustomerID TEXT NOT NULL PRIMARY KEY,
      CompanyName TEXT NOT NULL,
      City TEXT)
    """,
    """
    CREATE TABLE "Order Details" (
      OrderID INTEGER NOT NULL,
      ProductID INTEGER NOT NULL REFERENCES Products (ProductID),
      UnitPrice NUMERIC NOT NULL DEFAULT 0,
      Quantity INTEGER NOT NULL DEFAULT 1 CHECK (Quantity > 0),
      PRIMARY KEY (OrderID, ProductID))
    """,
    "CREATE VIEW Current AS SELECT ProductID, ProductName, UnitPrice FROM Products",
    "INSERT INTO Suppliers VALUES (1, 'Exotic Liquids', 'UK'), (2, 'Tokyo Traders', 'Japan')",
    "INSERT INTO Categories VALUES (1, 'Beverages', x'89504e47'), (2, 'Condiments', NULL)",
    """
    INSERT INTO Products (ProductID, ProductName, SupplierID, CategoryID, Code, UnitPrice, Weight)
    VALUES (1, 'Chai', 1, 1, 'CH-1', 18, 0.25), (2, 'Chang', 1, 1, 'CH-2', 19.5, 1.1),
      (3, 'Ikura', 2, NULL, NULL, 31.25, NULL)
    """,
    "INSERT INTO Customers VALUES ('ALFKI', 'Alfreds', 'Berlin'), ('ANATR', 'Ana', 'México')",
    "INSERT INTO \"Order Details\" VALUES (10248, 1, 14, 12), (10248, 2, 9.8, 10), (10249, 1, 18, 9)"
  };

  /**
   * Makes it.
   *
   * @param journal SQLite's name of its journal mode, {@code delete} or {@code wal}
   */
  public static ShopFile create(Path path, String journal) throws SQLException {
    ShopFile shop = new ShopFile(path);
    shop.execute("PRAGMA journal_mode = " + journal);
    shop.execute(TABLES);
    return shop;
  }

  /** Runs statements one after the other, as another program does. */
  public void execute(String... statements) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** The rows that a statement answers, their cells with a bar between them. */
  public List<String> ask(String sql) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      int columns = result.getMetaData().getColumnCount();
      while (result.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= columns; i++) {
          cells.add(String.valueOf(result.getObject(i)));
        }
        rows.add(String.join("|", cells));
      }
    }
    return rows;
  }

  /** A plain connection, as another program has one. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + path);
  }

  /** Opens one of its tables to edit it. */
  public CatalogueDatabase open(String table) {
    return CatalogueDatabase.openTable(path, table, ConnectionSettings.DEFAULT);
  }
}
