package app.pallet.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.text.Counted;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WordingTest {

  @ParameterizedTest
  @CsvSource({"0,0 rows", "1,1 row", "2,2 rows", "1204567,'1,204,567 rows'"})
  void countsInSingularAndPlural(long number, String text) {
    assertThat(Counted.of(number, "row", "rows")).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.84,0.8", "61.26,61.3", "52310.4,'52,310'"})
  void aSlowPaceKeepsADecimal(double pace, String text) {
    assertThat(Wording.pace(pace)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"1,1.0×", "9.94,9.9×", "204.4,204×"})
  void aSmallRatioKeepsADecimal(double ratio, String text) {
    assertThat(Wording.ratio(ratio)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"84,84 ms", "2440,2.4 s", "185000,3 min 05 s", "4980000,1 h 23 min"})
  void aDurationIsAsLongAsItNeedsToBe(long millis, String text) {
    assertThat(Wording.duration(Duration.ofMillis(millis))).isEqualTo(text);
  }

  @Test
  void theTimeLeftIsNeverZero() {
    assertThat(Wording.timeLeft(Duration.ofMillis(300))).isEqualTo("less than a second");
    assertThat(Wording.timeLeft(Duration.ofMillis(12_900))).isEqualTo("12 s");
    assertThat(Wording.timeLeft(Duration.ofSeconds(61))).isEqualTo("1 min 01 s");
  }
}
