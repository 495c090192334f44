package app.pallet.operation.example;

import static app.pallet.operation.Cells.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.operation.CellResult;
import app.pallet.operation.Cells;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeFile;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.operation.recipe.RowCondition;
import app.pallet.operation.recipe.Step;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits by hand are explained by the simplest rule, or by none. */
final class RuleFinderTest {

  private static RecipeWork work(List<Step> steps) {
    return new Recipe("R", steps).on(PRODUCT, Map.of(), text -> RowCondition.ALWAYS);
  }

  private static Example edit(String column, String before, String after) {
    return edit(Cells.of(column, before), column, after);
  }

  private static Example edit(Cells before, String column, String after) {
    Column wanted = PRODUCT.require(column);
    CellReading read = CellParser.parse(wanted, after, CellFormat.PLAIN);
    return new Example(before, ((CellReading.Value) read).value());
  }

  private static String told(String column, Example... edits) {
    return RuleFinder.find(PRODUCT, PRODUCT.require(column), List.of(edits))
        .map(steps ->
            String.join("; ", steps.stream().map(step -> step.told().split(": ", 2)[1]).toList()))
        .orElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          10     | 9     | 20     | 9      | set to “9.00”
          10     | 11.5  | 20     | 21.5   | raise by 1.5
          10     | 9     | 25     | 22.5   | lower by 10 %
          10.33  | 11.36 | 25.17  | 27.69  | raise by 10 %; round to 0.01, nearest
          10.20  | 10.95 | 25.80  | 25.95  | end in 0.95, up
          49.59  | 54.95 | 313.79 | 344.95 | raise by 10 %; end in 0.95, nearest
          49.59  | 59.50 | 29.09  | 35     | raise by 20 %; round to 0.5, nearest
          10     | 11.3  | 20     | 19     | none
          """)
  void numbers(String one, String oneAfter, String two, String twoAfter, String rule) {
    assertThat(told("price", edit("price", one, oneAfter), edit("price", two, twoAfter)))
        .isEqualTo(rule);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mug     | New Mug    | Jug      | New Jug   | put “New ” before
          Mug     | MUG        | Big jug  | BIG JUG   | upper case
          Mug red | Mug green  | A red jug | A green jug | replace “red” with “green”
          Mug     | «Mug»      | Jug      | «Jug»     | put “«” before; put “»” behind
          Mug     | Cup        | Jug      | Pot       | none
          """)
  void texts(String one, String oneAfter, String two, String twoAfter, String rule) {
    assertThat(told("name", edit("name", one, oneAfter), edit("name", two, twoAfter)))
        .isEqualTo(rule);
  }

  @Test
  void otherColumns() {
    assertThat(
            told(
                "price",
                edit(Cells.of("cost", "4", "price", "9"), "price", "10"),
                edit(Cells.of("cost", "6", "price", ""), "price", "15")))
        .isEqualTo("multiply by 2.5 from Cost");
    assertThat(
            told(
                "name",
                edit(Cells.of("brand", "Acme", "name", "Mug"), "name", "Acme Mug"),
                edit(Cells.of("brand", "Kilde", "name", "Jug"), "name", "Kilde Jug")))
        .isEqualTo("write as {Brand} {Name}");
    assertThat(
            told(
                "price",
                edit(Cells.of("compare_at_price", "4", "price", "9"), "price", "4"),
                edit(Cells.of("compare_at_price", "6", "price", "9"), "price", "6")))
        .isEqualTo("take from Compare-at price");
  }

  /** What an operation has done is explained by a rule that does the same. */
  @Property(tries = 200)
  void whatAnOperationHasDoneIsExplained(
      @ForAll @Size(min = 2, max = 30) List<@IntRange(min = 100, max = 100_000) Integer> cents,
      @ForAll @IntRange(min = -60, max = 150) int percent,
      @ForAll @IntRange(min = 0, max = 3) int kind) {
    String by = "{\"do\":\"percent\",\"column\":\"price\",\"by\":%d}".formatted(percent);
    String last =
        switch (kind) {
          case 0 -> ",{\"do\":\"ending\",\"column\":\"price\",\"ending\":0.95}";
          case 1 -> ",{\"do\":\"round\",\"column\":\"price\",\"to\":0.5,\"direction\":\"up\"}";
          case 2 ->
              ",{\"do\":\"ending\",\"column\":\"price\",\"ending\":9.99,\"direction\":\"down\"}";
          default -> "";
        };
    List<Step> done =
        RecipeFile.read("{\"recipe\":\"R\",\"steps\":[%s%s]}".formatted(by, last), "t").steps();
    List<Example> edits = new ArrayList<>();
    for (int cent : cents) {
      Cells row = Cells.of("price", BigDecimal.valueOf(cent, 2).toPlainString());
      after(done, row).ifPresent(price -> edits.add(new Example(row, price)));
    }
    if (edits.isEmpty()) {
      return;
    }
    List<Step> found = RuleFinder.find(PRODUCT, PRODUCT.require("price"), edits).orElseThrow();
    for (Example edit : edits) {
      assertThat(after(found, (Cells) edit.before()).map(RuleFinderTest::plain))
          .contains(plain(Objects.requireNonNull(edit.after())));
    }
  }

  private static String plain(Object price) {
    return CellText.plain(PRODUCT.require("price"), price);
  }

  private static Optional<Object> after(List<Step> steps, Cells row) {
    return work(steps).started().apply(row).stream()
        .flatMap(cell ->
            cell.result() instanceof CellResult.Value(var value)
                ? Stream.ofNullable(value)
                : Stream.empty())
        .findFirst();
  }
}
