package app.pallet.rows;

import app.pallet.change.Row;
import app.pallet.database.CatalogueDatabase;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
  private final WorkRunner runner;
  private final RowSourceListener listener;
  private final RowPages pages = new RowPages(PAGES);
  private final Deque<Integer> wanted = new ArrayDeque<>();
  private @Nullable Thread owner;
  private RowQuery query = RowQuery.ALL;
  private KeySnapshot keys = KeySnapshot.EMPTY;
  private QueryInterrupt interrupt = new QueryInterrupt();
  private long token;
  private boolean reading;
  private boolean closed;

  /**
   * A source without rows until the first {@link #query}.
   *
   * @param runner where reading runs, which delivers on the owner's thread
   */
  public RowSource(CatalogueDatabase database, WorkRunner runner, RowSourceListener listener) {
    this.reader = new RowReader(database);
    this.runner = runner;
    this.listener = listener;
  }

  /**
   * Asks for other rows or another order. The latest query wins: one that still runs is stopped.
   *
   * @param pinned ids of rows that follow the others where the search leaves them out
   */
  public void query(RowQuery wantedQuery, long... pinned) {
    start(wantedQuery, List.of(0), pinned);
  }

  /**
   * Reads everything again, after a commit: first the rows in sight, then their order.
   *
   * @param pinned as in {@link #query}
   */
  public void refresh(long... pinned) {
    checkThread();
    List<Integer> shown = pages.recent(SHOWN);
    pages.clear();
    wanted.clear();
    shown.reversed().forEach(wanted::addFirst);
    readWanted();
    start(query, shown, pinned);
  }

  /** The query asked for last, whether it is answered or not. */
  public RowQuery query() {
    return query;
  }

  /** Number of rows. */
  public int size() {
    return keys.size();
  }

  /**
   * The id of a row.
   *
   * @param index of the row, from 0
   */
  public long idAt(int index) {
    return keys.idAt(index);
  }

  /** The ids of all rows in their order, for work on any thread. */
  public KeySnapshot keys() {
    return keys;
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
    if (index < 0 || index >= keys.size()) {
      throw new IndexOutOfBoundsException(index + " of " + keys.size() + " rows");
    }
    if (!pages.contains(page)) {
      request(page);
    }
    return pages.row(index);
  }

  /** The row of an id, if it is at hand. */
  public Optional<Row> cached(long id) {
    return pages.byId(id);
  }

  /** Stops reading; answers that are under way are dropped. */
  @Override
  public void close() {
    checkThread();
    closed = true;
    token++;
    wanted.clear();
    interruptQuery();
  }

  private void start(RowQuery wantedQuery, List<Integer> firstPages, long[] pinned) {
    checkThread();
    interruptQuery();
    query = wantedQuery;
    long mine = ++token;
    QueryInterrupt own = new QueryInterrupt();
    interrupt = own;
    runner.start(
        "Reading products",
        monitor -> answer(keys(wantedQuery, own, pinned), firstPages),
        new WorkListener<>() {
          @Override
          public void succeeded(Answer answer) {
            if (mine == token) {
              show(answer);
            }
          }

          @Override
          public void failed(Throwable failure) {
            if (mine == token) {
              listener.failed(failure);
            }
          }
        });
  }

  private KeySnapshot keys(RowQuery wantedQuery, QueryInterrupt own, long[] pinned) {
    KeySnapshot found = reader.keys(wantedQuery, own);
    return wantedQuery.isSearching() ? found.plusMissing(pinned) : found;
  }

  private void interruptQuery() {
    try {
      interrupt.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException("A query can't be stopped", e);
    }
  }

  private void show(Answer answer) {
    keys = answer.keys;
    pages.clear();
    wanted.clear();
    answer.pages.forEach(pages::put);
    listener.keysChanged();
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
    KeySnapshot of = keys;
    List<Integer> asked = List.copyOf(wanted);
    wanted.clear();
    runner.start(
        "Reading products",
        monitor -> answer(of, asked),
        new WorkListener<>() {
          @Override
          public void succeeded(Answer answer) {
            reading = false;
            if (of == keys && !closed) {
              answer.pages.forEach(RowSource.this::arrive);
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
    pages.put(page, rows);
    listener.rowsArrived(page * RowPages.ROWS, page * RowPages.ROWS + rows.length);
  }

  /** Keys with some of their pages, read together so that rows show as soon as their order does. */
  private record Answer(KeySnapshot keys, Map<Integer, @Nullable Row[]> pages) {}

  private Answer answer(KeySnapshot keysOfPages, List<Integer> asked) {
    Map<Integer, @Nullable Row[]> read = new LinkedHashMap<>();
    for (int page : asked) {
      int from = page * RowPages.ROWS;
      int to = Math.min(keysOfPages.size(), from + RowPages.ROWS);
      if (from < to) {
        read.put(page, page(keysOfPages.ids(from, to)));
      }
    }
    return new Answer(keysOfPages, read);
  }

  private @Nullable Row[] page(long[] ids) {
    Map<Long, Row> byId = new HashMap<>();
    reader.read(ids).forEach(row -> byId.put(row.id(), row));
    @Nullable Row[] rows = new @Nullable Row[ids.length];
    for (int i = 0; i < ids.length; i++) {
      rows[i] = byId.get(ids[i]);
    }
    return rows;
  }

  private void checkThread() {
    if (owner == null) {
      owner = Thread.currentThread();
    } else if (owner != Thread.currentThread()) {
      throw new IllegalStateException("Rows belong to " + owner.getName());
    }
  }
}
