package app.pallet.rows.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.rows.ProductRows;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stopping queries that would otherwise never end. */
class QueryInterruptTest {

  private static final String ENDLESS =
      "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n";

  @TempDir Path folder;
  private final QueryInterrupt interrupt = new QueryInterrupt();
  private ProductRows products;

  @BeforeEach
  void open() {
    products = ProductRows.in(folder);
  }

  @AfterEach
  void close() {
    products.close();
  }

  @Test
  void aRunningQueryIsStoppedAndItsConnectionRemainsUsable() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    try (Connection connection = products.database.readers().getConnection();
        Statement statement = connection.createStatement();
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<?> cancelled =
          other.submit(() -> {
            running.await();
            interrupt.cancel();
            return null;
          });

      assertThatThrownBy(() -> interrupt.run(statement, () -> readEverything(statement, running)))
          .isInstanceOf(CancellationException.class);
      cancelled.get();
      assertThat(statement.executeQuery("SELECT 42").getInt(1)).isEqualTo(42);
    }
  }

  @Test
  void aQueryThatWasCancelledBeforeDoesNotBegin() throws SQLException {
    interrupt.cancel();

    try (Connection connection = products.database.readers().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(() -> interrupt.run(statement, () -> statement.executeQuery("SELECT 1")))
          .isInstanceOf(CancellationException.class);
    }
  }

  @Test
  void aFailureThatIsNoCancelComesOutAsItIs() throws SQLException {
    try (Connection connection = products.database.readers().getConnection();
        Statement statement = connection.createStatement()) {
      assertThatThrownBy(
              () -> interrupt.run(statement, () -> statement.executeQuery("SELECT stranger")))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("no such column");
    }
  }

  private static long readEverything(Statement statement, CountDownLatch running)
      throws SQLException {
    long sum = 0;
    try (ResultSet result = statement.executeQuery(ENDLESS)) {
      running.countDown();
      while (result.next()) {
        sum += result.getLong(1);
      }
    }
    return sum;
  }
}
