package app.pallet.rows.query;

import app.pallet.engine.SearchPattern;
import app.pallet.engine.SearchWords;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.PendingParent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Search and filter of a query in plain Java, for rows that the database doesn't hold as they will
 * be. It says of values just what {@link WhereClause} says of the same values once they are stored;
 * to which rows a query is limited is not its business. Immutable, for any thread.
 */
public final class RowPredicate {

  /** The cells of a row. */
  @FunctionalInterface
  public interface Cells {
    /** The value of a column's class; null for an empty cell. */
    @Nullable Object get(Column column);
  }

  /** What is asked of one cell. */
  @FunctionalInterface
  private interface CellTest {
    boolean test(@Nullable Object value);
  }

  private final Set<Column> columns = new LinkedHashSet<>();
  private final Predicate<Cells> test;

  /** What a query asks of the rows of a table. */
  public RowPredicate(TableSchema schema, RowQuery query) {
    Predicate<Cells> filter = query.filter().isEmpty() ? row -> true : filter(query.filter());
    test = query.search().isBlank() ? filter : filter.and(search(schema, query.search()));
  }

  /** The columns that make a difference. */
  public Set<Column> columns() {
    return Collections.unmodifiableSet(columns);
  }

  /** Whether a row meets search and filter. */
  public boolean test(Cells row) {
    return test.test(row);
  }

  private Predicate<Cells> search(TableSchema schema, String text) {
    List<Column> texts = RowSql.searched(schema);
    columns.addAll(texts);
    SearchWords words = SearchWords.of(text);
    return row ->
        words.areAllIn(texts.stream().map(column -> searched(column, row.get(column))).toList());
  }

  /** The text in which a search looks for words; empty where there is none. */
  private static String searched(Column column, @Nullable Object value) {
    return switch (value) {
      case String text -> text;
      case UnreadableValue(var form, String text)
          when form != UnreadableValue.Form.BYTES || column.storage() == Column.Storage.BYTES ->
          text;
      case null, default -> "";
    };
  }

  private Predicate<Cells> filter(Filter filter) {
    return switch (filter) {
      case Condition condition -> {
        Column column = condition.column();
        columns.add(column);
        CellTest cell =
            column.storage() == Column.Storage.BYTES ? shown(cell(condition)) : cell(condition);
        yield row -> cell.test(row.get(column));
      }
      case FilterGroup(var join, var parts) -> {
        List<Predicate<Cells>> all = parts.stream().map(this::filter).toList();
        yield join == Join.ALL
            ? row -> all.stream().allMatch(part -> part.test(row))
            : row -> all.stream().anyMatch(part -> part.test(row));
      }
    };
  }

  /** Bytes are found by the digits that are shown for them. */
  private static CellTest shown(CellTest test) {
    return cell -> test.test(cell instanceof UnreadableValue bytes ? bytes.text() : cell);
  }

  private static CellTest cell(Condition condition) {
    return switch (condition.operator()) {
      case IS -> equal(condition);
      case IS_NOT -> {
        CellTest equal = equal(condition);
        yield cell -> !equal.test(cell);
      }
      case CONTAINS -> text(condition, SearchPattern.Place.ANYWHERE);
      case STARTS_WITH -> text(condition, SearchPattern.Place.BEGINNING);
      case BETWEEN ->
          cell ->
              cell != null
                  && compare(cell, condition.value(0)) >= 0
                  && compare(cell, condition.value(1)) <= 0;
      case AT_LEAST -> cell -> cell != null && compare(cell, condition.value(0)) >= 0;
      case AT_MOST -> cell -> cell != null && compare(cell, condition.value(0)) <= 0;
      case IS_ONE_OF ->
          oneOf(condition.values(), condition.column().storage() == Column.Storage.BYTES);
      case IS_EMPTY -> RowPredicate::isEmpty;
      case IS_NOT_EMPTY -> cell -> !isEmpty(cell);
    };
  }

  private static CellTest equal(Condition condition) {
    Object wanted = condition.value(0);
    return condition.column().type() == ColumnType.TEXT
            && new SearchPattern((String) wanted, SearchPattern.Place.WHOLE).isWhole()
        ? text(condition, SearchPattern.Place.WHOLE)
        : cell -> cell != null && compare(cell, wanted) == 0;
  }

  private static CellTest text(Condition condition, SearchPattern.Place place) {
    return text(new TextPattern(new SearchPattern((String) condition.value(0), place)));
  }

  private static CellTest text(TextPattern pattern) {
    return cell -> cell instanceof String text && pattern.test(text);
  }

  private static CellTest oneOf(List<@Nullable Object> values, boolean isBytes) {
    boolean orEmpty = values.stream().anyMatch(RowPredicate::isEmpty);
    Set<Object> wanted = new HashSet<>();
    for (Object value : values) {
      if (value != null) {
        wanted.add(comparable(isBytes ? value.toString() : value));
      }
    }
    return cell -> (cell == null || isEmpty(cell)) ? orEmpty : wanted.contains(comparable(cell));
  }

  /** The same for numbers that are equal but for their zeros. */
  private static Object comparable(Object value) {
    return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
  }

  private static boolean isEmpty(@Nullable Object value) {
    return value == null || value.equals("");
  }

  @SuppressWarnings("unchecked") // both are of the column's class
  private static int compare(Object cell, Object value) {
    if (cell instanceof UnreadableValue unreadable) {
      return compare(unreadable, value);
    }
    if (cell instanceof PendingParent) {
      return 1; // its key will be the highest
    }
    return ((Comparable<Object>) cell).compareTo(value);
  }

  /** As the database orders what it stores: numbers before texts, and these before bytes. */
  private static int compare(UnreadableValue cell, Object value) {
    boolean isText = value instanceof String || value instanceof LocalDate;
    return switch (cell.form()) {
      case TEXT -> isText ? cell.text().compareTo(value.toString()) : 1;
      case BYTES -> 1;
      case WHOLE_NUMBER, FLOATING_POINT ->
          isText ? -1 : compare(Double.parseDouble(cell.text()), value);
    };
  }

  private static int compare(double stored, Object value) {
    if (Double.isInfinite(stored)) {
      return stored > 0 ? 1 : -1;
    }
    return switch (value) {
      case BigDecimal number ->
          new BigDecimal(stored).compareTo(new BigDecimal(number.unscaledValue()));
      case Long number -> new BigDecimal(stored).compareTo(BigDecimal.valueOf(number));
      case Instant moment ->
          new BigDecimal(stored).compareTo(BigDecimal.valueOf(moment.toEpochMilli()));
      default -> Boolean.TRUE.equals(value) ? Double.compare(stored, 1) : Double.compare(stored, 0);
    };
  }
}
