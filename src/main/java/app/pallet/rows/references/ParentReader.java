package app.pallet.rows.references;

import app.pallet.engine.Dialect;
import app.pallet.engine.SearchPattern;
import app.pallet.engine.SearchPattern.Place;
import app.pallet.engine.ValueCodec;
import app.pallet.rows.RowReadException;
import app.pallet.rows.keys.QueryInterrupt;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows that a column refers to. Blocking, for any thread; failures of the database come
 * as {@link RowReadException}.
 *
 * <pre>{@code
 * ParentReader categories = new ParentReader(database.readers(), database.dialect(), column);
 * categories.rows(List.of(1L, 2L)); // 1 → Beverages, 2 → Condiments
 * categories.search("bev", 50, new QueryInterrupt()); // Beverages
 * }</pre>
 */
public final class ParentReader {

  /** Values in one statement: more do not make it quicker. */
  private static final int PORTION = 1_000;

  private final DataSource readers;
  private final Dialect dialect;
  private final ReferringColumn refers;

  /** A reader of what a column refers to, over connections that only read. */
  public ParentReader(DataSource readers, Dialect dialect, ReferringColumn refers) {
    this.readers = readers;
    this.dialect = dialect;
    this.refers = refers;
  }

  /** The column whose parent is read. */
  public ReferringColumn refers() {
    return refers;
  }

  /** What a cell says: the key that was read of its text, if the text can be one, and the text. */
  public record Said(@Nullable Object key, String text) {}

  /**
   * The rows of these keys, by the keys as they were asked for, without those that are not there.
   */
  public Map<Object, ParentRow> rows(Collection<?> keys) {
    List<Object> asked = List.copyOf(new LinkedHashSet<>(keys));
    Map<Object, ParentRow> found = new HashMap<>();
    for (int from = 0; from < asked.size(); from += PORTION) {
      List<Object> portion = asked.subList(from, Math.min(asked.size(), from + PORTION));
      Map<Object, ParentRow> byKey = new HashMap<>();
      select(dialect.isIn(quoted(refers.key()), "?"), List.of(set(portion)), new QueryInterrupt())
          .forEach(row -> {
            byKey.put(row.key(), row);
            byKey.putIfAbsent(folded(row.key()), row); // the database may not tell case apart
          });
      for (Object key : portion) {
        ParentRow row = byKey.getOrDefault(key, byKey.get(folded(key)));
        if (row != null) {
          found.put(key, row);
        }
      }
    }
    return found;
  }

  private String set(Collection<?> keys) {
    ValueCodec codec = dialect.codec(refers.column());
    return dialect.set(keys.stream().map(codec::toStored).toList());
  }

  /**
   * Looks for rows whose text holds a text, or whose key begins with it. The row whose key it is
   * comes first, then those that begin with it.
   *
   * @param text what is looked for; an empty one finds the first rows
   * @param limit rows at most
   * @param interrupt can end it
   * @throws java.util.concurrent.CancellationException if it was ended
   */
  public List<ParentRow> search(String text, int limit, QueryInterrupt interrupt) {
    Column name = refers.readable().orElse(refers.key());
    Map<Object, ParentRow> found = new LinkedHashMap<>();
    if (CellParser.parse(refers.key(), text, CellFormat.PLAIN) instanceof CellReading.Value(var key)
        && key != null) {
      found.putAll(rows(List.of(key)));
    }
    List<Place> places =
        text.isBlank() ? List.of(Place.ANYWHERE) : List.of(Place.BEGINNING, Place.ANYWHERE);
    for (Place place : places) {
      List<Object> bound = new ArrayList<>();
      String condition = text.isBlank() ? "TRUE" : holds(CellText.trim(text), place, bound);
      String order = dialect.order(name, false, false) + ", " + quoted(refers.key());
      String limited = condition + " ORDER BY " + order + " LIMIT " + (limit + found.size());
      select(limited, bound, interrupt).forEach(row -> found.putIfAbsent(row.key(), row));
      if (found.size() >= limit) {
        break;
      }
    }
    return found.values().stream().limit(limit).toList();
  }

  private String holds(String text, Place place, List<Object> bound) {
    Function<Object, String> parameter =
        value -> {
          bound.add(value);
          return "?" + bound.size();
        };
    List<String> conditions = new ArrayList<>();
    refers
        .readable()
        .map(column ->
            dialect.pattern(new SearchPattern(text, place), parameter).apply(quoted(column)))
        .ifPresent(conditions::add);
    if (place == Place.BEGINNING || conditions.isEmpty()) {
      SearchPattern begins = new SearchPattern(text, Place.BEGINNING);
      conditions.add(dialect.pattern(begins, parameter).apply(quoted(refers.key())));
    }
    return "(" + String.join(" OR ", conditions) + ")";
  }

  /**
   * Which rows are meant by what stands in cells. A key comes before a text, and a text that is the
   * same to the letter before one that is the same but for case.
   *
   * @param fresh rows that are called by a text or a number although they are yet to be added
   * @return one for each cell, in their order
   */
  List<ParentMatch> match(List<Said> said, Function<String, List<ParentRow>> fresh) {
    Map<Object, ParentRow> byKey =
        rows(said.stream().map(Said::key).filter(Objects::nonNull).toList());
    Map<String, List<ParentRow>> byText =
        byText(
            said.stream()
                .map(cell -> lower(CellText.trim(cell.text())))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList());
    return said.stream()
        .map(cell -> {
          String text = CellText.trim(cell.text());
          List<ParentRow> called = new ArrayList<>(byText.getOrDefault(lower(text), List.of()));
          called.addAll(fresh.apply(text));
          return match(Optional.ofNullable(cell.key()).map(byKey::get), text, called);
        })
        .toList();
  }

