package app.pallet.schema;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeaderNameTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Name *             | name
          Prix (€) *         | prix
          PRIX               | prix
          Active (0/1)       | active
          Weight [kg]        | weight
          Compare-at price   | compareatprice
          compare_at_price   | compareatprice
          Désignation        | designation
          Größe              | große
          \uFEFFsku          | sku
          In stock?          | instock
          商品名              | 商品名
          EAN13              | ean13
          """)
  void leavesOfAHeadingWhatTellsItFromOthers(String heading, String expected) {
    assertThat(HeaderName.normalize(heading)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"' '", "(kg)", "***", "[]"})
  void leavesNothingOfAHeadingWithoutLetters(String heading) {
    assertThat(HeaderName.normalize(heading)).isEmpty();
  }

  @Property
  void normalizingTwiceChangesNothingMore(@ForAll String heading) {
    String once = HeaderName.normalize(heading);
    assertThat(HeaderName.normalize(once)).isEqualTo(once);
  }

  /** A hint makes a heading take the longer way; nothing must come of it. */
  @Property
  void aHeadingMeansTheSameWithAnEmptyHint(@ForAll @CharRange(to = '\u007F') String heading) {
    assertThat(HeaderName.normalize(heading.replace('(', ' ').replace('[', ' ')))
        .isEqualTo(HeaderName.normalize(heading.replace('(', ' ').replace('[', ' ') + "()"));
  }
}
