package app.pallet.commit;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
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
  private final TransactionScope scope;
  private final Supplier<StatelessSession> sessions;
  private final InstantSource clock;
  private final IdBlock ids;
  private final Conflicts conflicts;
  private @Nullable StatelessSession session;
  private @Nullable GroupedRows grouped;

  GroupedWriter(
      TableSchema schema,
      TransactionScope scope,
      Supplier<StatelessSession> sessions,
      InstantSource clock) {
    this.schema = schema;
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
      return SessionTransaction.run(
          open,
          () -> open.doReturningWork(connection -> send(connection, rows, checkpoint)),
          checkpoint);
    } catch (RuntimeException | Error e) {
      closeAfter(e); // the next transaction begins with a connection that knows nothing of this one
      throw e;
    }
  }

  private TransactionResult send(Connection connection, List<RowChange> rows, Checkpoint checkpoint)
      throws SQLException {
    checkpoint.pass();
    Map<RowKey.New, Long> newIds = ids.assign(connection, rows);
    List<RowChange> unmatched =
        groupedOn(connection)
            .write(
                rows,
                newIds,
                clock.instant(),
                sent -> {
                  checkpoint.wrote(sent);
                  checkpoint.pass();
                });
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

  private void closeAfter(Throwable failure) {
    try {
      close();
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
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
