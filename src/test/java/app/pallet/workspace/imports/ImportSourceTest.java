package app.pallet.workspace.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.spreadsheet.clipboard.PastedBlock;
import app.pallet.spreadsheet.clipboard.PlainText;
import app.pallet.spreadsheet.source.CsvDialect;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.OpenCatalogue;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Opening a source more than once. */
class ImportSourceTest {

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("shop.csv");
    Files.writeString(file, "sku;name\n1;Käse\n2;Öl\n3;Brot\n");
  }

  @Test
  void aFileIsReadTheSameWayHoweverOftenItIsOpened() {
    ImportSource source = new ImportSource.OfFile(file);

    assertThat(rows(source)).hasSize(3).isEqualTo(rows(source));
    assertThat(format(source)).isEqualTo(format(source));
  }

  @Test
  void aFileThatWasChangedIsLookedAtAnew() throws IOException {
    ImportSource source = new ImportSource.OfFile(file);
    rows(source);
    Files.writeString(file, "sku,name\n1,Käse aus der Öffnung\n", Charset.forName("windows-1252"));

    assertThat(format(source).dialect())
        .returns(',', CsvDialect::separator)
        .returns(Charset.forName("windows-1252"), CsvDialect::charset);
  }

  @Test
  void anotherWayToOpenAFileIsFoundOutByItself() {
    ImportSource source = new ImportSource.OfFile(file);
    rows(source);

    try (TabularSource other = source.open(SourceOptions.DETECT.withSeparator('|'))) {
      assertThat(other.header()).containsExactly("sku;name");
    }
    assertThat(format(source).dialect().charset()).isEqualTo(StandardCharsets.UTF_8);
  }

  @Test
  void aBlockTellsHowManyRowsItHasAndAFileDoesNot() {
    PastedBlock block = PastedBlock.of(PlainText.of("sku\tname\n1\tKäse\n2\tÖl\n3\tBrot"));
    ImportSource pasted = new ImportSource.OfBlock(block);

    assertThat(rows(pasted)).hasSize((int) pasted.rowCount());
    assertThat(new ImportSource.OfFile(file).rowCount()).isEqualTo(WorkMonitor.UNKNOWN);
  }

  @Test
  void rowsThatWereLookedAtComeFirstOnceMore() {
    ImportSource source = new ImportSource.OfFile(file);
    TabularSource look = source.look(SourceOptions.DETECT);
    look.next();
    look.next();

    assertThat(rows(source))
        .extracting(row -> row.cells().getFirst())
        .containsExactly("1", "2", "3");
    assertThat(rows(source)).as("opened anew").hasSize(3);
    source.endLook();
  }

  @Test
  void aSecondLookBeginsAtTheFirstRowAgain() {
    ImportSource source = new ImportSource.OfFile(file);
    source.look(SourceOptions.DETECT).next();

    assertThat(source.look(SourceOptions.DETECT).next().cells()).containsExactly("1", "Käse");
    assertThat(rows(source)).hasSize(3);
    source.endLook();
  }

  @Test
  void whatNobodyReadAfterTheLookIsClosed() throws IOException {
    Files.writeString(file, "sku;name\n" + "1;Käse\n".repeat(200_000)); // more than is buffered
    ImportSource source = new ImportSource.OfFile(file);
    TabularSource look = source.look(SourceOptions.DETECT);
    try (TabularSource other = source.open(SourceOptions.DETECT.withSeparator('|'))) {
      assertThat(other.next().cells()).containsExactly("1;Käse");
    }
    source.endLook();

    assertThatExceptionOfType(SpreadsheetException.class)
        .isThrownBy(() -> look.forEachRemaining(row -> {}));
  }

  private static List<TextRow> rows(ImportSource source) {
    List<TextRow> rows = new ArrayList<>();
    try (TabularSource texts = source.open(SourceOptions.DETECT)) {
      texts.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static SourceFormat.Text format(ImportSource source) {
    try (TabularSource texts = source.open(SourceOptions.DETECT)) {
      return (SourceFormat.Text) texts.format();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.pallet", "shop.pallet-wal", "shop.pallet-shm", "link"})
  void theOpenCatalogueIsNotRead(String name) throws IOException {
    try (OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("shop.pallet"))) {
      Files.createSymbolicLink(folder.resolve("link"), folder.resolve("shop.pallet"));
      Path file = catalogue.workspace.database().file();
      ImportSource source = new ImportSource.OfFile(folder.resolve(name)).into(file);

      assertThatThrownBy(() -> source.open(SourceOptions.DETECT))
          .isInstanceOf(SpreadsheetException.class)
          .hasMessageContaining("is the open catalogue itself");
    }
  }
}
