package app.pallet.spreadsheet.mapping;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.source.TableStart;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Says which column of a source fills which column of the catalogue. A column of the catalogue is
 * filled by one column of the source at most. Immutable, for any thread.
 */
public final class ColumnMapping {

  private static final Pattern NAMELESS = Pattern.compile("(?i)column (\\d{1,5})");

  /** The number of columns that a sheet can have. */
  private static final int MOST_COLUMNS = 16_384;

  private final List<String> header;
  private final List<Optional<Column>> targets;

  private ColumnMapping(List<String> header, List<Optional<Column>> targets) {
    this.header = List.copyOf(header);
    this.targets = List.copyOf(targets);
  }

  /**
   * A mapping by headings. The first of these that says something about a heading counts:
   *
   * <ol>
   *   <li>the overrides;
   *   <li>what was decided for such a heading before;
   *   <li>a column whose name or label is written just so;
   *   <li>a column whose name, label or alias is much the same. An alias that the column lists
   *       earlier counts more.
   * </ol>
   *
   * <p>Of several headings for one column, the one that fits best is taken, then the one further
   * left.
   *
   * @param header the source's headings
   * @param key the column by which rows are matched; the only read-only one that may be mapped
   * @param overrides what the user says, in order
   * @param remembered names of columns by headings, an empty one where the heading was left out;
   *     columns that no longer exist are passed over
   * @throws ColumnMappingException if an override names something that isn't there
   */
  public static ColumnMapping byHeader(
      List<String> header,
      TableSchema schema,
      Column key,
      List<ColumnOverride> overrides,
      Map<String, String> remembered) {
    List<Column> columns =
        schema.columns().stream()
            .filter(c -> !c.isReadOnly() || c.name().equals(key.name()))
            .toList();
    Builder builder = new Builder(header, columns);
    overrides.forEach(builder::override);
    builder.remember(remembered);
    builder.mapExactly();
    for (ColumnHeadings.Kind kind : ColumnHeadings.Kind.values()) {
      builder.map(kind);
    }
    return new ColumnMapping(builder.header, builder.targets);
  }

  /**
   * A mapping that says for each column of the source what it fills, by its place. Columns beyond
   * these fill nothing. There may be more targets than headings.
   */
  public static ColumnMapping of(List<String> header, List<Optional<Column>> targets) {
    int width = Math.max(header.size(), targets.size());
    List<String> headings = new ArrayList<>(header);
    headings.addAll(Collections.nCopies(width - header.size(), ""));
    List<Optional<Column>> all = new ArrayList<>(targets);
    all.addAll(Collections.nCopies(width - targets.size(), Optional.empty()));
    return new ColumnMapping(headings, all);
  }

  /** A mapping by place: the first column of the source fills the first of these columns. */
  public static ColumnMapping byPosition(List<Column> columns) {
    List<Optional<Column>> targets =
        columns.stream().map(c -> Optional.of(c).filter(column -> !column.isReadOnly())).toList();
    return new ColumnMapping(columns.stream().map(Column::label).toList(), targets);
  }

  /** The source's headings. */
  public List<String> header() {
    return header;
  }

  /** The catalogue's column that a column of the source fills, by its place from 0. */
  public Optional<Column> target(int sourceColumn) {
    return sourceColumn < targets.size() ? targets.get(sourceColumn) : Optional.empty();
  }

  /** The catalogue's columns that are filled, in the order of the source. */
  public List<Column> columns() {
    return targets.stream().flatMap(Optional::stream).toList();
  }

  /**
   * The headings of the source whose values are not taken. A column without a heading is named by
   * its place.
   */
  public List<String> unmapped() {
    return IntStream.range(0, header.size())
        .filter(i -> targets.get(i).isEmpty())
        .mapToObj(i -> header.get(i).isBlank() ? NamelessCells.name(i) : header.get(i))
        .toList();
  }

  /**
   * Makes sure that a column is filled.
   *
   * @return this mapping
   * @throws ColumnMappingException if it isn't
   */
  public ColumnMapping require(Column column) {
    if (columns().stream().anyMatch(c -> c.name().equals(column.name()))) {
      return this;
    }
    throw new ColumnMappingException(
        "No column of the source is "
            + column.label()
            + ". Say which one with SOURCE="
            + column.name()
            + ". It has: "
            + list(header.stream()));
  }

  static String list(Stream<String> names) {
    return names.map(name -> "'" + name + "'").collect(Collectors.joining(", "));
  }

  /** A heading that may mean a column. */
  private record Fit(int sourceColumn, Column column, int rank) {}

