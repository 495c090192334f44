package app.pallet.database.file;

import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.engine.FailureKind;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqliteFailures;
import app.pallet.output.OutputFile;
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
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;

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
   * @throws app.pallet.output.RefusedOutputException if none may be made there
   * @throws CancellationException if the monitor says so; there is no new catalogue then
   */
  public Salvaged run(WorkMonitor monitor) {
    monitor.begin("Saving what can be read", WorkMonitor.UNKNOWN);
    try {
      OutputFile.at(target).sparing(damaged, "the damaged catalogue").requireAllowed();
      // Looked at only where SQLite refuses it: a file that is open here must not be opened aside.
      Optional<CutOffFile> cutOff = isRefused() ? CutOffFile.of(damaged) : Optional.empty();
      return cutOff.isPresent() ? complete(cutOff.get(), monitor) : save(damaged, monitor);
    } catch (IOException e) {
      throw new CatalogueException(
          damaged, Reason.FAILED, "%s can't be read: %s".formatted(damaged, e.getMessage()), e);
    }
  }

  /**
   * What is wrong with a file that can't be opened, where its length tells; a sentence without its
   * point. Not for a file that is open in this process.
   */
  public static Optional<String> whatIsWrong(Path file) {
    try {
      return CutOffFile.of(file).map(CutOffFile::sentence);
    } catch (IOException e) {
      return Optional.empty(); // then what SQLite said of it is all there is
    }
  }

  private boolean isRefused() {
    try (Connection source = reading(damaged).connectPatiently()) {
      CatalogueFile.number(source, "SELECT count(*) FROM sqlite_master");
      return false;
    } catch (SQLException e) {
      return SqliteFailures.READER.read(e).kind() == FailureKind.CORRUPT;
    }
  }

  /** Saves from a copy that has its length again: SQLite reads nothing of a shorter file. */
  private Salvaged complete(CutOffFile cutOff, WorkMonitor monitor) throws IOException {
    Path folder = Files.createTempDirectory("pallet-salvage");
    Path copy = cutOff.complete(folder);
    try {
      return save(copy, monitor);
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(folder);
    }
  }

  private Salvaged save(Path file, WorkMonitor monitor) {
    try (Connection source = reading(file).connectPatiently()) {
      return save(source, describe(source), monitor);
    } catch (SQLException e) {
      throw CatalogueException.of(damaged, e);
    }
  }

  /** Reads a copy of ours as it is, and the user's file as others may be writing it. */
  private SqliteSource reading(Path file) {
    return file.equals(damaged)
        ? SqliteSource.reading(file, settings)
        : SqliteSource.inspecting(file);
  }

  private SalvagedTable describe(Connection source) {
    try {
      return SalvagedTable.of(damaged, source);
    } catch (SQLException e) {
      throw new CatalogueException(
          damaged,
          Reason.DAMAGED,
          "Nothing can be read of %s any more: SQLite's list of its tables is damaged (%s)"
              .formatted(damaged, SqliteFailures.READER.read(e).message()),
          e);
    }
  }

  private Salvaged save(Connection source, SalvagedTable table, WorkMonitor monitor)
      throws SQLException {
    TableSchema schema = table.schema();
    KnownIds ids = KnownIds.of(source, table, highestPossibleId());
    try {
      new CatalogueFormat(target, settings).create(schema);
      return save(source, table, ids, monitor);
    } catch (SQLException | CatalogueException | CancellationException e) {
      deleteTarget(e);
      throw e;
    }
  }

  private Salvaged save(Connection source, SalvagedTable table, KnownIds ids, WorkMonitor monitor)
      throws SQLException {
    try (Connection writer = SqliteSource.writing(target, settings).getConnection()) {
      monitor.begin("Saving what can be read", ids.size());
      writer.setAutoCommit(false);
      long saved;
      long emptied;
      try (SalvagedRows rows = new SalvagedRows(source, writer, table)) {
        for (long from = 0; from < ids.size(); from += STRETCH) {
          save(rows, ids, from, Math.min(ids.size(), from + STRETCH), monitor);
        }
        saved = rows.saved();
        emptied = rows.emptied();
        reserveIds(writer, table.schema(), rows.highestId());
      }
      writer.commit();
      writer.setAutoCommit(true);
      OptionalLong lost = ids.areAll() ? OptionalLong.of(ids.size() - saved) : OptionalLong.empty();
      return new Salvaged(target, saved, emptied, lost);
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

  /** No id is higher than this, if nothing better is known: each row takes more than a byte. */
  private long highestPossibleId() {
    return Math.max(1, damaged.toFile().length());
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

    static KnownIds of(Connection source, SalvagedTable table, long most) throws SQLException {
      for (Column column : table.schema().columns()) {
        if (column.rules().unique()) {
          long[] ids = fromIndex(source, table, column);
          if (ids.length > 0) {
            return new KnownIds(ids, ids.length);
          }
        }
      }
      return new KnownIds(new long[0], highest(source, table, most));
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
    private static long[] fromIndex(Connection source, SalvagedTable table, Column column)
        throws SQLException {
      String sql =
          "SELECT _rowid_ FROM %s ORDER BY %s"
              .formatted(SqlName.quote(table.name()), SqlName.quote(column.name()));
      LongStream.Builder ids = LongStream.builder();
      try (Statement statement = source.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        while (result.next()) {
          ids.add(result.getLong(1));
        }
        return ids.build().sorted().distinct().toArray();
      } catch (SQLException e) {
        return damagedOr(e, new long[0]);
      }
    }

    /**
     * The highest id that may be there: the table's last one, else the last that was given out, and
     * never more than the file has bytes, because a number that is damaged may be any.
     */
    private static long highest(Connection source, SalvagedTable table, long most)
        throws SQLException {
      long last =
          number(source, "SELECT max(_rowid_) FROM " + SqlName.quote(table.name()))
              .orElse(Long.MAX_VALUE);
      long given =
          number(
                  source,
                  "SELECT max(next_id) - 1 FROM pallet_id_block WHERE table_name = "
                      + SqlName.literal(table.name()))
              .orElse(Long.MAX_VALUE);
      return last < Long.MAX_VALUE ? last : Math.clamp(given, 0, most);
    }

    private static OptionalLong number(Connection source, String sql) throws SQLException {
      try (Statement statement = source.createStatement();
          ResultSet result = statement.executeQuery(sql)) {
        long number = result.getLong(1);
        return result.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
      } catch (SQLException e) {
        return damagedOr(e, OptionalLong.empty());
      }
    }

    /** What to do without where a part of the file is damaged; other failures go on. */
    private static <T> T damagedOr(SQLException failure, T otherwise) throws SQLException {
      if (SqliteFailures.READER.read(failure).kind() == FailureKind.CORRUPT
          || String.valueOf(failure.getMessage()).contains("no such column")) {
        return otherwise;
      }
      throw failure;
    }
  }
}
