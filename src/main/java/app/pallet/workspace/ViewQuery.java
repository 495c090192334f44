package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.rows.RowIds;
import app.pallet.rows.RowQuery;
import app.pallet.rows.RowSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Which rows the view shows: what is searched and filtered for, within all rows or some. Search and
 * filter are answered by the database, so rows with pending changes are shown behind those that
 * were found, whatever they hold. Owner thread only.
 */
final class ViewQuery {

  private final RowSource rows;
  private final ChangeSet changes;
  private final RowView view;
  private RowQuery query = RowQuery.ALL;
  private ViewScope scope = ViewScope.ALL;
  private RowQuery queryBefore = RowQuery.ALL;
  private ViewScope scopeBefore = ViewScope.ALL;
  private Optional<RowIds> within = Optional.empty();
  private int followed;

  ViewQuery(RowSource rows, ChangeSet changes, RowView view) {
    this.rows = rows;
    this.changes = changes;
    this.view = view;
  }

  /** What is searched and filtered for, and the order. */
  RowQuery query() {
    return query;
  }

  /** The same within the rows that are looked at. */
  RowQuery shown() {
    return query.within(within);
  }

  ViewScope scope() {
    return scope;
  }

  /** Asks for other rows; those that are pending, or have problems, are found anew. */
  void show(RowQuery wanted, ViewScope wantedScope) {
    remember();
    query = wanted;
    scope = wantedScope;
    lookAround();
    rows.query(shown(), pinned());
  }

  /**
   * Stops looking for rows, and goes back to what was shown before.
   *
   * @return whether rows were still being looked for
   */
  boolean cancel() {
    if (!rows.isCounting()) {
      return false;
    }
    query = queryBefore;
    scope = scopeBefore;
    lookAround();
    return rows.cancelQuery();
  }

  /** Reads everything again. */
  void refresh() {
    remember();
    Optional<RowIds> before = within;
    lookAround();
    if (within.equals(before)) {
      rows.refresh(pinned());
    } else {
      rows.query(shown(), pinned());
    }
  }

  private void remember() {
    if (!rows.isCounting()) {
      queryBefore = query;
      scopeBefore = scope;
    }
  }

  /**
   * What is pending has changed. Rows that belong to the view now come into it; those that don't
   * any more stay until somebody asks again, so that a row doesn't vanish under the cursor.
   */
  void changesChanged() {
    view.addedRows().changed();
    Collection<RowChange> all = followed(scope);
    if (all.size() > followed) {
      followed = all.size();
      within = within.map(before -> RowIds.of(LongStream.concat(before.stream(), stored(all))));
      rows.query(shown(), pinned());
    }
  }

  private void lookAround() {
    Collection<RowChange> all = followed(scope);
    followed = all.size();
    within =
        switch (scope) {
          case ViewScope.All everything -> Optional.empty();
          case ViewScope.Pending pending -> Optional.of(RowIds.of(stored(all)));
          case ViewScope.Problems problems -> Optional.of(RowIds.of(stored(all)));
          case ViewScope.Picked(var stored, var added) -> Optional.of(stored);
        };
    Optional<Set<RowKey.New>> added =
        switch (scope) {
          case ViewScope.All everything -> Optional.empty();
          case ViewScope.Pending pending -> Optional.empty();
          case ViewScope.Problems problems -> Optional.of(added(all));
          case ViewScope.Picked(var stored, var picked) -> Optional.of(picked);
        };
    view.addedRows().limit(added);
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

  private long[] pinned() {
    LongStream pending = stored(changes.changes());
    return within.map(rows -> pending.filter(rows::contains)).orElse(pending).toArray();
  }

  private static LongStream stored(Collection<RowChange> of) {
    return of.stream()
        .map(RowChange::key)
        .filter(RowKey.Existing.class::isInstance)
        .mapToLong(key -> ((RowKey.Existing) key).id());
  }

  private static Set<RowKey.New> added(Collection<RowChange> of) {
    return of.stream()
        .map(RowChange::key)
        .filter(RowKey.New.class::isInstance)
        .map(RowKey.New.class::cast)
        .collect(Collectors.toSet());
  }
}
