package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What can be said of an import on the command line, on real files and catalogues. */
final class ImportOptionsTest {

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  @Test
  void aFileThatWasCutOffIsTakenAsFarAsItGoesAndSaidToBe() throws IOException {
    assertThat(run(file("shop.csv", "SKU,Name,Price\n1,Chai,2.5\n2,Cha"))).isEqualTo(1);

    JsonNode report = pallet.json();
    assertThat(report.get("committed").asInt()).isEqualTo(2);
    assertThat(report.get("problemCount").asInt()).isEqualTo(1);
    assertThat(report.get("problems").get(0).get("line").asInt()).isEqualTo(3);
    assertThat(report.get("problems").get(0).get("message").asString())
        .isEqualTo("The file seems to be cut off in this row: it has 2 cells under 3 headings");
    assertThat(report.get("cutOff").asString())
        .startsWith("The file seems to be cut off: line 3 ends after 2 of 3 columns");
    assertThat(stored("name")).containsExactly("Chai", "Cha");
    assertThatTheRowsAddUp(report);
  }

  @Test
  void moreNewColumnsThanACatalogueCanHaveAreRefusedBeforeAnythingIsWritten() throws IOException {
    String header =
        IntStream.rangeClosed(1, 2_500)
            .mapToObj(i -> "Field " + i)
            .collect(Collectors.joining(","));
    String file = file("wide.csv", "SKU,Name," + header + "\n1,Chai" + ",x".repeat(2_500) + "\n");

    assertThat(run(file, "--new-columns")).isEqualTo(2);
    assertThat(pallet.err()).contains("With 2,500 new columns").contains("2,000 at most");
    assertThat(run(file, "--new-columns", "--dry-run")).isEqualTo(2);
    assertThat(run(file)).as("left out").isZero();
  }

  private String catalogue() {
    return folder.resolve("c.pallet").toString();
  }

  private String file(String name, String text) throws IOException {
    return file(name, text, StandardCharsets.UTF_8);
  }

  private String file(String name, String text, Charset charset) throws IOException {
    Path file = folder.resolve(name);
    Files.writeString(file, text, charset);
    return file.toString();
  }

  private int run(String file, String... options) {
    List<String> arguments = new ArrayList<>(List.of("import", file, "--into", catalogue()));
    arguments.addAll(List.of(options));
    arguments.add("--json");
    return pallet.run(arguments.toArray(String[]::new));
  }

  private List<String> stored(String column) {
    try (CatalogueDatabase database =
        CatalogueDatabase.open(Path.of(catalogue()), ConnectionSettings.DEFAULT)) {
      Column wanted = database.schema().require(column);
      List<String> texts = new ArrayList<>();
      new RowReader(database)
          .forEach(
              RowQuery.ALL, row -> texts.add(CellText.plain(wanted, row.values().get(wanted))));
      return texts;
    }
  }

  private Column column(String name) {
    try (CatalogueDatabase database =
        CatalogueDatabase.open(Path.of(catalogue()), ConnectionSettings.DEFAULT)) {
      return database.schema().require(name);
    }
  }

  private static void assertThatTheRowsAddUp(JsonNode report) {
    long sum =
        List.of("adds", "edits", "unchanged", "rejected", "folded").stream()
            .mapToLong(name -> report.get(name).asLong())
            .sum();
    assertThat(sum).isEqualTo(report.get("rowsRead").asLong());
  }

  @Test
  void aFileBecomesACatalogueOfItsOwnColumns() throws IOException {
    String file =
        file(
            "own.csv", "Code;Größe;Preis;Lager;Seit\n007;XL;18,00;3;2026-01-31\n008; M ;1,5;-4;\n");

    assertThat(run(file, "--as-new", "--key", "Code")).isZero();

    assertThat(column("Preis").type()).isEqualTo(ColumnType.MONEY);
    assertThat(column("Lager").type()).isEqualTo(ColumnType.WHOLE_NUMBER);
    assertThat(column("Seit").type()).isEqualTo(ColumnType.DATE);
    assertThat(stored("Code")).containsExactly("007", "008");
    assertThat(stored("Größe")).containsExactly("XL", " M ");
    assertThat(stored("Preis")).containsExactly("18.00", "1.50");
  }

