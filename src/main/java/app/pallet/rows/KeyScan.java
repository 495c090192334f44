package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.keys.IdCursor;
import app.pallet.rows.keys.IdRange;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.RowSql;
import app.pallet.rows.search.SearchTexts;
import app.pallet.rows.search.TextCursor;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Takes the ids of a query's rows piece by piece, so that the first rows can be shown long before
 * the last one is found. A search looks into the {@link SearchTexts} if there are any; else it goes
 * through several stretches of a large table at once, as many as there are processors: nearly all
 * of its time is spent comparing. Any thread, one at a time; {@link #close} may come from another
 * one.
 */
public final class KeyScan implements AutoCloseable {

  /** How far to go. */
  public enum Extent {
    /** As many rows as a screen and a little scrolling show. */
    FIRST_ROWS,
    /** For a moment. */
    A_WHILE,
    /** To the end. */
    ALL
  }

  /**
   * What has been found so far.
   *
   * @param keys in their order
   * @param isComplete whether there are no more
   * @param verdict what is pending beside them; the same from the first piece to the last
   * @param mark the database's mark of changes before anything was read
   */
  public record Found(KeySnapshot keys, boolean isComplete, PendingVerdict verdict, long mark) {

    /** No rows. */
    static final Found NONE = new Found(KeySnapshot.EMPTY, true, PendingVerdict.NONE, 0);
  }

  private static final int FIRST_ROWS = 2 * RowPages.ROWS;

  private static final Duration WHILE = Duration.ofMillis(250);

  /** Ids from which on several threads are quicker than one. */
  private static final long WORTH_SPLITTING = 100_000;

  /** More would keep the pages on the screen waiting. */
  private static final int MOST_STRETCHES = 4;

  /** Found rows up to which the rest of a query is quicker among them than in the table. */
  private static final int WORTH_NAMING = 50_000;

  /** Begins to read a stretch. */
  private interface Opening {
    IdCursor open() throws SQLException;
  }

  private final CatalogueDatabase database;
  private final RowSql sql;
  private final RowQuery query;
  private final Optional<SearchTexts> texts;
  private final PendingJudge pending;
  private final QueryInterrupt interrupt = new QueryInterrupt();
  private final KeySnapshot.Builder keys = new KeySnapshot.Builder();
  private final List<FutureTask<KeySnapshot>> others = new ArrayList<>();
  private PendingVerdict verdict = PendingVerdict.NONE;
  private @Nullable IdCursor cursor;
  private long mark;
  private boolean closed;

  /**
   * A scan that has not begun.
   *
   * @param texts in which a search looks if they are up to date
   * @param pending asked before the first row
   */
  KeyScan(
      CatalogueDatabase database,
      RowSql sql,
      RowQuery query,
      Optional<SearchTexts> texts,
      PendingJudge pending) {
    this.database = database;
    this.sql = sql;
    this.query = query;
    this.texts = texts;
    this.pending = pending;
  }

  /**
   * Goes on.
   *
   * @throws CancellationException if it was interrupted or closed
   * @throws SQLException if reading fails; the scan is closed then
   */
  public synchronized Found advance(Extent extent) throws SQLException {
    boolean ended = true;
    try {
      if (closed) {
        throw new CancellationException("scan");
      }
      IdCursor reading = cursor;
      if (reading == null) {
        mark = database.changeMark();
        verdict = pending.judge(interrupt::check);
        keys.leaveOut(verdict.leftOut());
        reading = begin();
        cursor = reading;
      }
      boolean more = reading.read(keys, enough(extent));
      if (!more) {
        for (FutureTask<KeySnapshot> other : others) {
          keys.addAll(result(other));
        }
        keys.addMissing(verdict.shown());
      }
      ended = !more;
      return new Found(more ? keys.soFar() : keys.build(), !more, verdict, mark);
    } finally {
      if (ended) {
        close();
      }
    }
  }

  private BooleanSupplier enough(Extent extent) {
    long deadline = System.nanoTime() + WHILE.toNanos();
    return switch (extent) {
      case FIRST_ROWS -> () -> keys.size() >= FIRST_ROWS;
      case A_WHILE -> () -> System.nanoTime() > deadline;
      case ALL -> () -> false;
    };
  }

  private IdCursor begin() throws SQLException {
    List<Opening> stretches = stretches();
    for (Opening stretch : stretches.subList(1, stretches.size())) {
      FutureTask<KeySnapshot> task = new FutureTask<>(() -> all(stretch));
      others.add(task);
      Thread.ofPlatform().name("pallet-search").daemon().start(task);
    }
    return stretches.getFirst().open();
  }

  private KeySnapshot all(Opening stretch) throws SQLException {
    KeySnapshot.Builder found = new KeySnapshot.Builder();
    try (IdCursor other = stretch.open()) {
      other.read(found, enough(Extent.ALL));
    }
    return found.build();
  }

  private List<Opening> stretches() throws SQLException {
    int threads = Math.min(MOST_STRETCHES, Runtime.getRuntime().availableProcessors());
    Optional<List<TextCursor>> kept =
        query.search().isBlank() || texts.isEmpty()
            ? Optional.empty()
            : texts.get().find(query.search(), threads, interrupt);
    if (kept.isEmpty()) {
      return stretches(threads).stream().map(range -> inTable(query, range)).toList();
    }
    List<Opening> openings = kept.get().stream().<Opening>map(found -> () -> found).toList();
    return query.equals(new RowQuery(query.search(), Optional.empty()))
        ? openings
        : List.of(inTable(narrowed(openings), IdRange.ALL));
  }

  /** The same query among the rows that have the text, unless these are too many to be named. */
  private RowQuery narrowed(List<Opening> openings) throws SQLException {
    LongStream.Builder found = LongStream.builder();
    int count = 0;
    for (Opening opening : openings) {
      KeySnapshot part = all(opening);
      part.stream()
          .filter(id -> query.within().isEmpty() || query.within().get().contains(id))
          .forEach(found);
      count += part.size();
    }
    return count > WORTH_NAMING
        ? query
        : query.searching("").within(Optional.of(RowIds.of(found.build())));
  }

  private Opening inTable(RowQuery wanted, IdRange range) {
    return () -> new KeyCursor(database, sql, wanted, range, interrupt);
  }

  /** A sorted query needs all rows before its first one; all rows are read as fast as they come. */
  private List<IdRange> stretches(int threads) throws SQLException {
    boolean canBeCut = sql.keys().number().isPresent();
    if (threads < 2 || !canBeCut || query.sort().isPresent() || !query.isSearching()) {
      return List.of(IdRange.ALL);
    }
    try (Connection connection = database.readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql.selectNumbers())) {
      IdRange all = new IdRange(result.getLong(1), result.getLong(2));
      return all.last() - all.first() < WORTH_SPLITTING ? List.of(IdRange.ALL) : all.split(threads);
    }
  }

  private static KeySnapshot result(FutureTask<KeySnapshot> task) throws SQLException {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (CancellationException) new CancellationException("search").initCause(e);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case SQLException failure -> throw failure;
        case CancellationException cancelled -> throw cancelled;
        case null, default -> throw new IllegalStateException("A search failed", e);
      }
    }
  }

  /** Stops at once what is being read; {@link #advance} then throws. Any thread. */
  void interrupt() throws SQLException {
    interrupt.cancel();
  }

  /** Stops reading and gives all connections back. */
  @Override
  public void close() throws SQLException {
    interrupt.cancel();
    synchronized (this) {
      closed = true;
      if (cursor != null) {
        cursor.close();
        cursor = null;
      }
      for (FutureTask<KeySnapshot> other : others) {
        join(other);
      }
      others.clear();
    }
  }

  private static void join(FutureTask<KeySnapshot> task) {
    try {
      task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      return; // its failure has been told by advance, or nobody waits for its answer any more
    }
  }
}
