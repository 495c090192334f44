package app.pallet.database.file;

import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The table {@code pallet_column}, in which a catalogue describes its own product table, so that
 * any Pallet that opens it finds the same {@link TableSchema}.
 */
public final class ColumnTable {

  private static final String SELECT =
      """
      SELECT table_name, position, name, label, type, role, required, is_unique, max_length, digits,
        scale, minimum, default_value, is_match
      FROM pallet_column ORDER BY table_name, position
      """;

  private ColumnTable() {}

  /** Describes a table that is not described yet. */
  static void write(Connection connection, TableSchema schema) throws SQLException {
    int position = 0;
    for (Column column : schema.columns()) {
      String sql =
          """
          INSERT INTO pallet_column (table_name, position, name, label, aliases, type, role,
            required, is_unique, max_length, digits, scale, minimum, choices, default_value,
            is_match)
          VALUES (?, ?, ?, ?, %s, ?, ?, ?, ?, ?, ?, ?, ?, %s, ?, ?)
          """
              .formatted(
                  jsonArray(column.aliases().size()), jsonArray(column.rules().choices().size()));
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        write(insert, schema, column, position++);
      }
    }
  }

  /** Describes a table anew. */
  static void rewrite(Connection connection, TableSchema schema) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM pallet_column WHERE table_name = ?")) {
      delete.setString(1, schema.table());
      delete.executeUpdate();
    }
    write(connection, schema);
  }

  private static String jsonArray(int texts) {
    return "json_array(" + String.join(", ", Collections.nCopies(texts, "?")) + ")";
  }

  private static void write(
      PreparedStatement insert, TableSchema schema, Column column, int position)
      throws SQLException {
    ColumnRules rules = column.rules();
    BigDecimal minimum = rules.minimum();
    List<@Nullable Object> values = new ArrayList<>();
    values.add(schema.table());
    values.add(position);
    values.add(column.name());
    values.add(column.label());
    values.addAll(column.aliases());
    values.add(column.type().name());
    values.add(column.role().name());
    values.add(rules.required());
    values.add(rules.unique());
    values.add(rules.maxLength());
    values.add(rules.precision());
    values.add(rules.scale());
    values.add(minimum == null ? null : minimum.toPlainString());
    values.addAll(rules.choices());
    values.add(new SqliteCodec(column).toStored(column.defaultValue()));
    values.add(column.name().equals(schema.matchColumn()));
    for (int i = 0; i < values.size(); i++) {
      insert.setObject(i + 1, values.get(i));
    }
    insert.executeUpdate();
  }

  /** Whether the file describes a product table at all; not while it is being made. */
  public static boolean isThere(Connection connection) throws SQLException {
    String sql =
        "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = 'pallet_column'";
    return CatalogueFile.number(connection, sql) > 0 && read(connection).isPresent();
  }

  /**
   * The table the file describes; empty where its making was cut off before that.
   *
   * @throws SQLDataException if the description makes no sense
   */
  public static Optional<TableSchema> read(Connection connection) throws SQLException {
    List<Column> columns = new ArrayList<>();
    String table = "";
    String match = "";
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(SELECT)) {
      Map<Integer, List<String>> aliases = Map.of();
      Map<Integer, List<String>> choices = Map.of();
      while (result.next()) {
        if (columns.isEmpty()) {
          table = result.getString("table_name");
          aliases = texts(connection, "aliases", table);
          choices = texts(connection, "choices", table);
        }
        int position = result.getInt("position");
        Column column =
            column(
                result,
                aliases.getOrDefault(position, List.of()),
                choices.getOrDefault(position, List.of()));
        columns.add(column);
        match = result.getBoolean("is_match") ? column.name() : match;
      }
      return columns.isEmpty()
          ? Optional.empty()
          : Optional.of(new TableSchema(table, columns, match));
    } catch (IllegalArgumentException e) { // an unknown word, or columns that don't fit together
      throw new SQLDataException("pallet_column of " + table + ": " + e.getMessage(), e);
    }
  }

  /**
   * A column of a file in which others may be damaged.
   *
   * @param isMatch whether rows of a file find their product by it
   */
  record Described(Column column, boolean isMatch) {}

  /**
   * What is said of one column; empty if nothing is.
   *
   * @throws SQLException if that can't be read
   * @throws SQLDataException if it makes no sense
   */
  static Optional<Described> read(Connection connection, int position) throws SQLException {
    String sql =
        """
        SELECT table_name, position, name, label, type, role, required, is_unique, max_length,
          digits, scale, minimum, default_value, is_match
        FROM pallet_column WHERE position = ? ORDER BY table_name
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setInt(1, position);
      try (ResultSet result = statement.executeQuery()) {
        if (!result.next()) {
          return Optional.empty();
        }
        String table = result.getString("table_name");
        Column column =
            column(
                result,
                texts(connection, "aliases", table).getOrDefault(position, List.of()),
                texts(connection, "choices", table).getOrDefault(position, List.of()));
        return Optional.of(new Described(column, result.getBoolean("is_match")));
      }
    } catch (IllegalArgumentException e) {
      throw new SQLDataException("pallet_column: " + e.getMessage(), e);
    }
  }

  private static Column column(ResultSet result, List<String> aliases, List<String> choices)
      throws SQLException {
    String minimum = result.getString("minimum");
    ColumnRules rules =
        new ColumnRules(
            result.getBoolean("required"),
            result.getBoolean("is_unique"),
            result.getInt("max_length"),
            result.getInt("digits"),
            result.getInt("scale"),
            minimum == null ? null : new BigDecimal(minimum),
            choices);
    Column column =
        new Column(
            result.getString("name"),
            result.getString("label"),
            aliases,
            ColumnType.valueOf(result.getString("type")),
            ColumnRole.valueOf(result.getString("role")),
            rules,
            null);
    Object value = new SqliteCodec(column).read(result, result.findColumn("default_value"));
    return new Column(
        column.name(), column.label(), aliases, column.type(), column.role(), rules, value);
  }

  /** The texts of a JSON column, by the position of their row. */
  private static Map<Integer, List<String>> texts(Connection connection, String json, String table)
      throws SQLException {
    Map<Integer, List<String>> byPosition = new HashMap<>();
    String sql =
        """
        SELECT c.position, t.value FROM pallet_column c, json_each(c.%s) t
        WHERE c.table_name = ? ORDER BY c.position, t.key
        """
            .formatted(json);
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, table);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          byPosition
              .computeIfAbsent(result.getInt(1), position -> new ArrayList<>())
              .add(result.getString(2));
        }
      }
    }
    return byPosition;
  }
}
