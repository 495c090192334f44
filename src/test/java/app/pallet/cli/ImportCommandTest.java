package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code pallet import} and {@code pallet export} as a script calls them, on real files. */
final class ImportCommandTest {

  private static final Path OWN = Path.of("src/test/files");
  private static final Path SHARED = Path.of("../shared/data");

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  private int run(String... arguments) {
    return pallet.run(arguments);
  }

  private String catalogue() {
    return folder.resolve("c.pallet").toString();
  }

  private String file(String text) throws IOException {
    Path file = folder.resolve("products.csv");
    Files.writeString(file, text);
    return file.toString();
  }

  private JsonNode json() {
    return pallet.json();
  }

  @Test
  void aSecondImportOfTheSameFileChangesNothing() throws IOException {
    String file = file("sku,name,price\n007,Mug,4.50\n008,Bowl,9\n");

    assertThat(run("import", file, "--into", catalogue(), "--json")).isZero();
    assertThat(json().get("committed").asInt()).isEqualTo(2);

    assertThat(run("import", file, "--into", catalogue(), "--json")).isZero();
    assertThat(json().get("unchanged").asInt()).isEqualTo(2);
    assertThat(json().get("committed").asInt()).isZero();
  }

  @Test
  void goodRowsAreCommittedAndBadOnesNamed() throws IOException {
    String file = file("sku,name,price\nA,Mug,4.50\nB,Bowl,free\nC,,3\nD,Jug,-1\nE,Cup,2\n");

    int code = run("import", file, "--into", catalogue(), "--json");

    JsonNode report = json();
    assertThat(code).isEqualTo(1);
    assertThat(report.get("rowsRead").asInt()).isEqualTo(5);
    assertThat(report.get("committed").asInt()).isEqualTo(2);
    assertThat(report.get("pending").asInt()).isEqualTo(3);
    JsonNode problem = report.get("problems").get(0);
    assertThat(problem.get("line").asInt()).isEqualTo(3);
    assertThat(problem.get("column").asString()).isEqualTo("price");
    assertThat(problem.get("value").asString()).isEqualTo("free");
    assertThat(report.get("problems").get(1).get("column").asString()).isEqualTo("name");
    assertThat(report.get("problems").get(2).get("value").asString()).isEqualTo("-1");
  }

  @Test
  void theFourNumbersAddUpToWhatWasWantedWhateverTheMode() throws IOException {
    for (String mode : new String[] {"batch", "add-all", "one-by-one"}) {
      String file =
          file("sku,name,price\n%1$s1,Mug,4\n%1$s2,Bowl,x\n%1$s3,Jug,2\n".formatted(mode));
      run("import", file, "--into", catalogue(), "--mode", mode, "--batch-size", "2", "--json");

      JsonNode report = json();
      int sum =
          report.get("committed").asInt()
              + report.get("failed").asInt()
              + report.get("conflicting").asInt()
              + report.get("pending").asInt();
      assertThat(sum).isEqualTo(report.get("adds").asInt() + report.get("edits").asInt());
      assertThat(report.get("committed").asInt()).isEqualTo(2);
      assertThat(report.get("mode").asString()).isEqualTo(mode);
    }
  }

  @Test
  void aRefusedRowIsNamedInTextAndJson() throws IOException {
    run(
        "import",
        file("sku,name,price,barcode\nA,Mug,4,96385074\nB,Bowl,5,\n"),
        "--into",
        catalogue());
    String renaming = file("sku,barcode\nB,96385074\n");

    assertThat(run("import", renaming, "--into", catalogue(), "--key", "barcode")).isEqualTo(1);
    assertThat(pallet.out()).contains("  line 2, SKU A, sku: \"B\" SKU B is already taken");
    run("import", renaming, "--into", catalogue(), "--key", "barcode", "--json");
    assertThat(json().get("problems").get(0).get("row").asString()).isEqualTo("SKU A");
  }

  @Test
  void aDryRunMakesNoCatalogue() throws IOException {
    String file = file("sku,name,price\nA,Mug,4.50\n");

    assertThat(run("import", file, "--into", catalogue(), "--dry-run", "--json")).isZero();

    assertThat(json().get("adds").asInt()).isEqualTo(1);
    assertThat(json().get("pending").asInt()).isEqualTo(1);
    assertThat(Path.of(catalogue())).doesNotExist();
  }

  @Test
  void columnsCanBeMappedAndMatchedByHand() throws IOException {
    String file = file("code,what,cents\nA,Mug,4.50\n");

    int code =
        run(
            "import",
            file,
            "--into",
            catalogue(),
            "--json",
            "--map",
            "code=sku",
            "--map",
            "what=name",
            "--map",
            "cents=price");

    assertThat(code).isZero();
    assertThat(json().get("committed").asInt()).isEqualTo(1);
  }

