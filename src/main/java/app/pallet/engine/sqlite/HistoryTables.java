package app.pallet.engine.sqlite;

import app.pallet.engine.Transactions;
import app.pallet.schema.TableSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What Pallet would put into a database of another program to keep a history there: its ledger, and
 * for a table whose rows have numbers the table out of which it gives these. The statements are
 * those of its own catalogues. Nothing is made unless the user wants it.
 */
public final class HistoryTables {

  private static final String FOLDER = "/app/pallet/database/migration/";
  private static final String LEDGER = "pallet_ledger";
  private static final String IDS = "pallet_id_block";

  private HistoryTables() {}

  /** The statements that are still to be executed, in this order. */
  public static List<String> missing(Connection connection, TableSchema schema)
      throws SQLException {
    List<String> statements = new ArrayList<>();
    if (!isThere(connection, LEDGER)) {
      statements.add(statement("V2__keep_a_ledger.sql", LEDGER));
    }
    if (schema.hasId()) {
      boolean hasIds = isThere(connection, IDS);
      if (!hasIds) {
        statements.add(statement("V1__describe_columns_and_give_out_ids.sql", IDS));
      }
      if (!hasIds || !givesOutIds(connection, schema)) {
        statements.add(
            "INSERT INTO %s (table_name, next_id) VALUES (%s, 1)"
                .formatted(IDS, SqlName.literal(schema.table())));
      }
    }
    return statements;
  }

  /**
   * Executes them in one transaction.
   *
   * @param connection in auto-commit mode
   * @param beforeCommit throws if what was written must be rolled back
   */
  public static void make(
      Connection connection, TableSchema schema, Transactions.Statements beforeCommit)
      throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      for (String sql : missing(connection, schema)) {
        statement.execute(sql);
      }
      beforeCommit.execute();
      connection.commit();
    } finally {
      connection.rollback();
      connection.setAutoCommit(true);
    }
  }

  private static boolean isThere(Connection connection, String table) throws SQLException {
    return count(connection, "SELECT count(*) FROM main.sqlite_schema WHERE name = ?", table) > 0;
  }

  private static boolean givesOutIds(Connection connection, TableSchema schema)
      throws SQLException {
    String sql = "SELECT count(*) FROM main." + IDS + " WHERE table_name = ?";
    return count(connection, sql, schema.table()) > 0;
  }

  private static int count(Connection connection, String sql, String name) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, name);
      try (ResultSet result = query.executeQuery()) {
        return result.getInt(1);
      }
    }
  }

  /** The statement of a migration that makes a table, with the remarks in it. */
  private static String statement(String migration, String table) {
    try (InputStream stream =
        Objects.requireNonNull(HistoryTables.class.getResourceAsStream(FOLDER + migration))) {
      String all = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      for (String statement : all.split(";\\s*(?:\\n|$)", -1)) {
        if (statement.contains("CREATE TABLE " + table + " ")) {
          return statement.strip();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException("No migration makes " + table);
  }
}
