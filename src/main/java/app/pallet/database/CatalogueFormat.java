package app.pallet.database;

import app.pallet.database.CatalogueException.Reason;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/**
 * Brings a file to the current format: marks an empty one as Pallet's, runs the migrations, makes
 * the product table. Each step is one transaction that looks first whether another process has done
 * it already, so two may make the same file at once, and a making that was cut off is taken up
 * again.
 */
final class CatalogueFormat {

  private static final String MIGRATIONS = "classpath:app/pallet/database/migration";

  private final Path file;
  private final SqliteSource source;

  CatalogueFormat(Path file, ConnectionSettings settings) {
    this.file = file;
    this.source = SqliteSource.maintaining(file, settings);
  }

  /** Makes a catalogue of an empty or unfinished file. */
  void make(TableSchema schema) {
    inTransaction(this::claim);
    migrate();
    inTransaction(connection -> finish(connection, Optional.of(schema)));
  }

  /** Brings a catalogue of an older Pallet up to date. */
  void update() {
    migrate();
    inTransaction(connection -> finish(connection, Optional.empty()));
  }

  /**
   * Adds columns, empty in every row, to the product table; those that another process has added
   * meanwhile stay as they are.
   *
   * @param beforeCommit throws if what was written must be rolled back
   */
  void addColumns(List<Column> columns, Guard beforeCommit) {
    inTransaction(connection -> {
      TableSchema schema =
          ColumnTable.read(connection)
              .orElseThrow(() -> new SQLException("it describes no product table"));
      List<Column> missing =
          columns.stream().filter(column -> schema.column(column.name()).isEmpty()).toList();
      for (Column column : missing) {
        execute(connection, TableDefinition.add(schema, column));
      }
      ColumnTable.rewrite(connection, schema.with(missing));
      beforeCommit.require();
    });
  }

  /** Marks an empty file, so that nobody takes it for a foreign one while it is made. */
  private void claim(Connection connection) throws SQLException {
    if (CatalogueFile.number(connection, "PRAGMA application_id") == CatalogueFile.APPLICATION_ID) {
      return;
    }
    if (CatalogueFile.number(connection, "SELECT count(*) FROM sqlite_schema") > 0) {
      throw new CatalogueException(
          file, Reason.NOT_A_CATALOGUE, file + " was made into something else just now");
    }
    execute(connection, "PRAGMA application_id = " + CatalogueFile.APPLICATION_ID);
  }

  private void migrate() {
    try {
      Flyway.configure(CatalogueFormat.class.getClassLoader())
          .dataSource(source)
          .locations(MIGRATIONS)
          .failOnMissingLocations(true)
          .table("pallet_migration")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw CatalogueException.of(file, e);
    }
  }

  private void finish(Connection connection, Optional<TableSchema> schema) throws SQLException {
    boolean described = ColumnTable.read(connection).isPresent();
    if (!described && schema.isEmpty()) {
      throw unfinished(file);
    }
    if (!described) {
      makeTable(connection, schema.get());
    }
    execute(connection, "PRAGMA user_version = " + CatalogueFile.FORMAT);
  }

  /** What is to be said of a catalogue whose making was cut off. */
  static CatalogueException unfinished(Path file) {
    return new CatalogueException(
        file, Reason.NOT_A_CATALOGUE, file + " was never finished: it has no product table");
  }

  private static void makeTable(Connection connection, TableSchema schema) throws SQLException {
    execute(connection, TableDefinition.create(schema));
    ColumnTable.write(connection, schema);
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO pallet_id_block VALUES (?, 1)")) {
      insert.setString(1, schema.table());
      insert.executeUpdate();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Looks, just before a transaction is committed, whether it may be. */
  interface Guard {
    void require() throws SQLException;
  }

  private interface Step {
    void run(Connection connection) throws SQLException;
  }

  /** Runs a step in a transaction that holds the write lock from its beginning. */
  private void inTransaction(Step step) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      step.run(connection);
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) { // closing the connection has rolled back
      throw CatalogueException.of(file, e);
    }
  }
}
