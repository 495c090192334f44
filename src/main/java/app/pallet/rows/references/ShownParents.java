package app.pallet.rows.references;

import app.pallet.database.CatalogueDatabase;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.rows.references.JointParents.JointRow;
import app.pallet.schema.Column;
import app.pallet.schema.table.PendingParent;
import app.pallet.schema.table.TableName;
import app.pallet.work.Latest;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows that the cells on a screen refer to, as far as they are at hand; others arrive a moment
 * after they were asked for. Belongs to the thread that calls it, in the window the FX thread;
 * reading runs elsewhere.
 */
public final class ShownParents implements AutoCloseable {

  /** Rows of one parent that are kept: many more than are on a screen. */
  private static final int KEPT = 10_000;

  private final ReferenceTexts texts;
  private final WorkRunner runner;
  private final Runnable arrived;
  private final Consumer<Throwable> failed;
  private final Map<String, Kept> byColumn = new HashMap<>();
  private final Latest searching = new Latest();
  private volatile QueryInterrupt interrupt = new QueryInterrupt();
  private int state;
  private volatile boolean isClosed;

  /**
   * Knows no rows yet.
   *
   * @param runner where rows are read and looked for; not where others are waited for
   * @param arrived told when more rows are at hand
   * @param failed hears why rows could not be read
   */
  public ShownParents(
      ReferenceTexts texts, WorkRunner runner, Runnable arrived, Consumer<Throwable> failed) {
    this.texts = texts;
    this.runner = runner;
    this.arrived = arrived;
    this.failed = failed;
    texts.parents().forEach(parent -> byColumn.put(name(parent), new Kept(parent)));
  }

  private static String name(ParentReader parent) {
    return parent.refers().column().name();
  }

  /** Whether the cells of a column refer to other rows. */
  public boolean refers(Column column) {
    return !byColumn.isEmpty() && byColumn.containsKey(column.name());
  }

  /** The other table to which a row can be added that a cell of a column is to refer to. */
  public Optional<TableName> addsTo(Column column) {
    return texts
        .parent(column)
        .map(ParentReader::refers)
        .filter(refers -> refers.takesNew() && !refers.isOwn())
        .map(ReferringColumn::parent);
  }

  /**
   * What is known of that table; empty if no row can be added to it. Blocking; any thread.
   *
   * @throws app.pallet.rows.RowReadException if the database can't be read
   */
  public Optional<ParentTable> table(CatalogueDatabase database, Column column) {
    return texts.parent(column).flatMap(parent -> ParentTable.of(database, parent.refers()));
  }

  /** The row that a cell refers to, if it is at hand. If it isn't, it is read. */
  public Optional<ParentRow> row(Column column, Object key) {
    Kept kept = byColumn.isEmpty() ? null : byColumn.get(column.name());
    return kept == null
        ? Optional.empty()
        : switch (key) {
          case PendingParent.OwnRow row ->
              texts.fresh().flatMap(fresh -> fresh.row(kept.parent.refers(), row));
          case PendingParent.OtherRow row -> Optional.of(ParentRow.of(row));
          default -> kept.row(key);
        };
  }

  /** Reads rows again when they are next asked for: somebody may have changed them. */
  public void refresh() {
    state++;
  }

  /**
   * Looks for rows in place of those looked for before.
   *
   * @param limit rows at most
   * @param done gets them, unless something else is looked for by then
   */
  public void search(Column column, String text, int limit, Consumer<List<ParentRow>> done) {
    Optional<ParentReader> parent = texts.parent(column);
    endSearch();
    if (parent.isPresent() && !isClosed) {
      QueryInterrupt own = new QueryInterrupt();
      interrupt = own;
      texts.look();
      searching.start(
          runner,
          "Looking for rows of " + parent.get().refers().parent(),
          monitor ->
              Stream.concat(
                      texts.fresh().stream()
                          .flatMap(fresh -> fresh.search(parent.get().refers(), text)),
                      parent.get().search(text, limit, own).stream())
                  .limit(limit)
                  .toList(),
          WorkListener.of(
              done,
              failure -> {
                failed.accept(failure);
                done.accept(List.of());
              }));
    }
  }

  /** The columns that refer to a row together with this one; empty if it does not do so. */
  public List<Column> together(Column column) {
    return texts.joint(column).map(JointParents::columns).orElse(List.of());
  }

  /** Looks for rows that {@link #together} refer to, in place of those looked for before. */
  public void searchJoint(Column column, String text, int limit, Consumer<List<JointRow>> done) {
    Optional<JointParents> parents = texts.joint(column);
    endSearch();
    if (parents.isPresent() && !isClosed) {
      QueryInterrupt own = new QueryInterrupt();
      interrupt = own;
      searching.start(
          runner,
          "Looking for rows that " + column.label() + " refers to",
          monitor -> parents.get().search(text, limit, own),
          WorkListener.of(
              done,
              failure -> {
                failed.accept(failure);
                done.accept(List.of());
              }));
    }
  }

  /** Ends what is being looked for; nobody hears of it any more. */
  public void endSearch() {
    searching.drop();
    try {
      interrupt.cancel();
    } catch (SQLException e) {
      throw new IllegalStateException("A query can't be stopped", e);
    }
  }

  /** Reads nothing more; any thread. The runner is the caller's to close. */
  @Override
  public void close() {
    isClosed = true;
    endSearch();
  }

  /** What is known of one parent, and what is still to be read. */
  private final class Kept {

    private final ParentReader parent;
    private final Map<Object, Known> rows =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Object, Known> eldest) {
            return size() > KEPT;
          }
        };
    private Set<Object> wanted = new LinkedHashSet<>();
    private boolean reading;

    Kept(ParentReader parent) {
      this.parent = parent;
    }

    /**
     * A row, or that there is none.
     *
     * @param since the state of the database in which it was read
     */
    private record Known(@Nullable ParentRow row, int since) {}

    Optional<ParentRow> row(Object key) {
      Known known = rows.get(key);
      if (known == null || known.since < state) {
        wanted.add(key);
        read();
        known = rows.get(key);
      }
      return known == null ? Optional.empty() : Optional.ofNullable(known.row);
    }

    /** Reads all that is wanted, unless a reading is under way already. */
    private void read() {
      if (reading || wanted.isEmpty() || isClosed) {
        return;
      }
      reading = true;
      Set<Object> keys = wanted;
      wanted = new LinkedHashSet<>();
      int since = state;
      runner.start(
          "Reading rows of " + parent.refers().parent(),
          monitor -> parent.rows(keys),
          WorkListener.of(
              found -> {
                keys.forEach(key -> rows.put(key, new Known(found.get(key), since)));
                ended();
              },
              failure -> {
                keys.forEach(key -> rows.putIfAbsent(key, new Known(null, since)));
                failed.accept(failure);
                ended();
              }));
    }

    private void ended() {
      reading = false;
      read();
      arrived.run();
    }
  }
}
