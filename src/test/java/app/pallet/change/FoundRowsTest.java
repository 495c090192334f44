package app.pallet.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows stand where their keys were among those asked for. */
final class FoundRowsTest {

  private static final Row FIRST = Products.stored(1);
  private static final Row LAST = Products.stored(3);
  private static final Row NEAR = Products.stored(2);

  private static FoundRows found() {
    BitSet ambiguous = new BitSet();
    ambiguous.set(2);
    return new FoundRows(new @Nullable Row[] {FIRST, null, LAST}, ambiguous);
  }

  @Test
  void aRowStandsAtThePlaceOfItsKey() {
    FoundRows rows = found();
    assertThat(rows.at(0)).isEqualTo(FIRST);
    assertThat(rows.at(1)).isNull();
    assertThat(rows.at(2)).isEqualTo(LAST);
    assertThat(rows.at(3)).isNull();
    assertThat(FIRST.id()).isEqualTo(1);
    assertThat(rows.isAmbiguous(0)).isFalse();
    assertThat(rows.isAmbiguous(2)).isTrue();
    assertThat(rows.isRespelt(0)).isFalse();
    assertThat(rows.alike(1)).isNull();
  }

  @Test
  void rowsWithAnotherSpellingAndKeysThatAreMuchAlikeComeLater() {
    FoundRows rows = found().withNear(Map.of(1, NEAR), Map.of(2, "A-3"));
    assertThat(rows.at(0)).isEqualTo(FIRST);
    assertThat(rows.at(1)).isEqualTo(NEAR);
    assertThat(rows.isRespelt(0)).isFalse();
    assertThat(rows.isRespelt(1)).isTrue();
    assertThat(rows.isAmbiguous(2)).isTrue();
    assertThat(rows.alike(1)).isNull();
    assertThat(rows.alike(2)).isEqualTo("A-3");
  }
}
