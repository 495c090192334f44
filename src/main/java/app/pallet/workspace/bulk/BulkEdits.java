package app.pallet.workspace.bulk;

import app.pallet.change.RowKey;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.view.RowSelection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Changes of many rows at once by an operation or a recipe, looked at before they are made. All of
 * it is worked out in the background. Owner thread.
 */
public final class BulkEdits {

  private final TableSchema schema;
  private final Proposals proposals;
  private final EditQueue queue;
  private final Reading looking;
  private final AtomicLong newest = new AtomicLong();

  /** Bulk changes of a table that are looked at where rows are read. */
  public BulkEdits(TableSchema schema, Proposals proposals, EditQueue queue) {
    this(schema, proposals, queue, queue::glance);
  }

  private BulkEdits(TableSchema schema, Proposals proposals, EditQueue queue, Reading looking) {
    this.schema = schema;
    this.proposals = proposals;
    this.queue = queue;
    this.looking = looking;
  }

  /** The same, whose previews are worked out elsewhere, so that nobody waits for them. */
  public BulkEdits looking(Reading elsewhere) {
    return new BulkEdits(schema, proposals, queue, elsewhere);
  }

  /**
   * Finds out what would change; nothing becomes pending. A newer request ends this one.
   *
   * @param done gets the counts and examples on the owner thread, unless there is a newer request
   */
  public void preview(
      RowSelection rows, RecipeWork work, Predicate<RowKey> takenOut, Consumer<BulkReport> done) {
    long mine = newest.incrementAndGet();
    BulkChange change = new BulkChange(schema, rows, work, takenOut);
    proposals.<Optional<BulkReport>>lookInBackground(
        looking,
        "Preview",
        (basis, monitor) -> {
          Outdated outdated = new Outdated(monitor, mine);
          return outdated.isOld() ? Optional.empty() : Optional.of(change.preview(basis, outdated));
        },
        found ->
            found.ifPresent(report -> {
              if (mine == newest.get()) {
                done.accept(report);
              }
            }));
  }

  /** Ends a preview, of which nobody hears any more. */
  public void endPreview() {
    newest.incrementAndGet();
  }

  /**
   * Makes the changes, as one step of undo by the name of the work.
   *
   * @param done gets what has become pending on the owner thread
   */
  public void apply(
      RowSelection rows, RecipeWork work, Predicate<RowKey> takenOut, Consumer<BulkReport> done) {
    endPreview();
    BulkChange change = new BulkChange(schema, rows, work, takenOut);
    queue.step(work.name(), turn -> proposals.proposeInBackground(turn, work.name(), change, done));
  }

  /** A monitor of work that stops when something newer was asked for. */
  private final class Outdated implements WorkMonitor {

    private final WorkMonitor monitor;
    private final long mine;

    Outdated(WorkMonitor monitor, long mine) {
      this.monitor = monitor;
      this.mine = mine;
    }

    boolean isOld() {
      return mine != newest.get();
    }

    @Override
    public void begin(String task, long total) {
      monitor.begin(task, total);
    }

    @Override
    public void worked(long units) {
      monitor.worked(units);
    }

    @Override
    public boolean isCancelled() {
      return isOld() || monitor.isCancelled();
    }
  }
}
