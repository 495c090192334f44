package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** What a workbook is written from is what is read from it, cell by cell. */
final class WorkbookRoundTripTest {

  private static final int WIDTH = 4;

  @Property(tries = 200)
  void everyCellIsReadAsItWasWritten(@ForAll("sheets") List<List<Object>> sheet)
      throws IOException {
    Path file = Files.createTempFile("pallet", ".xlsx");
    try {
      write(file, sheet);
      assertThat(read(file)).isEqualTo(sheet.stream().map(WorkbookRoundTripTest::row).toList());
    } finally {
      Files.delete(file);
    }
  }

  /** A row without its line, which has no cells at the end but those with a text. */
  private record Cells(List<String> texts, BitSet numbers) {}

  private static Cells row(List<Object> values) {
    BitSet numbers = new BitSet();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) instanceof BigDecimal number) {
        numbers.set(i);
        texts.add(number.toPlainString());
      } else {
        texts.add((String) values.get(i));
      }
    }
    return new Cells(texts, numbers);
  }

  private static List<Cells> read(Path file) {
    List<Cells> rows = new ArrayList<>();
    try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
      source.forEachRemaining(row -> rows.add(new Cells(row.cells(), row.numbers())));
    }
    return rows;
  }

  private static void write(Path file, List<List<Object>> sheet) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        Workbook workbook = new Workbook(out, "Pallet", "1.0")) {
      Worksheet worksheet = workbook.newWorksheet("Sheet");
      for (int column = 0; column < WIDTH; column++) {
        worksheet.value(0, column, "Heading");
      }
      for (int row = 0; row < sheet.size(); row++) {
        for (int column = 0; column < WIDTH; column++) {
          switch (sheet.get(row).get(column)) {
            case BigDecimal number -> worksheet.value(row + 1, column, number);
            case String text -> worksheet.value(row + 1, column, EscapedText.encode(text));
            default -> throw new IllegalStateException();
          }
        }
      }
    }
  }

  @Provide
  Arbitrary<List<List<Object>>> sheets() {
    Arbitrary<Object> texts =
        Arbitraries.oneOf(
                Arbitraries.strings().withChars(" \t\n\r_x000D<>&\"'007ä€😀\u0001").ofMaxLength(12),
                Arbitraries.strings().ofMaxLength(8))
            .asGeneric();
    Arbitrary<Object> numbers =
        Arbitraries.longs()
            .between(-999_999_999_999_999L, 999_999_999_999_999L)
            .map(digits -> (Object) BigDecimal.valueOf(digits, (int) Math.abs(digits % 6)));
    return Arbitraries.oneOf(texts, numbers).list().ofSize(WIDTH).list().ofMaxSize(6);
  }
}
