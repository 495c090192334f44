package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What the first lines of an export will look like, shown before it is written. A text file is
 * shown as it is, and the cells of a workbook are shown in columns.
 *
 * @param text the lines; long ones are cut off
 * @param problem why these rows can't be written, or an empty text
 */
public record ExportPreview(String text, String problem) {

  private static final int LONGEST_LINE = 400;
  private static final int WIDEST_CELL = 24;
  private static final String CUT = "…";

  /** A preview of these rows. */
  public static ExportPreview of(ExportOptions options, List<RowValues> rows) {
    try {
      return new ExportPreview(
          switch (options.format()) {
            case CSV -> csv(options, rows);
            case XLSX -> sheet(options, rows);
          },
          "");
    } catch (UnwritableCellException e) {
      return new ExportPreview("", Objects.requireNonNull(e.getMessage()));
    } catch (IOException e) {
      throw new AssertionError("memory can be written", e);
    }
  }

  private static String csv(ExportOptions options, List<RowValues> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CsvExport csv = CsvExport.begin(bytes, options)) {
      rows.forEach(csv::write);
    }
    CsvEncoding encoding = options.csv().encoding();
    String text = bytes.toString(encoding.charset());
    return text.substring(encoding.mark().length == 0 ? 0 : 1)
        .lines()
        .map(line -> shortened(line, LONGEST_LINE))
        .collect(Collectors.joining("\n"));
  }

  private static String sheet(ExportOptions options, List<RowValues> rows) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(options.columns().stream().map(ExportColumn::heading).toList());
    for (RowValues row : rows) {
      lines.add(
          options.columns().stream()
              .map(column -> column.text(row, options.csv().numbers()))
              .toList());
    }
    int[] widths =
        IntStream.range(0, options.columns().size())
            .map(i -> lines.stream().mapToInt(line -> cell(line.get(i)).length()).max().orElse(0))
            .toArray();
    return lines.stream()
        .map(line ->
            IntStream.range(0, widths.length)
                .mapToObj(i -> padded(cell(line.get(i)), widths[i]))
                .collect(Collectors.joining(" │ ")))
        .map(line -> shortened(line, LONGEST_LINE))
        .collect(Collectors.joining("\n"));
  }

  private static String cell(String text) {
    return shortened(text.replace('\n', ' ').replace('\r', ' ').replace('\t', ' '), WIDEST_CELL);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String shortened(String text, int length) {
    return text.length() <= length ? text : text.substring(0, length - 1) + CUT;
  }
}