  private static ParentMatch match(Optional<ParentRow> byKey, String text, List<ParentRow> called) {
    List<ParentRow> same =
        called.stream()
            .filter(row -> row.text().equals(text) || row.keyText().equals(text))
            .toList();
    if (byKey.isPresent()) {
      return new ParentMatch.One(
          byKey.get(), same.stream().filter(row -> !row.equals(byKey.get())).findFirst());
    }
    List<ParentRow> meant = same.isEmpty() ? called : same;
    return switch (meant.size()) {
      case 0 -> ParentMatch.None.FOUND;
      case 1 -> new ParentMatch.One(meant.getFirst(), Optional.empty());
      default -> new ParentMatch.Several(meant);
    };
  }

  /** The rows of these texts by their texts, both with A to Z in lower case. */
  private Map<String, List<ParentRow>> byText(List<String> texts) {
    Map<String, List<ParentRow>> found = new HashMap<>();
    if (refers.readable().isPresent()) {
      String name = dialect.searchedTexts(List.of(quoted(refers.readable().get())));
      for (int from = 0; from < texts.size(); from += PORTION) {
        List<String> portion = texts.subList(from, Math.min(texts.size(), from + PORTION));
        String set = dialect.set(portion);
        select(dialect.isIn(name, "?"), List.of(set), new QueryInterrupt())
            .forEach(row ->
                found.computeIfAbsent(lower(row.text()), text -> new ArrayList<>(1)).add(row));
      }
    }
    return found;
  }

  /** With A to Z in lower case and all else as it is, as databases compare texts. */
  static String lower(String text) {
    StringBuilder lower = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 'A' && text.charAt(i) <= 'Z') {
        lower.setCharAt(i, Character.toLowerCase(text.charAt(i)));
      }
    }
    return lower.toString();
  }

  private static Object folded(Object key) {
    return key instanceof String text ? text.stripTrailing().toLowerCase(Locale.ROOT) : key;
  }

  /**
   * Those of some values that rows hold in the column already, whether or not the parent has such a
   * row: they were there before.
   */
  public Set<Object> held(TableSchema schema, Collection<?> values) {
    ValueCodec codec = dialect.codec(refers.column());
    String column = quoted(refers.column());
    String sql =
        "SELECT DISTINCT %s FROM %s WHERE %s"
            .formatted(column, dialect.quote(schema.table()), dialect.isIn(column, "?"));
    Set<Object> held = new HashSet<>();
    for (List<Object> cells : run(sql, List.of(set(values)), 1, new QueryInterrupt())) {
      Object value = codec.fromStored(cells.getFirst());
      if (value != null) {
        held.add(value);
      }
    }
    return held;
  }

  /** The rows of which a condition is true; what stands behind it may order and limit them. */
  private List<ParentRow> select(String condition, List<Object> bound, QueryInterrupt interrupt) {
    String sql =
        "SELECT %s, %s FROM %s WHERE %s"
            .formatted(
                quoted(refers.key()),
                refers.readable().map(this::quoted).orElse("NULL"),
                dialect.quote(refers.parent().name()),
                condition);
    ValueCodec keys = dialect.codec(refers.column());
    List<ParentRow> rows = new ArrayList<>();
    for (List<Object> cells : run(sql, bound, 2, interrupt)) {
      Object key = key(keys.fromStored(cells.getFirst()));
      if (key != null) {
        String text =
            refers
                .readable()
                .map(column ->
                    CellText.plain(column, dialect.codec(column).fromStored(cells.getLast())))
                .orElse("");
        rows.add(new ParentRow(key, CellText.plain(refers.key(), key), text));
      }
    }
    return rows;
  }

  /** A key as a value of the column that refers; null if it can't hold it. */
  private @Nullable Object key(@Nullable Object key) {
    return key instanceof UnreadableValue(var form, String text)
        ? CellParser.parse(refers.key(), text, CellFormat.PLAIN)
                instanceof CellReading.Value(var value)
            ? value
            : null
        : key;
  }

  private List<List<@Nullable Object>> run(
      String sql, List<Object> bound, int columns, QueryInterrupt interrupt) {
    try (Connection connection = readers.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < bound.size(); i++) {
        statement.setString(i + 1, bound.get(i).toString());
      }
      return interrupt.run(statement, () -> cells(statement, columns));
    } catch (SQLException e) {
      throw new RowReadException(dialect.failures().read(e), e);
    }
  }

  private static List<List<@Nullable Object>> cells(PreparedStatement statement, int columns)
      throws SQLException {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    try (ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        List<@Nullable Object> cells = new ArrayList<>(columns);
        for (int i = 1; i <= columns; i++) {
          cells.add(result.getObject(i));
        }
        rows.add(cells);
      }
    }
    return rows;
  }

  private String quoted(Column column) {
    return dialect.quote(column.name());
  }
}
