package app.pallet.schema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the column a spreadsheet's heading means: by name first, then by label, then by alias, so
 * that no column's alias hides another column's name. Made once for a file, because normalizing
 * headings costs time. Immutable, for any thread.
 */
public final class ColumnHeadings {

  private final Map<String, Column> byHeading = new HashMap<>();

  /** The headings of these columns; the first column wins where two share one. */
  public ColumnHeadings(List<Column> columns) {
    columns.forEach(column -> put(column.name(), column));
    columns.forEach(column -> put(column.label(), column));
    columns.forEach(column -> column.aliases().forEach(alias -> put(alias, column)));
  }

  /** The column meant by a heading. */
  public Optional<Column> find(String heading) {
    return Optional.ofNullable(byHeading.get(HeaderName.normalize(heading)));
  }

  private void put(String heading, Column column) {
    String normalized = HeaderName.normalize(heading);
    if (!normalized.isEmpty()) {
      byHeading.putIfAbsent(normalized, column);
    }
  }
}
