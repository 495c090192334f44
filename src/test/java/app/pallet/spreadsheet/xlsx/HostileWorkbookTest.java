package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workbooks that are damaged, or made to do harm: each is refused in words, in time. */
@Timeout(60)
final class HostileWorkbookTest {

  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
  private static final String TEXT = "<row><c t='inlineStr'><is><t>a</t></is></c></row>";

  @TempDir private Path folder;

  @Test
  void aPasswordIsNamed() throws IOException {
    byte[] bytes = Arrays.copyOf(COMPOUND, 200_000);
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    System.arraycopy(name, 0, bytes, (1 << 16) - 7, name.length);
    assertRefused(file(bytes), "is protected by a password; open it in Excel");
  }

  @Test
  void anOldWorkbookIsNamed() throws IOException {
    assertRefused(file(Arrays.copyOf(COMPOUND, 3_000)), "is an old Excel workbook (.xls)");
  }

  @Test
  void aWorkbookThatIsCutOffIsNamed() throws IOException {
    byte[] whole = Files.readAllBytes(write(WorkbookZip.of(TEXT)));
    assertRefused(file(Arrays.copyOf(whole, whole.length / 2)), "is damaged or cut off");
  }

  @Test
  void aWorkbookWithOtherBytesInItIsNamed() throws IOException {
    Path file = write(WorkbookZip.of(TEXT.repeat(5_000)));
    byte[] bytes = Files.readAllBytes(file);
    Arrays.fill(bytes, bytes.length / 2, bytes.length / 2 + 40, (byte) 0x55);
    assertRefused(file(bytes), "damaged");
  }

  @ParameterizedTest
  @CsvSource({
    "mimetype,application/vnd.oasis.opendocument.spreadsheet,is an OpenDocument spreadsheet; save",
    "word/document.xml,<x/>,is a packed file but not a workbook",
    "xl/workbook.bin,x,is a binary Excel workbook; save it as .xlsx"
  })
  void otherPackedFilesAreNamed(String part, String content, String reason) throws IOException {
    assertRefused(write(WorkbookZip.empty().with(part, content)), reason);
  }

  @Test
  void macrosArePassedOver() throws IOException {
    Path file = write(WorkbookZip.of(TEXT).with("xl/vbaProject.bin", "Sub Auto_Open()"));
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      assertThat(source.header()).containsExactly("a");
    }
  }

  @Test
  void anEntityFromAnotherFileIsNotRead() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    String type = "<!DOCTYPE x [<!ENTITY e SYSTEM '" + secret.toUri() + "'>]>";
    String sheet = "<worksheet><sheetData>" + TEXT.replace("a<", "&e;<") + "</sheetData>";
    assertRefused(
        write(WorkbookZip.of("").with("xl/worksheets/sheet1.xml", type + sheet + "</worksheet>")),
        "is built as no spreadsheet program builds one");
    assertRefused(
        write(WorkbookZip.of("").with("xl/worksheets/sheet1.xml", sheet + "</worksheet>")), "e");
  }

  @ParameterizedTest
  @CsvSource({
    "<row><c r='ZZZZZZ1'><v>1</v></c></row>,a column beyond the last",
    "<row r='99999999999999'><c><v>1</v></c></row>,a row beyond the last",
    "<row r='-1'><c><v>1</v></c></row>,a row beyond the last",
    "<row><c t='s'><v>2000000000</v></c></row>,refers to a text that is not in it",
    "<row><c t='s'><v>x</v></c></row>,refers to a text that is not in it",
    "<row><c><v>1</v></row>,is damaged"
  })
  void cellsThatCannotBeAreNamed(String row, String reason) throws IOException {
    assertRefused(write(WorkbookZip.of(TEXT + row)), reason);
  }

  @Test
  void elementsWithoutEndInsideEachOtherAreNamed() throws IOException {
    assertRefused(write(WorkbookZip.of(TEXT + "<row>".repeat(100_000))), "no spreadsheet program");
  }

  @ParameterizedTest
  @CsvSource({"<c t='inlineStr'><is><t>,x", "<c t='inlineStr'><is><t><![CDATA[,<>", "<c r='A,x"})
  void aCellThatNeverEndsIsNamed(String beginning, String filling) throws IOException {
    Path file = bomb("<worksheet><sheetData>" + TEXT + "<row>" + beginning, filling, 20 << 20);
    assertRefused(file, "has a cell of more than 4 MB");
  }

  @Test
  void aTextInManyPiecesIsLimited() throws IOException {
    String piece = "x".repeat(1_000) + "<!-- -->";
    Path file = bomb("<worksheet><sheetData><row><c t='str'><v>", piece, 20 << 20);
    assertRefused(file, "has a cell of more than 4194304 characters");
  }

  @Test
  void aZipBombIsNamed() throws IOException {
    Path file = bomb("<worksheet><sheetData>", "<extra some='thing'/>", 80 << 20);
    assertRefused(file, "is packed so tightly that it would flood the memory");
  }

  @Test
  void tooManyPartsAreNamed() throws IOException {
    WorkbookZip zip = WorkbookZip.of(TEXT);
    for (int i = 0; i < 20_000; i++) {
      zip.with("x" + i, "");
    }
    assertRefused(write(zip), "is not a workbook: it is packed from");
  }

  private static void assertRefused(Path file, String reason) {
    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> {
          try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
            source.forEachRemaining(row -> {});
          }
        })
        .withMessageStartingWith(file.toString())
        .withMessageContaining(reason);
  }

  private Path write(WorkbookZip zip) throws IOException {
    return zip.write(folder.resolve("shop.xlsx"));
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("other.xlsx"), bytes);
  }

  /** A workbook whose sheet goes on for so many bytes and never ends. */
  private Path bomb(String beginning, String filling, int bytes) throws IOException {
    Path file = folder.resolve("bomb.xlsx");
    WorkbookZip rest = WorkbookZip.of("").without("xl/worksheets/sheet1.xml");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      rest.write(zip);
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write(beginning.getBytes(StandardCharsets.UTF_8));
      byte[] block = filling.repeat((1 << 16) / filling.length()).getBytes(StandardCharsets.UTF_8);
      for (int written = 0; written < bytes; written += block.length) {
        zip.write(block);
      }
      zip.closeEntry();
    }
    return file;
  }
}
