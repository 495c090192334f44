package app.pallet.commit.order;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.PendingParent;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The order of rows that refer to rows of the same table, such as a category to the one above it: a
 * row is added before those that refer to it, and deleted after those that did. Rows that refer to
 * each other in a circle keep their order.
 */
final class OwnReferences {

  private final TableSchema schema;
  private final List<RowChange> rows;
  private final Map<Integer, List<Integer>> waitsFor = new HashMap<>();

  private OwnReferences(TableSchema schema, List<RowChange> rows) {
    this.schema = schema;
    this.rows = rows;
  }

  /**
   * Rows in an order in which each can be written.
   *
   * @return empty if none waits for another
   */
  static Optional<List<RowChange>> order(List<RowChange> rows, TableSchema schema) {
    OwnReferences references = new OwnReferences(schema, rows);
    for (Reference reference : schema.references()) {
      if (reference.target() == Target.FOUND && reference.parent().name().equals(schema.table())) {
        references.collect(reference);
      }
    }
    return references.waitsFor.isEmpty() ? Optional.empty() : Optional.of(references.run());
  }

  private void collect(Reference reference) {
    List<Column> from = columns(reference.columns());
    List<Column> to = columns(reference.parentColumns());
    if (from.size() != reference.columns().size() || to.size() != from.size()) {
      return;
    }
    boolean isToNew =
        from.size() == 1
            && rows.stream()
                .anyMatch(row -> row.after().get(from.getFirst()) instanceof PendingParent.OwnRow);
    Map<List<Object>, Integer> added = new HashMap<>();
    Map<List<Object>, Integer> deleted = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      RowChange row = rows.get(i);
      int place = i;
      switch (row) {
        case RowChange.Add add -> {
          values(to, column -> add.after().get(column)).ifPresent(key -> added.put(key, place));
          if (isToNew) {
            added.put(List.of(add.key().parent()), place);
          }
        }
        case RowChange.Edit edit -> {}
        case RowChange.Delete delete ->
            values(to, column -> had(delete, column)).ifPresent(key -> deleted.put(key, place));
      }
    }
    for (int i = 0; i < rows.size() && !(added.isEmpty() && deleted.isEmpty()); i++) {
      RowChange row = rows.get(i);
      Optional<List<Object>> wanted =
          row instanceof RowChange.Delete
              ? Optional.empty()
              : values(from, column -> row.after().get(column));
      Integer parent = wanted.map(added::get).orElse(null);
      if (parent != null && parent != i) {
        waitsFor.computeIfAbsent(i, place -> new ArrayList<>(1)).add(parent);
      }
      Optional<List<Object>> given = values(from, column -> row.before().get(column));
      Integer leaving = given.map(deleted::get).orElse(null);
      if (leaving != null && leaving != i && !given.equals(wanted)) {
        waitsFor.computeIfAbsent(leaving, place -> new ArrayList<>(1)).add(i);
      }
    }
  }

  private List<Column> columns(List<String> names) {
    return names.stream().flatMap(name -> schema.column(name).stream()).toList();
  }

  /** What a row that is deleted holds in a column, as far as its change knows. */
  private @Nullable Object had(RowChange.Delete row, Column column) {
    int place = schema.key().names().indexOf(column.name());
    return switch (row.key()) {
      case RowKey.Id(long id) when place == 0 -> id;
      case RowKey.Parts parts when place >= 0 -> parts.values().get(place);
      default -> row.before().get(column);
    };
  }

  private interface Cells {
    @Nullable Object get(Column column);
  }

  /** Values in a form in which equal ones are equal; empty if one of them is missing. */
  private static Optional<List<Object>> values(List<Column> columns, Cells cells) {
    List<Object> values = new ArrayList<>(columns.size());
    for (Column column : columns) {
      Object value = UniqueClaims.comparable(cells.get(column));
      if (value == null) {
        return Optional.empty();
      }
      values.add(UniqueClaims.key(value));
    }
    return Optional.of(values);
  }

  /** Each row after those it waits for, else in the order there was. */
  private List<RowChange> run() {
    List<RowChange> ordered = new ArrayList<>(rows.size());
    boolean[] seen = new boolean[rows.size()];
    Deque<Integer> open = new ArrayDeque<>();
    boolean[] taken = new boolean[rows.size()];
    for (int first = 0; first < rows.size(); first++) {
      open.push(first);
      while (!open.isEmpty()) {
        int row = open.element();
        List<Integer> others = waitsFor.getOrDefault(row, List.of());
        if (!seen[row]) {
          seen[row] = true;
          others.reversed().stream().filter(other -> !seen[other]).forEach(open::push);
        } else {
          open.pop();
          if (!taken[row]) {
            taken[row] = true;
            ordered.add(rows.get(row));
          }
        }
      }
    }
    return ordered;
  }
}
