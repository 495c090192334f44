package app.pallet.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.RowKey.Id;
import app.pallet.change.RowKey.Parts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys of rows are values, and have an order. */
class RowKeyTest {

  @ParameterizedTest
  @ValueSource(strings = {"1", "1.0", "1.00", "0.1e1", "10E-1"})
  void aNumberIsTheSameHoweverItIsWritten(String digits) {
    assertThat(Parts.of("A", new BigDecimal(digits)))
        .isEqualTo(Parts.of("A", 1))
        .isEqualTo(Parts.of("A", 1L))
        .hasSameHashCodeAs(Parts.of("A", 1L));
  }

  @ParameterizedTest
  @ValueSource(
      longs = {
        Long.MIN_VALUE,
        Long.MAX_VALUE,
        -1,
        1_000_000_000_000_000_000L,
        9_007_199_254_740_993L
      })
  void everyLongIsTheSameAsADecimal(long number) {
    assertThat(Parts.of(new BigDecimal(number).setScale(3))).isEqualTo(Parts.of(number));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1E+2000000000", "1E+2147483647"})
  void aNumberIsNotWrittenOutToBeCompared(String digits) {
    assertThat(Parts.of(new BigDecimal(digits))).isGreaterThan(Parts.of(Long.MAX_VALUE));
  }

  @Test
  void whatIsNotTheSameIsNotEqual() {
    assertThat(
            List.of(
                Parts.of("1"),
                Parts.of(1),
                Parts.of("a"),
                Parts.of("A"),
                Parts.of("a "),
                Parts.of("a", "b"),
                Parts.of("b", "a"),
                Parts.of("ab"),
                Parts.of(new BigDecimal("9223372036854775808")),
                Parts.of(Long.MIN_VALUE),
                new Id(1),
                new RowKey.New(1)))
        .doesNotHaveDuplicates();
  }

  @Test
  void theOrderIsByNumbersThenTextsThenUuids() {
    List<RowKey.Stored> ordered =
        List.of(
            new Id(-3),
            new Id(7),
            Parts.of(new BigDecimal("-1e30")),
            Parts.of(-2),
            Parts.of(new BigDecimal("-1.5")),
            Parts.of(2),
            Parts.of(2, "a"),
            Parts.of(2, "b"),
            Parts.of(new BigDecimal("1e30")),
            Parts.of(""),
            Parts.of("A"),
            Parts.of("Z", 1),
            Parts.of("Z", 2),
            Parts.of("a"),
            Parts.of("ab"),
            Parts.of("\uFFFD"),
            Parts.of("\uD83D\uDC5F"), // an emoji, whose code point is higher
            Parts.of(UUID.fromString("0fffffff-0000-0000-0000-000000000000")),
            Parts.of(UUID.fromString("80000000-0000-0000-0000-000000000000")),
            Parts.of(UUID.fromString("80000000-0000-0000-8000-000000000000")));
    List<RowKey.Stored> sorted = new ArrayList<>(ordered);
    Collections.shuffle(sorted, new java.util.Random(3));

    Collections.sort(sorted);

    assertThat(sorted).containsExactlyElementsOf(ordered);
  }

  @Property(tries = 500)
  void theOrderIsOneAndAgreesWithEquality(
      @ForAll("keys") RowKey.Stored a,
      @ForAll("keys") RowKey.Stored b,
      @ForAll("keys") RowKey.Stored c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a.compareTo(c)).isNotPositive();
    }
  }

  @Provide
  Arbitrary<RowKey.Stored> keys() {
    Arbitrary<Object> part =
        Arbitraries.oneOf(
            Arbitraries.longs().between(-2, 2),
            Arbitraries.bigDecimals().between(new BigDecimal("-2"), new BigDecimal("2")).ofScale(1),
            Arbitraries.strings().withChars("aB\uFFFD\uD83D\uDC5F").ofMaxLength(2),
            Arbitraries.longs().between(-1, 1).map(high -> new UUID(high, -high)));
    return Arbitraries.oneOf(
        Arbitraries.longs().between(-2, 2).map(Id::new),
        part.array(Object[].class).ofMinSize(1).ofMaxSize(2).map(Parts::of));
  }

  @Test
  void whatNoKeyIsMadeOfIsRefused() {
    assertThatThrownBy(() -> Parts.of()).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Parts.of(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Double");
  }

  @Test
  void aKeyOfPartsHasNoNumberAndTellsItsValues() {
    Parts key = Parts.of("A", 12);
    assertThat(key.values()).containsExactly("A", 12L);
    assertThat(key).hasToString("(A, 12)");
    assertThatThrownBy(key::id)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage("The key (A, 12) is not one whole number");
  }
}
