package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums inside the database. */
class RowTotalsTest {

  @TempDir Path folder;

  @Test
  void sumsBeyondSixtyFourBitsAreExact() throws SQLException {
    try (ProductRows products = ProductRows.in(folder)) {
      Column quantity = products.column("quantity");
      products.add("A", quantity, Long.MAX_VALUE).add("B", quantity, Long.MAX_VALUE);
      products.add("C", quantity, -5L).add("D", quantity, null);

      NumberTotals totals =
          new RowTotals(products.database).between(1, 9, List.of(quantity), List.of());

      assertThat(totals.count()).isEqualTo(3);
      assertThat(totals.sum())
          .isEqualByComparingTo(
              BigDecimal.valueOf(Long.MAX_VALUE)
                  .multiply(BigDecimal.TWO)
                  .subtract(BigDecimal.valueOf(5)));
      assertThat(totals.least()).isEqualByComparingTo("-5");
      assertThat(totals.greatest()).isEqualByComparingTo(BigDecimal.valueOf(Long.MAX_VALUE));
    }
  }

  @Test
  void manyIdsAreAddedUpLikeAllOfThem() throws SQLException {
    try (ProductRows products = ProductRows.in(folder).addMany(50_000)) {
      List<Column> columns = List.of(products.column("quantity"), products.column("price"));
      RowTotals totals = new RowTotals(products.database);

      assertThat(totals.of(LongStream.rangeClosed(1, 50_000).map(i -> 50_001 - i), columns))
          .isEqualTo(totals.between(1, 50_000, columns, List.of()));
      assertThat(totals.of(LongStream.of(1, 2), columns))
          .isEqualTo(totals.between(1, 4, columns, List.of(3L, 4L)));
    }
  }

  @Test
  void aStoppedSumHasNoAnswer() {
    try (ProductRows products = ProductRows.in(folder)) {
      RowTotals totals = new RowTotals(products.database);
      totals.stop();

      assertThatThrownBy(() -> totals.between(1, 2, List.of(products.column("price")), List.of()))
          .isInstanceOf(CancellationException.class);
    }
  }
}
