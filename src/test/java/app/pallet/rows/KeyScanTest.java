package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.rows.KeyScan.Extent;
import app.pallet.rows.KeyScan.Found;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
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

    try (KeyScan scan = reader.scan(query, Optional.empty())) {
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
  void pinnedRowsFollowOnceAllAreFound() throws SQLException {
    try (KeyScan scan = reader.scan(new RowQuery("lamp", Optional.empty()), Optional.empty())) {
      Found found = scan.advance(Extent.ALL, 2, 4);

      assertThat(found.isComplete()).isTrue();
      assertThat(found.keys().idAt(found.keys().size() - 1)).isEqualTo(4);
    }
  }

  @Test
  void anInterruptedScanThrowsAndGivesItsConnectionsBack() throws SQLException {
    KeyScan scan = reader.scan(RowQuery.ALL, Optional.empty());
    scan.advance(Extent.FIRST_ROWS);
    scan.interrupt();

    assertThatThrownBy(() -> scan.advance(Extent.ALL)).isInstanceOf(CancellationException.class);
    assertThatEveryConnectionIsFree();
  }

  @Test
  void aClosedScanGoesNoFurther() throws SQLException {
    KeyScan scan = reader.scan(new RowQuery("a", Optional.empty()), Optional.empty());
    scan.advance(Extent.FIRST_ROWS);
    scan.close();
    scan.close();

    assertThatThrownBy(() -> scan.advance(Extent.ALL)).isInstanceOf(CancellationException.class);
    assertThatEveryConnectionIsFree();
  }

  /** More at once than there are, if one were kept. */
  private void assertThatEveryConnectionIsFree() throws SQLException {
    List<Connection> all = new java.util.ArrayList<>();
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
