package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One column of an exported file.
 *
 * @param heading its text in the first row
 * @param sources the column from which its values come; several only for a {@link
 *     CellWording#HANDLE}
 * @param wording how its values are written
 */
public record ExportColumn(String heading, List<Column> sources, CellWording wording) {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern EDGES = Pattern.compile("^-|-$");

  public ExportColumn {
    if (sources.isEmpty()) {
      throw new IllegalArgumentException(heading + " comes from nowhere");
    }
    sources = List.copyOf(sources);
  }

  /** A column under its own name, by which an import finds it again. */
  public static ExportColumn of(Column column) {
    return new ExportColumn(column.name(), List.of(column), CellWording.PLAIN);
  }

  /** The column that describes its values. */
  public Column column() {
    return sources.getFirst();
  }

  /** The content of a typed cell of a row. */
  @Nullable Object value(RowValues row) {
    return isHandle() ? handle(row) : wording.value(row.get(column()));
  }

  /** The text of a cell of a row in a text file. */
  String text(RowValues row, NumberStyle numbers) {
    return isHandle() ? handle(row) : wording.text(column(), row.get(column()), numbers);
  }

  private boolean isHandle() {
    return wording == CellWording.HANDLE;
  }

  private String handle(RowValues row) {
    String words =
        sources.stream()
            .map(source -> wording.text(source, row.get(source), NumberStyle.POINT))
            .collect(Collectors.joining(" "));
    String plain =
        ACCENTS.matcher(Normalizer.normalize(words, Normalizer.Form.NFKD)).replaceAll("");
    String joined = BETWEEN_WORDS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    return EDGES.matcher(joined).replaceAll("");
  }
}
