package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.Ledger;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.NewKeys;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * {@link app.pallet.commit.CommitMode#BATCH}: our own grouped statements on the connection of a
 * Hibernate session that stays open between transactions, so that statements are prepared once
 * (decision 0040).
 */
final class GroupedWriter implements TransactionWriter {

  private final CatalogueDatabase database;
  private final SessionTransaction transactions;
  private final TransactionScope scope;
  private final Supplier<StatelessSession> sessions;
  private final InstantSource clock;
  private final NewKeys ids;
  private final Conflicts conflicts;
  private final Ledger ledger;
  private final PendingParents parents;
  private @Nullable StatelessSession session;
  private @Nullable GroupedRows grouped;

  GroupedWriter(
      CatalogueDatabase database,
      TransactionScope scope,
      Ledger ledger,
      PendingParents parents,
      Supplier<StatelessSession> sessions,
      InstantSource clock) {
    this.database = database;
    this.transactions = new SessionTransaction(database);
    this.scope = scope;
    this.sessions = sessions;
    this.clock = clock;
    this.ids = database.newKeys();
    this.conflicts = new Conflicts(database);
    this.ledger = ledger;
    this.parents = parents;
  }

  @Override
  public TransactionRows write(int part, List<RowChange> rows, TransactionProgress progress) {
    StatelessSession open = session();
    try {
      return transactions.write(
          open, () -> open.doReturningWork(connection -> send(part, connection, rows, progress)));
    } catch (RuntimeException | Error e) {
      SessionTransaction.alsoTry(e, this::close); // the next one begins on a new connection
      throw e;
    }
  }

  private TransactionRows send(
      int part, Connection connection, List<RowChange> rows, TransactionProgress progress)
      throws SQLException {
    Map<RowKey.New, RowKey.Stored> newKeys = ids.assign(connection, rows);
    TransactionRows written = parents.begin(connection, scope, rows, newKeys);
    List<RowChange> sent = written.sent();
    progress.wrote(rows.size() - sent.size());
    Ledger.Entry entry = ledger.begin(part, sent, newKeys);
    GroupedRows statements = groupedOn(connection);
    Instant now = clock.instant();
    List<RowChange> unmatched = statements.write(sent, newKeys, now, progress);
    conflicts.resolve(
        connection,
        unmatched,
        again -> {
          try (GroupedRows compared = GroupedRows.ofComparedRows(connection, database)) {
            return compared.write(again, newKeys, now, progress.silent());
          }
        },
        written);
    new ReadBack(database).look(connection, written);
    written.record(entry, connection);
    return written;
  }

  private StatelessSession session() {
    if (session == null) {
      session = sessions.get();
    }
    return session;
  }

  private GroupedRows groupedOn(Connection connection) {
    if (grouped == null) {
      grouped = new GroupedRows(connection, database);
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
