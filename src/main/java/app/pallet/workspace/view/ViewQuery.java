package app.pallet.workspace.view;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.rows.PendingJudge;
import app.pallet.rows.RowReader;
import app.pallet.rows.RowSource;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.rows.references.ShownParents;
import app.pallet.work.Latest;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.turns.WorkspaceListener;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Decides which rows the view shows: a search and a filter, within all rows or some. The database
 * answers search and filter, and {@link PendingMatches} answers for rows with pending changes. A
 * row that is edited afterwards stays until the next request. Owner thread only.
 */
public final class ViewQuery implements AutoCloseable {

  private static final String COUNT = "Count pending rows";

  private final RowSource rows;
  private final ChangeSet changes;
  private final RowView view;
  private final RowReader reader;
  private final WorkRunner counting;
  private final WorkspaceListener listener;
  private final WorkRunner reading;
  private final ShownParents parents;
  private final Latest latestCount = new Latest();
  private RowQuery query = RowQuery.ALL;
  private ViewScope scope = ViewScope.ALL;
  private RowQuery queryBefore = RowQuery.ALL;
  private ViewScope scopeBefore = ViewScope.ALL;
  private Optional<RowIds> within = Optional.empty();
  private Optional<Set<RowKey.New>> added = Optional.empty();
  private int followed;

  /**
   * A query for all rows, which is not asked yet.
   *
   * @param texts what columns refer to
   * @param runner rows that are left out are counted, and those that cells refer to are read,
   *     beside this runner
   * @param listener hears of the number of rows that are left out
   */
  public ViewQuery(
      RowSource rows,
      ChangeSet changes,
      RowView view,
      RowReader reader,
      ReferenceTexts texts,
      WorkRunner runner,
      WorkspaceListener listener) {
    this.rows = rows;
    this.changes = changes;
    this.view = view;
    this.reader = reader;
    this.counting = runner.beside("pallet-pending");
    this.listener = listener;
    this.reading = runner.beside("pallet-parents");
    this.parents =
        new ShownParents(
            texts,
            reading,
            () -> listener.rowsChanged(0, view.size()),
            failure -> listener.failed("Read what columns refer to", failure));
  }

  /** The rows that cells refer to. */
  public ShownParents parents() {
    return parents;
  }

  /** What is searched and filtered for, and the order. */
  public RowQuery query() {
    return query;
  }

  /** The same within the rows to which the view is limited. */
  public RowQuery shown() {
    return query.within(within);
  }

  /** The rows to which the view is limited. */
  public ViewScope scope() {
    return scope;
  }

  /** Asks for other rows. The rows that are pending or have problems are found anew. */
  public void show(RowQuery wanted, ViewScope wantedScope) {
    remember();
    query = wanted;
    scope = wantedScope;
    lookAround();
    rows.query(shown(), judge());
  }

  /**
   * Hears that more or other rows were found, and shows the rows to be added that belong to them.
   */
  public void answered() {
    view.addedRows().leaveOut(rows.verdict().addedLeftOut());
    countLeftOut();
  }

  /**
   * Stops the search, and goes back to the rows that were shown before.
   *
   * @return whether rows were still being looked for
   */
  public boolean cancel() {
    if (!rows.isCounting()) {
      return false;
    }
    query = queryBefore;
    scope = scopeBefore;
    lookAround();
    return rows.cancelQuery();
  }

  /** Reads everything again. */
  public void refresh() {
    parents.refresh();
    remember();
    Optional<RowIds> before = within;
    lookAround();
    if (within.equals(before)) {
      rows.refresh(judge());
    } else {
      rows.query(shown(), judge());
    }
  }

  private void remember() {
    if (!rows.isCounting()) {
      queryBefore = query;
      scopeBefore = scope;
    }
  }

  /**
   * Hears that pending changes have changed. Rows that now belong to the view come into it. Rows
   * that no longer belong to it stay until the next request, so that a row doesn't vanish under the
   * cursor.
   *
   * @param newRows whether rows to be added came or went
   */
  public void changesChanged(boolean newRows) {
    if (newRows) {
      view.addedRows().changed();
    }
    Collection<RowChange> all = followed(scope);
    if (all.size() > followed) {
      followed = all.size();
      within = within.map(before -> RowIds.of(LongStream.concat(before.stream(), stored(all))));
      PendingJudge judge = judge();
      rows.query(shown(), rows.isCounting() ? judge : judge.keeping(rows.keys(), rows.verdict()));
    }
    countLeftOut();
  }

  private PendingJudge judge() {
    return changes.isEmpty() || !shown().isSearching()
        ? PendingJudge.NONE
        : new PendingMatches(changes.snapshot(), shown(), added, reader);
  }

  /**
   * Counts the pending rows of the database that the view leaves out, so that the window can say
   * that they are not lost.
   */
  private void countLeftOut() {
    if (rows.isCounting()) {
      return;
    }
    long[] pending =
        shown().isSearching() ? stored(changes.changes()).toArray() : new long[0]; // each id once
    if (pending.length == 0) {
      latestCount.drop();
      leftOutCounted(0);
      return;
    }
    KeySnapshot keys = rows.keys();
    latestCount.start(
        counting,
        COUNT,
        monitor -> missing(pending, keys),
        WorkListener.of(this::leftOutCounted, failure -> listener.failed(COUNT, failure)));
  }

  private void leftOutCounted(int count) {
    view.storedLeftOut(count);
    listener.leftOutCounted();
  }

  private static int missing(long[] ids, KeySnapshot shown) {
    RowIds pending = RowIds.of(LongStream.of(ids));
    return ids.length - (int) shown.stream().filter(pending::contains).count();
  }

  @Override
  public void close() {
    latestCount.drop();
    parents.close();
    counting.close();
    reading.close();
  }

  private void lookAround() {
    Collection<RowChange> all = followed(scope);
    followed = all.size();
    within =
        switch (scope) {
          case ViewScope.All everything -> Optional.empty();
          case ViewScope.Pending pending -> Optional.of(RowIds.of(stored(all)));
          case ViewScope.Problems problems -> Optional.of(RowIds.of(stored(all)));
          case ViewScope.Picked(var picked, var fresh) -> Optional.of(picked);
        };
    added =
        switch (scope) {
          case ViewScope.All everything -> Optional.empty();
          case ViewScope.Pending pending -> Optional.empty();
          case ViewScope.Problems problems -> Optional.of(added(all));
          case ViewScope.Picked(var picked, var fresh) -> Optional.of(fresh);
        };
  }

  /** The changes whose rows belong to a scope. */
  private Collection<RowChange> followed(ViewScope of) {
    return switch (of) {
      case ViewScope.Pending pending -> changes.changes();
      case ViewScope.Problems problems -> changes.withProblems();
      case ViewScope.All everything -> List.of();
      case ViewScope.Picked picked -> List.of();
    };
  }

  private LongStream stored(Collection<RowChange> of) {
    return of.stream()
        .map(RowChange::key)
        .filter(RowKey.Stored.class::isInstance)
        .mapToLong(key -> rows.handles().of((RowKey.Stored) key));
  }

  private static Set<RowKey.New> added(Collection<RowChange> of) {
    return of.stream()
        .map(RowChange::key)
        .filter(RowKey.New.class::isInstance)
        .map(RowKey.New.class::cast)
        .collect(Collectors.toSet());
  }
}
