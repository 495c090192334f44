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

  /** The places of aliases among those of their columns, from 1. */
  private final Map<String, Map<String, Integer>> ranks = new HashMap<>();

  /** The headings of these columns; the first column wins where two share one. */
  public ColumnHeadings(List<Column> columns) {
    Stream.of(Kind.values()).forEach(kind -> byHeading.put(kind, new HashMap<>()));
    for (Column column : columns) {
      put(Kind.NAME, column.name(), column);
      put(Kind.LABEL, column.label(), column);
      for (int i = 0; i < column.aliases().size(); i++) {
        String alias = column.aliases().get(i);
        put(Kind.ALIAS, alias, column);
        ranks
            .computeIfAbsent(HeaderName.normalize(alias), heading -> new HashMap<>())
            .putIfAbsent(column.name(), i + 1);
      }
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

  /**
   * How well a heading fits a column: the less, the better. Names and labels fit best; of its
   * aliases, the ones that it lists first.
   */
  public int rank(String heading, Column column) {
    return ranks
        .getOrDefault(HeaderName.normalize(heading), Map.of())
        .getOrDefault(column.name(), 0);
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
