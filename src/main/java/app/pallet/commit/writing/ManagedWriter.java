package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.Ledger;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.NewKeys;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * {@link CommitMode#ADD_ALL} and {@link CommitMode#ONE_BY_ONE}: a managed session that persists,
 * finds and changes, and removes row by row, the way an ordinary program uses Hibernate. How many
 * rows a transaction has is the plan's affair; here the modes only differ in how often they flush.
 */
final class ManagedWriter implements TransactionWriter {

  /** Keys taken ahead at least, in a transaction of their own, as Hibernate's pooled ids are. */
  private static final int KEYS_AHEAD = 100;

  private final CatalogueDatabase database;
  private final SessionTransaction transactions;
  private final TransactionScope scope;
  private final int flushSize;
  private final InstantSource clock;
  private final ManagedRows managed;
  private final NewKeys newKeys;
  private final Ledger ledger;
  private final PendingParents parents;
  private @Nullable Session session;
  private long nextId;
  private int idsLeft;

  ManagedWriter(
      CatalogueDatabase database,
      CommitPlan plan,
      Ledger ledger,
      PendingParents parents,
      InstantSource clock) {
    this.database = database;
    this.transactions = new SessionTransaction(database);
    this.scope = plan.scope();
    this.flushSize =
        plan.mode() == CommitMode.ONE_BY_ONE
            ? 1
            : Math.min(plan.batchSize(), GroupedRows.JDBC_BATCH);
    this.clock = clock;
    this.ledger = ledger;
    this.parents = parents;
    this.managed = new ManagedRows(database);
    this.newKeys = database.newKeys();
  }

  @Override
  public TransactionRows write(int part, List<RowChange> rows, TransactionProgress progress) {
    Session open = session();
    try {
      if (!newKeys.lastBeyondTheTransaction()) {
        return transactions.write(open, () -> send(part, open, rows, newIds(open, rows), progress));
      }
      Map<RowKey.New, RowKey.Stored> ids = takeIds(open, rows);
      return transactions.write(open, () -> send(part, open, rows, ids, progress));
    } catch (RuntimeException | Error e) {
      SessionTransaction.alsoTry(
          e, this::close); // a session that has failed must not be used again
      throw e;
    }
  }

  private TransactionRows send(
      int part,
      Session open,
      List<RowChange> rows,
      Map<RowKey.New, RowKey.Stored> ids,
      TransactionProgress progress) {
    TransactionRows written =
        open.doReturningWork(connection -> parents.begin(connection, scope, rows, ids));
    List<RowChange> sent = written.sent();
    progress.wrote(rows.size() - sent.size());
    Ledger.Entry entry = ledger.begin(part, sent, ids);
    Instant now = clock.instant();
    for (List<RowChange> slice : CommitPlan.slices(sent, flushSize)) {
      progress.throwIfCancelled();
      for (RowChange row : slice) {
        managed.apply(open, row, ids, now, written);
      }
      open.flush();
      open.clear();
      progress.wrote(slice.size());
    }
    open.doWork(connection -> {
      new ReadBack(database).look(connection, written);
      written.record(entry, connection);
    });
    return written;
  }

  private Map<RowKey.New, RowKey.Stored> newIds(Session open, List<RowChange> rows) {
    return open.doReturningWork(connection -> newKeys.assign(connection, rows));
  }

  private Map<RowKey.New, RowKey.Stored> takeIds(Session open, List<RowChange> rows) {
    Map<RowKey.New, RowKey.Stored> ids = new HashMap<>();
    int adds = (int) rows.stream().filter(RowChange.Add.class::isInstance).count();
    if (adds > idsLeft) {
      int count = Math.max(adds, KEYS_AHEAD);
      nextId =
          transactions.run(
              open,
              () -> open.doReturningWork(connection -> newKeys.reserve(connection, count, 0)));
      idsLeft = count;
    }
    for (RowChange row : rows) {
      if (row instanceof RowChange.Add add) {
        ids.put(add.key(), new RowKey.Id(nextId++));
        idsLeft--;
      }
    }
    return ids;
  }

  private Session session() {
    if (session == null) {
      session = database.sessionFactory().openSession();
      session.setJdbcBatchSize(flushSize);
    }
    return session;
  }

  @Override
  public void close() {
    if (session != null) {
      session.close();
      session = null;
    }
  }
}
