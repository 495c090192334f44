package app.pallet.spreadsheet.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.CellReading;
import org.junit.jupiter.api.Test;

/** What was read from the latest texts of a column. */
class CellCacheTest {

  private final CellCache cache = new CellCache();

  @Test
  void textsThatComeAgainAreKnown() {
    for (int i = 0; i < 50_000; i++) {
      read("brand " + i % 50);
    }

    assertThat(cache.get("brand 7")).isEqualTo(new CellReading.Value("brand 7"));
    assertThat(cache.get("brand 51")).isNull();
  }

  @Test
  void aColumnOfOtherTextsEachTimeIsGivenUp() {
    for (int i = 0; i < 50_000; i++) {
      read("SKU-" + i);
    }
    CellReading reading = new CellReading.Value("again");
    cache.put("again", reading);

    assertThat(cache.get("again")).isNull();
  }

  @Test
  void longTextsAreNotKept() {
    String description = "A folding rule. ".repeat(100);
    cache.put(description, new CellReading.Value(description));

    assertThat(cache.get(description)).isNull();
  }

  private void read(String text) {
    CellReading known = cache.get(text);
    if (known == null) {
      cache.put(text, new CellReading.Value(text));
    } else {
      assertThat(known).isEqualTo(new CellReading.Value(text));
    }
  }
}
