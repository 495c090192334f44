package app.pallet.operation.recipe;

import static app.pallet.operation.Cells.PRODUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.operation.CellResult;
import app.pallet.operation.Cells;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Recipes: read, written, tied to a table and done to a row. */
final class RecipeTest {

  private static Recipe recipe(String... steps) {
    return RecipeFile.read(
        "{\"recipe\": \"R\", \"steps\": [%s]}".formatted(String.join(",", steps)), "r.json");
  }

  private static RecipeWork work(Recipe recipe, Map<String, String> answers) {
    return recipe.on(
        PRODUCT,
        answers,
        text ->
            new RowCondition(
                Set.of(PRODUCT.require("brand")),
                row -> text.equals(row.text(PRODUCT.require("brand")))));
  }

  private static List<String> after(RecipeWork.Run run, RowCells row) {
    List<String> texts = new ArrayList<>();
    for (RecipeWork.Filled filled : run.apply(row)) {
      texts.add(
          filled.column().name()
              + switch (filled.result()) {
                case CellResult.Value(var value) -> "=" + CellText.plain(filled.column(), value);
                case CellResult.Rejected(String text, var why) -> "!" + text + ": " + why.message();
                case CellResult.Untouched() -> "untouched";
              });
    }
    return texts;
  }

  private static List<String> after(Recipe recipe, Cells row) {
    return after(work(recipe, Map.of()).started(), row);
  }

  @Test
  void eachStepSeesWhatTheOnesBeforeItHaveMade() {
    Recipe spring =
        recipe(
            "{\"do\":\"copy\",\"column\":\"Compare-at price\",\"from\":\"Price\"}",
            "{\"do\":\"percent\",\"column\":\"Price\",\"by\":-20}",
            "{\"do\":\"ending\",\"column\":\"price\",\"ending\":0.99,\"direction\":\"down\"}",
            "{\"do\":\"formula\",\"column\":\"cost\",\"formula\":\"price / 2\"}");
    assertThat(after(spring, Cells.of("price", "25")))
        .containsExactly("compare_at_price=25.00", "price=19.99", "cost=9.995");
  }

  @Test
  void aRowThatStaysTheSameIsNoChange() {
    assertThat(
            after(recipe("{\"do\":\"set\",\"column\":\"price\",\"to\":9}"), Cells.of("price", "9")))
        .isEmpty();
    Recipe thereAndBack =
        recipe(
            "{\"do\":\"add\",\"column\":\"price\",\"by\":1}",
            "{\"do\":\"add\",\"column\":\"price\",\"by\":-1}");
    assertThat(after(thereAndBack, Cells.of("price", "9"))).isEmpty();
  }

  @Test
  void aStepIsDoneOnlyWhereItsConditionIsMetAndNotIfItIsSkipped() {
    Recipe some =
        recipe(
            "{\"do\":\"set\",\"column\":\"unit\",\"to\":\"x\",\"where\":\"Acme\"}",
            "{\"do\":\"set\",\"column\":\"name\",\"to\":\"y\",\"skip\":true}");
    assertThat(after(some, Cells.of("brand", "Acme"))).containsExactly("unit=x");
    assertThat(after(some, Cells.of("brand", "Other"))).isEmpty();
    assertThat(work(some, Map.of()).reads()).contains(PRODUCT.require("brand"));
  }

  @Test
  void whatAStepCouldNotFillStaysAProblemWithItsFirstReason() {
    Recipe down =
        recipe(
            "{\"do\":\"add\",\"column\":\"price\",\"by\":-10}",
            "{\"do\":\"percent\",\"column\":\"price\",\"by\":5}",
            "{\"do\":\"copy\",\"column\":\"cost\",\"from\":\"price\"}");
    assertThat(after(down, Cells.of("price", "9", "cost", "2")))
        .containsExactly(
            "price!-1.00: Is less than 0",
            "cost!2.00: Price holds \"-1.00\", from which nothing can be worked out");
  }