  @Test
  void aCatalogueThatIsThereIsNotMadeAnew() throws IOException {
    String file = file("own.csv", "Code,Name\n1,a\n");
    run(file, "--as-new");

    assertThat(run(file, "--as-new")).isEqualTo(ExitCode.ENVIRONMENT);

    assertThat(pallet.err()).contains("is there already");
    assertThat(stored("Code")).containsExactly("1");
  }

  @Test
  void columnsThatAreNotInTheCatalogueAreAddedToIt() throws IOException {
    run(file("first.csv", "sku,name,price\nA,Mug,4\nB,Bowl,9\n"));

    int code = run(file("second.csv", "sku,Material,Depth\nA,oak,12.5\nB,,3\n"), "--new-columns");

    assertThat(code).isZero();
    assertThat(pallet.json().get("edits").asInt()).isEqualTo(2);
    assertThat(stored("Material")).containsExactly("oak", "");
    assertThat(stored("Depth")).containsExactly("12.5", "3");
    assertThat(stored("name")).containsExactly("Mug", "Bowl");
  }

  @Test
  void aDryRunAddsNoColumns() throws IOException {
    run(file("first.csv", "sku,name,price\nA,Mug,4\n"));

    run(file("second.csv", "sku,Material\nA,oak\n"), "--new-columns", "--dry-run");

    assertThat(pallet.json().get("edits").asInt()).isEqualTo(1);
    try (CatalogueDatabase database =
        CatalogueDatabase.open(Path.of(catalogue()), ConnectionSettings.DEFAULT)) {
      assertThat(database.schema().column("Material")).isEmpty();
    }
  }

  @Test
  void anEmptyCellLeavesTheValueUnlessItShallClearIt() throws IOException {
    run(file("first.csv", "sku,name,price,brand\nA,Mug,4,Acme\n"));
    String second = file("second.csv", "sku,brand\nA,\n");

    run(second);
    assertThat(pallet.json().get("unchanged").asInt()).isEqualTo(1);
    assertThat(stored("brand")).containsExactly("Acme");

    run(second, "--empty", "clear");
    assertThat(stored("brand")).containsExactly("");
  }

  @Test
  void oneOfSeveralRowsWithOneKeyIsTakenAsWished() throws IOException {
    String file = file("twice.csv", "sku,name,price\nA,first,1\nB,other,2\nA,last,3\n");

    run(file, "--duplicates", "none", "--dry-run");
    assertThat(pallet.json().get("adds").asInt()).isEqualTo(1);
    assertThat(pallet.json().get("rejected").asInt()).isEqualTo(2);

    assertThat(run(file, "--duplicates", "last")).isEqualTo(ExitCode.INCOMPLETE);
    assertThatTheRowsAddUp(pallet.json());
    assertThat(pallet.json().get("problems").get(0).get("message").asString())
        .contains("2")
        .contains("4");
    assertThat(stored("name")).containsExactlyInAnyOrder("other", "last");
  }

  @Test
  void rowsWithProblemsAreWrittenDownCorrectedAndImportedAgain() throws IOException {
    Path errors = folder.resolve("errors.csv");
    String file =
        file(
            "bad.csv",
            "sku;name;price;remark\nA;\"Mug,\nblue\";4,50;\nB;Bowl;free;\"say \"\"when\"\"\"\nC;Jug;2,50;x\n");

    assertThat(run(file, "--errors", errors.toString())).isEqualTo(ExitCode.INCOMPLETE);

    String written = Files.readString(errors);
    assertThat(written).contains("B,Bowl,free,\"say \"\"when\"\"\"").doesNotContain("Mug");
    assertThat(written).contains("price: ");
    Files.writeString(errors, written.replace("free", "9.75"));
    assertThat(run(errors.toString())).isZero();
    assertThat(stored("price")).containsExactlyInAnyOrder("4.50", "2.50", "9.75");
  }

  @Test
  void rowsThatTheDatabaseRefusesAreNamedByTheirLineAndWrittenDown() throws IOException {
    Path errors = folder.resolve("errors.csv");
    run(file("own.csv", "Code,EAN\nA,111\nB,222\n"), "--as-new", "--key", "Code");
    CatalogueDatabase.open(Path.of(catalogue()), ConnectionSettings.DEFAULT).close();

    int code = run(file("bad.csv", "Code,EAN\n,333\n"), "--errors", errors.toString());

    assertThat(code).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(pallet.json().get("problems").get(0).get("line").asInt()).isEqualTo(2);
    assertThat(Files.readString(errors)).contains(",333,");
  }

