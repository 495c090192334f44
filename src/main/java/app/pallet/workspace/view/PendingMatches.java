package app.pallet.workspace.view;

import app.pallet.change.FoundRows;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.rows.PendingJudge;
import app.pallet.rows.PendingVerdict;
import app.pallet.rows.RowReader;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.RowPredicate;
import app.pallet.rows.query.RowQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides which pending rows a query shows. Rows to be added and edited rows are judged by what
 * they will hold. For rows to be deleted, and for edits that don't affect the query, the answer of
 * the database counts. Made on the owner thread, used on another.
 */
final class PendingMatches implements PendingJudge {

  /**
   * Number of rows that are judged, in a few milliseconds, before it is checked again whether
   * anybody still waits.
   */
  private static final int PORTION = 5_000;

  private final PendingSnapshot pending;
  private final Optional<RowIds> within;
  private final Optional<Set<RowKey.New>> added;
  private final RowPredicate predicate;
  private final RowReader reader;

  /**
   * What is pending at one moment.
   *
   * @param query the query, with the rows to which it is limited
   * @param added the rows to be added to which the query is limited; empty for all
   */
  PendingMatches(
      PendingSnapshot pending, RowQuery query, Optional<Set<RowKey.New>> added, RowReader reader) {
    this.pending = pending;
    this.within = query.within();
    this.added = added;
    this.predicate = new RowPredicate(reader.schema(), query);
    this.reader = reader;
  }

  @Override
  public PendingVerdict judge(Runnable check) {
    List<RowChange.Add> adds = new ArrayList<>();
    List<RowChange.Edit> edits = new ArrayList<>();
    for (RowChange change : pending.changes()) {
      switch (change) {
        case RowChange.Add add -> adds.add(add);
        case RowChange.Edit edit when isAsked(edit) -> edits.add(edit);
        case RowChange.Edit edit -> {}
        case RowChange.Delete delete -> {}
      }
    }
    LongStream.Builder shown = LongStream.builder();
    LongStream.Builder leftOut = LongStream.builder();
    for (int from = 0; from < edits.size(); from += PORTION) {
      check.run();
      judge(edits.subList(from, Math.min(edits.size(), from + PORTION)), shown, leftOut);
    }
    return new PendingVerdict(
        RowIds.of(leftOut.build()),
        KeySnapshot.of(shown.build().toArray()),
        RowIds.of(addedLeftOut(adds, check)));
  }

  private LongStream addedLeftOut(List<RowChange.Add> adds, Runnable check) {
    LongStream.Builder leftOut = LongStream.builder();
    for (int i = 0; i < adds.size(); i++) {
      if (i % PORTION == 0) {
        check.run();
      }
      RowKey.New key = adds.get(i).key();
      boolean isLookedAt = added.isEmpty() || added.get().contains(key);
      if (!isLookedAt || !meets(adds.get(i), null)) {
        leftOut.add(key.number());
      }
    }
    return leftOut.build();
  }

  private void judge(
      List<RowChange.Edit> edits, LongStream.Builder shown, LongStream.Builder leftOut) {
    List<RowKey.Stored> unknown = new ArrayList<>(edits.size());
    for (RowChange.Edit edit : edits) {
      if (!isKnown(edit)) {
        unknown.add(edit.key());
      }
    }
    FoundRows stored = reader.findKeys(unknown, predicate.columns());
    int next = 0;
    for (RowChange.Edit edit : edits) {
      boolean isKnown = isKnown(edit);
      Row row = isKnown ? null : stored.at(next++);
      if (row != null || isKnown) { // else somebody has deleted it meanwhile
        (meets(edit, row) ? shown : leftOut).add(handle(edit));
      }
    }
  }

  private long handle(RowChange.Edit edit) {
    return reader.handles().of(edit.key());
  }

  private boolean isAsked(RowChange.Edit edit) {
    return (within.isEmpty() || within.get().contains(handle(edit)))
        && predicate.columns().stream().anyMatch(edit::touches);
  }

  /** Whether the change contains everything that the query asks for. */
  private boolean isKnown(RowChange.Edit edit) {
    ViewRow row = new ViewRow(edit.key(), null, edit);
    return predicate.columns().stream()
        .allMatch(column -> edit.after().has(column) || row.rejectedText(column).isPresent());
  }

  private boolean meets(RowChange change, @Nullable Row stored) {
    return predicate.test(new ViewRow(change.key(), stored, change)::searched);
  }
}
