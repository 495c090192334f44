package app.pallet.commit.writing;

import static app.pallet.commit.CommitEnding.LastTransaction.ROLLED_BACK;
import static app.pallet.commit.CommitEnding.LastTransaction.UNKNOWN;

import app.pallet.change.RowChange;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitEnding.Cancelled;
import app.pallet.commit.CommitEnding.Finished;
import app.pallet.commit.CommitEnding.LastTransaction;
import app.pallet.commit.CommitEnding.Stopped;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitIdentity;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.ledger.Ledger;
import app.pallet.commit.ledger.OutcomeByValues;
import app.pallet.commit.ledger.OutcomeByValues.Verdict;
import app.pallet.commit.order.WriteOrder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.LockHolder;
import app.pallet.engine.Failure;
import app.pallet.engine.FailureKind;
import app.pallet.engine.Failures;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

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
  private final Ledger ledger;
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
    this(database, rows, plan, listener, CommitIdentity.ofThisUser(InstantSource.system()));
  }

  /**
   * The same under a name by which it is known already.
   *
   * @param identity written into the ledger with each transaction
   */
  public CommitTask(
      CatalogueDatabase database,
      List<RowChange> rows,
      CommitPlan plan,
      CommitListener listener,
      CommitIdentity identity) {
    this(database, rows, plan, listener, identity, new Writers(database), Backoff.Pause.THREAD);
  }

  CommitTask(
      CatalogueDatabase database,
      List<RowChange> rows,
      CommitPlan plan,
      CommitListener listener,
      CommitIdentity identity,
      Writers writers,
      Backoff.Pause pause) {
    this.database = database;
    this.rows = List.copyOf(rows);
    for (RowChange row : this.rows) {
      if (!row.isCommittable()) {
        throw new IllegalArgumentException("Has a problem and can't be committed: " + row);
      }
    }
    this.plan = plan;
    this.listener = listener;
    this.ledger = new Ledger(database, identity, plan.mode());
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
    CommitTally tally = new CommitTally(plan, rows, listener, new RowNames(database));
    listener.happened(new CommitEvent.Started(rows.size(), plan, database.settings()));
    monitor.begin("Committing", rows.size());
    CommitEnding ending = writeAll(tally, new TransactionProgress(monitor), monitor);
    if (rows.size() > plan.batchSize() && ending instanceof Finished) { // a cancel wants an answer
      database.checkpoint();
    }
    return tally.finish(ending);
  }

  private CommitEnding writeAll(
      CommitTally tally, TransactionProgress progress, WorkMonitor monitor) {
    LastTransaction last = ROLLED_BACK;
    WriteOrder order = WriteOrder.of(rows, database.schema());
    List<List<RowChange>> transactions = order.transactions(plan);
    PendingParents parents = new PendingParents(database, transactions, tally.newKeys());
    CarefulWriter.Way way =
        new CarefulWriter.Way(plan.scope(), order, CarefulWriter.Look.AT_STATEMENTS, parents);
    try (LogUpkeep upkeep = new LogUpkeep(database::checkpoint);
        TransactionWriter writer = writers.open(plan, ledger, parents)) {
      int part = ledger.lastPart();
      for (List<RowChange> transaction : transactions) {
        progress.throwIfCancelled();
        long began = System.nanoTime();
        database.requireInPlace();
        TransactionRows result = write(writer, way, ++part, transaction, progress, monitor);
        last = UNKNOWN; // if the file has gone it is in there, and may be put back with it
        database.requireInPlace();
        last = ROLLED_BACK;
        tally.add(result, System.nanoTime() - began);
        upkeep.committed(transaction.size());
      }
      return new Finished();
    } catch (CancellationException e) {
      return new Cancelled();
    } catch (CatalogueException e) {
      return new Stopped(Objects.requireNonNull(e.getMessage()), e, last);
    } catch (UnclearOutcomeException e) {
      return new Stopped(reason(failures().read(e, database.schema())), e, UNKNOWN);
    } catch (PersistenceException e) {
      return new Stopped(reason(failures().read(e, database.schema())), e, ROLLED_BACK);
    }
  }

  /**
   * Moves what is committed from the log into the file while the next rows are written, so that
   * little is left to wait for at the end (decision 0171).
   */
  static final class LogUpkeep implements AutoCloseable {

    /** After how many rows it is worth a thread: some megabytes of the log. */
    private static final int ROWS_WORTH_A_THREAD = 20_000;

    private final Runnable checkpoint;
    private Optional<CompletableFuture<Void>> running = Optional.empty();
    private int rows;

    LogUpkeep(Runnable checkpoint) {
      this.checkpoint = checkpoint;
    }

    void committed(int more) {
      rows += more;
      if (rows >= ROWS_WORTH_A_THREAD && running.stream().allMatch(Future::isDone)) {
        rows = 0;
        running = Optional.of(CompletableFuture.runAsync(checkpoint));
      }
    }

    /** Waits for what still runs: the catalogue may be closed after the commit. */
    @Override
    public void close() {
      running.ifPresent(CompletableFuture::join);
    }
  }

  /** Writes one transaction, and once more with care if a row of it is at fault. */
  private TransactionRows write(
      TransactionWriter writer,
      CarefulWriter.Way way,
      int part,
      List<RowChange> transaction,
      TransactionProgress progress,
      WorkMonitor monitor) {
    CarefulWriter.Look look = way.look();
    if (way.order().isLinked() && transaction.size() > 1) {
      writer.close(); // there is one connection for writing
    } else {
      try {
        return writePatiently(writer, part, transaction, progress, monitor);
      } catch (PersistenceException e) {
        Failure failure = failures().read(e);
        if (!CarefulWriter.isRowsFault(failure)) {
          throw e;
        }
        look = CarefulWriter.Look.at(failure);
      }
      monitor.message("Looking for the rows that can't be written");
    }
    try {
      return writeCarefully(way.at(look), part, transaction, progress, monitor);
    } catch (PersistenceException e) {
      CarefulWriter.Look closer = CarefulWriter.Look.at(failures().read(e));
      if (closer == look) {
        throw e;
      }
      return writeCarefully(way.at(closer), part, transaction, progress, monitor);
    } finally {
      monitor.message("");
    }
  }

  private TransactionRows writeCarefully(
      CarefulWriter.Way way,
      int part,
      List<RowChange> transaction,
      TransactionProgress progress,
      WorkMonitor monitor) {
    try (TransactionWriter careful = writers.careful(ledger, way)) {
      return writePatiently(careful, part, transaction, progress, monitor);
    }
  }

  /** Writes one transaction, again after a while if the database is busy. */
  private TransactionRows writePatiently(
      TransactionWriter writer,
      int part,
      List<RowChange> transaction,
      TransactionProgress progress,
      WorkMonitor monitor) {
    for (int attempt = 1; ; attempt++) {
      try {
        TransactionRows result = writeOnce(writer, part, transaction, progress);
        if (result.isCommitted()) {
          progress.committed();
        }
        return result;
      } catch (PersistenceException e) {
        Failure failure = failures().read(e);
        boolean again = mayPass(failure) && !(e instanceof UnclearOutcomeException);
        Optional<Duration> pause = again ? backoff.after(attempt) : Optional.empty();
        if (pause.isEmpty()) {
          throw e;
        }
        String reason = reason(failure);
        listener.happened(new CommitEvent.Retried(attempt, pause.get(), reason));
        monitor.message(reason + ": attempt " + (attempt + 1) + " follows");
        backoff.await(pause.get(), monitor);
        monitor.message("");
      } finally {
        progress.rolledBack(); // what is not committed by now
      }
    }
  }

  /**
   * Writes one transaction once. If the database fails while committing it, the ledger tells
   * whether it took place, or the rows do.
   *
   * @throws UnclearOutcomeException if they don't tell either
   */
  private TransactionRows writeOnce(
      TransactionWriter writer,
      int part,
      List<RowChange> transaction,
      TransactionProgress progress) {
    try {
      return writer.write(part, transaction, progress);
    } catch (UnclearOutcomeException e) {
      return switch (outcome(part, e)) {
        case IN -> e.result();
        case OUT ->
            throw new PersistenceException("A transaction could not be committed", e.getCause());
        case UNKNOWN -> throw e;
      };
    }
  }

  private Verdict outcome(int part, UnclearOutcomeException unclear) {
    try {
      if (ledger.isKept()) {
        return ledger.contains(part) ? Verdict.IN : Verdict.OUT;
      }
      TransactionRows rows = unclear.result();
      return new OutcomeByValues(database).of(rows.written(), rows.ids());
    } catch (PersistenceException | SQLException unreachable) {
      unclear.addSuppressed(unreachable);
      return Verdict.UNKNOWN;
    }
  }

  private Failures failures() {
    return database.dialect().failures();
  }

  private static boolean mayPass(Failure failure) {
    return failure.kind() == FailureKind.RETRY || failure.kind() == FailureKind.TIMEOUT;
  }

  private String reason(Failure failure) {
    String name = String.valueOf(database.file().getFileName());
    return switch (failure.kind()) {
      case RETRY, TIMEOUT ->
          name + " is locked by " + LockHolder.of(database.file()).orElse("another program");
      case FULL -> "The disk with " + name + " is full";
      case READ_ONLY -> name + " can't be written";
      case CORRUPT -> name + " is damaged";
      case CONNECTION -> "The connection to " + name + " is lost";
      case STALE, CONSTRAINT, DATA, FATAL -> name + ": " + failure.message();
    };
  }
}
