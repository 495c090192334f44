package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.CellFormat;
import app.pallet.work.DirectRunner;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.turns.WorkspaceListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A workspace without a window: everything runs on the calling thread, and a failure is thrown
 * where the command can turn it into an exit code.
 */
final class Session implements WorkspaceListener, AutoCloseable {

  private final Workspace workspace;
  private @Nullable Throwable failure;

  /**
   * A workspace over an open database, which is closed with it.
   *
   * @param monitor cancels what runs
   */
  Session(CatalogueDatabase database, SampledMonitor monitor) {
    workspace =
        new Workspace(
            database,
            new DirectRunner(monitor),
            new DirectRunner(monitor),
            CellFormat.PLAIN,
            this,
            PendingWork.IN_MEMORY);
  }

  Workspace workspace() {
    return workspace;
  }

  @Override
  public void failed(String task, Throwable cause) {
    failure = cause;
  }

  /**
   * Asks the workspace for something. The answer is there at once, because all work runs on this
   * thread.
   *
   * @param request is given the consumer of the answer
   * @throws CancellationException if the work was cancelled
   * @throws RuntimeException whatever else kept it from answering
   */
  <T> T answer(Consumer<Consumer<T>> request) {
    List<T> answers = new ArrayList<>(1);
    request.accept(answers::add);
    check();
    if (answers.isEmpty()) {
      throw new CancellationException();
    }
    return answers.getFirst();
  }

  /** Throws what failed since the last call. */
  void check() {
    Optional<Throwable> failed = Optional.ofNullable(failure);
    failure = null;
    switch (failed.orElse(null)) {
      case null -> {}
      case RuntimeException exception -> throw exception;
      case Error error -> throw error;
      case Throwable other -> throw new IllegalStateException(other);
    }
  }

  @Override
  public void close() {
    workspace.close();
  }
}
