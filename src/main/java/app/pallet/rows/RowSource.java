package app.pallet.rows;

import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.RowHandles;
import app.pallet.rows.KeyScan.Extent;
import app.pallet.rows.KeyScan.Found;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a query as a table sees them: it knows how many there are and in which order, and has
 * those at hand that were looked at lately; others arrive a moment after they were asked for.
 * Belongs to the thread that calls it first, in the window the FX thread; the listener is called
 * there, and reading runs elsewhere. Nothing here takes longer the more rows there are.
 */
public final class RowSource implements AutoCloseable {

  /** 64 pages are 12,800 rows, about 10 MB of usual products. */
  private static final int PAGES = 64;

  /** Pages asked for and not yet read; of more, the oldest have been scrolled past. */
  private static final int WANTED = 8;

  /** Pages that can be on a screen at once, and are read again before they are shown anew. */
  private static final int SHOWN = 2;

  private final RowReader reader;
  private final WorkRunner keyRunner;
  private final WorkRunner pageRunner;
  private final RowSourceListener listener;
  private final Optional<BackgroundTexts> texts;
  private final RowPages pages = new RowPages(PAGES);
  private final Deque<Integer> wanted = new ArrayDeque<>();
  private @Nullable Thread owner;
  private RowQuery query = RowQuery.ALL;
  private Found current = Found.NONE;
  private RowQuery settledQuery = RowQuery.ALL;
  private Found settled = Found.NONE;
  private @Nullable KeyScan scan;
  private final Set<KeyScan> stopped = ConcurrentHashMap.newKeySet();
  private long token;
  private long order;
  private boolean reading;
  private boolean closed;

  /**
   * A source without rows until the first {@link #query}.
   *
   * @param runner tells where answers are delivered, the owner's thread; reading runs on two more
   *     beside it, so that rows come while keys are still being taken
   */
  public RowSource(CatalogueDatabase database, WorkRunner runner, RowSourceListener listener) {
    this.reader = new RowReader(database);
    this.keyRunner = runner.beside("pallet-keys");
    this.pageRunner = runner.beside("pallet-pages");
    this.listener = listener;
    this.texts = BackgroundTexts.of(database, runner);
  }

  /**
   * Asks for other rows or another order. The latest query wins: one that still runs is stopped.
   * The first rows are shown once they are found, the others follow.
   *
   * @param pending says which pending rows are shown
   */
  public void query(RowQuery wantedQuery, PendingJudge pending) {
    start(wantedQuery, List.of(0), Extent.FIRST_ROWS, pending);
  }

  /**
   * Reads everything again, after a commit: first the rows in sight, then their order.
   *
   * @param pending as in {@link #query}
   */
  public void refresh(PendingJudge pending) {
    checkThread();
    List<Integer> shown = pages.recent(SHOWN);
    pages.clear();
    wanted.clear();
    shown.reversed().forEach(wanted::addFirst);
    readWanted();
    start(query, shown, Extent.ALL, pending);
  }

  /**
   * Stops the running query, if there is one, and goes back to the rows and the query there were
   * before.
   *
   * @return whether there was one
   */
  public boolean cancelQuery() {
    checkThread();
    if (!isCounting()) {
      return false;
    }
    token++;
    stopScan();
    query = settledQuery;
    if (!current.equals(settled)) {
      reorder(settled);
    }
    listener.keysChanged();
    return true;
  }

  /**
   * Whether a query is not answered yet, or only in part: there may be more rows than {@link
   * #size}.
   */
  public boolean isCounting() {
    return scan != null;
  }

  /** The query asked for last, whether it is answered or not. */
  public RowQuery query() {
    return query;
  }

  /** Number of rows. */
  public int size() {
    return current.keys().size();
  }

  /** How the rows' handles and keys belong together. */
  public RowHandles handles() {
    return reader.handles();
  }

  /** The handles of all rows in their order, for work on any thread. */
  public KeySnapshot keys() {
    return current.keys();
  }

  /** The database's mark of changes before these rows were read. */
  public long mark() {
    return current.mark();
  }

  /** Which pending rows are shown and which are not, as was judged for these rows. */
  public PendingVerdict verdict() {
    return current.verdict();
  }

  /**
   * A row, if it is at hand. If it isn't, it is read, and the listener hears of it; a row that
   * somebody has deleted meanwhile stays empty.
   *
   * @param index of the row, from 0
   */
  public Optional<Row> row(int index) {
    checkThread();
    int page = index / RowPages.ROWS;
    if (index < 0 || index >= size()) {
      throw new IndexOutOfBoundsException(index + " of " + size() + " rows");
    }
    if (!pages.contains(page)) {
      request(page);
    }
    return pages.row(index);
  }

  /** The row of a key, if it is at hand. */
  public Optional<Row> cached(RowKey.Stored key) {
    return pages.byKey(key);
  }

  /** Stops reading; answers that are under way are dropped. Waits for nobody. */
  public void stop() {
    checkThread();
    if (!closed) {
      closed = true;
      token++;
      wanted.clear();
      stopScan();
      keyRunner.stop();
      pageRunner.stop();
      texts.ifPresent(BackgroundTexts::stop);
    }
  }

