package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeSet;
import app.pallet.change.PreparedChanges;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** Whatever a user and a commit may do to a change set, over a handful of rows. */
final class RandomActions {

  static final Column SKU = Column.builder("sku", ColumnType.TEXT).required().unique().build();
  static final Column NAME = Column.builder("name", ColumnType.TEXT).build();
  static final Column STOCK = Column.builder("stock", ColumnType.WHOLE_NUMBER).build();
  static final TableSchema SCHEMA =
      new TableSchema(
          "product",
          List.of(
              Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build(),
              SKU,
              NAME,
              STOCK),
          "sku");

  private RandomActions() {}

  /**
   * One action.
   *
   * @param kind what is done
   * @param row which row of those there are
   * @param value what is put in
   */
  record Action(int kind, int row, int value) {

    /** Does it; the consumer gets steps that are prepared, before they are recorded. */
    void perform(ChangeSet changes, Consumer<PreparedChanges> prepared) {
      switch (kind) {
        case 0, 1 -> changes.record("Edit", List.of(edit(NAME, "name " + value)));
        case 2 -> changes.record("Stock", List.of(edit(STOCK, (long) value)));
        case 3 -> changes.record("Add", List.of(add(changes.nextKey())));
        case 4 -> changes.record("Delete", List.of(delete()));
        case 5 -> changes.undo();
        case 6 -> changes.redo();
        case 7 -> {
          Set<RowKey> gone = some(changes);
          changes.settle(gone, gone.contains(key()) ? List.of(edit(NAME, "meanwhile")) : List.of());
        }
        case 8 -> changes.refuse(refusals(changes));
        case 9 -> changes.record(changes.current().replaced("Revert", List.of(), some(changes)));
        case 10 ->
            changes.record(changes.current().reverted("Revert cells", Map.of(key(), Set.of(NAME))));
        case 11 -> {
          List<RowChange> wanted =
              List.of(edit(NAME, "pasted"), add(changes.nextKey()), edit(STOCK, null));
          Map<RowKey, RowOrigin> origins = Map.of(key(), new RowOrigin("block", value));
          PreparedChanges step = changes.snapshot().merged("Paste", wanted, origins);
          prepared.accept(step);
          if (value % 2 == 0) {
            changes.undo();
          }
          changes.record(changes.current().again(step));
        }
        case 12 -> {
          Map<RowKey, RowOrigin> origins = new HashMap<>();
          List<RowChange> wanted = new ArrayList<>();
          for (int i = 0; i < 3; i++) { // the last one in another order than its line
            RowKey.Stored key = key(row + i);
            wanted.add(edit(key, NAME, "imported " + value));
            origins.put(key, new RowOrigin("prices.csv", value + (i == 2 ? 0 : i + 1)));
          }
          changes.record(changes.snapshot().merged("Import", wanted, origins));
        }
        default -> throw new IllegalStateException("No kind " + kind);
      }
    }

    private RowKey.Stored key() {
      return key(row);
    }

    /** Some rows have a key of a text and a number, as tables of other programs do. */
    private static RowKey.Stored key(int row) {
      return row % 3 == 0 ? RowKey.Parts.of("K-" + row, row) : new RowKey.Id(row);
    }

    private RowStamp stamp() {
      return switch (row % 3) {
        case 0 -> new RowStamp.Mark("m" + row);
        case 1 -> RowStamp.Seen.BY_VALUES;
        default -> RowStamp.Counted.of(row);
      };
    }

    private RowChange.Edit edit(Column column, @Nullable Object after) {
      return edit(key(), column, after);
    }

    private RowChange.Edit edit(RowKey.Stored key, Column column, @Nullable Object after) {
      Object before = column.equals(NAME) ? "old" : Long.valueOf(1);
      return new RowChange.Edit(
          key,
          RowValues.of(column, before),
          RowValues.of(column, after),
          stamp(),
          value % 5 == 0 ? List.of(problem("stock", RowProblem.Severity.ERROR)) : List.of());
    }

    private RowChange.Delete delete() {
      return new RowChange.Delete(key(), RowValues.of(NAME, "old"), stamp(), List.of());
    }

    private RowChange.Add add(RowKey.New key) {
      RowValues values = value % 2 == 0 ? RowValues.of(SKU, "S" + value) : RowValues.EMPTY;
      return new RowChange.Add(key, values, new RowOrigin("file.csv", value), List.of());
    }

    private Set<RowKey> some(ChangeSet changes) {
      Set<RowKey> keys = new HashSet<>();
      changes.changes().stream()
          .map(RowChange::key)
          .filter(key -> Math.floorMod(key.hashCode() + value, 3) == 0)
          .forEach(keys::add);
      return keys;
    }

    private Map<RowKey, List<RowProblem>> refusals(ChangeSet changes) {
      Map<RowKey, List<RowProblem>> refusals = new HashMap<>();
      some(changes)
          .forEach(key ->
              refusals.put(
                  key,
                  List.of(
                      value % 2 == 0
                          ? problem("", RowProblem.Severity.CONFLICT)
                          : problem("name", RowProblem.Severity.REFUSED))));
      return refusals;
    }

    private RowProblem problem(String column, RowProblem.Severity severity) {
      return new RowProblem(RowOrigin.TYPED, column, "v" + value, "Is wrong", "", severity);
    }
  }

  static Arbitrary<List<Action>> lists() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12),
            Arbitraries.integers().between(1, 6),
            Arbitraries.integers().between(0, 30))
        .as(Action::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  /**
   * What is pending at one moment.
   *
   * @param origins where rows come from
   */
  record State(Collection<RowChange> pending, Map<RowKey, RowOrigin> origins) {

    static final State EMPTY = new State(List.of(), Map.of());

    static State of(ChangeSet changes) {
      return new State(List.copyOf(changes.changes()), changes.snapshot().origins());
    }

    /** The same without the order of rows, which a file that was written anew may have changed. */
    State unordered() {
      return new State(new HashSet<>(pending), origins);
    }
  }

  /** What is pending, with all that undo and redo would make of it; walks through them. */
  static List<State> states(ChangeSet changes) {
    List<State> states = new ArrayList<>();
    states.add(State.of(changes));
    int undone = 0;
    for (; changes.canUndo(); undone++) {
      changes.undo();
      states.add(State.of(changes));
    }
    while (changes.canRedo()) {
      changes.redo();
      states.add(State.of(changes));
    }
    assertThat(undone).isNotNegative();
    return states;
  }

  static List<State> unordered(List<State> states) {
    return states.stream().map(State::unordered).toList();
  }
}
