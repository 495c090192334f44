package app.pallet.schema;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the column a spreadsheet's heading means: by name first, then by label, then by alias, so
 * that no column's alias hides another column's name. Made once for a file, because normalizing
 * headings costs time. Immutable, for any thread.
 */
public final class ColumnHeadings {

  /** What a heading can be to a column, the surest first. */
  public enum Kind {
    /** Its name in the database. */
    NAME,
    /** Its heading in Pallet. */
    LABEL,
    /** Its heading elsewhere. */
    ALIAS
  }

  private final Map<Kind, Map<String, Column>> byHeading = new EnumMap<>(Kind.class);

  /** The headings of these columns; the first column wins where two share one. */
  public ColumnHeadings(List<Column> columns) {
    Stream.of(Kind.values()).forEach(kind -> byHeading.put(kind, new HashMap<>()));
    for (Column column : columns) {
      put(Kind.NAME, column.name(), column);
      put(Kind.LABEL, column.label(), column);
      column.aliases().forEach(alias -> put(Kind.ALIAS, alias, column));
    }
  }

  /** The column meant by a heading. */
  public Optional<Column> find(String heading) {
    String normalized = HeaderName.normalize(heading);
    return byHeading.values().stream()
        .flatMap(columns -> Stream.ofNullable(columns.get(normalized)))
        .findFirst();
  }

  /** The column of which a heading is the name, the label or an alias. */
  public Optional<Column> find(String heading, Kind kind) {
    return Optional.ofNullable(headings(kind).get(HeaderName.normalize(heading)));
  }

  private void put(Kind kind, String heading, Column column) {
    String normalized = HeaderName.normalize(heading);
    if (!normalized.isEmpty()) {
      headings(kind).putIfAbsent(normalized, column);
    }
  }

  private Map<String, Column> headings(Kind kind) {
    return byHeading.getOrDefault(kind, Map.of());
  }
}
