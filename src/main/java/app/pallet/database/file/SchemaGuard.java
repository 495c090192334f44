package app.pallet.database.file;

import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.engine.sqlite.SqlName;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Refuses a file that calls itself a catalogue and whose schema holds what Pallet never makes and
 * what could run, or show something else, behind its back: triggers, views and virtual tables in
 * the place of its tables, computed columns, calls of functions, deletes that spread. Looks before
 * any statement reads from the tables, and reads the schema by PRAGMA statements only, whose names
 * no table of the file can take. Tables, views and triggers that Pallet never touches may be there.
 */
public final class SchemaGuard {

  /** Tables, indexes, views and triggers a file may have; a catalogue has about ten. */
  static final int MOST_OBJECTS = 1_000;

  /** Columns SQLite allows a table. */
  private static final int MOST_COLUMNS = 2_000;

  private static final String DESCRIPTION = "pallet_column";

  private final Path file;
  private final Connection connection;

  private SchemaGuard(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /**
   * Checks a file that is marked as Pallet's.
   *
   * @throws CatalogueException if it holds anything of that kind
   */
  public static void check(Path file, Connection connection) throws SQLException {
    new SchemaGuard(file, connection).check();
  }

  /**
   * Checks one table only, of a file whose other tables may be damaged and aren't read.
   *
   * @throws CatalogueException if reading from it could run anything
   */
  static void checkTable(Path file, Connection connection, String name) throws SQLException {
    SchemaGuard guard = new SchemaGuard(file, connection);
    Entry table = guard.tables().get(key(name));
    if (table == null) {
      throw new SQLException("it has no table " + name);
    }
    guard.requirePlain(table);
    guard.refuseFunctions(table);
  }

  /** A table as SQLite lists it. */
  private record Entry(String name, String type, boolean strict) {}

  private void check() throws SQLException {
    int objects = CatalogueFile.number(connection, "SELECT count(*) FROM sqlite_master");
    if (objects > MOST_OBJECTS) {
      throw refusal("%,d tables and other objects".formatted(objects));
    }
    Map<String, Entry> tables = tables();
    Set<String> used = new HashSet<>();
    for (Entry table : tables.values()) {
      if (key(table.name()).startsWith("pallet_")) {
        requirePlain(table);
        used.add(key(table.name()));
      }
    }
    if (tables.containsKey(DESCRIPTION)) {
      for (String product : described()) {
        checkProduct(product, tables);
        used.add(key(product));
      }
    }
    checkTriggers(used);
    for (Entry table : tables.values()) {
      checkForeignKeys(table, used);
    }
  }

  private Map<String, Entry> tables() throws SQLException {
    Map<String, Entry> tables = new LinkedHashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA main.table_list")) {
      while (result.next()) {
        String name = result.getString("name");
        Entry entry = new Entry(name, result.getString("type"), result.getBoolean("strict"));
        if (result.getString("schema").equals("main") && tables.put(key(name), entry) != null) {
          throw refusal("two tables " + name);
        }
      }
    }
    return tables;
  }

  /** The names of the product tables the file describes; none while it is being made. */
  private List<String> described() throws SQLException {
    if (CatalogueFile.number(connection, "SELECT count(*) FROM pallet_column") > MOST_COLUMNS) {
      throw refusal("more columns than a table can have");
    }
    List<String> names = texts("SELECT DISTINCT table_name FROM pallet_column", "table_name");
    if (names.size() > 1) {
      throw refusal("more than one product table");
    }
    return names;
  }

  private void checkProduct(String product, Map<String, Entry> tables) throws SQLException {
    Entry table = tables.get(key(product));
    if (product.indexOf('\0') >= 0 || key(product).matches("(?s)(sqlite|pallet)_.*")) {
      throw refusal("a product table named " + product.replace('\0', ' '));
    }
    if (table == null || !table.name().equals(product)) {
      throw new CatalogueException(
          file, Reason.DAMAGED, file + " is damaged: its product table is missing");
    }
    Set<String> columns = requirePlain(table);
    if (!table.strict()) {
      throw refusal("a product table that takes values of any type");
    }
    for (String column : texts("SELECT name FROM pallet_column", "name")) {
      if (!columns.contains(column)) {
        throw new CatalogueException(
            file,
            Reason.DAMAGED,
            "%s is damaged: its product table has no column %s".formatted(file, column));
      }
    }
    refuseFunctions(table);
  }

