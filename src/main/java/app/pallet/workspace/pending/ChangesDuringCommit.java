package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitReport;
import app.pallet.commit.ledger.CommittedChange;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What the user did to rows while a commit was writing them, as changes of the rows that are in the
 * catalogue now. The commit wrote an older wish of the user, and the newer one counts, so that
 * nothing that is done during a commit gets lost. Owner thread.
 */
public final class ChangesDuringCommit {

  private final ChangeSet changes;

  /** Looks at the changes that are pending now. */
  public ChangesDuringCommit(ChangeSet changes) {
    this.changes = changes;
  }

  /**
   * The changes that remain for rows that a commit wrote, if the user went on changing them
   * meanwhile.
   *
   * @param asked the changes that were to be written: the very objects that were pending
   * @param report says which of them are in the catalogue
   */
  List<RowChange> since(List<RowChange> asked, CommitReport report) {
    RowStamp added = RowStamp.ofAdded(changes.schema());
    List<RowChange> later = new ArrayList<>();
    UnaryOperator<Object> put = RowKey.put(report.newKeys()::get);
    for (RowChange row : asked) {
      RowChange pending = changes.get(row.key()).orElse(null);
      if (!isVery(row, pending) && report.committedKeys().contains(row.key())) {
        RowChange written = row.mapped(put);
        of(
                CommittedChange.of(written, keyOf(row, report), added),
                pending == null ? null : pending.mapped(put))
            .ifPresent(later::add);
      }
    }
    return later;
  }

  @SuppressWarnings("ReferenceEquality") // nearly always it is, and there may be 100,000 of them
  private static boolean isVery(RowChange written, @Nullable RowChange pending) {
    return written == pending;
  }

  private static RowKey.Stored keyOf(RowChange row, CommitReport report) {
    return switch (row.key()) {
      case RowKey.Stored stored -> stored;
      case RowKey.New added -> Objects.requireNonNull(report.newKeys().get(added));
    };
  }

  /**
   * The same for rows that are in the catalogue according to the ledger.
   *
   * @param given the keys of those that were added
   */
  List<RowChange> since(
      Collection<CommittedChange> committed, Map<RowKey.New, RowKey.Stored> given) {
    List<RowChange> later = new ArrayList<>();
    UnaryOperator<Object> put = RowKey.put(given::get);
    for (CommittedChange row : committed) {
      RowChange pending =
          changes.get(row.change().key()).map(change -> change.mapped(put)).orElse(null);
      of(row, pending).ifPresent(later::add);
    }
    return later;
  }

  /**
   * Whether the pending change of a committed row was made after the commit, so that it must stay.
   * Such a change knows the version that the commit made.
   */
  public boolean isKnown(CommittedChange committed) {
    return changes
        .get(committed.change().key())
        .filter(pending -> isOrFollows(stampOf(pending), committed.stampAfter()))
        .isPresent();
  }

  private static boolean isOrFollows(RowStamp stamp, RowStamp made) {
    return stamp instanceof RowStamp.Counted(long version)
        && made instanceof RowStamp.Counted(long first)
        && version >= first;
  }

  private static RowStamp stampOf(RowChange change) {
    return switch (change) {
      case RowChange.Add add -> RowStamp.Seen.BY_VALUES;
      case RowChange.Edit edit -> edit.stamp();
      case RowChange.Delete delete -> delete.stamp();
    };
  }

  /**
   * The remaining change of one row. If nothing is pending, the user has undone the change
   * meanwhile.
   */
  private Optional<RowChange> of(CommittedChange committed, @Nullable RowChange pending) {
    RowChange written = committed.change();
    if (pending != null && isSame(written, pending)) {
      return Optional.empty();
    }
    return switch (pending) {
      case null ->
          switch (written) {
            case RowChange.Add add -> deletion(committed, add.after());
            case RowChange.Edit edit -> edit(committed, edit.after(), edit.before(), List.of());
            case RowChange.Delete delete -> addition(delete.before(), List.of());
          };
      case RowChange.Add add ->
          edit(committed, written.after(), emptied(written, add), add.problems());
      case RowChange.Edit edit ->
          written instanceof RowChange.Delete
              ? addition(written.before().plus(edit.after()), edit.problems())
              : edit(
                  committed,
                  edit.before().plus(written.after()),
                  written.before().plus(edit.after()),
                  edit.problems());
      case RowChange.Delete delete -> deletion(committed, delete.before().plus(written.after()));
    };
  }

  private static boolean isSame(RowChange written, RowChange pending) {
    return isVery(written, pending)
        || (written.getClass() == pending.getClass()
            && written.after().equals(pending.after())
            && pending.isCommittable());
  }

  /** The values of a row to be added, with null for values that were cleared meanwhile. */
  private static RowValues emptied(RowChange written, RowChange.Add pending) {
    ColumnSet columns = written.after().columns();
    return RowValues.of(columns, new @Nullable Object[columns.size()]).plus(pending.after());
  }

  private static Optional<RowChange> edit(
      CommittedChange committed, RowValues now, RowValues wanted, List<RowProblem> problems) {
    List<Column> different = wanted.differences(now);
    if (different.isEmpty() && problems.isEmpty()) {
      return Optional.empty();
    }
    RowValues after = wanted.only(different::contains);
    RowValues before =
        RowValues.of(after.columns(), different(after.columns(), now)); // null where it had none
    return Optional.of(
        new RowChange.Edit(committed.row(), before, after, committed.stampAfter(), problems));
  }

  private static @Nullable Object[] different(ColumnSet columns, RowValues now) {
    return columns.asList().stream().map(now::get).toArray();
  }

  private static Optional<RowChange> deletion(CommittedChange committed, RowValues now) {
    return Optional.of(
        new RowChange.Delete(committed.row(), now, committed.stampAfter(), List.of()));
  }

  private Optional<RowChange> addition(RowValues values, List<RowProblem> problems) {
    RowValues own = values.only(column -> !column.isReadOnly());
    return Optional.of(new RowChange.Add(changes.nextKey(), own, RowOrigin.TYPED, problems));
  }
}
