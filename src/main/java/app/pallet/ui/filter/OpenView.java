package app.pallet.ui.filter;

import app.pallet.schema.Column;
import java.util.List;

/** Saves and restores how the user has arranged the table. FX thread. */
public interface OpenView {

  /** Where no catalogue is open. */
  OpenView NONE =
      new OpenView() {
        @Override
        public SavedView take(String name) {
          return SavedView.of(name, "", FilterState.NONE);
        }

        @Override
        public void apply(SavedView view, List<Column> columns) {}
      };

  /** The present arrangement under a name. */
  SavedView take(String name);

  /**
   * Arranges the table as a view says.
   *
   * @param columns those of the open catalogue
   */
  void apply(SavedView view, List<Column> columns);
}
