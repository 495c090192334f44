package app.pallet.database;

import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.CatalogueFile;
import app.pallet.database.file.CatalogueFile.Content;
import app.pallet.database.file.CatalogueFormat;
import app.pallet.database.file.ColumnTable;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.ConnectionSettings.JournalMode;
import app.pallet.database.file.SqliteSource;
import app.pallet.database.file.UntouchedFile;
import app.pallet.database.file.WriteAheadLog;
import app.pallet.engine.Promises;
import app.pallet.engine.Promises.None;
import app.pallet.engine.Promises.ReadOnly;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.FoundSchema;
import app.pallet.engine.sqlite.discovery.CopiedRows;
import app.pallet.engine.sqlite.discovery.SqliteTables;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Opens one table of a database, whoever made it. */
final class TableOpening {

  private TableOpening() {}

  /** See {@link CatalogueDatabase#openToRead}. */
  static CatalogueDatabase catalogueToRead(Path file, ConnectionSettings settings) {
    UntouchedFile untouched = UntouchedFile.of(file);
    try {
      Content content = new CatalogueFile(file).inspectToRead(untouched.place());
      if (content == Content.EMPTY) {
        throw CatalogueDatabase.empty(file);
      }
      try (Connection connection =
          SqliteSource.reading(untouched.place(), settings).connectPatiently()) {
        if (content == Content.OUTDATED && !ColumnTable.isThere(connection)) {
          throw CatalogueFormat.unfinished(file);
        }
        return CatalogueDatabase.connect(file, Optional.of(untouched), settings, connection);
      }
    } catch (SQLException e) {
      untouched.close();
      throw CatalogueException.of(file, e);
    } catch (CatalogueException e) {
      untouched.close();
      throw e;
    }
  }

  /** See {@link CatalogueDatabase#openTable}. */
  static CatalogueDatabase of(Path file, String table, ConnectionSettings settings) {
    CatalogueFile there = new CatalogueFile(file);
    if (there.inspectAny() != Content.FOREIGN) {
      return named(table, CatalogueDatabase.open(file, settings));
    }
    try {
      there.requireWritable();
    } catch (CatalogueException e) {
      if (e.reason() != Reason.READ_ONLY) {
        throw e;
      }
      return toRead(file, table, settings, WorkMonitor.NONE, TableOpening::withoutWriting);
    }
    try (Connection connection = SqliteSource.editing(file, settings).connectPatiently()) {
      DiscoveredTable found = discover(file, table, connection);
      if (found.promises().isEditable()) {
        ConnectionSettings asItIs = settings.with(journalMode(connection));
        return new CatalogueDatabase(
            file, Optional.empty(), asItIs, FoundSchema.of(found), Optional.of(found));
      }
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
    return toRead(file, table, settings, WorkMonitor.NONE);
  }

  /**
   * See {@link CatalogueDatabase#openTableToRead}.
   *
   * @param monitor can cancel the reading of a view
   * @throws java.util.concurrent.CancellationException if the monitor says so
   */
  static CatalogueDatabase toRead(
      Path file, String table, ConnectionSettings settings, WorkMonitor monitor) {
    return toRead(file, table, settings, monitor, UnaryOperator.identity());
  }

  /** The same table, of which nothing can be written because of its file. */
  private static DiscoveredTable withoutWriting(DiscoveredTable found) {
    return found.promises().isEditable() ? found.with(Promises.readOnly(ReadOnly.FILE)) : found;
  }

  private static CatalogueDatabase toRead(
      Path file,
      String table,
      ConnectionSettings settings,
      WorkMonitor monitor,
      UnaryOperator<DiscoveredTable> promised) {
    UntouchedFile untouched = UntouchedFile.of(file);
    try {
      if (new CatalogueFile(file).inspectAnyToRead(untouched.place()) != Content.FOREIGN) {
        untouched.close();
        return named(table, CatalogueDatabase.openToRead(file, settings));
      }
      return toRead(untouched, file, table, settings, monitor, promised);
    } catch (SQLException e) {
      untouched.close();
      throw CatalogueException.of(file, e);
    } catch (RuntimeException e) {
      untouched.close();
      throw e;
    }
  }

  private static CatalogueDatabase toRead(
      UntouchedFile untouched,
      Path file,
      String table,
      ConnectionSettings settings,
      WorkMonitor monitor,
      UnaryOperator<DiscoveredTable> promised)
      throws SQLException {
    DiscoveredTable found;
    UntouchedFile place = untouched;
    try (Connection connection =
        SqliteSource.reading(untouched.place(), settings).connectPatiently()) {
      found = discover(file, table, connection);
      if (isCopied(found)) {
        place = UntouchedFile.empty(file);
        found = copied(found, connection, place, monitor);
      }
    }
    if (!place.equals(untouched)) {
      untouched.close();
    }
    return new CatalogueDatabase(
        file,
        Optional.of(place),
        settings,
        FoundSchema.of(found),
        Optional.of(promised.apply(found)));
  }

  private static DiscoveredTable copied(
      DiscoveredTable found, Connection connection, UntouchedFile place, WorkMonitor monitor)
      throws SQLException {
    try (Connection copy =
        SqliteSource.maintaining(place.place(), ConnectionSettings.DEFAULT).getConnection()) {
      return CopiedRows.copy(found, connection, copy, monitor::isCancelled);
    } catch (SQLException | RuntimeException e) {
      place.close();
      throw e;
    }
  }

  /** Whether its rows can't be found again where they are, or only by whoever made them. */
  private static boolean isCopied(DiscoveredTable found) {
    return found.promises().keys() instanceof None(var why)
        && (found.rowNumber().isEmpty() || why == ReadOnly.UNKNOWN_ORDER);
  }

  private static DiscoveredTable discover(Path file, String table, Connection connection)
      throws SQLException {
    DiscoveredTable found =
        SqliteTables.read(connection, table).orElseThrow(() -> missing(file, table));
    if (found.columns().isEmpty()) {
      throw new CatalogueException(
          file,
          Reason.DAMAGED,
          "The definition of %s in %s can't be read, so nothing can be said of its rows"
              .formatted(table, file));
    }
    return found;
  }

  private static JournalMode journalMode(Connection connection) throws SQLException {
    return WriteAheadLog.isThere(connection) ? JournalMode.WAL : JournalMode.DELETE;
  }

  private static CatalogueException missing(Path file, String table) {
    return new CatalogueException(
        file, Reason.MISSING, "%s has no table %s".formatted(file, table));
  }

  private static CatalogueDatabase named(String table, CatalogueDatabase catalogue) {
    if (catalogue.schema().table().equalsIgnoreCase(table)) {
      return catalogue;
    }
    catalogue.close();
    throw missing(catalogue.file(), table);
  }
}