  private void refuseFunctions(Entry table) throws SQLException {
    for (String sql : definitions(table.name())) {
      if (SqlScan.callsFunctions(sql)) {
        throw refusal("a product table that calls functions");
      }
    }
  }

  /**
   * Checks that this is a table with nothing computed in it.
   *
   * @return the names of its columns
   */
  private Set<String> requirePlain(Entry table) throws SQLException {
    if (!table.type().equals("table")) {
      throw refusal("a %s in place of the table %s".formatted(kind(table.type()), table.name()));
    }
    Set<String> columns = new HashSet<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(pragma("table_xinfo", table.name()))) {
      while (result.next()) {
        columns.add(result.getString("name"));
        if (result.getInt("hidden") != 0) {
          throw refusal("a computed column in the table " + table.name());
        }
      }
    }
    checkIndexes(table.name());
    return columns;
  }

  private void checkIndexes(String table) throws SQLException {
    List<String> indexes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(pragma("index_list", table))) {
      while (result.next()) {
        indexes.add(result.getString("name"));
        if (result.getBoolean("partial")) {
          throw refusal("an index over a part of the table " + table);
        }
      }
    }
    for (String index : indexes) {
      try (Statement statement = connection.createStatement();
          ResultSet result = statement.executeQuery(pragma("index_xinfo", index))) {
        while (result.next()) {
          if (result.getInt("cid") == -2) { // neither a column nor the row's id
            throw refusal("an index over computed values in the table " + table);
          }
        }
      }
    }
  }

  private void checkTriggers(Set<String> used) throws SQLException {
    String sql = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger'";
    for (String table : texts(sql, "tbl_name")) {
      if (used.contains(key(table))) {
        throw refusal("a trigger on the table " + table);
      }
    }
  }

  /** Deleting or changing a row of Pallet's must not write anywhere else. */
  private void checkForeignKeys(Entry table, Set<String> used) throws SQLException {
    if (!table.type().equals("table")) {
      return;
    }
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(pragma("foreign_key_list", table.name()))) {
      while (result.next()) {
        boolean spreads = isAction(result.getString("on_delete"));
        spreads |= isAction(result.getString("on_update"));
        if (spreads && used.contains(key(result.getString("table")))) {
          throw refusal("a table %s that changes with the product table".formatted(table.name()));
        }
      }
    }
  }

  private static boolean isAction(String rule) {
    return !rule.equals("NO ACTION") && !rule.equals("RESTRICT");
  }

  private List<String> definitions(String table) throws SQLException {
    return texts(
        "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = "
            + SqlName.literal(table)
            + " COLLATE NOCASE",
        "sql");
  }

  private List<String> texts(String sql, String column) throws SQLException {
    List<String> texts = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        texts.add(String.valueOf(result.getString(column)));
      }
    }
    return texts;
  }

  private static String pragma(String name, String argument) {
    return "PRAGMA main." + name + '(' + SqlName.quote(argument) + ')';
  }

  private static String kind(String type) {
    return type.equals("view") ? "view" : "virtual table";
  }

  /** Names that SQLite takes for the same have the same key: it folds ASCII letters only. */
  private static String key(String name) {
    StringBuilder key = new StringBuilder(name);
    for (int i = 0; i < key.length(); i++) {
      if (key.charAt(i) < 0x80) {
        key.setCharAt(i, Character.toLowerCase(key.charAt(i)));
      }
    }
    return key.toString();
  }

  private CatalogueException refusal(String what) {
    return new CatalogueException(
        file,
        Reason.UNSAFE,
        "%s holds %s, which Pallet never makes; it was not opened, so nothing in it could run"
            .formatted(file, what));
  }
}
