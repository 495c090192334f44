package app.pallet.benchmark;

import app.pallet.change.RowChange;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.Transaction;
import org.hibernate.cfg.Configuration;
import org.hibernate.community.dialect.SQLiteDialect;

/**
 * Hibernate as its guide has it for many rows: an entity class, a managed session, JDBC batches of
 * 1,000, flush and clear after each, one transaction. Rows to be added are entities before the
 * clock starts; those to be changed are found first.
 */
final class HibernateSession {

  private static final int BATCH = 1_000;

  private HibernateSession() {}

  static long run(
      Path file,
      List<RowChange> changes,
      Function<RowChange, List<Object>> added,
      Function<RowChange, List<Object>> edited) {
    Configuration configuration = new Configuration().addAnnotatedClass(Product.class);
    configuration.setProperty(
        "hibernate.connection.url",
        "jdbc:sqlite:" + file + "?journal_mode=WAL&synchronous=NORMAL&transaction_mode=IMMEDIATE");
    configuration.setProperty("hibernate.dialect", SQLiteDialect.class.getName());
    configuration.setProperty("hibernate.jdbc.batch_size", Integer.toString(BATCH));
    configuration.setProperty("hibernate.jdbc.batch_versioned_data", "true");
    configuration.setProperty("hibernate.connection.pool_size", "1");
    boolean adds = changes.getFirst() instanceof RowChange.Add;
    List<Product> products =
        adds ? changes.stream().map(added).map(Product::new).toList() : List.of();
    List<List<Object>> values = adds ? List.of() : changes.stream().map(edited).toList();
    try (SessionFactory factory = configuration.buildSessionFactory();
        Session session = factory.openSession()) {
      long began = System.nanoTime();
      Transaction transaction = session.beginTransaction();
      for (int i = 0; i < changes.size(); i++) {
        if (adds) {
          session.persist(products.get(i));
        } else {
          List<Object> row = values.get(i);
          session.find(Product.class, row.get(3)).change(row);
        }
        if ((i + 1) % BATCH == 0) {
          session.flush();
          session.clear();
        }
      }
      transaction.commit();
      return System.nanoTime() - began;
    }
  }
}
