package app.pallet;

import app.pallet.commit.CommitPlan;
import app.pallet.ui.filter.SavedViews;
import app.pallet.ui.frame.FrameState;
import app.pallet.ui.paste.RememberedMappings;
import app.pallet.ui.recipe.SavedRecipes;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.tables.RecentTables;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.WindowPlacement;
import app.pallet.workspace.checks.Safety;
import java.util.List;

/**
 * What Pallet remembers from one start to the next. Read by the wiring at start, collected from the
 * window and written when it closes. Immutable.
 *
 * @param window where the window was
 * @param frame what of it is folded
 * @param theme how Pallet looks
 * @param recent what was open, and how the user likes the columns of tables of other databases
 * @param columns how the user likes the columns of catalogues, from left to right; empty for the
 *     table's own order
 * @param plan how changes are committed
 * @param mappings what headings of imported files were taken for
 * @param views the views of the table that are kept for each catalogue
 * @param recipes the recipes that are kept
 * @param safety what a commit asks about, and how many backups are kept
 */
record Settings(
    WindowPlacement window,
    FrameState frame,
    ThemeChoice theme,
    RecentTables recent,
    List<ColumnLayout> columns,
    CommitPlan plan,
    RememberedMappings mappings,
    SavedViews views,
    SavedRecipes recipes,
    Safety safety) {

  /** What a first start begins with. */
  static final Settings DEFAULT =
      new Settings(
          WindowPlacement.DEFAULT,
          FrameState.DEFAULT,
          ThemeChoice.SYSTEM,
          RecentTables.NONE,
          List.of(),
          CommitPlan.DEFAULT,
          RememberedMappings.NONE,
          SavedViews.NONE,
          SavedRecipes.NONE,
          Safety.DEFAULT);

  Settings {
    columns = List.copyOf(columns);
  }

  /** The same with commits that never ask, for a window nobody sits at. */
  Settings askingNothing() {
    return new Settings(
        window,
        frame,
        theme,
        recent,
        columns,
        plan,
        mappings,
        views,
        recipes,
        safety.askingNothing());
  }
}
