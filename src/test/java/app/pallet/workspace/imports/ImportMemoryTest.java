package app.pallet.workspace.imports;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.spreadsheet.matching.MatchKey;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reckoning of what the keys of a streamed import take. */
class ImportMemoryTest {

  private static final Column SKU = ProductSchema.create().match();

  private final ImportMemory keys = ImportMemory.ofKeys("shop.csv", MatchKey.of(SKU), 1_000 * 76);

  @Test
  void rowsUpToTheLimitAreHeld() {
    assertThatNoException().isThrownBy(() -> keys.add(rows(1_000, "0123456789")));
  }

  @Test
  void oneMoreIsTooManyAndTheMessageSaysWhatToDo() {
    keys.add(rows(1_000, "0123456789"));

    assertThatExceptionOfType(ImportTooLargeException.class)
        .isThrownBy(() -> keys.add(rows(1, "0")))
        .withMessageStartingWith("shop.csv has too many rows")
        .withMessageContainingAll("SKU", "1,000 rows", "-Xmx4g");
  }

  @Test
  void longKeysTakeMore() {
    assertThatExceptionOfType(ImportTooLargeException.class)
        .isThrownBy(() -> keys.add(rows(1_000, "0123456789-")));
  }

  private static List<RowMapping> rows(int count, String key) {
    return Collections.nCopies(
        count, new RowMapping(RowValues.of(SKU, key), new RowOrigin("shop.csv", 2), List.of()));
  }
}