  @Test
  void aRecipeAsksForWhatIsNotWritten() {
    Recipe asking =
        recipe("{\"do\":\"percent\",\"column\":\"price\",\"by\":{\"ask\":\"percent\"}}");
    assertThat(asking.questions()).containsExactly("percent");
    assertThat(after(work(asking, Map.of("percent", "10")).started(), Cells.of("price", "10")))
        .containsExactly("price=11.00");
    assertThatThrownBy(() -> work(asking, Map.of()))
        .hasMessage("Step 1 (percent price): nothing is given for \"percent\"");
    assertThatThrownBy(() -> work(asking, Map.of("percent", "10", "x", "1")))
        .hasMessageContaining("does not ask for \"x\"");
    assertThatThrownBy(() -> work(asking, Map.of("percent", "1e9")))
        .hasMessageContaining("\"by\"")
        .hasMessageContaining("1e9");
    Recipe withDefault =
        recipe("{\"do\":\"percent\",\"column\":\"price\",\"by\":{\"ask\":\"p\",\"default\":50}}");
    assertThat(after(work(withDefault, Map.of()).started(), Cells.of("price", "10")))
        .containsExactly("price=15.00");
  }

  @Test
  void numbersCountFromRunToRunAnew() {
    RecipeWork numbering =
        work(recipe("{\"do\":\"number\",\"column\":\"sku\",\"prefix\":\"A\"}"), Map.of());
    for (int i = 0; i < 2; i++) {
      RecipeWork.Run run = numbering.started();
      assertThat(after(run, Cells.of())).containsExactly("sku=A1");
      assertThat(after(run, Cells.of())).containsExactly("sku=A2");
    }
  }

