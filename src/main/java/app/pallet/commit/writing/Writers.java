package app.pallet.commit.writing;

import app.pallet.commit.CommitPlan;
import app.pallet.commit.ledger.Ledger;
import app.pallet.database.CatalogueDatabase;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.hibernate.ConnectionAcquisitionMode;
import org.hibernate.ConnectionReleaseMode;
import org.hibernate.SessionFactory;
import org.hibernate.StatelessSession;

/** Makes the writer of a plan's mode. */
final class Writers {

  private final CatalogueDatabase database;
  private final Supplier<StatelessSession> sessions;
  private final InstantSource clock;

  Writers(CatalogueDatabase database) {
    this(database, () -> open(database.sessionFactory()), InstantSource.system());
  }

  /** A session that keeps its connection between transactions, and with it prepared statements. */
  private static StatelessSession open(SessionFactory factory) {
    return factory
        .withStatelessOptions()
        .connectionHandling(ConnectionAcquisitionMode.AS_NEEDED, ConnectionReleaseMode.ON_CLOSE)
        .openStatelessSession();
  }

  Writers(CatalogueDatabase database, Supplier<StatelessSession> sessions, InstantSource clock) {
    this.database = database;
    this.sessions = sessions;
    this.clock = clock;
  }

  TransactionWriter open(CommitPlan plan, Ledger ledger, PendingParents parents) {
    return switch (plan.mode()) {
      case BATCH -> new GroupedWriter(database, plan.scope(), ledger, parents, sessions, clock);
      case ADD_ALL, ONE_BY_ONE -> new ManagedWriter(database, plan, ledger, parents, clock);
    };
  }

  /**
   * The writer for a transaction that has failed through some of its rows.
   *
   * <p>It needs the writing connection, which the failed writer has given back.
   */
  TransactionWriter careful(Ledger ledger, CarefulWriter.Way way) {
    return new CarefulWriter(database, ledger, sessions, clock, way);
  }
}
