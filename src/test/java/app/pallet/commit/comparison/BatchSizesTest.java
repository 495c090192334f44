package app.pallet.commit.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.comparison.BatchSizes.Rate;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchSizesTest {

  private static Rate rate(int size, int rowsPerSecond) {
    return new Rate(size, rowsPerSecond, 1_000_000_000);
  }

  @Test
  void the_smallest_size_within_a_tenth_of_the_fastest_is_suggested() {
    BatchSizes sizes =
        new BatchSizes(
            List.of(
                rate(20_000, 79_000),
                rate(5_000, 80_000),
                rate(1_000, 72_000),
                rate(500, 71_999),
                rate(100, 40_000)));
    assertThat(sizes.fastest()).contains(rate(5_000, 80_000));
    assertThat(sizes.suggested()).contains(rate(1_000, 72_000));
  }

  @Test
  void the_smallest_comes_first() {
    BatchSizes sizes = new BatchSizes(List.of(rate(500, 2), rate(100, 1)));
    assertThat(sizes.rates()).extracting(Rate::batchSize).containsExactly(100, 500);
  }

  @Test
  void nothing_is_suggested_from_one_figure_or_none() {
    assertThat(BatchSizes.NONE.suggested()).isEmpty();
    assertThat(new BatchSizes(List.of(rate(100, 5))).suggested()).isEmpty();
  }
}
