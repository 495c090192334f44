package app.pallet.ui.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words in formulas and patterns are completed to columns and functions. */
final class CompletionTest {

  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final Set<String> FUNCTIONS = Set.of("round");

  /** {@code |} is the cursor; what comes out is the text with the first offer. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          pri|;Price
          round(pri|, 2);round(Price, 2)
          2 * {comp|};2 * {Compare-at price}
          2 * {comp| + 1;2 * {Compare-at price} + 1
          compare|;{Compare-at price}
          rou|;round(
          price * 12|;none
          "pri|";none
          |;none
          """)
  void inAFormula(String typed, String completed) {
    assertThat(first(typed, FUNCTIONS)).isEqualTo(completed);
  }

  @ParameterizedTest
  @CsvSource({"{bra|,{Brand}", "bra|,none", "{Brand} {na|},{Brand} {Name}"})
  void inAPattern(String typed, String completed) {
    assertThat(first(typed, Set.of())).isEqualTo(completed);
  }

  private static String first(String typed, Set<String> functions) {
    int caret = typed.indexOf('|');
    String text = typed.replace("|", "");
    Completion completion = Completion.of(text, caret, SCHEMA, functions);
    List<Completion.Offer> offers = completion.offers();
    return offers.isEmpty() ? "none" : completion.with(text, offers.getFirst());
  }
}
