package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.ShopFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** {@code pallet apply} as a script calls it, on real files. */
final class ApplyCommandTest {

  private static final String RAISE =
      "{\"do\":\"percent\",\"column\":\"Price\",\"by\":{\"ask\":\"percent\",\"default\":10}}";

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  @BeforeEach
  void fill() throws IOException {
    Path file = folder.resolve("products.csv");
    Files.writeString(
        file,
        "sku,name,price,brand\nA,Mug,4.50,Acme\nB,Bowl,9,Acme\nC,Jug,,Other\nD,Cup,2,Other\n");
    assertThat(pallet.run("import", file.toString(), "--into", catalogue())).isZero();
  }

  private String catalogue() {
    return folder.resolve("c.pallet").toString();
  }

  private String recipe(String... steps) throws IOException {
    Path file = folder.resolve("r.json");
    Files.writeString(
        file, "{\"recipe\":\"Spring prices\",\"steps\":[%s]}".formatted(String.join(",", steps)));
    return file.toString();
  }

  private String csv(String columns) throws IOException {
    Path csv = folder.resolve("out.csv");
    assertThat(pallet.run("export", catalogue(), csv.toString(), "--columns", columns)).isZero();
    return Files.readString(csv).replace("\r\n", "\n");
  }

  @Test
  void aRecipeChangesRowsOnceAndTheHistoryNamesIt() throws IOException {
    assertThat(pallet.run("apply", recipe(RAISE), "--to", catalogue(), "--json")).isZero();

    JsonNode report = pallet.json();
    assertThat(report.get("recipe").asString()).isEqualTo("Spring prices");
    assertThat(report.get("rowsFound").asInt()).isEqualTo(4);
    assertThat(report.get("committed").asInt()).isEqualTo(3);
    assertThat(report.get("unchanged").asInt()).isEqualTo(1);
    JsonNode moved = report.get("changes").get(0);
    assertThat(moved.get("least").get("row").asString()).isEqualTo("D");
    assertThat(moved.get("greatest").get("after").asString()).isEqualTo("9.90");
    assertThat(csv("sku,price")).isEqualTo("sku,price\nA,4.95\nB,9.90\nC,\nD,2.20\n");

    assertThat(pallet.run("history", "list", catalogue())).isZero();
    assertThat(pallet.out()).contains("recipe Spring prices");
  }

  @Test
  void onlyRowsOfWhichTheConditionIsTrueAreChangedByTheAnswer() throws IOException {
    assertThat(
            pallet.run(
                "apply",
                recipe(RAISE),
                "--to",
                catalogue(),
                "--where",
                "brand = acme",
                "--set",
                "percent=-50"))
        .isZero();

    assertThat(pallet.out())
        .contains("Spring prices: 2 rows found; 2 to change")
        .contains("A, price: 4.50 → 2.25");
    assertThat(csv("sku,price")).isEqualTo("sku,price\nA,2.25\nB,4.50\nC,\nD,2.00\n");
  }

  @Test
  void aDryRunWritesNothing() throws IOException {
    byte[] before = Files.readAllBytes(Path.of(catalogue()));
    assertThat(pallet.run("apply", recipe(RAISE), "--to", catalogue(), "--dry-run", "--json"))
        .isZero();
    assertThat(pallet.json().get("edits").asInt()).isEqualTo(3);
    assertThat(pallet.json().get("pending").asInt()).isEqualTo(3);
    assertThat(Files.readAllBytes(Path.of(catalogue()))).isEqualTo(before);
  }

  @Test
  void aRowWithAProblemIsListedBySkuAndNotWritten() throws IOException {
    String lower = "{\"do\":\"add\",\"column\":\"price\",\"by\":-3}";
    String name = "{\"do\":\"suffix\",\"column\":\"name\",\"text\":\"!\"}";

    assertThat(pallet.run("apply", recipe(lower, name), "--to", catalogue(), "--json"))
        .isEqualTo(1);

    JsonNode problem = pallet.json().get("problems").get(0);
    assertThat(problem.get("row").asString()).isEqualTo("D");
    assertThat(problem.get("column").asString()).isEqualTo("price");
    assertThat(problem.get("value").asString()).isEqualTo("-1.00");
    assertThat(problem.get("message").asString()).startsWith("Is less than 0; accepted is");
    assertThat(pallet.json().get("rejected").asInt()).isEqualTo(1);
    assertThat(csv("sku,name,price"))
        .isEqualTo("sku,name,price\nA,Mug!,1.50\nB,Bowl!,6.00\nC,Jug!,\nD,Cup,2.00\n");
  }

