package app.pallet.spreadsheet.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.SpreadsheetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a text file may begin with before its headings. */
final class TextFileBeginningTest {

  @TempDir Path folder;

  @Test
  void aFileOfNothingButAByteOrderMarkHoldsNoRows() throws IOException {
    Path file = write("\uFEFF");

    assertThrows(
        SpreadsheetException.class, () -> CsvSource.open(file, SourceOptions.DETECT).close());
  }

  @Test
  void aSeparatorLineMayBeQuotedOrInCapitals() throws IOException {
    for (String line : List.of("sep=|", "\"sep=|\"", "SEP=|", "\uFEFF\"Sep=|\"")) {
      try (CsvSource source =
          CsvSource.open(write(line + "\nSKU|Name\nA1|x,y\n"), SourceOptions.DETECT)) {
        assertEquals(List.of("SKU", "Name"), source.header(), line);
        assertEquals(List.of("A1", "x,y"), source.next().cells(), line);
      }
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("file.csv"), text);
  }
}