  @Test
  void aColumnThatIsNotThereIsWrongUsageAndSaysWhichThereAre() throws IOException {
    String file = file("sku,name\nA,Mug\n");

    assertThat(run("import", file, "--into", catalogue(), "--map", "colour=name")).isEqualTo(2);
    assertThat(pallet.err()).contains("colour").contains("sku");
  }

  @Test
  void aMissingFileAndAForeignCatalogueAreTheEnvironmentsFault() throws IOException {
    assertThat(run("import", folder.resolve("none.csv").toString(), "--into", catalogue()))
        .isEqualTo(3);
    assertThat(pallet.err()).contains("none.csv");

    Path foreign = folder.resolve("letter.txt");
    Files.writeString(foreign, "Dear Sir or Madam, this is no database at all. ".repeat(30));
    String file = file("sku,name,price\nA,Mug,4.50\n");

    assertThat(run("import", file, "--into", foreign.toString())).isEqualTo(3);
    assertThat(pallet.err()).contains("letter.txt");
    assertThat(Files.readString(foreign)).startsWith("Dear Sir");
  }

  @Test
  void whatIsExportedCanBeImportedElsewhere() throws IOException {
    String file = file("sku,name,price,barcode\n007,\"Mug, \"\"blue\"\"\",4.50,0012345678905\n");
    run("import", file, "--into", catalogue());
    Path exported = folder.resolve("out.csv");

    assertThat(run("export", catalogue(), exported.toString())).isZero();
    String other = folder.resolve("other.pallet").toString();
    assertThat(run("import", exported.toString(), "--into", other, "--json")).isZero();

    assertThat(json().get("committed").asInt()).isEqualTo(1);
    assertThat(Files.readString(exported)).contains("007", "0012345678905", "Mug, \"\"blue\"\"");
  }

  @Test
  void productsOfAShopAreAllCommittedAndExported() throws IOException {
    Path shop = OWN.resolve("magento.csv");

    assertThat(run("import", shop.toString(), "--into", catalogue(), "--key", "sku", "--json"))
        .isZero();
    assertThat(json().get("rowsRead").asInt()).isEqualTo(10);
    assertThat(json().get("committed").asInt()).isEqualTo(10);
    Path exported = folder.resolve("m.csv");
    assertThat(run("export", catalogue(), exported.toString())).isZero();

    assertThat(pallet.out()).contains("10 rows");
    assertThat(Files.readString(exported))
        .contains("BOWL-INK-L", "\"\"Second choice\"\" is sorted");
  }

  @Test
  void anOfficesFileKeepsItsLeadingZerosAndDecimalCommas() throws IOException {
    Path office = OWN.resolve("office-de-cp1252.csv");

    assertThat(run("import", office.toString(), "--into", catalogue(), "--json")).isZero();
    assertThat(json().get("committed").asInt()).isEqualTo(9);
    Path exported = folder.resolve("o.csv");
    run("export", catalogue(), exported.toString());

    assertThat(Files.readString(exported)).contains("000001,Kernseife", "18.25", "Weißwurst");
  }

  @Test
  void magentosProductsAreAllCommitted() {
    Path magento = SHARED.resolve("magento-configurable-products.csv");
    assumeTrue(Files.exists(magento), "needs " + magento);

    int code = run("import", magento.toString(), "--into", catalogue(), "--key", "sku", "--json");

    JsonNode report = json();
    assertThat(report.get("rowsRead").asInt()).isEqualTo(1994);
    assertThat(report.get("committed").asInt() + report.get("pending").asInt()).isEqualTo(1994);
    assertThat(code).isEqualTo(report.get("problems").isEmpty() ? 0 : 1);
    assertThat(run("export", catalogue(), folder.resolve("m.csv").toString())).isZero();
    assertThat(pallet.out()).contains("1,994 rows");
  }

  @Test
  void northwindKeepsItsLeadingZerosAndDecimalCommas() throws IOException {
    Path northwind = SHARED.resolve("northwind-de-cp1252.csv");
    assumeTrue(Files.exists(northwind), "needs " + northwind);

    assertThat(run("import", northwind.toString(), "--into", catalogue(), "--json")).isZero();
    assertThat(json().get("committed").asInt()).isEqualTo(77);
    Path exported = folder.resolve("n.csv");
    run("export", catalogue(), exported.toString());

    assertThat(Files.readString(exported)).contains("000001,Chai").contains("18.00");
  }
}
