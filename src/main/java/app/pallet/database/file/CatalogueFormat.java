package app.pallet.database.file;

import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.engine.sqlite.TableDefinition;
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
import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file to the current format: marks an empty one as Pallet's, runs the migrations, makes
 * the product table. Each step is one transaction that looks first whether another process has done
 * it already, so two may make the same file at once, and a making that was cut off is taken up
 * again.
 */
public final class CatalogueFormat {

  private static final String MIGRATIONS = "classpath:app/pallet/database/migration";

  private final Path file;
  private final SqliteSource source;
  private final Guard beforeCommit;

  /** The format of a file that nobody in this process has open. */
  public CatalogueFormat(Path file, ConnectionSettings settings) {
    this(file, settings, () -> {});
  }

  /**
   * The same for a file in use.
   *
   * @param beforeCommit throws if what was written in a transaction must be rolled back
   */
  public CatalogueFormat(Path file, ConnectionSettings settings, Guard beforeCommit) {
    this.file = file;
    this.source = SqliteSource.maintaining(file, settings);
    this.beforeCommit = beforeCommit;
  }

  /**
   * Makes a catalogue where there is no file yet.
   *
   * @throws CatalogueException if there is one already, or none can be made
   */
  public void create(TableSchema schema) {
    if (!new CatalogueFile(file).createIfMissing()) {
      throw new CatalogueException(file, Reason.ALREADY_THERE, file + " is there already");
    }
    make(schema);
  }

  /** Makes a catalogue of an empty or unfinished file, or brings an older one up to date. */
  public void make(TableSchema schema) {
    keepingLocks(guard -> {
      inTransaction(this::claim, guard);
      migrate(guard);
      inTransaction(connection -> finish(connection, Optional.of(schema)), guard);
    });
  }

  /** Brings a catalogue of an older Pallet up to date. */
  public void update() {
    keepingLocks(guard -> {
      migrate(guard);
      inTransaction(connection -> finish(connection, Optional.empty()), guard);
    });
  }

  /**
   * Adds columns, empty in every row, to the product table; those that another process has added
   * meanwhile stay as they are. The catalogue is open, so its locks are kept already.
   */
  public void addColumns(List<Column> columns) {
    inTransaction(connection -> addColumns(connection, columns), beforeCommit);
  }

  private static void addColumns(Connection connection, List<Column> columns) throws SQLException {
    TableSchema schema =
        ColumnTable.read(connection)
            .orElseThrow(() -> new SQLException("it describes no product table"));
    List<Column> missing =
        columns.stream().filter(column -> schema.column(column.name()).isEmpty()).toList();
    for (Column column : missing) {
      execute(connection, TableDefinition.add(schema, column));
    }
    ColumnTable.rewrite(connection, schema.with(missing));
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

  private void migrate(Guard guard) {
    try {
      Flyway.configure(CatalogueFormat.class.getClassLoader())
          .dataSource(source)
          .locations(MIGRATIONS)
          .failOnMissingLocations(true)
          .table("pallet_migration")
          .callbacks(new BeforeCommit(guard))
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
  public static CatalogueException unfinished(Path file) {
    return new CatalogueException(
        file, Reason.UNFINISHED, file + " was never finished: it has no product table");
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
  public interface Guard {
    void require() throws SQLException;
  }

  private interface Step {
    void run(Connection connection) throws SQLException;
  }

  private interface Steps {
    void run(Guard guard);
  }

  /**
   * Runs steps between which nobody else takes the log of the file for one that nobody uses, and
   * each of which is rolled back if it lost the lock for writing. With a rollback journal, which a
   * new file has, there are no such locks.
   */
  private void keepingLocks(Steps steps) {
    Optional<KeptLocks> locks = Optional.empty();
    try (Connection first = source.getConnection()) {
      locks = WriteAheadLog.isThere(first) ? KeptLocks.on(file) : Optional.empty();
      try {
        steps.run(guard(locks));
      } finally {
        locks.ifPresent(KeptLocks::release);
      }
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    } finally {
      locks.ifPresent(KeptLocks::close);
    }
  }

  private Guard guard(Optional<KeptLocks> locks) {
    return () -> {
      beforeCommit.require();
      if (locks.isPresent()) {
        locks.get().requireWriting();
      }
    };
  }

  /** Looks within the transaction of each migration, after all its statements. */
  private static final class BeforeCommit extends BaseCallback {

    private final Guard guard;

    BeforeCommit(Guard guard) {
      this.guard = guard;
    }

    @Override
    public boolean supports(Event event, @Nullable Context context) {
      return event == Event.AFTER_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, @Nullable Context context) {
      return true;
    }

    @Override
    public void handle(Event event, @Nullable Context context) {
      try {
        guard.require();
      } catch (SQLException e) {
        throw new FlywayException(e);
      }
    }
  }

  /** Runs a step in a transaction that holds the write lock from its beginning. */
  private void inTransaction(Step step, Guard guard) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      step.run(connection);
      guard.require();
      connection.commit();
      connection.setAutoCommit(true);
    } catch (SQLException e) { // closing the connection has rolled back
      throw CatalogueException.of(file, e);
    }
  }
}
