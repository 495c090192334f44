package app.pallet.database;

import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.SqliteSource;
import app.pallet.database.file.UntouchedFile;
import app.pallet.engine.discovery.DiscoveredColumn;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.discovery.SqliteTables;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * The rows of a view, or of another table in which no row can be found again, as they were when it
 * was opened: in a file of their own, where each has a number. The values are the same to the
 * letter.
 *
 * @param table what is known of it, with the number of its rows
 * @param place where the copy is; it is deleted when that is closed
 */
record TableCopy(DiscoveredTable table, UntouchedFile place) {

  private static final int AT_ONCE = 1_000;

  /**
   * Reads all rows.
   *
   * @param file where the table is
   * @param connection which can read it
   * @param monitor asked all the time; a view may have no end
   * @throws CancellationException if the monitor says so
   */
  static TableCopy of(Path file, DiscoveredTable table, Connection connection, WorkMonitor monitor)
      throws SQLException {
    UntouchedFile place = UntouchedFile.empty(file);
    String number = number(table);
    try (Connection copy =
        SqliteSource.maintaining(place.place(), ConnectionSettings.DEFAULT).getConnection()) {
      String name = SqlName.quote(table.name().name());
      List<String> columns =
          table.columns().stream().map(column -> SqlName.quote(column.name())).toList();
      copy.setAutoCommit(false);
      try (Statement create = copy.createStatement()) {
        create.execute(
            "CREATE TABLE %s (%s INTEGER PRIMARY KEY, %s)"
                .formatted(name, SqlName.quote(number), String.join(", ", columns)));
      }
      fill(copy, connection, name, columns, monitor);
      copy.commit();
      copy.setAutoCommit(true);
      DiscoveredTable stored =
          SqliteTables.read(copy, table.name().name())
              .orElseThrow(() -> new SQLException("The copy of " + name + " is gone"));
      return new TableCopy(typed(table, stored).with(number), place);
    } catch (SQLException | RuntimeException e) {
      place.close();
      throw e;
    }
  }

  private static void fill(
      Connection copy,
      Connection connection,
      String name,
      List<String> columns,
      WorkMonitor monitor)
      throws SQLException {
    String all = String.join(", ", columns);
    String insert =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(name, all, String.join(", ", Collections.nCopies(columns.size(), "?")));
    try (Statement query = connection.createStatement();
        ResultSet rows = query.executeQuery("SELECT " + all + " FROM main." + name);
        PreparedStatement add = copy.prepareStatement(insert)) {
      for (int row = 1; rows.next(); row++) {
        for (int i = 1; i <= columns.size(); i++) {
          add.setObject(i, rows.getObject(i));
        }
        add.addBatch();
        if (row % AT_ONCE == 0) {
          add.executeBatch();
          if (monitor.isCancelled()) {
            throw new CancellationException("copy");
          }
        }
      }
      add.executeBatch();
    }
  }

  /** A name for the number of a row that no column has. */
  private static String number(DiscoveredTable table) {
    StringBuilder name = new StringBuilder("rowid");
    while (table.columns().stream().anyMatch(c -> c.name().equalsIgnoreCase(name.toString()))) {
      name.append('_');
    }
    return name.toString();
  }

  /** The table's columns; those without a declared type are what their cells are. */
  private static DiscoveredTable typed(DiscoveredTable table, DiscoveredTable stored) {
    List<DiscoveredColumn> columns = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      DiscoveredColumn declared = table.columns().get(i);
      columns.add(
          declared.declared().isEmpty()
              ? stored.columns().get(i + 1).with(declared.write())
              : declared);
    }
    return table.withColumns(columns);
  }
}