  /**
   * Stops reading and waits until nothing is being read any more. Once it was stopped, any thread
   * may do so.
   */
  @Override
  public void close() {
    if (!closed) {
      stop();
    }
    keyRunner.close();
    pageRunner.close();
    texts.ifPresent(BackgroundTexts::close);
    stopped.forEach(this::ended);
  }

  private void start(
      RowQuery wantedQuery, List<Integer> firstPages, Extent extent, PendingJudge pending) {
    checkThread();
    stopScan();
    query = wantedQuery;
    token++;
    KeyScan begun = reader.scan(wantedQuery, texts.map(BackgroundTexts::texts), pending);
    scan = begun;
    listener.queryStarted();
    advance(begun, extent, firstPages);
  }

  private void advance(KeyScan running, Extent extent, List<Integer> firstPages) {
    long mine = token;
    keyRunner.start(
        "Reading rows",
        monitor -> {
          Found found = found(running, extent);
          return new Portion(found, reader.pages(found.keys(), firstPages));
        },
        new WorkListener<>() {
          @Override
          public void succeeded(Portion portion) {
            if (mine == token) {
              show(portion, extent);
              if (!portion.found.isComplete()) {
                advance(running, Extent.A_WHILE, List.of());
              }
            }
          }

          @Override
          public void failed(Throwable failure) {
            if (mine == token) {
              scan = null;
              listener.failed(failure);
            }
          }
        });
  }

  private Found found(KeyScan running, Extent extent) {
    try {
      return running.advance(extent);
    } catch (SQLException e) {
      throw reader.failed(e);
    }
  }

  private void stopScan() {
    KeyScan running = scan;
    scan = null;
    if (running != null) {
      try {
        running.interrupt();
      } catch (SQLException e) {
        throw new IllegalStateException("A query can't be stopped", e);
      }
      stopped.add(running);
      keyRunner.start("Reading rows", monitor -> ended(running), new Ended());
    }
  }

  private KeyScan ended(KeyScan scan) {
    try {
      scan.close();
      return scan;
    } catch (SQLException e) {
      throw reader.failed(e);
    }
  }

  /** Hears that a scan which was stopped has given its connections back. */
  private final class Ended implements WorkListener<KeyScan> {
    @Override
    public void succeeded(KeyScan ended) {
      stopped.remove(ended);
    }

    @Override
    public void failed(Throwable failure) {
      listener.failed(failure);
    }
  }

  /** Gets ready for searches, in the background. */
  public void prepareSearch() {
    texts.ifPresent(BackgroundTexts::freshen);
  }

  /** Stops getting ready, until it is asked for again or somebody searches. */
  public void postponeSearch() {
    texts.ifPresent(BackgroundTexts::giveWay);
  }

  private void show(Portion portion, Extent extent) {
    if (portion.found.isComplete()) {
      scan = null;
      settledQuery = query;
      settled = portion.found;
      if (!query.search().isBlank()) {
        prepareSearch();
      }
    }
    if (extent == Extent.A_WHILE) {
      int before = size();
      current = portion.found;
      pages.drop(before / RowPages.ROWS); // it ended where the keys did
      listener.keysGrown(before);
    } else {
      reorder(portion.found);
      portion.pages.forEach(pages::put);
      listener.keysChanged();
    }
  }

  /** Takes other keys, so that pages of those there were mean nothing any more. */
  private void reorder(Found others) {
    current = others;
    order++;
    pages.clear();
    wanted.clear();
  }

  private void request(int page) {
    wanted.remove(page);
    wanted.addFirst(page);
    if (wanted.size() > WANTED) {
      wanted.removeLast();
    }
    readWanted();
  }

  /** Reads all pages asked for, the latest first, unless a reading is under way already. */
  private void readWanted() {
    if (reading || closed || wanted.isEmpty()) {
      return;
    }
    reading = true;
    KeySnapshot of = keys();
    List<Integer> missing = List.copyOf(wanted);
    wanted.clear();
    long asked = order;
    pageRunner.start(
        "Reading rows",
        monitor -> reader.pages(of, missing),
        new WorkListener<>() {
          @Override
          public void succeeded(Map<Integer, @Nullable Row[]> read) {
            reading = false;
            if (asked == order && !closed) {
              read.forEach(RowSource.this::arrive);
            }
            readWanted();
          }

          @Override
          public void failed(Throwable failure) {
            reading = false;
            if (!closed) {
              listener.failed(failure);
            }
          }

          @Override
          public void cancelled() {
            reading = false;
          }
        });
  }

  private void arrive(int page, @Nullable Row[] rows) {
    int from = page * RowPages.ROWS;
    if (rows.length == Math.min(size(), from + RowPages.ROWS) - from) {
      pages.put(page, rows); // else there are more rows meanwhile, and it is asked for again
    }
    listener.rowsArrived(from, from + rows.length);
  }

  /** Keys with the pages that are shown first, so that rows show as soon as their order does. */
  private record Portion(Found found, Map<Integer, @Nullable Row[]> pages) {}

  private void checkThread() {
    if (owner == null) {
      owner = Thread.currentThread();
    } else if (owner != Thread.currentThread()) {
      throw new IllegalStateException("Rows belong to " + owner.getName());
    }
  }
}
