package app.pallet.database;

import app.pallet.database.CatalogueException.Reason;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/**
 * Saves what can still be read of a damaged catalogue into a new one, with the products' ids. Where
 * a stretch of rows can't be read it is halved until only those on the damaged pages are left out.
 * The damaged file is only read. Runs once, blocking.
 */
public final class Salvage {

  private static final int STRETCH = 500;

  private final Path damaged;
  private final Path target;
  private final ConnectionSettings settings;

  /**
   * Prepares saving.
   *
   * @param target a file that is not there yet
   */
  public Salvage(Path damaged, Path target, ConnectionSettings settings) {
    this.damaged = damaged;
    this.target = target;
    this.settings = settings;
  }

  /**
   * Saves.
   *
   * @throws CatalogueException if not even the description of the columns can be read, or the new
   *     catalogue can't be made; there is none then
   * @throws CancellationException if the monitor says so; there is no new catalogue then
   */
  public Salvaged run(WorkMonitor monitor) {
    monitor.begin("Saving what can be read", WorkMonitor.UNKNOWN);
    try (Connection source = SqliteSource.reading(damaged, settings).connectPatiently()) {
      return save(source, describe(source), monitor);
    } catch (SQLException e) {
      throw CatalogueException.of(damaged, e);
    }
  }

  private TableSchema describe(Connection source) {
    try {
      SchemaGuard.check(damaged, source);
      return ColumnTable.read(source)
          .orElseThrow(() -> new SQLException("it describes no product table"));
    } catch (SQLException e) {
      throw new CatalogueException(
          damaged,
          Reason.DAMAGED,
          "Nothing can be read of %s any more: not even what its columns are".formatted(damaged),
          e);
    }
  }

  private Salvaged save(Connection source, TableSchema schema, WorkMonitor monitor)
      throws SQLException {
    KnownIds ids = KnownIds.of(source, schema);
    try (CatalogueDatabase made = CatalogueDatabase.create(target, schema, settings);
        Connection writer = made.writer().getConnection()) {
      monitor.begin("Saving what can be read", ids.size());
      writer.setAutoCommit(false);
      long saved;
      try (SalvagedRows rows = new SalvagedRows(source, writer, schema)) {
        for (long from = 0; from < ids.size(); from += STRETCH) {
          save(rows, ids, from, Math.min(ids.size(), from + STRETCH), monitor);
        }
        saved = rows.saved();
        reserveIds(writer, schema, rows.highestId());
      }
      writer.commit();
      writer.setAutoCommit(true);
      OptionalLong lost = ids.areAll() ? OptionalLong.of(ids.size() - saved) : OptionalLong.empty();
      return new Salvaged(target, saved, lost);
    } catch (SQLException | CatalogueException | CancellationException e) {
      deleteTarget(e);
      throw e;
    }
  }

  /** Saves the rows from one place among the ids to before another. */
  private static void save(SalvagedRows rows, KnownIds ids, long from, long to, WorkMonitor monitor)
      throws SQLException {
    if (monitor.isCancelled()) {
      throw new CancellationException("salvage");
    }
    if (rows.save(ids.at(from), ids.at(to - 1)) || to - from == 1) {
      monitor.worked(to - from);
      return;
    }
    long middle = (from + to) >>> 1;
    save(rows, ids, from, middle, monitor);
    save(rows, ids, middle, to, monitor);
  }

  private static void reserveIds(Connection writer, TableSchema schema, long highest)
      throws SQLException {
    try (PreparedStatement update =
        writer.prepareStatement(
            "UPDATE pallet_id_block SET next_id = ? WHERE table_name = ? AND next_id < ?")) {
      update.setLong(1, highest + 1);
      update.setString(2, schema.table());
      update.setLong(3, highest + 1);
      update.executeUpdate();
    }
  }

  private void deleteTarget(Exception because) {
    if (because instanceof CatalogueException made && made.reason() == Reason.ALREADY_THERE) {
      return; // then it is not ours
    }
    try {
      Files.deleteIfExists(target);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  /** The ids of the products, from an index if one is whole, else all that may have been given. */
  @SuppressWarnings("ArrayRecordComponent") // of nobody else's
  private record KnownIds(long[] ids, long count) {

    static KnownIds of(Connection source, TableSchema schema) throws SQLException {
      for (Column column : schema.columns()) {
        if (column.rules().unique()) {
          long[] ids = fromIndex(source, schema, column);
          if (ids.length > 0) {
            return new KnownIds(ids, ids.length);
          }
        }
      }
      return new KnownIds(new long[0], highest(source, schema));
    }

    boolean areAll() {
      return ids.length > 0;
    }

    long size() {
      return count;
    }

    long at(long place) {
      return areAll() ? ids[(int) place] : place + 1;
    }

    /** Reads a column's index alone, which holds the ids too; none if it is damaged. */
    private static long[] fromIndex(Connection source, TableSchema schema, Column column)
        throws SQLException {
      String id = SqlName.quote(schema.id().name());
      String sql =
          "SELECT %s FROM %s ORDER BY %s"
              .formatted(id, SqlName.quote(schema.table()), SqlName.quote(column.name()));
      java.util.stream.LongStream.Builder ids = java.util.stream.LongStream.builder();
      try (Statement statement = source.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          ids.add(result.getLong(1));
        }
        return ids.build().sorted().toArray();
      } catch (SQLException e) {
        if (DatabaseFailure.of(e).kind() == FailureKind.CORRUPT) {
          return new long[0];
        }
        throw e;
      }
    }

    private static long highest(Connection source, TableSchema schema) throws SQLException {
      try (PreparedStatement select =
          source.prepareStatement("SELECT next_id - 1 FROM pallet_id_block WHERE table_name = ?")) {
        select.setString(1, schema.table());
        try (ResultSet result = select.executeQuery()) {
          return result.getLong(1);
        }
      }
    }
  }
}
