package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.discovery.DiscoveredTable;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty database in memory for each test, and what is found in it. */
abstract class InMemoryDatabase {

  protected Connection connection;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  /** Runs statements one after the other. */
  protected void execute(String... statements) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.executeUpdate(sql);
      }
    }
  }

  /** All that is found in it. */
  protected List<DiscoveredTable> tables() throws SQLException {
    return SqliteTables.read(connection, () -> false);
  }

  /** What is found of one table. */
  protected DiscoveredTable table(String name) throws SQLException {
    return tables().stream()
        .filter(table -> table.name().name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
