package app.pallet.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.clipboard.ClipboardSource;
import app.pallet.spreadsheet.clipboard.ClipboardText;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The same tables with and without something above them, as text, as a workbook, as a paste. */
class HeadingSearchTest {

  private static final String KNOWN = "SKU,Name,Price\nA1,Hammer,9.5\nA2,Nail,0.1\n";
  private static final String UNKNOWN = "Teil,Farbe,Menge,Ort\nQ1,rot,5,x\nQ2,blau,12,y\n";

  @TempDir Path folder;

  static Stream<String> above() {
    return Stream.of(
        "Price list spring 2026\n",
        "Price list spring 2026\n\n",
        "Price list spring 2026\nCreated:,2026-03-01\n\n",
        "Price list spring 2026,,,\nPage 1,,,\n,,,\n",
        "Acme Ltd\nMain Street 5\nPhone: +44 20 7946 0000\n\nAll prices in EUR\n\n",
        "# exported by a shop\n# on 2026-03-01, for everybody, in EUR\n",
        "Supplier:,Acme\nCurrency:,EUR\n\n",
        "\"A note, of\ntwo lines\"\n\n",
        "Prices in EUR, without tax, as of March, by list, for shops, while stocks last\n",
        "2026\n\n",
        "Price list,2026,5\n\n",
        "Price list,2026-03-01,5\n\n\n",
        "Description\n");
  }

