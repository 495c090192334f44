package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.rows.KeyScan.Extent;
import app.pallet.rows.KeyScan.Found;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.RowQuery;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids taken piece by piece, and by several threads where the ids reach far enough. */
class KeyScanTest {

  @TempDir Path folder;
  private ProductRows products;
  private RowReader reader;

  @BeforeEach
  void open() throws SQLException {
    products = ProductRows.in(folder).addMany(3_000);
    // Ids far apart are cut into stretches, although there are few of them.
    products.execute("UPDATE product SET id = id * 1000 WHERE id > 1000");
    reader = new RowReader(products.database);
  }

  @AfterEach
  void close() {
    products.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lamp", "größe", "A fine", "SKU", "zzz"})
  void whatIsTakenInPiecesIsWhatIsTakenAtOnce(String search) throws SQLException {
    RowQuery query = new RowQuery(search, Optional.empty());

    try (KeyScan scan = reader.scan(query, Optional.empty(), PendingJudge.NONE)) {
      Found found = scan.advance(Extent.FIRST_ROWS);
      long[] first = found.keys().stream().toArray();
      while (!found.isComplete()) {
        found = scan.advance(Extent.A_WHILE);
      }
      long[] all = reader.keys(query).stream().toArray();

      assertThat(found.keys().stream().toArray()).isEqualTo(all);
      assertThat(all).startsWith(first);
    }
  }

  @Test
  void aVerdictLeavesRowsOutAndLetsOthersFollowOnceAllAreFound() throws SQLException {
    RowQuery lamps = new RowQuery("lamp", Optional.empty());
    PendingVerdict verdict =
        new PendingVerdict(
            RowIds.of(LongStream.of(2, 2_002_000)),
            KeySnapshot.of(6, 4),
            RowIds.of(LongStream.of(1)));
    try (KeyScan scan = reader.scan(lamps, Optional.empty(), check -> verdict)) {
      Found found = scan.advance(Extent.ALL);

      assertThat(found.isComplete()).isTrue();
      assertThat(found.verdict()).isEqualTo(verdict);
      assertThat(found.keys().stream().boxed())
          .hasSize(reader.keys(lamps).size() - 1)
          .startsWith(6L)
          .endsWith(4L)
          .doesNotContain(2L, 2_002_000L);
    }
  }

  @Test
  void whoeverJudgesIsToldThatNobodyWaits() throws SQLException {
    List<KeyScan> scans = new ArrayList<>();
    KeyScan scan =
        reader.scan(
            RowQuery.ALL,
            Optional.empty(),
            check -> {
              interrupt(scans.getFirst());
              check.run();
              return PendingVerdict.NONE;
            });
    scans.add(scan);

    assertThatThrownBy(() -> scan.advance(Extent.ALL)).isInstanceOf(CancellationException.class);
    assertThatEveryConnectionIsFree();
  }

  private static void interrupt(KeyScan scan) {
    try {
      scan.interrupt();
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anInterruptedScanThrowsAndGivesItsConnectionsBack() throws SQLException {
    KeyScan scan = reader.scan(RowQuery.ALL, Optional.empty(), PendingJudge.NONE);
    scan.advance(Extent.FIRST_ROWS);
    scan.interrupt();

    assertThatThrownBy(() -> scan.advance(Extent.ALL)).isInstanceOf(CancellationException.class);
    assertThatEveryConnectionIsFree();
  }

  @Test
  void aClosedScanGoesNoFurther() throws SQLException {
    KeyScan scan =
        reader.scan(new RowQuery("a", Optional.empty()), Optional.empty(), PendingJudge.NONE);
    scan.advance(Extent.FIRST_ROWS);
    scan.close();
    scan.close();

    assertThatThrownBy(() -> scan.advance(Extent.ALL)).isInstanceOf(CancellationException.class);
    assertThatEveryConnectionIsFree();
  }

  /** More at once than there are, if one were kept. */
  private void assertThatEveryConnectionIsFree() throws SQLException {
    List<Connection> all = new ArrayList<>();
    try {
      for (int i = 0; i < 8; i++) {
        all.add(products.database.readers().getConnection());
      }
      assertThat(all).hasSize(8);
    } finally {
      for (Connection one : all) {
        one.close();
      }
    }
  }
}
