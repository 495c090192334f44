package app.pallet.rows.search;

import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Dialect;
import app.pallet.rows.keys.IdRange;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.query.RowSql;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The searched texts of a large table, kept beside it so that a search needn't go through whole
 * rows. They are made in the background and only used while nobody, be it another program, has
 * committed anything since: the database tells that on the one connection that read them. A commit
 * never waits for them. Any thread.
 */
public final class SearchTexts implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SearchTexts.class);

  /** Ids from which on going through the table takes long enough to be noticed. */
  private static final long WORTH_KEEPING = 200_000;

  /** More is left to the scan, and the disk to the user. */
  private static final long MOST_BYTES = 1L << 30;

  /** SQLite's functions take a thousand values: the texts and what stands between them. */
  private static final int MOST_COLUMNS = 500;

  /** Rows read in one go, some milliseconds: a long read would keep SQLite's log growing. */
  private static final int PORTION = 5_000;

  private final DataSource readers;
  private final Dialect dialect;
  private final RowSql sql;
  private final int columns;
  private final long worthKeeping;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Connection connection;
  private @Nullable SearchTextFile file;
  private long mark;
  private volatile boolean given;
  private volatile boolean closed;

  /** None yet, of an open catalogue. */
  public SearchTexts(CatalogueDatabase database) {
    this(database, WORTH_KEEPING);
  }

  /** The same of a table that spans at least so many numbers, or rows where it has none. */
  public SearchTexts(CatalogueDatabase database, long worthKeeping) {
    this.readers = database.readers();
    this.dialect = database.dialect();
    this.sql = new RowSql(database);
    this.columns = RowSql.searched(database.schema()).size();
    this.worthKeeping = worthKeeping;
  }

  /**
   * Makes them anew if the table is large and has changed: about two seconds for a million rows. It
   * gives up once somebody commits, and for good where it can't find what SQLite finds, or has no
   * room; a search goes through the table then.
   *
   * @return whether they are up to date now
   */
  public boolean freshen(WorkMonitor monitor) {
    lock.lock();
    try {
      if (given || closed || columns == 0 || columns > MOST_COLUMNS) {
        return false;
      }
      Connection reading = connection;
      if (reading == null) {
        reading = readers.getConnection();
        connection = reading;
      }
      return isFresh(reading) || (isLarge(reading) && make(reading, monitor));
    } catch (SQLException | IOException e) {
      given = true;
      LOG.warn("Searches go through the whole table, since no texts can be kept", e);
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Their size in bytes, 0 if there are none. */
  public long bytes() {
    SearchTextFile kept = file;
    return kept == null ? 0 : kept.length();
  }

  /**
   * Cursors that together find the rows that have a text, in the order of their ids.
   *
   * @param parts how many cursors at most
   * @return empty if the table itself has to be searched
   */
  public Optional<List<TextCursor>> find(String text, int parts, QueryInterrupt interrupt)
      throws SQLException {
    Optional<TextNeedle> needle = TextNeedle.of(text);
    if (needle.isEmpty() || !lock.tryLock()) {
      return Optional.empty(); // they are just being made
    }
    try {
      SearchTextFile kept = file;
      Connection reading = connection;
      if (kept == null || reading == null || !isFresh(reading)) {
        return Optional.empty();
      }
      int count = Math.max(1, Math.min(parts, kept.chunks()));
      return Optional.of(
          IntStream.range(0, count)
              .mapToObj(
                  i -> new IdRange(kept.chunks() * i / count, kept.chunks() * (i + 1) / count - 1))
              .map(chunks -> new TextCursor(kept, needle.get(), chunks, interrupt))
              .toList());
    } finally {
      lock.unlock();
    }
  }

  /** Gives up making them, so that closing does not wait. */
  public void cancel() {
    closed = true;
  }

  /** Deletes them. */
  @Override
  public void close() {
    cancel();
    lock.lock();
    try (Connection held = connection) {
      connection = null;
      keep(null);
    } catch (SQLException | IOException e) {
      LOG.warn("The texts kept for searching can't be closed", e);
    } finally {
      lock.unlock();
    }
  }

  private boolean make(Connection reading, WorkMonitor monitor) throws SQLException, IOException {
    keep(null);
    long began = dialect.changeMark(reading);
    SearchTextFile made = SearchTextFile.make();
    boolean complete = false;
    try {
      SearchTextFile.Appender texts = new SearchTextFile.Appender(made, columns);
      Optional<Place> last = Optional.empty();
      do {
        if (closed || monitor.isCancelled() || dialect.changeMark(reading) != began) {
          return false;
        }
        last = portion(reading, last, texts);
        if (made.length() > MOST_BYTES) {
          throw new IOException("They would take more than " + MOST_BYTES + " bytes");
        }
      } while (last.isPresent());
      texts.finish();
      complete = dialect.changeMark(reading) == began;
      return complete;
    } finally {
      if (complete) {
        keep(made);
        mark = began;
      } else {
        made.release();
      }
    }
  }

  /** A row behind which to read on. */
  private record Place(long number, long handle) {}

  /** Appends the rows behind one. Returns the last of them; empty if there are none. */
  private Optional<Place> portion(
      Connection reading, Optional<Place> behind, SearchTextFile.Appender texts)
      throws SQLException, IOException {
    boolean hasNumbers = sql.keys().number().isPresent();
    Optional<Place> last = Optional.empty();
    try (PreparedStatement statement =
        reading.prepareStatement(sql.selectTexts(behind.isEmpty()))) {
      if (behind.isEmpty()) {
        statement.setNull(1, Types.BIGINT);
      } else if (hasNumbers) {
        statement.setLong(1, behind.get().number());
      } else {
        statement.setString(1, sql.keys().parameter(LongStream.of(behind.get().handle())));
      }
      statement.setInt(2, PORTION);
      long number = 0;
      long handle = 0;
      int count = 0;
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          handle = sql.keys().handle(rows, 2);
          texts.add(handle, rows.getBytes(1));
          number = hasNumbers ? rows.getLong(2) : 0;
          count++;
        }
      }
      if (count > 0) {
        last = Optional.of(new Place(number, handle));
      }
    }
    return last;
  }

  private void keep(@Nullable SearchTextFile made) throws IOException {
    SearchTextFile before = file;
    file = made;
    if (before != null) {
      before.release();
    }
  }

  private boolean isFresh(Connection reading) throws SQLException {
    return file != null && dialect.changeMark(reading) == mark;
  }

  private boolean isLarge(Connection reading) throws SQLException {
    if (sql.keys().number().isEmpty()) {
      try (PreparedStatement statement = reading.prepareStatement(sql.countUpTo())) {
        statement.setLong(1, worthKeeping);
        try (ResultSet result = statement.executeQuery()) {
          return result.getLong(1) >= worthKeeping;
        }
      }
    }
    try (Statement statement = reading.createStatement();
        ResultSet result = statement.executeQuery(sql.selectNumbers())) {
      return result.getLong(2) - result.getLong(1) >= worthKeeping;
    }
  }
}
