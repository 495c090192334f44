package app.pallet.workspace.foreign;

import app.pallet.engine.sqlite.SqlName;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Every cell of a table as SQLite itself keeps it, with its type and all of its bits, read by a
 * connection that knows nothing of Pallet.
 *
 * @param rows cells by the names of their columns, by the cells of the key, or by their place
 */
record RawTable(Map<List<String>, Map<String, String>> rows) {

  /** Reads one. */
  static RawTable of(Path file, String table, List<String> key) throws SQLException {
    Map<List<String>, Map<String, String>> rows = new LinkedHashMap<>();
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      List<String> columns = new ArrayList<>();
      try (ResultSet listed =
          statement.executeQuery("PRAGMA table_xinfo(" + SqlName.quote(table) + ")")) {
        while (listed.next()) {
          columns.add(listed.getString("name"));
        }
      }
      String selected =
          columns.stream()
              .map(SqlName::quote)
              .map(name -> name + ", typeof(" + name + ")")
              .collect(Collectors.joining(", "));
      try (ResultSet result =
          statement.executeQuery("SELECT " + selected + " FROM " + SqlName.quote(table))) {
        while (result.next()) {
          Map<String, String> cells = new LinkedHashMap<>();
          for (int i = 0; i < columns.size(); i++) {
            cells.put(columns.get(i), cell(result, 2 * i + 1));
          }
          List<String> place =
              key.isEmpty()
                  ? List.of("row " + rows.size())
                  : key.stream().map(name -> String.valueOf(cells.get(name))).toList();
          if (place.contains("null")) {
            place = List.of("keyless " + rows.size());
          }
          if (rows.put(place, cells) != null) {
            throw new AssertionError("Two rows have the key " + place);
          }
        }
      }
    }
    return new RawTable(rows);
  }

  private static String cell(ResultSet result, int place) throws SQLException {
    String type = result.getString(place + 1);
    return switch (type) {
      case "null" -> type;
      case "integer" -> ofNumber(result.getLong(place));
      case "real" ->
          "real " + Long.toHexString(Double.doubleToRawLongBits(result.getDouble(place)));
      default -> type + " " + HexFormat.of().formatHex(result.getBytes(place));
    };
  }

  static String ofNumber(long number) {
    return "integer " + number;
  }

  static String ofText(String text) {
    return "text " + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a cell holds what a text says: the text, or the same number. */
  static boolean holds(String cell, String text) {
    String[] parts = cell.split(" ", 2);
    return switch (parts[0]) {
      case "null" -> text.isEmpty();
      case "integer" ->
          isNumber(text) && new BigDecimal(text).compareTo(new BigDecimal(parts[1])) == 0;
      case "real" ->
          isNumber(text)
              && Double.parseDouble(text)
                  == Double.longBitsToDouble(Long.parseUnsignedLong(parts[1], 16));
      default -> cell.equals(ofText(text));
    };
  }

  private static boolean isNumber(String text) {
    return text.matches("-?\\d+(\\.\\d+)?");
  }

  /** All statements that made the database. */
  static List<String> schema(Path file) throws SQLException {
    return ask(file, "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema");
  }

  /** The first column of what a statement answers. */
  static List<String> ask(Path file, String sql) throws SQLException {
    List<String> answers = new ArrayList<>();
    try (Connection connection = open(file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        answers.add(result.getString(1));
      }
    }
    return answers;
  }

  /** What another program does. */
  static void execute(Path file, String... statements) throws SQLException {
    try (Connection connection = open(file);
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  private static Connection open(Path file) throws SQLException {
    return DriverManager.getConnection("jdbc:sqlite:" + file);
  }
}
