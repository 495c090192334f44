package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.TableSchema;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * {@link CommitMode#BATCH}: our own grouped statements on the connection of a Hibernate session
 * that stays open between transactions, so that statements are prepared once (decision 0040).
 */
final class GroupedWriter implements TransactionWriter {

  private final TableSchema schema;
  private final SessionTransaction transactions;
  private final TransactionScope scope;
  private final Supplier<StatelessSession> sessions;
  private final InstantSource clock;
  private final IdBlock ids;
  private final Conflicts conflicts;
  private @Nullable StatelessSession session;
  private @Nullable GroupedRows grouped;

  GroupedWriter(
      CatalogueDatabase database,
      TransactionScope scope,
      Supplier<StatelessSession> sessions,
      InstantSource clock) {
    this.schema = database.schema();
    this.transactions = new SessionTransaction(database);
    this.scope = scope;
    this.sessions = sessions;
    this.clock = clock;
    this.ids = new IdBlock(schema);
    this.conflicts = new Conflicts(schema);
  }

  @Override
  public TransactionResult write(List<RowChange> rows, Checkpoint checkpoint) {
    StatelessSession open = session();
    try {
      return transactions.run(
          open,
          () -> open.doReturningWork(connection -> send(connection, rows, checkpoint)),
          TransactionResult::isCommitted);
    } catch (RuntimeException | Error e) {
      SessionTransaction.alsoTry(e, this::close); // the next one begins on a new connection
      throw e;
    }
  }

  private TransactionResult send(Connection connection, List<RowChange> rows, Checkpoint checkpoint)
      throws SQLException {
    Map<RowKey.New, Long> newIds = ids.assign(connection, rows);
    List<RowChange> unmatched =
        groupedOn(connection).write(rows, newIds, clock.instant(), checkpoint);
    Map<RowKey, RowProblem> problems = conflicts.explain(connection, unmatched);
    return TransactionResult.of(scope, rows, newIds, problems);
  }

  private StatelessSession session() {
    if (session == null) {
      session = sessions.get();
    }
    return session;
  }

  private GroupedRows groupedOn(Connection connection) {
    if (grouped == null) {
      grouped = new GroupedRows(connection, schema);
    }
    return grouped;
  }

  @Override
  public void close() {
    StatelessSession open = session;
    GroupedRows statements = grouped;
    session = null;
    grouped = null;
    if (open == null) {
      return;
    }
    try (open) {
      if (statements != null) {
        open.doWork(connection -> statements.close());
      }
    }
  }
}
