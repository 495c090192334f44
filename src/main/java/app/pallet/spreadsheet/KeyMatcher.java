package app.pallet.spreadsheet;

import app.pallet.change.ColumnSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the product each row mapping is about: an edit of what differs where its key is in the
 * catalogue, else an add with the columns' defaults. Looks up all keys of a call at once. One
 * matcher serves one source and remembers its keys, so that a large source can be matched in
 * several calls. Confined to one thread at a time.
 */
public final class KeyMatcher {

  private final TableSchema schema;
  private final Column key;
  private final RowFinder rows;
  private final Supplier<RowKey.New> newKeys;
  private final PendingRows pending;
  private final Map<Object, Long> lines = new HashMap<>();
  private final Map<ColumnSet, Filling> fillings = new HashMap<>();

  /**
   * A matcher for one source.
   *
   * @param key the column whose values tell products apart
   * @param rows looks up the catalogue
   * @param newKeys gives keys to rows that are to be added
   * @param pending what is pending already
   */
  public KeyMatcher(
      TableSchema schema,
      Column key,
      RowFinder rows,
      Supplier<RowKey.New> newKeys,
      PendingRows pending) {
    this.schema = schema;
    this.key = key;
    this.rows = rows;
    this.newKeys = newKeys;
    this.pending = pending;
  }

  /** Matches the next rows of the source. */
  public MatchResult match(List<RowMapping> mappings) {
    List<Object> keys = new ArrayList<>(mappings.size());
    for (RowMapping mapping : mappings) {
      Object value = mapping.values().get(key);
      if (value != null) {
        keys.add(value);
      }
    }
    FoundRows found = keys.isEmpty() ? FoundRows.NONE : rows.find(key, keys);
    Matching matching = new Matching(found);
    mappings.forEach(matching::add);
    return matching.result();
  }

  /**
   * The defaults that new rows get which say the same columns.
   *
   * @param columns what is said, then what is filled in; shared by all these rows
   */
  private record Filling(ColumnSet columns, RowValues defaults) {}

  /** One call's result in the making. */
  private final class Matching {
    private final FoundRows found;
    private final List<RowChange.Add> adds = new ArrayList<>();
    private final List<RowChange.Edit> edits = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private int unchanged;
    private int rejected;

    Matching(FoundRows found) {
      this.found = found;
    }

    MatchResult result() {
      return new MatchResult(adds, edits, unchanged, rejected, problems);
    }

    void add(RowMapping mapping) {
      problems.addAll(mapping.problems());
      Object value = mapping.values().get(key);
      Row row = value == null ? null : found.byKey().get(value);
      Optional<RowProblem> rejection =
          value != null && found.ambiguous().contains(value)
              ? Optional.of(problem(mapping, value.toString(), "Is the key of several products"))
              : rejection(mapping, value, row);
      if (rejection.isPresent()) {
        rejected++;
        rejection.filter(why -> !mapping.problems().contains(why)).ifPresent(problems::add);
      } else if (row != null) {
        edit(mapping, row);
      } else {
        adds.add(addOf(mapping, value));
      }
    }

    private void edit(RowMapping mapping, Row row) {
      RowValues after = mapping.values().only(column -> isChange(mapping, row, column));
      if (after.isEmpty() && mapping.problems().isEmpty()) {
        unchanged++;
        return;
      }
      RowValues before = row.values().only(after::has);
      edits.add(new RowChange.Edit(row.key(), before, after, row.version(), mapping.problems()));
    }

    private RowChange.Add addOf(RowMapping mapping, @Nullable Object value) {
      List<RowProblem> all = mapping.problems();
      if (value == null && !isBad(mapping, key)) {
        RowProblem missing = problem(mapping, "", "Has no " + key.label());
        problems.add(missing);
        all = new ArrayList<>(all);
        all.add(missing);
      }
      Optional<RowKey.New> known = value == null ? Optional.empty() : pending.add(value);
      return new RowChange.Add(
          known.orElseGet(newKeys),
          known.isPresent() ? mapping.values() : withDefaults(mapping),
          mapping.origin(),
          all);
    }
  }

  /** Why a row can become no change at all. */
  private Optional<RowProblem> rejection(
      RowMapping mapping, @Nullable Object value, @Nullable Row row) {
    Optional<RowProblem> spoiled =
        mapping.problems().stream()
            .filter(p -> p.column().isEmpty() && p.severity() == Severity.ERROR)
            .findFirst();
    if (spoiled.isPresent()) {
      return spoiled;
    }
    if (value != null) {
      Long line = lines.putIfAbsent(value, mapping.origin().line());
      if (line != null) {
        return Optional.of(problem(mapping, value.toString(), "Is in line " + line + " already"));
      }
    }
    if (row == null) {
      return key.isReadOnly()
          ? Optional.of(problem(mapping, String.valueOf(value), "No product has this key"))
          : Optional.empty();
    }
    return pending.change(row.key()).orElse(null) instanceof RowChange.Delete
        ? Optional.of(problem(mapping, String.valueOf(value), "Its product is to be deleted"))
        : Optional.empty();
  }

  /** Whether a value differs from what the row will hold as things are. */
  private boolean isChange(RowMapping mapping, Row row, Column column) {
    if (column.isReadOnly()) {
      return false;
    }
    Object wanted = mapping.values().get(column);
    Optional<RowChange> change = pending.change(row.key()).filter(c -> c.touches(column));
    RowValues current = change.map(RowChange::after).orElse(row.values());
    return !current.has(column) || !Objects.equals(wanted, current.get(column));
  }

  /** What is said of a new row, and the defaults of columns of which neither good nor bad is. */
  private RowValues withDefaults(RowMapping mapping) {
    RowValues said = mapping.values();
    Filling filling = fillings.computeIfAbsent(said.columns(), this::filling);
    if (!mapping.problems().isEmpty()) {
      return said.plus(filling.defaults().only(column -> !isBad(mapping, column)));
    }
    @Nullable Object[] values = new @Nullable Object[filling.columns().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i < said.size() ? said.valueAt(i) : filling.defaults().valueAt(i - said.size());
    }
    return RowValues.of(filling.columns(), values);
  }

  private Filling filling(ColumnSet said) {
    List<Column> all = new ArrayList<>(said.asList());
    RowValues defaults = RowValues.EMPTY;
    for (Column column : schema.dataColumns()) {
      if (column.defaultValue() != null && !said.contains(column)) {
        all.add(column);
        defaults = defaults.with(column, column.defaultValue());
      }
    }
    return new Filling(ColumnSet.of(all), defaults);
  }

  private static boolean isBad(RowMapping mapping, Column column) {
    return mapping.problems().stream().anyMatch(problem -> problem.concerns(column));
  }

  private RowProblem problem(RowMapping mapping, String value, String message) {
    return new RowProblem(mapping.origin(), key.name(), value, message, "", Severity.ERROR);
  }
}
