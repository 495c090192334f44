package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.table.KeyColumns;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The keys of one table. A unique index over a part of the rows, or over worked-out values, is no
 * key; nor is the number that SQLite gives each row of a table without one, because it may give
 * other numbers when it compacts the file.
 */
final class TableKeys {

  private final List<String> primary;
  private final boolean isRowNumber;
  private final List<KeyColumns> unique = new ArrayList<>();
  private boolean hasUnknownOrder;

  /**
   * Reads the keys of a table.
   *
   * @param columns of the table
   * @param withoutRowid whether it has no row numbers of its own
   */
  TableKeys(Connection connection, String quotedTable, List<Listed> columns, boolean withoutRowid)
      throws SQLException {
    Map<Integer, String> parts = new TreeMap<>();
    columns.stream()
        .filter(column -> column.placeInKey() > 0)
        .forEach(column -> parts.put(column.placeInKey(), column.name()));
    primary = List.copyOf(parts.values());
    Set<String> computed = new HashSet<>();
    columns.stream().filter(Listed::isComputed).forEach(column -> computed.add(column.name()));
    boolean indexed = false;
    for (Index index : indexes(connection, quotedTable)) {
      indexed |= index.isPrimary();
      Optional<List<String>> names = names(connection, index);
      boolean isKey = index.unique() && !index.partial() && !index.isPrimary();
      if (isKey && names.isPresent() && names.get().stream().noneMatch(computed::contains)) {
        unique.add(new KeyColumns(names.get()));
      }
    }
    isRowNumber = primary.size() == 1 && !withoutRowid && !indexed;
  }

  /**
   * A column as SQLite lists it.
   *
   * @param placeInKey from 1 in the primary key, else 0
   * @param hidden 0 for plain columns, 1 for a module's own, 2 and 3 for computed ones
   */
  record Listed(
      String name,
      String type,
      boolean required,
      Optional<String> defaultSql,
      int placeInKey,
      int hidden) {
    boolean isComputed() {
      return hidden != 0;
    }

    boolean isComputedWhenRead() {
      return hidden == 2;
    }
  }

  /** An index as SQLite lists it. */
  private record Index(String name, boolean unique, boolean isPrimary, boolean partial) {}

  private static List<Index> indexes(Connection connection, String table) throws SQLException {
    List<Index> indexes = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("PRAGMA main.index_list(" + table + ")")) {
      while (result.next()) {
        indexes.add(
            new Index(
                result.getString("name"),
                result.getBoolean("unique"),
                "pk".equals(result.getString("origin")),
                result.getBoolean("partial")));
      }
    }
    return indexes;
  }

  /** The columns of an index; empty if it is over something else. */
  private Optional<List<String>> names(Connection connection, Index index) throws SQLException {
    List<String> names = new ArrayList<>();
    boolean plain = true;
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery(
                "PRAGMA main.index_xinfo(" + SqlName.quote(index.name()) + ")")) {
      while (result.next()) {
        if (result.getBoolean("key")) {
          plain &= result.getInt("cid") >= 0;
          names.add(String.valueOf(result.getString("name")));
          hasUnknownOrder |= !TableRules.isKnownOrder(String.valueOf(result.getString("coll")));
        }
      }
    }
    return plain && !names.isEmpty() ? Optional.of(names) : Optional.empty();
  }

  /** The columns of the primary key, in its order; none if there is none. */
  List<String> primary() {
    return primary;
  }

  /** Whether the primary key is the number that SQLite gives each row, and keeps. */
  boolean isRowNumber() {
    return isRowNumber;
  }

  /** Whether an index orders texts in a way that SQLite alone does not know. */
  boolean hasUnknownOrder() {
    return hasUnknownOrder;
  }

  /** The unique keys beside the primary one. */
  List<KeyColumns> unique() {
    return unique;
  }

  /**
   * The key by which rows are found: the primary one, else the shortest unique one that every row
   * must have.
   *
   * @param required columns that must hold a value
   */
  Optional<KeyColumns> best(Set<String> required) {
    if (!primary.isEmpty()) {
      return Optional.of(new KeyColumns(primary));
    }
    return unique.stream()
        .filter(key -> required.containsAll(key.names()))
        .min(Comparator.comparingInt(key -> key.names().size()));
  }

  /** Whether no two rows can have the same in exactly these columns. */
  boolean isKey(Set<String> columns) {
    return Set.copyOf(primary).equals(columns)
        || unique.stream().anyMatch(key -> Set.copyOf(key.names()).equals(columns));
  }
}
