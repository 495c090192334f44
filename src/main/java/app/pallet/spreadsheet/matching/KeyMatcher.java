package app.pallet.spreadsheet.matching;

import app.pallet.change.ColumnSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.WriteRule;
import app.pallet.spreadsheet.mapping.KeySpelling;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the product that each row is about. If the catalogue has its key, the row becomes an edit
 * of what differs; otherwise it becomes an add with the columns' defaults. All keys of a call are
 * looked up at once. One matcher serves one source and remembers its keys, so that a large source
 * can be matched in several calls. If the last of several rows with one key is taken, or none of
 * them, the matcher has to know all rows first: {@link #expect} hears of them. Confined to one
 * thread at a time.
 */
public final class KeyMatcher {

  private final TableSchema schema;
  private final MatchKey key;

  /** Other columns that no stored row may change. */
  private final List<Column> fixed;

  private final RowFinder finder;
  private final Supplier<RowKey.New> newKeys;
  private final PendingRows pending;
  private final KeyLines lines;
  private final NearSpellings spellings;
  private final Map<ColumnSet, Filling> fillings = new HashMap<>();

  private boolean isExpected;
  private boolean hasBegun;
  private final ChangedCells cells = new ChangedCells();

  /**
   * A matcher for one source.
   *
   * @param key what tells products apart
   * @param finder looks up the catalogue
   * @param newKeys gives keys to rows that are to be added
   * @param pending what is already pending
   * @param duplicates which row is taken if several have one key
   */
  public KeyMatcher(
      TableSchema schema,
      MatchKey key,
      RowFinder finder,
      Supplier<RowKey.New> newKeys,
      PendingRows pending,
      DuplicateKeys duplicates) {
    this.schema = schema;
    this.key = key;
    this.finder = finder;
    this.newKeys = newKeys;
    this.pending = pending;
    this.lines = new KeyLines(key, duplicates);
    this.spellings = new NearSpellings(finder, key.first());
    this.fixed =
        schema.columns().stream()
            .filter(c -> c.write() == WriteRule.ON_ADD && !key.columns().contains(c))
            .toList();
  }

  /**
   * Notes the keys of rows that will be matched, in the same order, before the first of them is.
   * Needed where not the first of several rows with one key is taken.
   *
   * @throws IllegalStateException if rows are being matched already
   */
  public void expect(Iterable<RowMapping> mappings) {
    if (hasBegun) {
      throw new IllegalStateException("Rows are being matched already");
    }
    isExpected = true;
    mappings.forEach(lines::expect);
  }

  /**
   * Looks up the products that rows are about. Knows nothing of other calls, so it may run ahead of
   * {@link #match}, on another thread.
   */
  public FoundRows find(List<RowMapping> mappings) {
    List<RowValues> rows = new ArrayList<>(mappings.size());
    Set<Column> wanted = new LinkedHashSet<>();
    ColumnSet latest = ColumnSet.EMPTY;
    for (RowMapping mapping : mappings) {
      RowValues said = mapping.values();
      rows.add(said);
      if (!said.columns().equals(latest)) {
        latest = said.columns();
        wanted.addAll(latest.asList());
      }
      for (RowProblem problem : mapping.problems()) {
        schema
            .column(problem.column())
            .filter(ChangedCells::mayHoldAnything)
            .ifPresent(wanted::add);
      }
    }
    FoundRows found = find(rows, wanted);
    return key.isOne() && key.first().type() == ColumnType.TEXT
        ? withNear(found, rows, wanted)
        : found;
  }

  private FoundRows find(List<RowValues> rows, Set<Column> wanted) {
    FoundRows stored = key.isOne() ? finder.find(key.first(), rows, wanted) : byKey(rows, wanted);
    return pending.leavesStoredRows() ? stored : asShown(stored, rows, wanted);
  }

  /** The rows whose key of several columns is that of others, which may lack some of it. */
  private FoundRows byKey(List<RowValues> said, Set<Column> wanted) {
    List<Integer> places = new ArrayList<>();
    List<RowKey.Stored> keys = new ArrayList<>();
    for (int i = 0; i < said.size(); i++) {
      if (key.value(said.get(i)) instanceof RowKey.Stored stored) {
        places.add(i);
        keys.add(stored);
      }
    }
    FoundRows found = finder.find(keys, wanted);
    @Nullable Row[] rows = new @Nullable Row[said.size()];
    for (int i = 0; i < keys.size(); i++) {
      rows[places.get(i)] = found.at(i);
    }
    return new FoundRows(rows, new BitSet());
  }

  /** Looks for products whose keys are other spellings of the keys that were not found. */
  private FoundRows withNear(FoundRows found, List<RowValues> rows, Set<Column> wanted) {
    List<Integer> places = new ArrayList<>();
    List<RowValues> spellings = new ArrayList<>();
    BitSet sure = new BitSet();
    for (int i = 0; i < rows.size(); i++) {
      if (found.at(i) == null
          && rows.get(i).get(key.first()) instanceof String said
          && pending.add(said).isEmpty()) {
        Optional<String> meant = KeySpelling.meant(said);
        if (meant.isPresent()) {
          sure.set(spellings.size());
          places.add(i);
          spellings.add(rows.get(i).with(key.first(), meant.get()));
        }
        for (String alike : this.spellings.of(said)) {
          places.add(i);
          spellings.add(rows.get(i).with(key.first(), alike));
        }
      }
    }
    if (spellings.isEmpty()) {
      return found;
    }
    FoundRows near = find(spellings, wanted);
    Map<Integer, Row> respelt = new HashMap<>();
    Map<Integer, Object> alike = new HashMap<>();
    for (int i = 0; i < places.size(); i++) {
      Row row = near.at(i);
      Object its = spellings.get(i).get(key.first());
      if (row != null && sure.get(i) && !near.isAmbiguous(i) && !lines.needsAll()) {
        respelt.put(places.get(i), row);
      } else if (row != null && its != null && !respelt.containsKey(places.get(i))) {
        alike.put(places.get(i), its);
      }
    }
    return found.withNear(respelt, alike);
  }

  /**
   * The products that will have these keys after a commit, as the table shows them. A product that
   * gets another key is found by the new key only. A row to be added comes before a row to be
   * deleted that has the same key.
   */
  private FoundRows asShown(FoundRows stored, List<RowValues> said, Set<Column> wanted) {
    @Nullable Row[] rows = new @Nullable Row[said.size()];
    BitSet ambiguous = new BitSet();
    List<Integer> renamed = new ArrayList<>();
    List<RowKey.Stored> keys = new ArrayList<>();
    for (int i = 0; i < rows.length; i++) {
      Object value = key.value(said.get(i));
      if (value == null) {
        continue;
      }
      Row found = stored.at(i);
      Row row = found == null || givesItsKeyAway(found, value) ? null : found;
      rows[i] = row;
      ambiguous.set(i, stored.isAmbiguous(i) || pending.isShared(value));
      Optional<RowKey.Stored> other = pending.renamedTo(value);
      if (other.isPresent()) {
        ambiguous.set(i, ambiguous.get(i) || (row != null && !pending.deletes(row.key())));
        renamed.add(i);
        keys.add(other.get());
      }
    }
    if (!keys.isEmpty()) {
      FoundRows byKey = finder.find(keys, wanted);
      for (int i = 0; i < keys.size(); i++) {
        Row row = byKey.at(i);
        if (row != null) {
          rows[renamed.get(i)] = row;
        }
      }
    }
    return new FoundRows(rows, ambiguous);
  }

  private boolean givesItsKeyAway(Row row, Object value) {
    return pending.renames(row.key(), key)
        || (pending.deletes(row.key()) && pending.add(value).isPresent());
  }

  /**
   * Matches the next rows of the source with the products that they are about.
   *
   * @param found what {@link #find} found for these rows
   * @throws IllegalStateException if all rows had to be expected before the first is matched, and
   *     none was
   */
  public MatchResult match(List<RowMapping> mappings, FoundRows found) {
    if (lines.needsAll() && !isExpected) {
      throw new IllegalStateException("All rows must be expected before the first is matched");
    }
    hasBegun = true;
    Matching matching = new Matching(found, mappings.size());
    for (int i = 0; i < mappings.size(); i++) {
      matching.add(mappings.get(i), i);
    }
    return matching.result();
  }

  /**
   * The defaults of new rows that say something about the same columns.
   *
   * @param columns the columns that the rows name, then those that are filled in; shared by all
   *     these rows
   */
  private record Filling(ColumnSet columns, RowValues defaults) {}

  /** Builds the result of one call. */
  private final class Matching {
    private final FoundRows found;
    private final List<RowChange.Add> adds = new ArrayList<>();
    private final List<RowChange.Edit> edits = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<RowOutcome> outcomes;
    private final Map<RowKey, RowOrigin> origins;
    private int unchanged;
    private int rejected;
    private NearKeys near = NearKeys.NONE;

    Matching(FoundRows found, int rows) {
      this.found = found;
      this.outcomes = new ArrayList<>(rows);
      this.origins = HashMap.newHashMap(rows);
    }

    MatchResult result() {
      return new MatchResult(adds, edits, unchanged, rejected, problems, outcomes, origins, near);
    }

    void add(RowMapping read, int place) {
      Row row = found.at(place);
      RowMapping spelt = row != null && found.isRespelt(place) ? respelt(read, row) : read;
      RowMapping mapping = row != null ? withoutWhatIsHeld(spelt, row) : spelt;
      problems.addAll(mapping.problems());
      Object value = key.value(mapping.values());
      Optional<RowProblem> rejection =
          value != null && found.isAmbiguous(place)
              ? Optional.of(problem(mapping, MatchKey.text(value), "Is the key of several rows"))
              : rejection(mapping, value, row);
      if (rejection.isPresent()) {
        rejected++;
        outcomes.add(RowOutcome.REJECTED);
        rejection.filter(why -> !mapping.problems().contains(why)).ifPresent(problems::add);
      } else if (row != null) {
        edit(mapping, row);
      } else {
        RowChange.Add add = addOf(mapping, value);
        adds.add(add);
        outcomes.add(RowOutcome.ADD);
        Object alike = found.alike(place);
        if (alike == null && value instanceof String said) {
          alike = lines.alike(said).orElse(null);
        }
        if (alike != null && value != null) {
          near =
              near.plus(new NearKeys(0, NearKeys.Example.NONE, 1, example(mapping, value, alike)));
        }
      }
    }

    /** The same row with the key as its product spells it. */
    private RowMapping respelt(RowMapping mapping, Row row) {
      Object said = mapping.values().get(key.first());
      Object its = row.values().get(key.first());
      near =
          near.plus(
              new NearKeys(
                  1,
                  example(mapping, String.valueOf(said), String.valueOf(its)),
                  0,
                  NearKeys.Example.NONE));
      return new RowMapping(
          mapping.values().with(key.first(), its),
          mapping.origin(),
          mapping.problems(),
          mapping.spellings());
    }

    /**
     * The same row without the problems of cells that say what the row holds. Another program may
     * have stored what nobody could type; such a cell stays as it is.
     */
    private RowMapping withoutWhatIsHeld(RowMapping mapping, Row row) {
      if (mapping.problems().isEmpty()) {
        return mapping;
      }
      Optional<RowChange> change = pending.change(row.key());
      List<RowProblem> left =
          mapping.problems().stream()
              .filter(problem ->
                  schema
                      .column(problem.column())
                      .filter(ChangedCells::mayHoldAnything)
                      .filter(column -> change.isEmpty() || !change.get().touches(column))
                      .filter(column -> row.values().has(column))
                      .map(column -> CellText.plain(column, row.values().get(column)))
                      .filter(problem.value()::equals)
                      .isEmpty())
              .toList();
      return left.size() == mapping.problems().size()
          ? mapping
          : new RowMapping(mapping.values(), mapping.origin(), left, mapping.spellings());
    }

    private NearKeys.Example example(RowMapping mapping, Object said, Object product) {
      return new NearKeys.Example(mapping.origin().line(), said.toString(), product.toString());
    }

    private void edit(RowMapping mapping, Row row) {
      Optional<RowChange> change = pending.change(row.key());
      RowValues after =
          change.isEmpty()
              ? cells.changed(mapping, row.values())
              : mapping
                  .values()
                  .only(column -> ChangedCells.isChange(mapping, row, change.get(), column));
      if (after.isEmpty() && mapping.problems().stream().noneMatch(KeyMatcher::isError)) {
        unchanged++;
        outcomes.add(RowOutcome.UNCHANGED);
        return;
      }
      RowValues before = ChangedCells.before(row, after);
      edits.add(new RowChange.Edit(row.key(), before, after, row.stamp(), mapping.problems()));
      outcomes.add(RowOutcome.EDIT);
      origins.put(row.key(), mapping.origin());
    }

    private RowChange.Add addOf(RowMapping mapping, @Nullable Object value) {
      List<RowProblem> all = mapping.problems();
      for (Column column : value == null ? key.columns() : List.<Column>of()) {
        if (column.role() != ColumnRole.ID // the database gives it
            && mapping.values().get(column) == null
            && !isBad(mapping, column)) {
          RowProblem missing = problem(mapping, column, "", "Has no " + column.label());
          problems.add(missing);
          all = new ArrayList<>(all);
          all.add(missing);
        }
      }
      Optional<RowKey.New> known = value == null ? Optional.empty() : pending.add(value);
      return new RowChange.Add(
          known.orElseGet(newKeys),
          known.isPresent() ? mapping.values() : withDefaults(mapping),
          mapping.origin(),
          all);
    }
  }

  /** Why a row can't become a change. */
  private Optional<RowProblem> rejection(
      RowMapping mapping, @Nullable Object value, @Nullable Row row) {
    Optional<RowProblem> refusal = spoiled(mapping);
    if (refusal.isEmpty() && value != null) {
      refusal = lines.refusal(mapping, value);
    }
    if (refusal.isPresent()) {
      return refusal;
    }
    if (row == null) {
      return key.first().isReadOnly()
          ? Optional.of(
              problem(mapping, value == null ? "" : value.toString(), "No row has this key"))
          : Optional.empty();
    }
    if (row.key() instanceof RowKey.Unkeyed) {
      return Optional.of(
          problem(mapping, String.valueOf(value), "Its row has no key, so it can only be read"));
    }
    if (pending.change(row.key()).orElse(null) instanceof RowChange.Delete) {
      return Optional.of(problem(mapping, String.valueOf(value), "Its row is to be deleted"));
    }
    return fixed.stream().flatMap(column -> movedAway(mapping, row, column).stream()).findFirst();
  }

  /** A row can't get another key. */
  private Optional<RowProblem> movedAway(RowMapping mapping, Row row, Column column) {
    Object said = mapping.values().get(column);
    Object held = row.values().get(column);
    return said == null || said.equals(held)
        ? Optional.empty()
        : Optional.of(
            problem(
                mapping,
                column,
                said.toString(),
                "Is %s in the table; a row keeps its key".formatted(held)));
  }

  private static boolean isError(RowProblem problem) {
    return problem.severity() == Severity.ERROR;
  }

  /** The problem of a row as a whole, because of which none of its values can be trusted. */
  static Optional<RowProblem> spoiled(RowMapping mapping) {
    for (RowProblem problem : mapping.problems()) {
      if (problem.column().isEmpty() && problem.severity() == Severity.ERROR) {
        return Optional.of(problem);
      }
    }
    return Optional.empty();
  }

  /**
   * The values of a new row, and the defaults of the columns for which the source has neither a
   * value nor a problem.
   */
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
    return problem(mapping, key.first(), value, message);
  }

  private static RowProblem problem(
      RowMapping mapping, Column column, String value, String message) {
    return new RowProblem(mapping.origin(), column.name(), value, message, "", Severity.ERROR);
  }
}
