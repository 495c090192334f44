package app.pallet.ui.change;

import app.pallet.change.RowChange;
import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pending change in the list: the row's name and what happens to its cells. Texts are made when a
 * cell of the list shows them, not for the whole list. FX thread.
 *
 * @param change what is pending
 * @param titles gives a row its name
 */
record ChangeEntry(RowChange change, Function<RowChange, String> titles) {

  /** The row as the user knows it, such as by its SKU. */
  String title() {
    return titles.apply(change);
  }

  /** Entries of the same change are the same, whoever names it. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ChangeEntry that && change.equals(that.change);
  }

  @Override
  public int hashCode() {
    return change.hashCode();
  }

  /** At most so many of the cells that change, in the order of the columns changed. */
  List<Difference> differences(int most) {
    RowValues after = change.after();
    List<Difference> differences = new ArrayList<>();
    for (int i = 0; i < after.size() && differences.size() < most; i++) {
      Column column = after.columns().get(i);
      if (change instanceof RowChange.Edit edit) {
        String before = oneLine(column, edit.before().get(column));
        differences.add(new Difference(column.label(), before, text(after, i)));
      } else if (after.valueAt(i) != null) {
        differences.add(new Difference(column.label(), "", text(after, i)));
      }
    }
    return differences;
  }

  /** How many cells change beyond so many. */
  int beyond(int shown) {
    return Math.max(0, change.after().size() - shown);
  }

  private static String text(RowValues values, int index) {
    return oneLine(values.columns().get(index), values.valueAt(index));
  }

  private static String oneLine(Column column, @Nullable Object value) {
    return CellText.plain(column, value).replaceAll("\\s+", " ");
  }

  /**
   * What a pending change does to one cell, as the user reads it.
   *
   * @param column the column's label
   * @param before what is there now; empty for an empty cell and for a row to be added
   * @param after what will be there; empty for an empty cell and for a row to be deleted
   */
  public record Difference(String column, String before, String after) {}
}
