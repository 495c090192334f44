package app.pallet.spreadsheet.matching;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.WriteRule;
import java.util.BitSet;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds the cells in which a source says something else than a row holds. One thread at a time. */
final class ChangedCells {

  private @Nullable Places latestPlaces;

  /** What a row holds in these columns. A column that is still to be added is empty. */
  static RowValues before(Row row, RowValues after) {
    RowValues before = row.values().only(after::has);
    if (before.size() == after.size()) {
      return before;
    }
    for (Column column : after.columns().asList()) {
      before = before.has(column) ? before : before.with(column, null);
    }
    return before;
  }

  /**
   * The values of the source that differ from what the row holds. A column that is still to be
   * added is empty.
   */
  @SuppressWarnings("ReferenceEquality") // a finder returns what is the same; else it is compared
  RowValues changed(RowMapping mapping, RowValues current) {
    RowValues said = mapping.values();
    if (said == current) {
      return RowValues.EMPTY;
    }
    int[] places = places(said, current); // -1 where the row does not have the column
    BitSet different = new BitSet(0);
    for (int i = 0; i < places.length; i++) {
      Object held = places[i] < 0 ? null : current.valueAt(places[i]);
      if (!isSame(mapping, said.valueAt(i), held, said.columns().get(i))
          && said.columns().get(i).write() == WriteRule.ALWAYS) {
        different.set(i);
      }
    }
    return different.isEmpty()
        ? RowValues.EMPTY
        : said.only(column -> different.get(said.columns().indexOf(column)));
  }

  /**
   * Whether a cell holds what a file says. What another program stored in a form of its own is
   * exported as text, and the text that comes back says nothing else.
   */
  private static boolean isSame(
      RowMapping mapping, @Nullable Object said, @Nullable Object held, Column column) {
    return Objects.equals(said, held)
        || (held instanceof UnreadableValue value
            && mayHoldAnything(column)
            && value
                .text()
                .equals(mapping.spellings().getOrDefault(column.name(), String.valueOf(said))));
  }

  /** Whether another program may have stored what its column can't hold. */
  static boolean mayHoldAnything(Column column) {
    return column.storage() != Column.Storage.SCALED;
  }

  /** Where a row has the columns of the source. This is mostly the same for all rows. */
  private int[] places(RowValues said, RowValues current) {
    Places known = latestPlaces;
    if (known == null
        || !known.said.equals(said.columns())
        || !known.held.equals(current.columns())) {
      known = new Places(said.columns(), current.columns());
      latestPlaces = known;
    }
    return known.places;
  }

  /** Where some columns stand among others. */
  private static final class Places {
    private final ColumnSet said;
    private final ColumnSet held;
    private final int[] places;

    Places(ColumnSet said, ColumnSet held) {
      this.said = said;
      this.held = held;
      this.places = said.asList().stream().mapToInt(held::indexOf).toArray();
    }
  }

  /** Whether a value differs from what the row will hold after a commit. */
  static boolean isChange(RowMapping mapping, Row row, RowChange change, Column column) {
    if (column.write() != WriteRule.ALWAYS) {
      return false;
    }
    boolean touched = change.touches(column);
    RowValues current = touched ? change.after() : row.values();
    Object wanted = mapping.values().get(column);
    if (!current.has(column)) { // what was typed could not be taken, or the column is a new one
      return touched || wanted != null;
    }
    return !isSame(mapping, wanted, current.get(column), column);
  }
}
