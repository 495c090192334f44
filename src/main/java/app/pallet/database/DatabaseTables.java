package app.pallet.database;

import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.CatalogueFile;
import app.pallet.database.file.CatalogueFile.Content;
import app.pallet.database.file.CheckDepth;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.IntegrityCheck;
import app.pallet.database.file.IntegrityReport;
import app.pallet.database.file.SqliteSource;
import app.pallet.database.file.UntouchedFile;
import app.pallet.engine.Promises;
import app.pallet.engine.discovery.DiscoveredTable;
import app.pallet.engine.discovery.FoundSchema;
import app.pallet.engine.discovery.ProductsFirst;
import app.pallet.engine.sqlite.discovery.SqliteTables;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * The tables of any database file, Pallet's own or not. The file is only read: it and all that is
 * beside it are as they were afterwards.
 */
public final class DatabaseTables {

  private DatabaseTables() {}

  /**
   * Reads what tables and views a database holds, those that look like products first. Of a Pallet
   * catalogue, that is its product table alone. Takes as long as reading all rows; not on the FX
   * thread. Not for a file that this process has open for writing.
   *
   * @param monitor can cancel it
   * @throws CatalogueException if the file can't be read, or is no database
   * @throws CancellationException if the monitor says so
   */
  public static List<DiscoveredTable> of(
      Path file, ConnectionSettings settings, WorkMonitor monitor) {
    monitor.begin("Looking at the tables", WorkMonitor.UNKNOWN);
    Optional<String> product = productTable(file, settings);
    List<DiscoveredTable> tables =
        ProductsFirst.sorted(
            read(file, settings, monitor, c -> SqliteTables.read(c, monitor::isCancelled)));
    return product.isEmpty()
        ? tables
        : tables.stream()
            .filter(table -> table.name().name().equals(product.get()))
            .map(table -> table.with(Promises.CATALOGUE))
            .toList();
  }

  /**
   * The names of the tables and views that a database holds, tables first, without looking into
   * them. Of a Pallet catalogue, that is its product table alone. Not for a file that this process
   * has open for writing.
   *
   * @throws CatalogueException if the file can't be read, or is no database
   */
  public static List<String> names(Path file, ConnectionSettings settings) {
    return productTable(file, settings)
        .map(List::of)
        .orElseGet(() -> read(file, settings, WorkMonitor.NONE, SqliteTables::names));
  }

  /**
   * Looks at every page of any database's file for damage.
   *
   * @throws CatalogueException if the file can't be read at all
   * @throws CancellationException if the monitor says so
   */
  public static IntegrityReport check(Path file, ConnectionSettings settings, WorkMonitor monitor) {
    try (UntouchedFile untouched = UntouchedFile.of(file)) {
      return IntegrityCheck.run(
          SqliteSource.reading(untouched.place(), settings), CheckDepth.FULL, monitor);
    } catch (SQLException e) {
      throw CatalogueException.of(file, e);
    }
  }

  /** Told of tables while they are being looked at, on the thread that looks. */
  public interface Listing {

    /** All of them, those that look like products first, and nothing of their rows. */
    void listed(List<DiscoveredTable> tables);

    /** One of them, with how many rows it has and what their cells say. */
    void counted(DiscoveredTable table);
  }

  /**
   * Lists what tables and views a database holds, and then looks at the rows of each. Of a Pallet
   * catalogue, that is its product table alone. Not on the FX thread. Not for a file that this
   * process has open for writing.
   *
   * @param monitor can cancel it
   * @throws CatalogueException if the file can't be read, or is no database
   * @throws CancellationException if the monitor says so
   */
  public static void list(
      Path file, ConnectionSettings settings, WorkMonitor monitor, Listing listing) {
    monitor.begin("Looking at the tables", WorkMonitor.UNKNOWN);
    if (productTable(file, settings).isPresent()) {
      listing.listed(of(file, settings, monitor));
      return;
    }
    read(file, settings, monitor, connection -> list(connection, monitor, listing));
  }

  /**
   * The same for the file of an open database that is no catalogue; by its own connections, if it
   * can be edited.
   *
   * @throws CatalogueException if the file can't be read any more
   */
  public static void list(CatalogueDatabase open, WorkMonitor monitor, Listing listing) {
    if (!open.promises().isEditable()) {
      list(open.file(), open.settings(), monitor, listing);
      return;
    }
    monitor.begin("Looking at the tables", WorkMonitor.UNKNOWN);
    try (Connection reader = open.readers().getConnection()) {
      list(reader.unwrap(Connection.class), monitor, listing);
    } catch (SQLException e) {
      throw failure(open.file(), monitor, e);
    }
  }

  /**
   * The schema of a table to which rows can be added; looks at its rows alone.
   *
   * @param connection to the database, which may be in a transaction
   * @return empty if there is no such table, or rows can't be added to it
   */
  public static Optional<TableSchema> editable(Connection connection, String table)
      throws SQLException {
    return SqliteTables.read(connection.unwrap(Connection.class), table)
        .filter(found -> found.promises().isEditable() && !found.columns().isEmpty())
        .map(FoundSchema::of);
  }

  private static boolean list(Connection connection, WorkMonitor monitor, Listing listing)
      throws SQLException {
    SqliteTables.list(
        connection,
        monitor::isCancelled,
        tables -> listing.listed(ProductsFirst.sorted(tables)),
        listing::counted);
    return true;
  }

  /** The one table of a catalogue; empty if the file is empty, or somebody else's database. */
  private static Optional<String> productTable(Path file, ConnectionSettings settings) {
    Content content = content(file);
    if (content == Content.EMPTY || content == Content.FOREIGN) {
      return Optional.empty();
    }
    try (CatalogueDatabase catalogue = CatalogueDatabase.openToRead(file, settings)) {
      return Optional.of(catalogue.schema().table());
    }
  }

  private static Content content(Path file) {
    try (UntouchedFile untouched = UntouchedFile.of(file)) {
      return new CatalogueFile(file).inspectAnyToRead(untouched.place());
    } catch (CatalogueException e) {
      throw e.reason() == Reason.NOT_SQLITE
          ? new CatalogueException(
              file,
              Reason.NOT_SQLITE,
              file + " is no SQLite database, or it is encrypted, so its tables can't be listed",
              e)
          : e;
    }
  }

  /** What is read on a connection. */
  private interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }

  private static <T> T read(
      Path file, ConnectionSettings settings, WorkMonitor monitor, Reading<T> reading) {
    try (UntouchedFile untouched = UntouchedFile.of(file);
        Connection connection =
            SqliteSource.reading(untouched.place(), settings).connectPatiently()) {
      return reading.read(connection);
    } catch (SQLException e) {
      throw failure(file, monitor, e);
    }
  }

  private static RuntimeException failure(Path file, WorkMonitor monitor, SQLException cause) {
    return monitor.isCancelled()
        ? (CancellationException) new CancellationException("tables").initCause(cause)
        : CatalogueException.of(file, cause);
  }
}
