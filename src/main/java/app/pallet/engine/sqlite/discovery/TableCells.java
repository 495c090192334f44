package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.ColumnType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * What the cells of one table hold, counted in one look at each row. Columns that are computed when
 * they are read are not looked at.
 */
final class TableCells {

  /** Columns counted at once; SQLite allows 2,000 columns of an answer. */
  private static final int AT_ONCE = 300;

  private static final int COUNTS = 5;

  private final Connection connection;
  private final String table;
  private final Map<String, Counts> counts = new HashMap<>();
  private OptionalLong rows = OptionalLong.empty();

  /**
   * What a column's cells hold.
   *
   * @param filled cells that hold anything
   * @param misfits cells that hold what they should not
   */
  record Counts(long filled, long misfits, long whole, long floating, long texts) {
    /** What is known of cells that nobody looked at. */
    static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** What the cells of a column without a type are: numbers if all of them are. */
    Optional<ColumnType> type() {
      if (filled == 0 || texts == filled) {
        return Optional.of(ColumnType.TEXT);
      }
      if (whole == filled) {
        return Optional.of(ColumnType.WHOLE_NUMBER);
      }
      if (whole + floating == filled) {
        return Optional.of(ColumnType.DECIMAL);
      }
      boolean hasBytes = whole + floating + texts < filled;
      return hasBytes ? Optional.empty() : Optional.of(ColumnType.TEXT);
    }
  }

  private TableCells(Connection connection, String table) {
    this.connection = connection;
    this.table = table;
  }

  /**
   * Counts.
   *
   * @param table its quoted name
   * @param columns that are not computed when they are read
   */
  static TableCells counted(Connection connection, String table, List<TableRules.Typed> columns)
      throws SQLException {
    TableCells cells = new TableCells(connection, table);
    for (int from = 0; from == 0 || from < columns.size(); from += AT_ONCE) {
      cells.count(columns.subList(from, Math.min(columns.size(), from + AT_ONCE)));
    }
    return cells;
  }

  /** Those of a table whose rows nobody looks at. */
  static TableCells unseen(Connection connection, String table) {
    return new TableCells(connection, table);
  }

  private void count(List<TableRules.Typed> columns) throws SQLException {
    List<String> sums = new ArrayList<>(List.of("count(*)"));
    for (TableRules.Typed column : columns) {
      String name = SqlName.quote(column.name());
      sums.add("count(" + name + ")");
      sums.add("total(" + column.type().isMisfit(column.name()) + ")");
      for (String type : new String[] {"integer", "real", "text"}) {
        sums.add(column.type().isOpen() ? "total(typeof(%s) = '%s')".formatted(name, type) : "0");
      }
    }
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT " + String.join(", ", sums) + " FROM " + table)) {
      rows = OptionalLong.of(result.getLong(1));
      for (int i = 0; i < columns.size(); i++) {
        int at = 2 + i * COUNTS;
        counts.put(
            columns.get(i).name(),
            new Counts(
                result.getLong(at),
                result.getLong(at + 1),
                result.getLong(at + 2),
                result.getLong(at + 3),
                result.getLong(at + 4)));
      }
    }
  }

  /** How many rows there are, if they were counted. */
  OptionalLong rows() {
    return rows;
  }

  /** What a column's cells hold. */
  Counts of(String column) {
    return counts.getOrDefault(column, Counts.NONE);
  }

  /** Rows in which at least one of these columns holds nothing. */
  long withoutOneOf(List<String> columns) throws SQLException {
    if (rows.isEmpty()
        || columns.stream().allMatch(column -> of(column).filled() == rows.getAsLong())) {
      return 0;
    }
    String missing =
        columns.stream()
            .map(column -> SqlName.quote(column) + " IS NULL")
            .collect(Collectors.joining(" OR "));
    try (Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT count(*) FROM " + table + " WHERE " + missing)) {
      return result.getLong(1);
    }
  }
}
