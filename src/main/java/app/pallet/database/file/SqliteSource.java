package app.pallet.database.file;

import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SortKey;
import app.pallet.engine.sqlite.SqliteFailures;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/**
 * Makes connections to one file. Pragmas go in as driver properties, since a pool's initial
 * statement may run only the first of several. Every connection has the functions of {@link
 * SortKey}.
 *
 * <p>Whatever a file holds, a connection runs no trigger (but see {@link #editing}), attaches no
 * other file, loads no extension, and lets the file's own expressions call none but SQLite's
 * harmless functions. SQLite's defensive mode would be one more lock, but the driver has no way to
 * turn it on.
 */
public final class SqliteSource extends SQLiteDataSource {

  /**
   * What the writing connection may keep in memory: the pages of a batch and of the index it goes
   * into. With less, they would be written twice. The memory is taken only when it is needed.
   */
  private static final int WRITERS_CACHE_KIB = 32 * 1024;

  /**
   * What a reader keeps of the file, in KiB: four times as much as by default, so that keys in any
   * order are found in two thirds to nine tenths of the time (decision 0144). There are nine.
   */
  private static final int READERS_CACHE_KIB = 8 * 1024;

  /**
   * Pages in the write-ahead log after which a commit moves them into the file, and waits for the
   * disk: 64 MB, many batches, which rewrite some of each other's pages (decisions 0120, 0171).
   */
  private static final int WRITERS_LOG_PAGES = 16_000;

  /** How deep triggers may call triggers: as deep as by SQLite's default. */
  private static final int TRIGGERS_DEPTH = 1_000;

  private SqliteSource(String url, SQLiteConfig config) {
    super(config);
    setUrl(url);
  }

  /**
   * Connections that write. A transaction takes the write lock when it begins and not at its first
   * write, which would fail at once, without waiting, if it had read before.
   */
  public static SqliteSource writing(Path file, ConnectionSettings settings) {
    SQLiteConfig config = maintenance(settings);
    config.setJournalMode(SQLiteConfig.JournalMode.valueOf(settings.journalMode().name()));
    config.setCacheSize(-WRITERS_CACHE_KIB);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(WRITERS_LOG_PAGES));
    return new SqliteSource(url(file), config);
  }

  /**
   * Connections that write tables of another program: the journal mode stays as it is, and the
   * triggers of the file run, which its owner relies on.
   *
   * @param settings whose journal mode is the file's
   */
  public static SqliteSource editing(Path file, ConnectionSettings settings) {
    SQLiteConfig config = maintenance(settings);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_TRIGGER_DEPTH, Integer.toString(TRIGGERS_DEPTH));
    if (settings.journalMode() == ConnectionSettings.JournalMode.DELETE) {
      config.setPragma(SQLiteConfig.Pragma.SYNCHRONOUS, "EXTRA"); // also the journal's deletion
    }
    config.setCacheSize(-WRITERS_CACHE_KIB);
    return new SqliteSource(url(file), config);
  }

  /** Connections that write and leave the journal mode as the file has it. */
  public static SqliteSource maintaining(Path file, ConnectionSettings settings) {
    return new SqliteSource(url(file), maintenance(settings));
  }

  /** Connections that read. */
  public static SqliteSource reading(Path file, ConnectionSettings settings) {
    return new SqliteSource(url(file), readOnly(settings));
  }

  /** Writes what is committed at this moment into another, empty file. */
  public static void copy(Path file, Path target, ConnectionSettings settings) throws SQLException {
    SQLiteConfig config = readOnly(settings);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "1"); // the target
    try (Connection connection = new SqliteSource(url(file), config).getConnection();
        PreparedStatement copy = connection.prepareStatement("VACUUM INTO ?")) {
      copy.setString(1, target.toAbsolutePath().toString());
      copy.execute();
    }
  }

  /**
   * Connections that read the bytes of the file as they are, without locks and without the files
   * SQLite puts beside it, so that nothing changes whosever file it is.
   */
  static SqliteSource inspecting(Path file) {
    SQLiteConfig config = guarded();
    config.setReadOnly(true);
    return new SqliteSource(url(file) + "?immutable=1", config);
  }

  private static SQLiteConfig guarded() {
    SQLiteConfig config = new SQLiteConfig();
    config.enableLoadExtension(false);
    config.setPragma(SQLiteConfig.Pragma.LIMIT_ATTACHED, "0");
    config.setPragma(SQLiteConfig.Pragma.LIMIT_TRIGGER_DEPTH, "0");
    return config;
  }

  private static SQLiteConfig readOnly(ConnectionSettings settings) {
    SQLiteConfig config = guarded();
    config.setReadOnly(true);
    config.setCacheSize(-READERS_CACHE_KIB);
    config.setBusyTimeout((int) settings.busyTimeout().toMillis());
    return config;
  }

  private static SQLiteConfig maintenance(ConnectionSettings settings) {
    SQLiteConfig config = guarded();
    config.setSynchronous(SQLiteConfig.SynchronousMode.valueOf(settings.synchronous().name()));
    config.setBusyTimeout((int) settings.busyTimeout().toMillis());
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.enforceForeignKeys(true);
    return config;
  }

  /**
   * A connection to a file that others may use just now. SQLite waits for their locks everywhere
   * but where the journal mode changes, so this tries again until the busy timeout is over.
   */
  public SQLiteConnection connectPatiently() throws SQLException {
    long deadline = System.nanoTime() + Duration.ofMillis(getConfig().getBusyTimeout()).toNanos();
    while (true) {
      try {
        return getConnection("", "");
      } catch (SQLException e) {
        if (SqliteFailures.READER.read(e).kind() != FailureKind.RETRY
            || System.nanoTime() > deadline
            || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
      }
    }
  }

  /** As a URI, in which a question mark in a file's name is not the start of parameters. */
  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath().toUri();
  }

  @Override
  public SQLiteConnection getConnection(String user, String password) throws SQLException {
    SQLiteConnection connection = super.getConnection(user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA trusted_schema = OFF");
      statement.execute("PRAGMA cell_size_check = ON");
    }
    SortKey.define(connection);
    return connection;
  }
}
