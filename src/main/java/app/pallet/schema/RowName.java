package app.pallet.schema;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What a row is called to the user: by the column that tells products apart, such as {@code SKU
 * A-1}; without it by its first text, such as {@code Name Mug}; and never by an id, which nobody
 * sees.
 */
public final class RowName {

  /** Columns that are asked for a name, the one that tells products apart first. */
  private static final int COLUMNS = 3;

  private RowName() {}

  /** The columns that can name a row, the best one first. */
  public static List<Column> columns(TableSchema schema) {
    Column match = schema.match();
    return Stream.concat(
            Stream.of(match),
            schema.dataColumns().stream()
                .filter(column -> column.type() == ColumnType.TEXT && !column.equals(match)))
        .filter(column -> column.role() != ColumnRole.ID)
        .limit(COLUMNS)
        .toList();
  }

  /**
   * What a row is called by its texts.
   *
   * @param texts the text of a column; empty where it has none
   * @return empty if no text names it
   */
  public static Optional<String> of(TableSchema schema, Function<Column, String> texts) {
    for (Column column : columns(schema)) {
      String text = texts.apply(column);
      if (!text.isBlank()) {
        return Optional.of(column.label() + " " + text);
      }
    }
    return Optional.empty();
  }

  /**
   * The same where the reader knows the column that tells products apart, whose label is left out.
   */
  public static Optional<String> brief(TableSchema schema, Function<Column, String> texts) {
    String text = texts.apply(schema.match());
    return text.isBlank() ? of(schema, texts) : Optional.of(text);
  }
}