  /** Each word of docs/recipes.md does what it says. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'do':'set','column':'active','to':true | active=yes",
        "'do':'clear','column':'cost' | cost=",
        "'do':'add','column':'price','by':'-1' | price=8.00",
        "'do':'multiply','column':'price','from':'cost','by':2.5 | price=15.00",
        "'do':'margin','column':'price','from':'cost','percent':40,'rounding':'half-even' | price=10.00",
        "'do':'round','column':'price','to':5,'direction':'down' | price=5.00",
        "'do':'floor','column':'price','limit':10 | price=10.00",
        "'do':'ceiling','column':'price','limit':8 | price=8.00",
        "'do':'prefix','column':'name','text':'An ' | name=An oak Chair",
        "'do':'suffix','column':'name','text':'!' | name=oak Chair!",
        "'do':'trim','column':'unit' | unit=kg",
        "'do':'case','column':'name','to':'upper' | name=OAK CHAIR",
        "'do':'replace','column':'name','find':'chair','with':'stool','ignore-case':true | name=oak stool",
        "'do':'regex','column':'name','find':'(\\\\w+) (\\\\w+)','with':'$2 $1' | name=Chair oak",
        "'do':'slug','column':'image','from':'name' | image=oak-chair",
        "'do':'split','column':'unit','from':'name','separator':' ','part':2 | unit=Chair",
        "'do':'template','column':'description','template':'{SKU} {name}' | description=A oak Chair",
        "'do':'join','column':'description','columns':['sku','name'],'separator':'/' | description=A/oak Chair",
        "'do':'add-item','column':'tags','item':'sale' | tags=new, sale",
        "'do':'remove-item','column':'tags','item':'new' | tags=",
        "'do':'replace-item','column':'tags','item':'new','with':'old' | tags=old",
        "'do':'shift','column':'available_from','months':1,'days':1 | available_from=2026-03-01",
        "'do':'invert','column':'active' | active=yes",
        "'do':'number','column':'sku','start':7,'step':2,'digits':3,'prefix':'N' | sku=N007",
        "'do':'formula','column':'price','formula':'{Cost} * 2' | price=12.00",
        "'do':'percent','column':'price','by':10 | price=9.90",
        "'do':'copy','column':'weight','from':'price' | weight=9",
        "'do':'ending','column':'price','ending':0.99 | price=8.99",
      })
  void everyWordIsAnOperation(String step, String after) {
    Cells row =
        Cells.of(
            "sku",
            "A",
            "name",
            "oak Chair",
            "price",
            "9",
            "cost",
            "6",
            "unit",
            " kg ",
            "tags",
            "new",
            "available_from",
            "2026-01-31",
            "active",
            "no");
    Recipe recipe = recipe("{%s}".formatted(step.replace('\'', '"')));
    assertThat(after(recipe, row)).containsExactly(after);
    assertThat(RecipeFile.read(RecipeFile.write(recipe), "again")).isEqualTo(recipe);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    Recipe all =
        recipe(
            "{\"do\":\"percent\",\"column\":\"price\",\"by\":{\"ask\":\"p\",\"default\":\"5\"},"
                + "\"where\":\"a = 1\",\"skip\":true}",
            "{\"do\":\"join\",\"column\":\"unit\",\"columns\":[\"sku\",\"name\"]}");
    assertThat(RecipeFile.read(RecipeFile.write(all), "again")).isEqualTo(all);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'do':'percent','column':'price','bye':5} | step 1: \"bye\" is not known for percent",
        "{'do':'percend','column':'price','by':5} | step 1: \"percend\" is nothing that a step can do",
        "{'do':'percent','by':5} | step 1: the text \"column\" is missing",
        "{'do':'percent','column':'price','by':null} | step 1, \"by\": a text, a number",
        "{'do':'percent','column':'price','by':{'aks':'x'}} | step 1, \"by\": \"aks\" is not known",
        "{'do':'percent','column':'price','by':1,'by':2} | line 1",
        "5 | step 1 is an object",
      })
  void anUnknownWordIsRefusedWithItsPlace(String step, String message) {
    assertThatThrownBy(() -> recipe(step.replace('\'', '"')))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("r.json")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"recipe\":\"R\"}",
        "{\"recipe\":\"R\",\"steps\":[]}",
        "{\"recipe\":\" \",\"steps\":[{\"do\":\"clear\",\"column\":\"cost\"}]}",
        "{\"recipe\":\"R\",\"version\":2,\"steps\":[{\"do\":\"clear\",\"column\":\"cost\"}]}",
        "{\"recipe\":\"R\",\"x\":2,\"steps\":[{\"do\":\"clear\",\"column\":\"cost\"}]}",
        "{\"recipe\":\"R\",\"steps\":[{\"do\":\"clear\",\"column\":\"cost\"}]} x"
      })
  void whatIsNoRecipeIsRefused(String text) {
    assertThatThrownBy(() -> RecipeFile.read(text, "r.json"))
        .isInstanceOf(RecipeException.class)
        .hasMessageStartingWith("r.json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'do':'percent','column':'prise','by':5} | Step 1 (percent prise): \"column\": there is no column \"prise\"",
        "{'do':'percent','column':'price'} | \"by\": is missing",
        "{'do':'percent','column':'name','by':5} | Name can't be used",
        "{'do':'percent','column':'price','by':1e999999999} | is no number",
        "{'do':'round','column':'price','to':1,'direction':'sideways'} | none of nearest, up, down",
        "{'do':'set','column':'price','to':'cheap'} | \"cheap\" can't be taken",
        "{'do':'clear','column':'id'} | can't be changed",
        "{'do':'formula','column':'price','formula':'{prise}*2'} | There is no column \"prise\", at character 1",
        "{'do':'split','column':'name','separator':' ','part':1.5} | no whole number",
        "{'do':'set','column':'price','to':['1','2']} | not a list",
      })
  void whatDoesNotFitTheTableIsRefusedWithItsStep(String step, String message) {
    Recipe recipe = recipe(step.replace('\'', '"'));
    assertThatThrownBy(() -> work(recipe, Map.of()))
        .isInstanceOf(RecipeException.class)
        .hasMessageContaining(message);
  }

  @Test
  void everyOperationIsDescribedAndTried() throws Exception {
    String guide = java.nio.file.Files.readString(java.nio.file.Path.of("docs/recipes.md"));
    Recipe.operations()
        .forEach((name, words) -> {
          assertThat(guide).contains("`" + name + "`");
          assertThat(words).allMatch(word -> guide.contains("`" + word + "`"));
        });
  }
}