  /** Builds a mapping by headings. */
  private static final class Builder {
    private final List<String> header;
    private final List<Column> columns;
    private final ColumnHeadings headings;
    private final List<Optional<Column>> targets;
    private final Set<Integer> decided = new HashSet<>();

    Builder(List<String> header, List<Column> columns) {
      this.header = new ArrayList<>(header);
      this.columns = columns;
      this.headings = new ColumnHeadings(columns);
      this.targets = new ArrayList<>(Collections.nCopies(header.size(), Optional.empty()));
    }

    void override(ColumnOverride override) {
      int source = sourceColumn(override.source());
      decided.add(source);
      if (override.column().isEmpty()) {
        targets.set(source, Optional.empty());
        return;
      }
      Column column =
          headings
              .find(override.column())
              .orElseThrow(() ->
                  new ColumnMappingException(
                      "The catalogue has no column '"
                          + override.column()
                          + "' to be filled. It has: "
                          + list(columns.stream().map(Column::name))));
      targets.replaceAll(target -> target.filter(other -> !other.equals(column)));
      targets.set(source, Optional.of(column));
    }

    void remember(Map<String, String> remembered) {
      for (int i = 0; i < header.size() && !remembered.isEmpty(); i++) {
        String name = remembered.get(header.get(i));
        if (name == null || decided.contains(i)) {
          continue;
        }
        Optional<Column> column = columns.stream().filter(c -> c.name().equals(name)).findFirst();
        if (name.isEmpty() || (column.isPresent() && !targets.contains(column))) {
          targets.set(i, column);
          decided.add(i);
        }
      }
    }

    /**
     * Maps the headings that are written exactly like the name or label of a column. A catalogue
     * that was made from a file with two equal headings has two columns with the same label. They
     * take these headings in order.
     */
    void mapExactly() {
      Map<String, List<Column>> byWord = new HashMap<>();
      for (Column column : columns) {
        for (String word : new LinkedHashSet<>(List.of(column.name(), column.label()))) {
          byWord.computeIfAbsent(word, w -> new ArrayList<>(1)).add(column);
        }
      }
      Set<Column> taken = taken();
      for (int i = 0; i < header.size(); i++) {
        String heading = header.get(i).isBlank() ? TableStart.name(i) : header.get(i);
        Optional<Column> free =
            byWord.getOrDefault(heading, List.of()).stream()
                .filter(column -> !taken.contains(column))
                .findFirst();
        if (free.isPresent() && decided.add(i)) {
          taken.add(free.get());
          targets.set(i, free);
        }
      }
    }

    private Set<Column> taken() {
      return targets.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /**
     * Maps headings that fit a column. If several fit one column, the best is taken, then the one
     * further left.
     */
    void map(ColumnHeadings.Kind kind) {
      List<Fit> fits = new ArrayList<>();
      for (int i = 0; i < header.size(); i++) {
        Optional<Column> column = headings.find(header.get(i), kind);
        if (column.isPresent() && !decided.contains(i)) {
          fits.add(new Fit(i, column.get(), headings.rank(header.get(i), column.get())));
        }
      }
      fits.sort(Comparator.comparingInt(Fit::rank)); // which keeps the order of equals
      Set<Column> taken = taken();
      for (Fit fit : fits) {
        if (taken.add(fit.column())) {
          targets.set(fit.sourceColumn(), Optional.of(fit.column()));
          decided.add(fit.sourceColumn());
        }
      }
    }

    private int sourceColumn(String heading) {
      int exact = header.indexOf(heading);
      return exact >= 0
          ? exact
          : IntStream.range(0, header.size())
              .filter(i -> isSame(header.get(i), heading))
              .boxed()
              .findFirst()
              .or(() -> nameless(heading))
              .orElseThrow(() ->
                  new ColumnMappingException(
                      "The source has no column '"
                          + heading
                          + "'. It has: "
                          + list(header.stream())));
    }

    /** The place of a column without a heading. It may lie beyond all columns that have one. */
    private Optional<Integer> nameless(String name) {
      Matcher matcher = NAMELESS.matcher(name.strip());
      int place = matcher.matches() ? Integer.parseInt(matcher.group(1)) - 1 : -1;
      if (place < 0 || place >= MOST_COLUMNS || !headingAt(place).isBlank()) {
        return Optional.empty();
      }
      while (header.size() <= place) {
        header.add("");
        targets.add(Optional.empty());
      }
      return Optional.of(place);
    }

    private String headingAt(int place) {
      return place < header.size() ? header.get(place) : "";
    }

    private static boolean isSame(String first, String second) {
      return first.strip().toLowerCase(Locale.ROOT).equals(second.strip().toLowerCase(Locale.ROOT));
    }
  }
}
