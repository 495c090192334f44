package app.pallet.schema;

import static app.pallet.schema.NumberStyle.COMMA;
import static app.pallet.schema.NumberStyle.POINT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NumberStyleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          18,00                     | COMMA
          18.00                     | POINT
          1,234 ; 1,50              | COMMA
          1,234 ; 1.50              | POINT
          1.234.567                 | COMMA
          1,234,567                 | POINT
          1 234,500                 | COMMA
          0.500                     | POINT
          1.299,00 €                | COMMA
          (12.50)                   | POINT
          12,5 ; 12,5 ; 12.5        | COMMA
          """)
  void findsTheStyleThatMostTextsProve(String texts, NumberStyle expected) {
    List<String> cells = Arrays.asList(texts.split(" ; "));
    assertThat(NumberStyle.detect(cells, POINT)).isEqualTo(expected);
    assertThat(NumberStyle.detect(cells, COMMA)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1,234
          12
          12,5 ; 12.5
          31.12.2026
          Hello, world
          1.2.3
          4.5E+12
          -
          """)
  void keepsTheDefaultWhereNoNumberTells(String texts) {
    List<String> cells = Arrays.asList(texts.split(" ; "));
    assertThat(NumberStyle.detect(cells, POINT)).isEqualTo(POINT);
    assertThat(NumberStyle.detect(cells, COMMA)).isEqualTo(COMMA);
  }

  @Property
  void neverFailsWhateverTheTexts(@ForAll List<String> texts) {
    assertThat(NumberStyle.detect(texts, POINT)).isNotNull();
  }
}
