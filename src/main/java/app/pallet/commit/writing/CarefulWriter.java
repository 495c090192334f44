package app.pallet.commit.writing;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.ledger.Ledger;
import app.pallet.commit.order.WriteOrder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.BrokenConstraint;
import app.pallet.engine.Failure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.hibernate.StatelessSession;

/**
 * Writes the rows of a transaction that has failed through some of them: in halves behind
 * savepoints, until each bad row stands alone and all others are in. Used after any mode's failure,
 * since it is not about speed any more (decision 0042).
 */
final class CarefulWriter implements TransactionWriter {

  private final CatalogueDatabase database;
  private final SessionTransaction transactions;
  private final TransactionScope scope;
  private final Ledger ledger;
  private final Supplier<StatelessSession> sessions;
  private final InstantSource clock;
  private final WriteOrder order;
  private final Look look;
  private final PendingParents parents;

  /** Where a bad row shows. */
  enum Look {
    /** When it is written. */
    AT_STATEMENTS,
    /** Perhaps when the transaction ends, as foreign keys do that may be broken until then. */
    AT_END_TOO;

    /** Where the rows show that have made a transaction fail. */
    static Look at(Failure failure) {
      return failure
              .constraint()
              .filter(broken -> broken.kind() == BrokenConstraint.Kind.FOREIGN_KEY)
              .isPresent()
          ? AT_END_TOO
          : AT_STATEMENTS;
    }
  }

  /**
   * What of the rows is to be written, in which order, where bad rows are looked for, and what rows
   * refer to that are yet to be added.
   */
  record Way(TransactionScope scope, WriteOrder order, Look look, PendingParents parents) {

    /** The same with another place to look. */
    Way at(Look other) {
      return new Way(scope, order, other, parents);
    }
  }

  CarefulWriter(
      CatalogueDatabase database,
      Ledger ledger,
      Supplier<StatelessSession> sessions,
      InstantSource clock,
      Way way) {
    this.database = database;
    this.transactions = new SessionTransaction(database);
    this.scope = way.scope();
    this.ledger = ledger;
    this.sessions = sessions;
    this.clock = clock;
    this.order = way.order();
    this.look = way.look();
    this.parents = way.parents();
  }

  @Override
  public TransactionRows write(int part, List<RowChange> rows, TransactionProgress progress) {
    try (StatelessSession session = sessions.get()) {
      return transactions.write(
          session,
          () -> session.doReturningWork(connection -> send(part, connection, rows, progress)));
    }
  }

  private TransactionRows send(
      int part, Connection connection, List<RowChange> rows, TransactionProgress progress)
      throws SQLException {
    Map<RowKey.New, RowKey.Stored> ids = database.newKeys().assign(connection, rows);
    TransactionRows written = parents.begin(connection, scope, rows, ids);
    List<RowChange> all = written.sent();
    List<RowChange> left = all;
    progress.wrote(rows.size() - all.size());
    int mark = progress.mark();
    while (true) {
      Savepoint before = connection.setSavepoint();
      write(connection, left, written, progress);
      Map<RowKey, RowProblem> broken = brokenAtEnd(connection, left, written);
      if (broken.isEmpty()) {
        connection.releaseSavepoint(before);
        new ReadBack(database).look(connection, written);
        written.record(ledger.begin(part, all, ids), connection);
        return written;
      }
      connection.rollback(before);
      connection.releaseSavepoint(before);
      progress.rolledBackTo(mark);
      progress.wrote(all.size() - left.size() + broken.size());
      written.refused(broken);
      left = left.stream().filter(row -> !broken.containsKey(row.key())).toList();
    }
  }

  private void write(
      Connection connection,
      List<RowChange> rows,
      TransactionRows written,
      TransactionProgress progress)
      throws SQLException {
    try (LinkedRows linked = new LinkedRows(connection, database, order, written)) {
      Bisection bisection = new Bisection(connection, linked, written, clock.instant(), progress);
      for (List<RowChange> slice : order.slices(rows, GroupedRows.JDBC_BATCH)) {
        bisection.write(slice);
      }
      new Conflicts(database)
          .resolve(connection, bisection.takeUnmatched(), bisection::writeAgain, written);
      written.refused(bisection.refused);
    }
  }

