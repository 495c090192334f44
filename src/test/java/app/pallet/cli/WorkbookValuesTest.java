package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the cells of workbooks become in a catalogue, by the real command. */
final class WorkbookValuesTest {

  private static final String STYLES =
      "<styleSheet><numFmts><numFmt numFmtId='200' formatCode='&quot;A-&quot;00000'/>"
          + "<numFmt numFmtId='201' formatCode='00\\.00\\.000'/></numFmts>"
          + "<cellXfs><xf numFmtId='0'/><xf numFmtId='200'/><xf numFmtId='201'/></cellXfs>"
          + "</styleSheet>";

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  @Test
  void aFormulaWithoutResultAndAnErrorAreProblemsAndTheValueStays() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "SKU,Name,Brand\nA1,n,Bosch\n");
    assertThat(run(csv)).isZero();
    Path book =
        book(
            text("SKU") + text("Name") + text("Brand"),
            text("A1") + text("n") + "<c t='e'><f>NA()</f><v>#N/A</v></c>",
            text("A2") + "<c><f>A1&amp;A2</f><v></v></c>" + text("b"),
            text("A3") + "<c><f t='shared' si='0'/></c>" + text("b"));
    assertThat(run(book)).isEqualTo(1);
    assertThat(pallet.json().get("problemCount").asInt()).isEqualTo(3);
    assertThat(export())
        .containsPattern("A1,n,.*Bosch")
        .doesNotContain("#N/A")
        .doesNotContain("A1&A2");
  }

  @Test
  void aTextOfAWorkbookStaysAText() throws IOException {
    Path book =
        book(
            text("SKU") + text("Model"),
            text("90.750") + text("3.10"),
            text("90.75") + text("3.1"));
    assertThat(run(book, "--as-new")).isZero();
    assertThat(export()).contains("90.750,3.10").contains("90.75,3.1");
  }

  @Test
  void aNumberIsTheTextThatItsFormatShows() throws IOException {
    Path book =
        book(
            text("SKU") + text("Name"),
            "<c s='1'><v>123</v></c>" + text("n"),
            "<c s='2'><v>1234567</v></c>" + text("m"));
    assertThat(run(book)).isZero();
    assertThat(export()).contains("A-00123").contains("12.34.567");
  }

  @Test
  void sheetsThatAreNotReadAreNamed() throws IOException {
    Path file = folder.resolve("two.xlsx");
    try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Pallet", "1.0")) {
      for (String sheet : new String[] {"Tools", "Nails"}) {
        Worksheet rows = workbook.newWorksheet(sheet);
        rows.value(0, 0, "SKU");
        rows.value(0, 1, "Name");
        rows.value(1, 0, sheet);
        rows.value(1, 1, "x");
      }
    }
    assertThat(run(file)).isZero();
    assertThat(pallet.json().get("decisions").toString())
        .contains("The sheet “Tools” is read; “Nails” is not");
    assertThat(export()).contains("Tools").doesNotContain("Nails");
  }

  @ParameterizedTest
  @CsvSource({"WRONGONE,WRONGTWO", "<Types/>,<Typus/>"})
  void aPartWithAWrongChecksumIsRefusedAsDamaged(String right, String wrong) throws IOException {
    Path book = book(text("SKU") + text("Name"), text("WRONGONE") + text("n"));
    byte[] bytes = Files.readAllBytes(book);
    String content = new String(bytes, StandardCharsets.ISO_8859_1);
    Files.write(book, content.replace(right, wrong).getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run(book)).isEqualTo(3);
    assertThat(pallet.err() + pallet.out()).contains("damaged");
  }

  @Test
  void aWebPageSavedAsAWorkbookIsRefused() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("shop.xls"),
            "\n<html xmlns:x='urn'>\n<table><tr><th>SKU</th></tr><tr><td>A1</td></tr></table></html>");
    assertThat(run(page, "--as-new")).isEqualTo(3);
    assertThat(pallet.err() + pallet.out()).contains("a web page saved as .xls");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<?xml version='1.0'?> <?mso-application progid='Excel.Sheet'?> <Workbook xmlns='urn'>|XML",
        "<ss:Workbook xmlns:ss='urn'><ss:Table/></ss:Workbook>|XML",
        "MIME-Version: 1.0|a web page",
        "<?xml version='1.0'?><rss><item/></rss>|XML",
        "~[ {\"sku\": \"A1\"} ]~|JSON",
        "~{\"sku\": \"A1\"}~|JSON",
        "{\\rtf1 A1}|a document"
      })
  void aTextThatIsNoTableIsRefusedByWhatItIs(String text, String kind) throws IOException {
    Path file = Files.writeString(folder.resolve("shop.xls"), text + "\nA1,Hammer\nA2,Saw\n");
    assertThat(run(file, "--as-new")).isEqualTo(3);
    assertThat(pallet.err() + pallet.out()).contains(kind);
    assertThat(run(Files.writeString(file, "\uFEFF" + text), "--as-new")).isEqualTo(3);
  }

  @Test
  void aShopGetsTextsAsTheyAre() throws IOException {
    Path csv = Files.writeString(folder.resolve("a.csv"), "SKU,Name,Price\nA-1,@home,1\n");
    assertThat(run(csv)).isZero();
    for (String preset : new String[] {"shopify", "woocommerce", "magento", "prestashop"}) {
      Path out = folder.resolve(preset + ".csv");
      assertThat(pallet.run("export", catalogue(), out.toString(), "--preset", preset)).isZero();
      assertThat(Files.readString(out)).as(preset).contains("@home").doesNotContain("'@home");
    }
    assertThat(export()).contains("'@home");
  }

  private int run(Path file, String... options) {
    String[] all = new String[options.length + 5];
    String[] first = {"import", file.toString(), "--into", catalogue(), "--json"};
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(options, 0, all, first.length, options.length);
    return pallet.run(all);
  }

  private String catalogue() {
    return folder.resolve("c.pallet").toString();
  }

  private String export() throws IOException {
    Path out = folder.resolve("out.csv");
    assertThat(pallet.run("export", catalogue(), out.toString())).isZero();
    return Files.readString(out);
  }

  private static String text(String text) {
    return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
  }

  private Path book(String... rows) throws IOException {
    Path file = folder.resolve("book.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "[Content_Types].xml", "<Types/>");
      put(
          zip,
          "xl/workbook.xml",
          "<workbook><sheets><sheet name='P' id='r1'/></sheets></workbook>");
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='r1' Type='x/worksheet' Target='sheet1.xml'/>"
              + "<Relationship Id='r2' Type='x/styles' Target='styles.xml'/></Relationships>");
      put(zip, "xl/styles.xml", STYLES);
      String data = "<row>" + String.join("</row><row>", rows) + "</row>";
      put(zip, "xl/sheet1.xml", "<worksheet><sheetData>" + data + "</sheetData></worksheet>");
    }
    return file;
  }

  private static void put(ZipOutputStream zip, String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    CRC32 sum = new CRC32();
    sum.update(bytes);
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(bytes.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }
}
