package app.pallet.ui.filter;

import app.pallet.schema.Column;
import org.jspecify.annotations.Nullable;

/** Changes a value in all the rows that have it. FX thread. */
public interface ValueChanges {

  /** Where nothing can be changed. */
  ValueChanges NONE =
      new ValueChanges() {
        @Override
        public boolean isPossible(Column column) {
          return false;
        }

        @Override
        public void change(Column column, @Nullable Object from, String text) {}
      };

  /** Whether values of a column can be changed. */
  boolean isPossible(Column column);

  /**
   * Changes a value.
   *
   * @param from the value; null for empty cells
   * @param text what those rows get, as it is typed
   */
  void change(Column column, @Nullable Object from, String text);
}
