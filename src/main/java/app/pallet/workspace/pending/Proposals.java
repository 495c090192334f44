package app.pallet.workspace.pending;

import app.pallet.change.ChangeSet;
import app.pallet.change.FoundRows;
import app.pallet.change.PreparedChanges;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowView;
import app.pallet.workspace.view.ViewRow;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The one way in which anything becomes pending: it is worked out on the reading thread, and the
 * owner thread only takes it over, as one step of undo. If a commit has settled meanwhile, it is
 * worked out again. A few rows that are at hand are changed at once, so that what is typed is there
 * when the key goes up. Owner thread.
 */
public final class Proposals {

  private final ChangeSet changes;
  private final RowView view;
  private final RowReader reader;
  private final EditQueue queue;
  private final WorkspaceDraft draft;

  public Proposals(
      ChangeSet changes, RowView view, RowReader reader, EditQueue queue, WorkspaceDraft draft) {
    this.changes = changes;
    this.view = view;
    this.reader = reader;
    this.queue = queue;
    this.draft = draft;
  }

  /**
   * Works something out about selected cells, and takes it.
   *
   * @param turn the turn of the action
   * @param task what is being done, as the user reads it
   * @param about the rows that it needs
   * @param done gets told on the owner thread once it is pending
   */
  <R> void propose(
      Reading turn,
      String task,
      RowSelection about,
      Proposing<R> proposing,
      Consumer<? super R> done) {
    if (isAtHand(about)) {
      propose(proposing, done);
    } else {
      proposeInBackground(turn, task, proposing, done);
    }
  }

  /**
   * Works something out about rows that need not be read, and takes it.
   *
   * @param rows about how many
   */
  public <R> void propose(
      Reading turn, String task, long rows, Proposing<R> proposing, Consumer<? super R> done) {
    if (rows <= EditQueue.AT_ONCE) {
      propose(proposing, done);
    } else {
      proposeInBackground(turn, task, proposing, done);
    }
  }

  /** Works something out that takes a while, and takes it. */
  public <R> void proposeInBackground(
      Reading turn, String task, Proposing<R> proposing, Consumer<? super R> done) {
    lookInBackground(
        turn,
        task,
        (basis, monitor) -> {
          Proposal<R> proposal = proposing.propose(basis, monitor);
          draft.prepare(proposal.changes());
          return proposal;
        },
        proposal -> {
          if (changes.isCurrent(proposal.changes())) {
            take(proposal, done);
          } else { // a commit has settled meanwhile, and rows may go by other keys
            proposeInBackground(turn, task, proposing, done);
          }
        });
  }

  /**
   * Looks at selected cells; nothing becomes pending by it.
   *
   * @param done gets what was found on the owner thread
   */
  <T> void look(
      Reading reading,
      String task,
      RowSelection about,
      BiFunction<Basis, WorkMonitor, T> looking,
      Consumer<T> done) {
    if (isAtHand(about)) {
      done.accept(looking.apply(atOnce(), WorkMonitor.NONE));
    } else {
      lookInBackground(reading, task, looking, done);
    }
  }

  /** Looks at what is pending and at rows, which takes a while. */
  public <T> void lookInBackground(
      Reading reading, String task, BiFunction<Basis, WorkMonitor, T> looking, Consumer<T> done) {
    Basis basis = new Basis(changes.snapshot(), queue.names(), reader::findKeys);
    reading.read(task, monitor -> looking.apply(basis, monitor), done);
  }

  /**
   * Gets rows wherever they are: at once, or from the database.
   *
   * @param then gets them on the owner thread, without those that are no longer there
   */
  public void peek(Reading reading, List<RowKey> keys, Consumer<List<ViewRow>> then) {
    List<RowKey> now = keys.stream().map(queue::now).toList();
    List<RowKey.Stored> missing =
        now.stream()
            .filter(RowKey.Stored.class::isInstance)
            .map(RowKey.Stored.class::cast)
            .filter(key -> view.rowOf(key).isEmpty())
            .toList();
    if (missing.isEmpty()) {
      then.accept(now.stream().flatMap(key -> view.rowOf(key).stream()).toList());
    } else {
      reading.read(
          "Read rows",
          monitor -> reader.byKey(missing),
          read -> then.accept(now.stream().flatMap(key -> row(key, read).stream()).toList()));
    }
  }

  private Optional<ViewRow> row(RowKey key, Map<RowKey, Row> read) {
    return Optional.ofNullable(read.get(key))
        .map(row -> new ViewRow(key, row, changes.get(key).orElse(null)))
        .or(() -> view.rowOf(key));
  }

  /**
   * Takes what was worked out before, such as an import that the user has looked at. If something
   * else has become pending since, it is merged again.
   *
   * @param done gets what has become pending
   */
  public void take(Reading turn, PreparedChanges ready, Consumer<PreparedChanges> done) {
    if (changes.isCurrent(ready) && !draft.isWorthPreparing(ready)) {
      take(new Proposal<>(ready, ready), done);
    } else {
      proposeInBackground(
          turn,
          "Save draft",
          (basis, monitor) -> {
            PreparedChanges now = basis.pending().again(ready);
            return new Proposal<>(now, now);
          },
          done);
    }
  }

  private <R> void propose(Proposing<R> proposing, Consumer<? super R> done) {
    take(proposing.propose(atOnce(), WorkMonitor.NONE), done);
  }

  private Basis atOnce() {
    return new Basis(changes.current(), queue::now, this::atHand);
  }

  private <R> void take(Proposal<R> proposal, Consumer<? super R> done) {
    changes.record(proposal.changes());
    done.accept(proposal.report());
  }

  private FoundRows atHand(List<RowKey.Stored> keys, Collection<Column> columns) {
    @Nullable Row[] rows = new @Nullable Row[keys.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = view.rowOf(keys.get(i)).map(ViewRow::stored).orElse(null);
    }
    return new FoundRows(rows, new BitSet(0));
  }

  private boolean isAtHand(RowSelection about) {
    if (about.rowCount() > EditQueue.AT_ONCE) {
      return false;
    }
    for (CellBlock block : about.rectangles()) {
      for (int index = block.firstRow(); index <= block.lastRow(); index++) {
        RowKey now = queue.now(about.rows().apply(index));
        if (now instanceof RowKey.Stored && view.rowOf(now).isEmpty()) {
          return false;
        }
      }
    }
    return true;
  }
}