  @Test
  void datesThatCouldBeMeantBothWaysAreProblemsUntilSomebodySaysHow() throws IOException {
    String file = file("dates.csv", "sku,name,price,available_from\nA,Mug,1,03/04/2026\n");

    assertThat(run(file, "--dry-run")).isEqualTo(1);
    assertThat(pallet.json().get("problemCount").asInt()).isEqualTo(1);
    assertThat(pallet.json().get("columns").get(3).get("doubt").asString()).contains("--dates");

    assertThat(run(file, "--dates", "dmy")).isZero();
    assertThat(stored("available_from")).containsExactly("2026-04-03");
  }

  @Test
  void theDecimalSignOfAFileCanBeSaid() throws IOException {
    String file = file("prices.csv", "sku,name,price\nA,Mug,\"1,234\"\n");

    run(file, "--decimal", "comma");

    assertThat(stored("price")).containsExactly("1.234");
  }

  @Test
  void encodingSeparatorAndMissingHeadingsCanBeSaid() throws IOException {
    String file = file("odd.txt", "A#Käse#4\nB#Öl#5\n", Charset.forName("windows-1250"));

    int code =
        run(
            file,
            "--encoding",
            "windows-1250",
            "--separator",
            "#",
            "--no-header",
            "--map",
            "Column A=sku",
            "--map",
            "Column B=name",
            "--map",
            "Column C=price");

    assertThat(code).isZero();
    assertThat(stored("name")).containsExactly("Käse", "Öl");
  }

  @Test
  void aSheetOfAWorkbookIsImported() throws IOException {
    Path file = folder.resolve("shop.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Test", "1.0")) {
      workbook.newWorksheet("Notes").value(0, 0, "nothing here");
      Worksheet sheet = workbook.newWorksheet("Prices");
      List.of("SKU", "Name", "Price")
          .forEach(text -> sheet.value(0, List.of("SKU", "Name", "Price").indexOf(text), text));
      sheet.value(1, 0, "007");
      sheet.value(1, 1, "Mug");
      sheet.value(1, 2, 4.5);
    }

    assertThat(run(file.toString(), "--sheet", "Prices")).isZero();

    assertThat(stored("sku")).containsExactly("007");
    assertThat(stored("price")).containsExactly("4.50");
  }

  @Test
  void aLongFileIsImportedInPortionsAndMatchesAcrossThem() throws IOException {
    StringBuilder text = new StringBuilder("sku,name,price\n");
    IntStream.range(0, 45_000)
        .forEach(i -> text.append("P-").append(i).append(",Product ").append(i).append(",1\n"));
    String file = file("long.csv", text + "P-0,again,2\n");

    assertThat(run(file)).isEqualTo(ExitCode.INCOMPLETE);

    assertThat(pallet.json().get("committed").asInt()).isEqualTo(45_000);
    assertThat(pallet.json().get("rejected").asInt()).isEqualTo(1);
    assertThatTheRowsAddUp(pallet.json());
    assertThat(run(file, "--transaction", "all")).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(pallet.json().get("unchanged").asInt()).isEqualTo(45_000);
  }

  @Test
  void extraImageLinesOfAShopifyFileBecomePartOfTheirProduct() throws IOException {
    String file =
        file(
            "shopify.csv",
            "Handle,Title,Variant SKU,Variant Price,Image Src\n"
                + "mug,Mug,M-1,4.50,a.jpg\nmug,,M-2,5.50,\nmug,,,,b.jpg\n");

    assertThat(run(file)).isZero();

    assertThat(pallet.json().get("folded").asInt()).isEqualTo(1);
    assertThatTheRowsAddUp(pallet.json());
    assertThat(stored("name")).containsExactly("Mug", "Mug");
    assertThat(stored("image").getFirst()).isEqualTo("a.jpg, b.jpg");
  }

  @Test
  void aCellThatHoldsAFormulaIsATextAndComesBackAsOne() throws IOException {
    String file = file("own.csv", "Code,Note\n1,=1+1\n2,'=kept\n3,-x\n");
    run(file, "--as-new", "--key", "Code");
    Path exported = folder.resolve("out.csv");

    assertThat(pallet.run("export", catalogue(), exported.toString())).isZero();

    assertThat(stored("Note")).contains("=1+1", "-x");
    assertThat(Files.readString(exported)).contains("'=1+1").contains("'-x");
  }
}
