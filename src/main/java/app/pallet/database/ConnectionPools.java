package app.pallet.database;

import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.SqliteSource;
import app.pallet.database.file.UntouchedFile;
import app.pallet.engine.Promises;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The connections to an open catalogue.
 *
 * @param writer the one that writes
 * @param readers those that can only read
 */
record ConnectionPools(HikariDataSource writer, HikariDataSource readers) {

  /**
   * For pages, for keys with up to four stretches, for the sums, for what is kept for searching,
   * for the mark of changes, and for work in the background.
   */
  private static final int READERS = 10;

  /** A commit tries again by itself, and hears of a cancel only between two attempts. */
  private static final Duration WRITERS_PATIENCE = Duration.ofMillis(250);

  /**
   * To a file that is open.
   *
   * @param untouched there only if it may not be changed
   * @param promises of its table
   */
  static ConnectionPools of(
      Path file,
      Optional<UntouchedFile> untouched,
      ConnectionSettings settings,
      Promises promises) {
    if (untouched.isPresent()) {
      return reading(untouched.get().place(), settings);
    }
    return promises.equals(Promises.CATALOGUE)
        ? editing(file, settings)
        : editingForeign(file, settings);
  }

  /** To a file that is edited. */
  private static ConnectionPools editing(Path file, ConnectionSettings settings) {
    return new ConnectionPools(
        pool("writer", SqliteSource.writing(file, impatient(settings)), 1, false),
        readers(file, settings));
  }

  /** To a file of another program that is edited. */
  private static ConnectionPools editingForeign(Path file, ConnectionSettings settings) {
    return new ConnectionPools(
        pool("writer", SqliteSource.editing(file, impatient(settings)), 1, false),
        readers(file, settings));
  }

  /** To a file that is only read: the writer can't write either. */
  private static ConnectionPools reading(Path file, ConnectionSettings settings) {
    return new ConnectionPools(
        pool("writer", SqliteSource.reading(file, settings), 1, true), readers(file, settings));
  }

  private static HikariDataSource readers(Path file, ConnectionSettings settings) {
    return pool("reader", SqliteSource.reading(file, settings), READERS, true);
  }

  private static ConnectionSettings impatient(ConnectionSettings settings) {
    return settings.busyTimeout().compareTo(WRITERS_PATIENCE) <= 0
        ? settings
        : new ConnectionSettings(settings.journalMode(), settings.synchronous(), WRITERS_PATIENCE);
  }

  private static HikariDataSource pool(
      String name, DataSource source, int connections, boolean readOnly) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(name);
    config.setDataSource(source);
    config.setReadOnly(readOnly);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(0);
    config.setInitializationFailTimeout(-1); // the file was opened a moment ago
    config.setMaxLifetime(0); // a file doesn't drop connections
    config.setIdleTimeout(0);
    config.setConnectionTimeout(Duration.ofSeconds(30).toMillis()); // for the writer's turn
    return new HikariDataSource(config);
  }

  /** Ends all of them. */
  void close() {
    readers.close();
    writer.close();
  }
}
