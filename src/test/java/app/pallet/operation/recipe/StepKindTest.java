package app.pallet.operation.recipe;

import static app.pallet.operation.Cells.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of each operation: for forms and for sentences. */
final class StepKindTest {

  private static final Pattern PLACE = Pattern.compile("([a-z-]+)}");

  private static List<StepKind> kinds() {
    return StepKind.all();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void aSentenceTellsOnlyWhatAStepTakes(StepKind kind) {
    List<String> told =
        PLACE.matcher(kind.sentence()).results().map(found -> found.group(1)).toList();
    assertThat(kind.words()).containsAll(told);
  }

  /** What a form begins with can be used as it is, or it is empty. */
  @ParameterizedTest
  @MethodSource("kinds")
  void aFormBeginsWithWhatFitsEachColumnForWhichItIsOffered(StepKind kind) {
    Map<String, Argument> initial = new LinkedHashMap<>();
    kind.fields().stream()
        .filter(field -> field.isNeeded() && !field.initial().isEmpty())
        .forEach(field -> initial.put(field.word(), Argument.Given.of(field.initial())));
    boolean isWhole = kind.fields().stream().allMatch(f -> !f.isNeeded() || !f.initial().isEmpty());
    List<Column> columns = PRODUCT.dataColumns().stream().filter(kind.fits()).toList();
    assertThat(columns).isNotEmpty();
    for (Column column : columns) {
      if (isWhole) {
        Step step = new Step(kind.word(), column.name(), initial);
        assertThat(
                kind.operation(step, PRODUCT, Map.of(), (referring, text) -> Optional.empty())
                    .writes())
            .containsExactly(column);
      }
    }
  }

  @Test
  void aStepIsToldAsASentence() {
    assertThat(told("percent", Map.of("by", Argument.Given.of("-4"))))
        .isEqualTo("Price: lower by 4 %");
    assertThat(told("percent", Map.of("by", new Argument.Asked("how much", Optional.empty()))))
        .isEqualTo("Price: raise by ‹how much› %");
    assertThat(
            told(
                "multiply",
                Map.of("by", Argument.Given.of("2.5"), "from", Argument.Given.of("Cost"))))
        .isEqualTo("Price: multiply by 2.5 from Cost");
  }

  private static String told(String operation, Map<String, Argument> arguments) {
    return new Step(operation, "Price", arguments).told();
  }
}