  @Test
  void strictWritesNothingIfAnythingMayBeASlip() throws IOException {
    assertThat(
            pallet.run(
                "apply", recipe(RAISE), "--to", catalogue(), "--set", "percent=900", "--strict"))
        .isEqualTo(1);
    assertThat(pallet.out()).contains("warning: Price moves by more than");
    assertThat(csv("price")).isEqualTo("price\n4.50\n9.00\n\"\"\n2.00\n");
    assertThat(
            pallet.run(
                "apply", recipe(RAISE), "--to", catalogue(), "--where", "sku = A", "--strict"))
        .isZero();
  }

  @Test
  void uniqueValuesChangeHands() throws IOException {
    String number = "{\"do\":\"number\",\"column\":\"sku\",\"prefix\":\"\",\"start\":1}";
    assertThat(pallet.run("apply", recipe(number), "--to", catalogue())).isZero();
    String back = "{\"do\":\"number\",\"column\":\"sku\",\"start\":2}";
    assertThat(pallet.run("apply", recipe(back), "--to", catalogue(), "--batch-size", "1"))
        .isZero();
    assertThat(csv("sku,name")).isEqualTo("sku,name\n2,Mug\n3,Bowl\n4,Jug\n5,Cup\n");

    String same = "{\"do\":\"set\",\"column\":\"sku\",\"to\":\"X\"}";
    assertThat(pallet.run("apply", recipe(same), "--to", catalogue(), "--json")).isEqualTo(1);
    assertThat(pallet.json().get("committed").asInt() + pallet.json().get("failed").asInt())
        .isEqualTo(4);
    assertThat(pallet.json().get("problems").get(0).get("column").asString()).isEqualTo("sku");
  }

  @Test
  void theBackupOfTheDayIsMadeBefore() throws IOException {
    assertThat(pallet.run("apply", recipe(RAISE), "--to", catalogue(), "--no-backup")).isZero();
    assertThat(pallet.backups()).doesNotExist();
    assertThat(pallet.run("apply", recipe(RAISE), "--to", catalogue())).isZero();
    assertThat(pallet.backups()).isNotEmptyDirectory();
  }

  @Test
  void whatIsNotUnderstoodChangesNothing() throws IOException {
    assertThat(pallet.run("apply", recipe("{\"do\":\"percent\"}"), "--to", catalogue()))
        .isEqualTo(2);
    assertThat(pallet.err()).contains("step 1: the text \"column\" is missing");
    assertThat(pallet.run("apply", recipe(RAISE), "--to", catalogue(), "--set", "x=1"))
        .isEqualTo(2);
    assertThat(pallet.err()).contains("it asks for percent");
    assertThat(pallet.run("apply", recipe(RAISE), "--to", catalogue(), "--where", "x = 1"))
        .isEqualTo(2);
    assertThat(
            pallet.run(
                "apply",
                recipe("{\"do\":\"clear\",\"column\":\"cost\",\"where\":\"x\"}"),
                "--to",
                catalogue()))
        .isEqualTo(2);
    assertThat(pallet.err()).contains("Step 1 (clear cost)").contains("no column \"x\"");
    assertThat(pallet.run("apply", folder.resolve("no.json").toString(), "--to", catalogue()))
        .isEqualTo(3);
    assertThat(pallet.run("apply", recipe(RAISE), "--to", folder.resolve("no.pallet").toString()))
        .isEqualTo(3);
    assertThat(folder.resolve("no.pallet")).doesNotExist();
    assertThat(csv("price")).contains("4.50");
  }

  @Test
  void aStepsOwnConditionSeesWhatTheStepsBeforeHaveMade() throws IOException {
    String floor =
        "{\"do\":\"set\",\"column\":\"brand\",\"to\":\"Dear\",\"where\":\"price >= 4.95\"}";
    assertThat(pallet.run("apply", recipe(RAISE, floor), "--to", catalogue())).isZero();
    assertThat(csv("sku,brand")).isEqualTo("sku,brand\nA,Dear\nB,Dear\nC,Other\nD,Other\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "add-all", "one-by-one"})
  void rowsOfAnotherProgramsTableAreChanged(String mode) throws Exception {
    ShopFile shop = ShopFile.create(folder.resolve("shop.db"), "delete");
    String raise = "{\"do\":\"percent\",\"column\":\"UnitPrice\",\"by\":10}";
    List<String> call = new ArrayList<>(List.of("apply", recipe(raise), "--to"));
    call.addAll(List.of(shop.path().toString(), "--table", "products", "--mode", mode));
    call.addAll(List.of("--where", "UnitPrice < 30"));

    assertThat(pallet.run(call.toArray(String[]::new))).as(pallet.err()).isZero();

    assertThat(shop.ask("SELECT Code, UnitPrice FROM Products ORDER BY ProductID"))
        .containsExactly("CH-1|19.8", "CH-2|21.45", "null|31.25");
    assertThat(shop.ask("SELECT name FROM sqlite_schema WHERE name LIKE '%pallet%'")).isEmpty();
  }
}
