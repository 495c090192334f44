package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.discovery.DiscoveredColumn;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.sqlite.SqlName;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * The rows of a view, or of another table in which no row can be found again, as they were when it
 * was opened: in a database of their own, where each has a number. The values are the same to the
 * letter.
 */
public final class CopiedRows {

  private static final int AT_ONCE = 1_000;

  private CopiedRows() {}

  /**
   * Copies all rows, which runs what whoever made a view wrote.
   *
   * @param connection which can read the table
   * @param copy an empty database
   * @param isCancelled asked all the time; a view may have no end
   * @return what is known of the table, with the number of its rows
   * @throws CancellationException if it was cancelled
   */
  public static DiscoveredTable copy(
      DiscoveredTable table, Connection connection, Connection copy, BooleanSupplier isCancelled)
      throws SQLException {
    String number = number(table);
    String name = SqlName.quote(table.name().name());
    List<String> columns =
        table.columns().stream().map(column -> SqlName.quote(column.name())).toList();
    copy.setAutoCommit(false);
    try (Statement create = copy.createStatement()) {
      create.execute(
          "CREATE TABLE %s (%s INTEGER PRIMARY KEY, %s)"
              .formatted(name, SqlName.quote(number), String.join(", ", columns)));
    }
    fill(copy, connection, name, columns, isCancelled);
    copy.commit();
    copy.setAutoCommit(true);
    DiscoveredTable stored =
        SqliteTables.read(copy, table.name().name())
            .orElseThrow(() -> new SQLException("The copy of " + name + " is gone"));
    return typed(table, stored).with(number);
  }

  private static void fill(
      Connection copy,
      Connection connection,
      String name,
      List<String> columns,
      BooleanSupplier isCancelled)
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
          if (isCancelled.getAsBoolean()) {
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