  /** The written rows because of which the database would not end the transaction. */
  private Map<RowKey, RowProblem> brokenAtEnd(
      Connection connection, List<RowChange> rows, TransactionRows written) throws SQLException {
    return look == Look.AT_STATEMENTS
        ? Map.of()
        : new BrokenReferences(connection, database)
            .among(
                rows.stream().filter(row -> !written.problems().containsKey(row.key())).toList());
  }

  @Override
  public void close() {} // its session ends with each transaction

  /** Whether a failure is a row's own, so that the others can be written without it. */
  static boolean isRowsFault(Failure failure) {
    return switch (failure.kind()) {
      case CONSTRAINT, DATA, STALE -> true;
      case RETRY, CONNECTION, TIMEOUT, FULL, READ_ONLY, CORRUPT, FATAL -> false;
    };
  }

  private final class Bisection {
    private final Connection connection;
    private final LinkedRows linked;
    private final TransactionRows written;
    private final Map<RowKey.New, RowKey.Stored> ids;
    private final Instant now;
    private final TransactionProgress progress;
    private final Map<RowKey, RowProblem> refused = new LinkedHashMap<>();
    private final List<RowChange> unmatched = new ArrayList<>();
    private boolean comparedAlready;

    Bisection(
        Connection connection,
        LinkedRows linked,
        TransactionRows written,
        Instant now,
        TransactionProgress progress) {
      this.connection = connection;
      this.linked = linked;
      this.written = written;
      this.ids = written.ids();
      this.now = now;
      this.progress = progress;
    }

    /** Writes rows that were changed to be tried again. */
    List<RowChange> writeAgain(List<RowChange> rows) throws SQLException {
      int mark = progress.mark();
      comparedAlready = true;
      write(rows);
      comparedAlready = false;
      progress.rolledBackTo(mark); // they are on the progress already
      return takeUnmatched();
    }

    private List<RowChange> withoutWaiting(List<RowChange> given) {
      if (!written.hasReferring()) {
        return given;
      }
      List<RowChange> rows = new ArrayList<>(given.size());
      for (RowChange row : given) {
        Optional<RowProblem> waiting =
            written.referring(row).flatMap(before -> parents.waiting(before, this::isRefused));
        waiting.ifPresentOrElse(why -> refused.put(row.key(), why), () -> rows.add(row));
      }
      progress.wrote(given.size() - rows.size());
      return rows;
    }

    private boolean isRefused(RowKey.New parent) {
      return refused.containsKey(parent)
          || written.problems().containsKey(parent)
          || unmatched.stream().anyMatch(row -> row.key().equals(parent));
    }

    /** The rows that matched nothing since this was last asked. */
    List<RowChange> takeUnmatched() {
      List<RowChange> taken = List.copyOf(unmatched);
      unmatched.clear();
      return taken;
    }

    /** Writes rows but those that wait for refused ones, which come before them. */
    void write(List<RowChange> given) throws SQLException {
      List<RowChange> rows = withoutWaiting(given);
      if (rows.isEmpty()) {
        return;
      }
      int mark = progress.mark();
      Savepoint before = connection.setSavepoint();
      try {
        unmatched.addAll(
            comparedAlready
                ? linked.writeCompared(rows, ids, now, progress)
                : linked.write(rows, ids, now, progress));
        connection.releaseSavepoint(before);
        return;
      } catch (SQLException e) {
        Failure failure = database.dialect().failures().read(e, database.schema());
        if (!isRowsFault(failure)) {
          throw e;
        }
        connection.rollback(before);
        connection.releaseSavepoint(before);
        progress.rolledBackTo(mark);
        if (order.slices(rows, 1).size() == 1) { // a row, or rows that wait for each other
          Map<RowKey, RowProblem> reasons =
              Look.at(failure) == Look.AT_END_TOO
                  ? new BrokenReferences(connection, database).among(rows)
                  : Map.of();
          for (RowChange row : rows) {
            RowProblem reason = reasons.get(row.key());
            refused.put(row.key(), reason == null ? RefusedRow.refused(row, failure) : reason);
          }
          progress.wrote(rows.size());
          return;
        }
      }
      List<List<RowChange>> parts = order.slices(rows, (rows.size() + 1) / 2);
      for (List<RowChange> part : parts.size() > 1 ? parts : order.slices(rows, 1)) {
        write(part);
      }
    }
  }
}
