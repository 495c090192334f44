package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pallet export} as a script calls it. */
final class ExportCommandTest {

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  private int run(String... arguments) {
    return pallet.run(arguments);
  }

  private String catalogue() {
    return folder.resolve("c.pallet").toString();
  }

  private Path file(String name) {
    return folder.resolve(name);
  }

  @BeforeEach
  void fill() throws IOException {
    Path file = file("products.csv");
    Files.writeString(
        file,
        "sku,name,price,active,description\n"
            + "007,Mug Müller,4.50,yes,=1+1\n008,Bowl,9,no,plain\n009,Jug,1.25,yes,\n");
    assertThat(run("import", file.toString(), "--into", catalogue())).isZero();
  }

  @Test
  void writesTheChosenColumnsInTheirOrderAndStyle() throws IOException {
    Path csv = file("a.csv");
    assertThat(
            run(
                "export",
                catalogue(),
                csv.toString(),
                "--columns",
                "Name,price,SKU",
                "--separator",
                ";",
                "--decimal",
                "comma",
                "--encoding",
                "windows-1252"))
        .isZero();
    assertThat(Files.readString(csv, Charset.forName("windows-1252")))
        .isEqualTo("name;price;sku\r\nMug Müller;4,50;007\r\nBowl;9,00;008\r\nJug;1,25;009\r\n");
    assertThat(pallet.out()).isEqualTo("3 rows written to " + csv + System.lineSeparator());
  }

  @Test
  void writesOnlyWhatIsSearchedForInTheOrderAskedFor() throws IOException {
    Path csv = file("a.csv");
    run("export", catalogue(), csv.toString(), "--columns", "sku", "--sort", "price:desc");
    assertThat(csv).hasContent("sku\r\n008\r\n007\r\n009\r\n");

    run("export", catalogue(), csv.toString(), "--columns", "sku", "--search", "mug");
    assertThat(csv).hasContent("sku\r\n007\r\n");
  }

  @Test
  void writesRowsInTheOrderOfSeveralColumnsAndOfTheNumbersInTheirTexts() throws Exception {
    Path shop = file("shop.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + shop);
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE t (code TEXT PRIMARY KEY NOT NULL, kind TEXT, \"a,b:c\" INT)");
      statement.execute(
          "INSERT INTO t VALUES ('A-10', 'x', 1), ('A-9', 'y', 2), ('A-1', 'x', 2), ('A-2', 'y', 1)");
    }
    Path csv = file("sorted.csv");
    for (String[] order :
        new String[][] {
          {"kind:desc,code:natural", "A-2\r\nA-9\r\nA-1\r\nA-10"},
          {"kind,code", "A-1\r\nA-10\r\nA-2\r\nA-9"},
          {"code:natural:desc", "A-10\r\nA-9\r\nA-2\r\nA-1"},
          {"a,b:c:desc", "A-9\r\nA-1\r\nA-10\r\nA-2"}
        }) {
      assertThat(
              run(
                  "export",
                  shop.toString(),
                  csv.toString(),
                  "--table",
                  "t",
                  "--columns",
                  "code",
                  "--sort",
                  order[0]))
          .isZero();
      assertThat(csv).hasContent("code\r\n" + order[1] + "\r\n");
    }
  }

  @Test
  void aWorkbookIsWrittenByItsEnding() throws IOException {
    Path book = file("a.XLSX");
    assertThat(run("export", catalogue(), book.toString(), "--columns", "sku,price")).isZero();
    try (ReadableWorkbook read = new ReadableWorkbook(Files.newInputStream(book))) {
      List<Row> rows = read.getFirstSheet().read();
      assertThat(rows).hasSize(4);
      assertThat(rows.get(1).getCellAsString(0)).contains("007");
      assertThat(rows.get(1).getCell(1).asNumber()).isEqualByComparingTo("4.5");
    }
  }

  @Test
  void aPresetGivesAShopItsHeadings() throws IOException {
    Path csv = file("a.csv");
    assertThat(run("export", catalogue(), csv.toString(), "--preset", "shopify")).isZero();
    assertThat(Files.readString(csv))
        .startsWith("Handle,Title,Body (HTML),")
        .contains("\r\nbowl-008,Bowl,plain,");

    run("export", catalogue(), csv.toString(), "--preset", "prestashop", "--columns", "sku,active");
    assertThat(csv).hasContent("Reference #;Active (0/1)\r\n007;1\r\n008;0\r\n009;1\r\n");
  }

  @Test
  void formulasAreGuardedUnlessTheyShallBeKept() throws IOException {
    Path csv = file("a.csv");
    run("export", catalogue(), csv.toString(), "--columns", "description", "--search", "mug");
    assertThat(csv).hasContent("description\r\n'=1+1\r\n");

    run(
        "export",
        catalogue(),
        csv.toString(),
        "--columns",
        "description",
        "--search",
        "mug",
        "--formulas",
        "keep");
    assertThat(csv).hasContent("description\r\n=1+1\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "--columns|colour|colour",
        "--sort|colour|colour",
        "--sort|price:up|none of asc, desc and natural",
        "--separator|x|none of",
        "--encoding|utf-9|utf-8-bom",
        "--decimal|dot|comma",
        "--preset|ebay|woocommerce",
        "--formulas|run|guard"
      })
  void whatIsNotUnderstoodIsWrongUsageAndSaysWhatWouldBe(
      String option, String value, String message) {
    Path csv = file("a.csv");
    assertThat(run("export", catalogue(), csv.toString(), option, value)).isEqualTo(2);
    assertThat(pallet.err()).contains(message);
    assertThat(csv).doesNotExist();
  }

  @Test
  void whatCannotBeWrittenIsTheEnvironmentsFaultAndNamesThePlace() throws IOException {
    Path kanji = file("kanji.csv");
    Files.writeString(kanji, "sku,name,price\n010,名前,1\n", StandardCharsets.UTF_8);
    run("import", kanji.toString(), "--into", catalogue());
    Path csv = file("a.csv");

    assertThat(run("export", catalogue(), csv.toString(), "--encoding", "windows-1252"))
        .isEqualTo(3);
    assertThat(pallet.err()).contains("row 4, column name").contains("名前");
    assertThat(csv).doesNotExist();

    assertThat(run("export", file("none.pallet").toString(), csv.toString())).isEqualTo(3);
    assertThat(run("export", catalogue(), file("none").resolve("a.csv").toString())).isEqualTo(3);
  }

  @Test
  void writesOnlyTheRowsOfWhichAConditionIsTrue() throws IOException {
    Path csv = file("w.csv");
    assertThat(
            run(
                "export",
                catalogue(),
                csv.toString(),
                "--columns",
                "sku",
                "--where",
                "price > 4 and active = yes"))
        .isZero();
    assertThat(Files.readString(csv)).contains("007").doesNotContain("008").doesNotContain("009");

    assertThat(run("export", catalogue(), csv.toString(), "--where", "prise > 4")).isEqualTo(2);
    assertThat(pallet.err()).contains("no column \"prise\", at character 1");
  }
}