  @ParameterizedTest
  @MethodSource("above")
  void knownHeadingsAreFoundBelowWhateverStandsAbove(String above) throws IOException {
    try (TabularSource source = open(above + KNOWN)) {
      assertThat(source.header().subList(0, 3)).containsExactly("SKU", "Name", "Price");
      assertThat(skus(source)).containsExactly("A1", "A2");
      assertThat(source.format().headings().line()).isEqualTo(1 + lines(above));
      assertThat(source.format().headings().inDoubt()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Lagerliste 2026\n",
        "Lagerliste 2026\n\n",
        "Lagerliste\nStand:,2026-03-01\n\n",
        "Stand,2026-03-01\n\n",
        "Lagerliste\nStand,2026-03-01\n",
        "Stand:,heute\nSeite:,1\n",
        "# Lagerliste\n",
        "Lagerliste 2026,,,\n",
        ",Lagerliste 2026\n",
        ",# Lagerliste,2026,5\n"
      })
  void otherHeadingsAreFoundByTheirNumbersAndAreInDoubt(String above) throws IOException {
    try (TabularSource source = open(above + UNKNOWN)) {
      assertThat(source.header()).containsExactly("Teil", "Farbe", "Menge", "Ort");
      assertThat(skus(source)).containsExactly("Q1", "Q2");
      assertThat(source.format().headings().line()).isEqualTo(1 + lines(above));
      assertThat(source.format().headings().inDoubt()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        KNOWN,
        UNKNOWN,
        "SKU\nA1\nA2\n",
        "Description\nlarge, red\nsmall, blue\n",
        "SKU,,Price\nA1,Hammer,9.5\nA2,Name,Brand\n",
        "SKU,Name\nA1,Hammer,red,x,y\nA2,Nail,blue,x,y\n",
        "Notes\nA1,Hammer\nA2,Nail\n",
        "SKU,Name,Price\nName,Price,SKU,Barcode\n",
        "Lagerliste 2026\nTeil,Farbe,Form,Ort\nSchraube,rot,rund,x\nMutter,gelb,eckig,y\n",
        "Lagerliste 2026\nTeil,Menge,Ort\nSchraube,5,x,rot\nMutter,6,y,gelb\n",
        "Bezeichnung;Wert\nFarbe;rot\nSKU;A1\nName;Hammer\n",
        "Handle,Option1 Name,Option1 Value\nh,Color,Red\nh,Size,Weight\n",
        "#SKU,Name,Price\nA1,Hammer,9.5\nA2,Nail,0.1\n",
        "SKU,Name\nSKU,Name,Price\nA1,Hammer,9.5\n",
        "Lagerliste 2026\nTeil,Farbe,--,Ort\nQ1,rot,5,x\nQ2,blau,6,y\n",
        "Lagerliste 2026\nTeil,Farbe,Farbe,Menge\nQ1,rot,x,5\nQ2,blau,y,6\n",
        "Lagerliste 2026\nNummer,Farbe,Ort\n1\n2\n3,rot,x\n",
        "Lagerliste 2026\nSKU,Name,Farbton,Lager,Form\nA1,x,y,z,v\nA2,x,y,z,v\n",
        "SKU\nA1,Hammer,9.5\nA2,Nail,0.1\n",
        "SKU,Name,Price,Farbe\nA1,Barcode,Brand,Category,Description,Stock\n",
        "*Zeile,Name,Farbe,Price\n1,Hammer,rot,9.5\n2,Nail,blau,0.1\n",
        "*Teil,*Farbe,*Menge,Ort\nQ1,rot,5,x\nQ2,blau,12,y\n",
        "#,Teil,Farbe,Menge\n1,Hammer,rot,5\n2,Nail,blau,12\n",
        "Teil,Menge\n\nSchraube,keine\nMutter,5\nBolzen,6\n",
        "Teil,Notiz\n\nQ1,rot,rund,5\nQ2,gelb\n"
      })
  void headingsInTheFirstRowStayThere(String text) throws IOException {
    assertThat(beginning(text)).isEqualTo(new HeadingSearch.Beginning(0, true, false));
    try (TabularSource source = open(text)) {
      assertThat(source.format().headings().line()).isEqualTo(1);
      assertThat(source.format().headings().above()).isEmpty();
    }
  }

  /** Where the table of a text begins, whatever its separators are taken for. */
  private static HeadingSearch.Beginning beginning(String text) {
    String[] lines = text.split("\n", -1);
    List<TextRow> rows =
        IntStream.range(0, lines.length)
            .mapToObj(i -> new TextRow(i + 1, Arrays.asList(lines[i].split(",", -1))))
            .filter(row -> !row.isBlank())
            .toList();
    return HeadingSearch.of(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Teil,Farbe,Menge,Ort\nQ1,rot,5,x\nQ2,blau,,y\nQ3,gelb,7,z\n",
        "Teil,,Ort,,Menge\nQ1,,x,,5\nQ2,,y,,6\n",
        "Teil,Menge\nQ1,5\nQ2,6\n",
        "Teil,Farbe,Menge\nQ1,rot,5\nQ2,blau,\n",
        "Nummer,Farbe,Ort\n1\n2,rot,x\n"
      })
  void aTitleDoesNotHideOtherHeadings(String table) {
    assertThat(beginning("Lagerliste 2026\n" + table))
        .isEqualTo(new HeadingSearch.Beginning(1, true, true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SKU,Name,Farbton,Lagerplatz", "SKU,Name,Price,Farbton,Ort,Form,Halle"})
  void halfOfTheHeadingsOrThreeBeingKnownIsEnoughBelowATitle(String headings) {
    String row = "x,".repeat(headings.split(",").length - 1) + "x\n";
    assertThat(beginning("Lagerliste 2026\n" + headings + "\n" + row + row))
        .isEqualTo(new HeadingSearch.Beginning(1, true, false));
  }

  @Test
  void oneWiderRowInTenDoesNotSpeakAgainstHeadings() {
    String title = "Lagerliste 2026\nTeil,Menge\n";
    assertThat(beginning(title + "Q1,5\n".repeat(9) + "Q2,6,x\n").index()).isEqualTo(1);
    assertThat(beginning(title + "Q1,5\n".repeat(8) + "Q2,6,x\n").index()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"A1,Hammer,9.5\nA2,Nail,0.1\n", "A1,Hammer,9.5\nSKU,Name,Price\nA2,Nail,0.1\n"})
  void aTableWithoutHeadingsStaysOne(String text) throws IOException {
    try (TabularSource source = open(text)) {
      assertThat(source.header()).containsExactly("Column A", "Column B", "Column C");
      assertThat(source.next().cells()).containsExactly("A1", "Hammer", "9.5");
    }
  }

  @Test
  void nothingOfATitleAboveATableWithoutHeadingsIsData() throws IOException {
    try (TabularSource source = open("Price list\n\nA1,Hammer,9.5\nA2,Nail,0.1\n")) {
      assertThat(source.header()).containsExactly("Column A", "Column B", "Column C");
      assertThat(skus(source)).containsExactly("A1", "A2");
      assertThat(source.format().headings().inDoubt()).isTrue();
      assertThat(source.format().headings().above()).hasSize(1);
    }
  }

  @Test
  void aLabelIsToldFromANarrowTableByTheTableBelow() throws IOException {
    try (TabularSource source = open("Stand,2026-03-01\n\nRef,Teil,Wert\nA1,x,9.5\nA2,y,5\n")) {
      assertThat(source.header()).containsExactly("Ref", "Teil", "Wert");
      assertThat(source.format().headings().inDoubt()).isTrue();
    }
    try (TabularSource source = open("A1,9.5\n\nA2,5\nA3,7\n")) {
      assertThat(source.next().cells()).containsExactly("A1", "9.5");
    }
    try (TabularSource source = open("A1,9.5\nA2,5,x\nA3,7,x\n")) {
      assertThat(source.next().cells()).containsExactly("A1", "9.5");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|"})
  void theSeparatorIsThatOfTheTableNotOfTheTitle(String separator) throws IOException {
    String title = "Price list, spring 2026, all prices, net\n\n";
    try (TabularSource source = open(title + KNOWN.replace(",", separator))) {
      assertThat(source.header()).containsExactly("SKU", "Name", "Price");
      assertThat(skus(source)).containsExactly("A1", "A2");
    }
  }

  @Test
  void headingsThatEachPageRepeatsAreThoseOfTheFirstPage() {
    String page = "SKU,Name,Price\nA1,Hammer,9.5\n\n";
    assertThat(beginning("Price list\n\n" + page + page))
        .isEqualTo(new HeadingSearch.Beginning(1, true, false));
  }

  @Test
  void columnsWithoutHeadingsAreCalledAsSpreadsheetsCallThem() {
    assertThat(List.of(0, 25, 26, 27, 701, 702))
        .extracting(TableStart::name)
        .containsExactly(
            "Column A", "Column Z", "Column AA", "Column AB", "Column ZZ", "Column AAA");
  }

  @Test
  void aChosenLineCounts() throws IOException {
    Path file = write("SKU,Name\n\nTeil,Farbe\nA1,red\n");
    SourceOptions options = SourceOptions.DETECT.withHeaderLine(3);
    try (TabularSource source = SpreadsheetFile.open(file, options)) {
      assertThat(source.header()).containsExactly("Teil", "Farbe");
      assertThat(skus(source)).containsExactly("A1");
      assertThat(source.format().headings().above()).hasSize(1);
      assertThat(source.format().headings().inDoubt()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {2, 9})
  void aLineWithoutARowCannotBeChosen(long line) throws IOException {
    Path file = write("SKU,Name\n\nA1,red\n");
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> SpreadsheetFile.open(file, SourceOptions.DETECT.withHeaderLine(line)))
        .withMessage(
            file
                + ": has no row with cells that begins in line "
                + line
                + ", where the headings should be");
  }

  @ParameterizedTest
  @MethodSource("above")
  void aWorkbookIsReadAlike(String above) throws IOException {
    Path file = folder.resolve("titles.xlsx");
    List<List<String>> rows = grid(above + KNOWN);
    try (Workbook workbook = new Workbook(Files.newOutputStream(file), "Pallet", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("First");
      for (int row = 0; row < rows.size(); row++) {
        for (int cell = 0; cell < rows.get(row).size(); cell++) {
          sheet.value(row, cell, rows.get(row).get(cell));
        }
      }
    }
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      assertThat(source.header().subList(0, 3)).containsExactly("SKU", "Name", "Price");
      assertThat(skus(source)).containsExactly("A1", "A2");
      assertThat(source.format().headings().line()).isEqualTo(rows.size() - 3);
    }
  }

  @ParameterizedTest
  @MethodSource("above")
  void aPasteIsReadAlike(String above) {
    String text = (above + KNOWN).replace(',', '\t');
    try (TabularSource source =
        ClipboardSource.withHeader(new PastedBlock(ClipboardText.parse(text), false))) {
      assertThat(source.header().subList(0, 3)).containsExactly("SKU", "Name", "Price");
      assertThat(skus(source)).containsExactly("A1", "A2");
    }
  }

  private TabularSource open(String text) throws IOException {
    return SpreadsheetFile.open(write(text), SourceOptions.DETECT);
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("titles.csv"), text);
  }

  private static List<String> skus(TabularSource source) {
    List<String> skus = new ArrayList<>();
    source.forEachRemaining(row -> {
      if (!row.isBlank()) {
        skus.add(row.cells().getFirst());
      }
    });
    return skus;
  }

  private static long lines(String text) {
    return text.chars().filter(c -> c == '\n').count();
  }

  /** The cells of a simple text; one of several lines becomes one. */
  private static List<List<String>> grid(String text) {
    return Stream.of(text.replace("of\ntwo", "of two").replace("\"", "").split("\n", -1))
        .map(line -> Arrays.asList(line.split(",", -1)))
        .toList();
  }
}
