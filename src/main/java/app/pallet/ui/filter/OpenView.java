package app.pallet.ui.filter;

import app.pallet.schema.Column;
import java.util.List;

/** The table as the user has arranged it, to keep it and to bring it back. FX thread. */
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

  /** What is shown now, under a name. */
  SavedView take(String name);

  /**
   * Arranges the table as it was.
   *
   * @param columns those of the open catalogue
   */
  void apply(SavedView view, List<Column> columns);
}
