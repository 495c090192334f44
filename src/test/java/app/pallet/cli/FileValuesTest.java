package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of text files that were once changed or lost without a word, through the real command. */
final class FileValuesTest {

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  private int take(String text, String... options) throws IOException {
    Path file = folder.resolve("rows.csv");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    List<String> arguments = new ArrayList<>(List.of("import", file.toString(), "--into"));
    arguments.add(catalogue());
    arguments.addAll(List.of(options));
    return pallet.run(arguments.toArray(String[]::new));
  }

  private String catalogue() {
    return folder.resolve("shop.pallet").toString();
  }

  private List<String> stored(String columns) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalogue());
        Statement statement = connection.createStatement();
        ResultSet result =
            statement.executeQuery("SELECT %s FROM product ORDER BY rowid".formatted(columns))) {
      List<String> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(result.getString(1));
      }
      return rows;
    }
  }

  @Test
  void textsThatANumberWouldMakeEqualStayTexts() throws Exception {
    assertThat(take("SKU,Name\n90.750,a\n90.75,b\n", "--as-new")).isZero();
    assertThat(stored("\"SKU\"")).containsExactly("90.750", "90.75");
  }

  @Test
  void numbersComeBackAsTheyWereSpelled() throws Exception {
    String text = "Ref,Model\n5.50,1.0\n6.25,2.0\n";
    assertThat(take(text, "--as-new")).isZero();
    Path out = folder.resolve("out.csv");
    assertThat(pallet.run("export", catalogue(), out.toString())).isZero();

    assertThat(out).content().isEqualToIgnoringNewLines(text);
  }

  @Test
  void aQuoteThatWasForgottenToBeDoubledIsNamedByItsLine() throws Exception {
    assertThat(take("\"SKU\",\"Name\"\n\"A1\",\"a\"\n\"A2\",\"24\" Monitor\"\n")).isEqualTo(3);
    assertThat(pallet.err()).contains("line 3");
    assertThat(take("SKU,Name,Price\nA1,\"27\" Monitor\",199\n")).isEqualTo(3);
    assertThat(pallet.err()).contains("line 2");
  }

  @Test
  void paddingIsNoValue() throws Exception {
    assertThat(take("SKU,Name,Brand\nA1,Old,Bosch\n")).isZero();
    assertThat(take("SKU   ;Name      ;Brand   \nA1    ;Hammer    ;        \n")).isZero();
    assertThat(stored("sku || '|' || name || '|' || brand")).containsExactly("A1|Hammer|Bosch");
  }

  @Test
  void whatNobodySeesIsNoPartOfAKeyOrABarcode() throws Exception {
    assertThat(take("SKU,Name,Barcode\nA1,a,4006381333931\nA2,b,\n")).isZero();
    assertThat(
            take(
                "SKU,Name,Barcode\n\u200bA1,x,\"\t4006381333931\"\nA2\u200e,y,\u001f0405000000024\n"))
        .isZero();
    assertThat(stored("sku || name || barcode"))
        .containsExactly("A1x4006381333931", "A2y0405000000024");
  }

  @Test
  void theMarkOfAnEndIsNoRow() throws Exception {
    assertThat(take("SKU,Name\r\nA1,a\r\n\u001a")).isZero();
    assertThat(stored("sku")).containsExactly("A1");
  }

  @Test
  void aProductWithoutAPriceHasNone() throws Exception {
    assertThat(take("SKU,Name,Price\nA,x,\nB,y,5\n")).isZero();
    assertThat(stored("price")).containsExactly(null, "50000");
    Path out = folder.resolve("out.csv");
    assertThat(pallet.run("export", catalogue(), out.toString(), "--preset", "shopify")).isZero();
    assertThat(out).content().doesNotContain("0.00");
  }

  @Test
  void aByteOrderMarkBehindABlankLineIsNoPartOfTheHeading() throws Exception {
    assertThat(take("\n\uFEFFSKU,Name\nA,x\n")).isZero();
    assertThat(stored("sku")).containsExactly("A");
  }

  @Test
  void anArticleNumberMayBeLong() throws Exception {
    String sku = "S".repeat(255);
    assertThat(take("SKU,Name\n" + sku + ",x\n")).isZero();
    assertThat(stored("sku")).containsExactly(sku);
  }

  @Test
  void theEncodingOfAFileThatIsNoUtf8IsSaid() throws Exception {
    Path file = folder.resolve("cyrillic.csv");
    Files.write(
        file, "SKU;Name\nA-1;\u0427\u0430\u0439\n".getBytes(Charset.forName("windows-1251")));

    assertThat(pallet.run("import", file.toString(), "--into", catalogue(), "--dry-run")).isZero();
    assertThat(pallet.out()).contains("warning: read as windows-1252").contains("--encoding");
    assertThat(pallet.run("import", file.toString(), "--into", catalogue(), "--dry-run", "--json"))
        .isZero();
    assertThat(pallet.json().get("encoding").asString()).isEqualTo("windows-1252");
    assertThat(
            pallet.run(
                "import", file.toString(), "--into", catalogue(), "--encoding", "windows-1251"))
        .isZero();
    assertThat(pallet.out()).doesNotContain("warning: read as");
    assertThat(stored("name")).containsExactly("\u0427\u0430\u0439");
  }

  @Test
  void aColumnWithoutAHeadingIsNamedByItsPlace() throws Exception {
    assertThat(take(",SKU,Name\n0,A-1,x\n1,A-2,y\n")).isZero();
    assertThat(pallet.out()).contains("left out: column 1");
  }

  @Test
  void nothingOfATitleIsDataAndTheReportSaysSo() throws Exception {
    String text = "Price list 2026\nCreated:,2026-03-01\n\nSKU,Name,Price\nA1,Hammer,9.5\n";
    assertThat(take(text, "--json")).isZero();
    assertThat(pallet.json().get("headerRow").asLong()).isEqualTo(4);
    assertThat(pallet.json().get("rowsAbove").asInt()).isEqualTo(2);
    assertThat(pallet.json().get("separator").asString()).isEqualTo(",");
    assertThat(pallet.json().get("decisions").get(0).asString())
        .isEqualTo(
            "The headings are in line 4; 2 rows above are left out: “Price list 2026”, “Created:"
                + " 2026-03-01”");
    assertThat(stored("sku || name")).containsExactly("A1Hammer");
  }

  @Test
  void theLineOfTheHeadingsCanBeSaid() throws Exception {
    String text = "SKU,Name\nTeil,Farbe\nA1,red\n";
    assertThat(take(text, "--as-new", "--header-row", "2")).isZero();
    assertThat(stored("\"Teil\" || \"Farbe\"")).containsExactly("A1red");
    assertThat(pallet.out()).contains("the row above is left out: “SKU Name”");
    assertThat(take(text, "--dry-run", "--header-row", "9")).isEqualTo(3);
    assertThat(pallet.err()).contains("has no row with cells that begins in line 9");
  }

  @Test
  void keysThatAreOnlySpelledOtherwiseAreEditsAndAreCounted() throws Exception {
    StringBuilder products = new StringBuilder("SKU,Name\n00123,z\n");
    StringBuilder again = new StringBuilder("SKU,Name,Barcode\n'00123,new,'0405000000017\n");
    for (int sku = 1_000; sku < 5_000; sku++) {
      products.append(sku).append(",old\n");
      again.append(sku).append(".0,new,4006381333931.0\n");
    }
    assertThat(take(products.toString())).isZero();
    assertThat(take(again.toString(), "--json")).isZero();
    assertThat(pallet.json().get("edits").asInt()).isEqualTo(4_001);
    assertThat(pallet.json().get("rowsNearKeys").asInt()).isEqualTo(4_001);
    assertThat(stored("DISTINCT name || length(sku)")).containsExactlyInAnyOrder("new5", "new4");
    assertThat(stored("DISTINCT barcode"))
        .containsExactlyInAnyOrder("0405000000017", "4006381333931");
  }

  @Test
  void keysThatMayHaveLostTheirZerosAreWarnedOf() throws Exception {
    assertThat(take("SKU,Name\n00123,z\n1001,y\n")).isZero();
    assertThat(take("SKU,Name\n123,z\n\"1,001\",y\n9,x\n", "--dry-run", "--json")).isZero();
    assertThat(pallet.json().get("rowsAlike").asInt()).isEqualTo(2);
    assertThat(pallet.json().get("warnings").get(0).asString())
        .isEqualTo(
            "2 rows have nearly the key of another row and are new, such as “123” in"
                + " line 2 beside 00123");
    assertThat(take("SKU,Name\n123,z\n", "--strict")).isEqualTo(1);
    assertThat(stored("sku")).containsExactly("00123", "1001");
  }

  @Test
  void keysInOtherLettersAreWarnedOf() throws Exception {
    assertThat(take("SKU,Name\nA-1,z\nB2,y\n7,x\n")).isZero();
    assertThat(take("SKU,Name\na-1,z\nB\u00AD2,y\n007,x\nC3,w\n", "--json")).isZero();
    assertThat(pallet.json().get("rowsAlike").asInt()).isEqualTo(3);
    assertThat(pallet.json().get("warnings").get(0).asString())
        .contains("“a-1” in line 2 beside A-1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1001,z\n1001.0,y\n", "1001.0,z\n1001,y\n", "'1001,z\n01001,y\n"})
  void twoSpellingsOfOneNewKeyAreWarnedOf(String rows) throws Exception {
    assertThat(take("SKU,Name\n" + rows + "1002,x\n10010,w\n", "--json")).isZero();
    assertThat(pallet.json().get("rowsAlike").asInt()).isEqualTo(1);
    assertThat(pallet.json().get("warnings").get(0).asString()).contains("in line 3 beside");
  }

  @Test
  void aDateInTheOtherOrderFarBelowIsNamed() throws Exception {
    StringBuilder text = new StringBuilder("SKU,Name,Available from\n");
    for (int row = 0; row < 3_000; row++) {
      text.append("A%d,n,%02d/%02d/2024\n".formatted(row, row % 28 + 1, row % 12 + 1));
    }
    assertThat(take(text + "B1,n,12/31/2024\n", "--dry-run")).isEqualTo(1);
    assertThat(pallet.out())
        .contains("line 3002, available_from: \"12/31/2024\" Is read as 2024-12-31")
        .contains("1 problem\n");
  }

  @Test
  void rowsWithTooFewCellsAreSaid() throws Exception {
    assertThat(take("SKU,Name,Brand,\nA1,Lamp,Acme\nA2,De\rsk,Acme\nA3,Cup,Acme\n")).isZero();
    assertThat(pallet.out()).contains("2 rows from line 3 on have fewer cells than there are");
    assertThat(take("SKU,Name,Brand,\nA1,Lamp,Acme\nA2,Desk\n", "--dry-run")).isZero();
    assertThat(pallet.out()).contains("Line 3 has fewer cells than there are headings");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SKU,Price\nA1,\"1,234\"\n", "SKU,Available from\nA1,03/04/2024\n"})
  void whatHadToBeGuessedIsNotWrittenWhereNothingMayBeASlip(String text) throws Exception {
    assertThat(take("SKU,Name\nA1,Lamp\n")).isZero();
    assertThat(take(text, "--strict")).isEqualTo(1);
    assertThat(stored("coalesce(price, available_from, 'none')")).containsExactly("none");
  }

  @Test
  void rowsOfOneFileAreNotTakenForEachOther() throws Exception {
    StringBuilder text = new StringBuilder("SKU,Name\n");
    for (int sku = 0; sku < 6_000; sku++) {
      text.append(sku % 2 == 0 ? "a" : "A").append(sku / 2).append(",x\n");
    }
    assertThat(take(text.toString(), "--json")).isZero();
    assertThat(pallet.json().get("rowsAlike").asInt()).isZero();
  }

  @Test
  void anErrorThatASpreadsheetWroteIsNoValue() throws Exception {
    assertThat(take("SKU,Name,Brand\nA1,a,Bosch\nA2,b,Bosch\nA3,c,Bosch\n")).isZero();
    assertThat(take("SKU,Brand\nA1,#N/A\nA2,#BEZUG!\nA3,#1 brand\n")).isEqualTo(1);
    assertThat(pallet.out()).contains("line 2").contains("Is an error that a spreadsheet wrote");
    assertThat(stored("brand")).containsExactly("Bosch", "Bosch", "#1 brand");
  }

  @Test
  void quotesThatAreTakenForTextAreSaid() throws Exception {
    assertThat(take("SKU,Name\nA1,\"Best\" tool\nA2,\"27 inch\n", "--json")).isZero();
    assertThat(pallet.json().get("decisions").get(0).asString())
        .isEqualTo("Quotes are read as part of their cells, since they enclose none");
    assertThat(stored("name")).containsExactly("\"Best\" tool", "\"27 inch");
  }

  @Test
  void aCellWithoutAHeadingFarBelowIsLeftOutAloneAndCanBeMapped() throws Exception {
    String rows =
        IntStream.range(0, 5_000).mapToObj(i -> "A" + i + ",x\n").collect(Collectors.joining());
    String text = "SKU,Name\n" + rows + "B,y,,remark\n";
    assertThat(take(text)).isZero();
    assertThat(pallet.out())
        .contains("left out: column 4")
        .contains("Cells without a heading are left out: column 4, in line 5002");
    assertThat(take(text, "--map", "column 4=description")).isZero();
    assertThat(stored("count(*) || max(description)")).containsExactly("5001remark");
  }

  @Test
  void theTypesOfANewCatalogueAreSaid() throws Exception {
    assertThat(take("SKU,Stock\n001,5\n002,7\n", "--as-new")).isZero();
    assertThat(pallet.out()).contains("columns: SKU (text), Stock (whole number)");
  }

  @Test
  void rowsThatAQuoteSwallowedAreNotLostWithoutAWord() throws Exception {
    String text =
        "SKU,Description,Name,Price\nA1,\"one, or\ntwo\",a,1\nB1,\"27 Monitor,b,2\n"
            + "C1,d,c,3\nC2,d,c,3\nD1,19\",d,4\n";
    assertThat(take(text)).isEqualTo(1);
    assertThat(pallet.out()).contains("line 4").contains("3 lines", "quote");
    assertThat(stored("sku")).containsExactly("A1");
  }

  @Test
  void anAmountThatIsTornAtItsCommaIsNotTaken() throws Exception {
    assertThat(take("SKU,Name,Price,Quantity\nA1,a,9,99,5\nA2,b,1,250.50,5\nA3,c,7,5\n"))
        .isEqualTo(1);
    assertThat(pallet.out()).contains("9,99").contains("1,250.50").contains("quoted");
    assertThat(stored("sku || ' ' || price")).containsExactly("A3 70000");
  }
}
