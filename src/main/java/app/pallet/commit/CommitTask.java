package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEnding.Cancelled;
import app.pallet.commit.CommitEnding.Finished;
import app.pallet.commit.CommitEnding.Stopped;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.DatabaseFailure;
import app.pallet.database.FailureKind;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import jakarta.persistence.PersistenceException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Writes pending changes into the catalogue as a plan says, and reports exactly which rows are in
 * it afterwards. Runs once, on the writer's thread; deletes come first, then edits, then adds, so
 * that a value one row gives up is free for the next. Whatever happens, no transaction stays open
 * and no row is half written.
 */
public final class CommitTask implements Work<CommitReport> {

  private final CatalogueDatabase database;
  private final List<RowChange> rows;
  private final CommitPlan plan;
  private final CommitListener listener;
  private final Writers writers;
  private final Backoff backoff;

  /**
   * Prepares a commit.
   *
   * @param rows changes of different rows that can be committed, such as {@link
   *     app.pallet.change.ChangeSet#committable} gives
   * @throws IllegalArgumentException if one of them has a problem that forbids it
   */
  public CommitTask(
      CatalogueDatabase database, List<RowChange> rows, CommitPlan plan, CommitListener listener) {
    this(database, rows, plan, listener, new Writers(database), Backoff.Pause.THREAD);
  }

  CommitTask(
      CatalogueDatabase database,
      List<RowChange> rows,
      CommitPlan plan,
      CommitListener listener,
      Writers writers,
      Backoff.Pause pause) {
    this.database = database;
    this.rows = WriteOrder.of(rows);
    this.plan = plan;
    this.listener = listener;
    this.writers = writers;
    this.backoff = new Backoff(pause);
  }

  /**
   * Commits. A cancel is seen within some hundred rows; what is committed by then stays.
   *
   * @return what was done, also after a cancel and where the database could not go on
   */
  @Override
  public CommitReport run(WorkMonitor monitor) {
    monitor.begin("Preparing the commit", WorkMonitor.UNKNOWN);
    database.sessionFactory(); // the first time it starts Hibernate, which is no part of any rate
    CommitTally tally = new CommitTally(plan, rows.size(), listener);
    listener.happened(new CommitEvent.Started(rows.size(), plan, database.settings()));
    monitor.begin("Committing", rows.size());
    Checkpoint checkpoint = new Checkpoint(monitor);
    CommitEnding ending;
    try (TransactionWriter writer = writers.open(plan)) {
      for (List<RowChange> transaction : plan.transactions(rows)) {
        checkpoint.pass();
        long began = System.nanoTime();
        TransactionResult result = write(writer, transaction, checkpoint, monitor);
        tally.add(result, System.nanoTime() - began);
      }
      ending = new Finished();
    } catch (CancellationException e) {
      ending = new Cancelled();
    } catch (PersistenceException e) {
      ending = new Stopped(reason(DatabaseFailure.of(e, database.schema())), e);
    }
    return tally.finish(ending);
  }

  /** Writes one transaction, and once more with care if a row of it is at fault. */
  private TransactionResult write(
      TransactionWriter writer,
      List<RowChange> transaction,
      Checkpoint checkpoint,
      WorkMonitor monitor) {
    try {
      return writePatiently(writer, transaction, checkpoint, monitor);
    } catch (PersistenceException e) {
      if (!CarefulWriter.isRowsFault(DatabaseFailure.of(e))) {
        throw e;
      }
    }
    monitor.message("Looking for the rows that can't be written");
    try (TransactionWriter careful = writers.careful(plan)) {
      return writePatiently(careful, transaction, checkpoint, monitor);
    } finally {
      monitor.message("");
    }
  }

  /** Writes one transaction, again after a while if the database is busy. */
  private TransactionResult writePatiently(
      TransactionWriter writer,
      List<RowChange> transaction,
      Checkpoint checkpoint,
      WorkMonitor monitor) {
    for (int attempt = 1; ; attempt++) {
      try {
        TransactionResult result = writer.write(transaction, checkpoint);
        if (result.isCommitted()) {
          checkpoint.committed();
        }
        return result;
      } catch (PersistenceException e) {
        DatabaseFailure failure = DatabaseFailure.of(e);
        Optional<Duration> pause = mayPass(failure) ? backoff.after(attempt) : Optional.empty();
        if (pause.isEmpty()) {
          throw e;
        }
        listener.happened(new CommitEvent.Retried(attempt, pause.get(), reason(failure)));
        backoff.await(pause.get(), monitor);
      } finally {
        checkpoint.rolledBack(); // what is not committed by now
      }
    }
  }

  private static boolean mayPass(DatabaseFailure failure) {
    return failure.kind() == FailureKind.RETRY || failure.kind() == FailureKind.TIMEOUT;
  }

  private String reason(DatabaseFailure failure) {
    String name = String.valueOf(database.file().getFileName());
    return switch (failure.kind()) {
      case RETRY, TIMEOUT -> name + " is locked by another program";
      case FULL -> "The disk with " + name + " is full";
      case READ_ONLY -> name + " can't be written";
      case CORRUPT -> name + " is damaged";
      case CONNECTION -> "The connection to " + name + " is lost";
      case STALE, CONSTRAINT, DATA, FATAL -> name + ": " + failure.message();
    };
  }
}
