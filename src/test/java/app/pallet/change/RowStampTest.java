package app.pallet.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowStampTest {

  @ParameterizedTest
  @ValueSource(longs = {Long.MIN_VALUE, -1, 0, 1, 254, 255, 256, 1_000_000, Long.MAX_VALUE - 1})
  void aVersionIsCountedOn(long version) {
    assertThat(RowStamp.Counted.of(version)).isEqualTo(new RowStamp.Counted(version));
    assertThat(RowStamp.Counted.of(version).next()).isEqualTo(new RowStamp.Counted(version + 1));
  }

  @Test
  void theNextMarkIsTheDatabasesAffair() {
    assertThat(new RowStamp.Mark("0x1F").next()).isEqualTo(RowStamp.Seen.BY_VALUES);
    assertThat(RowStamp.Seen.BY_VALUES.next()).isEqualTo(RowStamp.Seen.BY_VALUES);
  }

  @Test
  void aRowWithAnotherStampIsAnotherUnlessOneTellsNothing() {
    RowStamp first = RowStamp.Counted.of(1);
    assertThat(first.canBe(new RowStamp.Counted(1))).isTrue();
    assertThat(first.canBe(RowStamp.Counted.of(2))).isFalse();
    assertThat(first.canBe(new RowStamp.Mark("1"))).isFalse();
    assertThat(first.canBe(RowStamp.Seen.BY_VALUES)).isTrue();
    assertThat(RowStamp.Seen.BY_VALUES.canBe(first)).isTrue();
  }

  @Test
  void aRowIsAddedWithTheFirstVersionWhereVersionsAreCounted() {
    assertThat(RowStamp.ofAdded(app.pallet.schema.ProductSchema.create()))
        .isEqualTo(new RowStamp.Counted(0));
    assertThat(RowStamp.ofAdded(Products.SCHEMA)).isEqualTo(RowStamp.Seen.BY_VALUES);
  }
}
