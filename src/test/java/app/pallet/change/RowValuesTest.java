package app.pallet.change;

import static app.pallet.change.Products.NAME;
import static app.pallet.change.Products.SKU;
import static app.pallet.change.Products.STOCK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class RowValuesTest {

  private final RowValues values = RowValues.of(SKU, "A").with(NAME, null);

  @Test
  void tellsEmptyFromNotSaid() {
    assertThat(values.has(NAME)).isTrue();
    assertThat(values.get(NAME)).isNull();
    assertThat(values.has(STOCK)).isFalse();
    assertThat(values.get(STOCK)).isNull();
  }

  @Test
  void theOtherValuesWinWhereBothSaySomething() {
    RowValues sum = values.plus(RowValues.of(STOCK, 5L).with(SKU, "B"));
    assertThat(sum.columns()).isEqualTo(ColumnSet.of(SKU, NAME, STOCK));
    assertThat(sum.get(SKU)).isEqualTo("B");
    assertThat(sum.get(STOCK)).isEqualTo(5L);
  }

  @Test
  void overwritingKeepsTheSharedColumnSet() {
    assertThat(values.plus(RowValues.of(NAME, "x")).columns()).isSameAs(values.columns());
  }

  @Test
  void theOrderOfColumnsDoesNotMatterForEquality() {
    RowValues turned = RowValues.of(NAME, null).with(SKU, "A");
    assertThat(turned).isEqualTo(values).hasSameHashCodeAs(values);
    assertThat(turned.columns()).isNotEqualTo(values.columns());
  }

  @Test
  void emptyAndNotSaidAreNotEqual() {
    assertThat(RowValues.of(SKU, "A")).isNotEqualTo(values);
    assertThat(RowValues.of(NAME, null)).isNotEqualTo(RowValues.of(STOCK, null));
  }

  @Test
  void keepsOnlyWhatIsWanted() {
    assertThat(values.without(NAME)).isEqualTo(RowValues.of(SKU, "A"));
    assertThat(values.only(column -> true)).isSameAs(values);
  }

  @Test
  void valuesAndColumnsMustBeAsMany() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RowValues.of(ColumnSet.of(SKU, NAME), new Object[] {"A"}));
  }

  @Test
  void aColumnStandsInASetOnce() {
    assertThatIllegalArgumentException().isThrownBy(() -> ColumnSet.of(SKU, NAME, SKU));
  }

  @Test
  void differencesAreTheColumnsOfWhichTheOtherSaysSomethingElse() {
    RowValues other = RowValues.of(NAME, "x").with(SKU, "A").with(STOCK, 5L);
    assertThat(values.differences(other)).containsExactly(NAME);
    assertThat(other.differences(values)).containsExactly(NAME, STOCK);
    assertThat(values.differences(values)).isEmpty();
  }

  @Test
  void equalOnesHaveOneHash() {
    assertThat(ColumnSet.of(SKU, NAME)).hasSameHashCodeAs(ColumnSet.of(SKU, NAME));
    assertThat(values.hashCode()).isNotEqualTo(values.with(SKU, "B").hashCode());
  }
}
