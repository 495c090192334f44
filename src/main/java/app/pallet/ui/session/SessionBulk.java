package app.pallet.ui.session;

import app.pallet.change.RowKey;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.schema.Column;
import app.pallet.ui.bulk.ChangePreview;
import app.pallet.ui.bulk.ChangePreview.State;
import app.pallet.ui.bulk.ChangeValuesPane;
import app.pallet.ui.bulk.RowChoice;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.log.LogLine;
import app.pallet.ui.panel.Panel;
import app.pallet.ui.panel.PanelPlace;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.table.cells.GridModel;
import app.pallet.ui.text.Wording;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.bulk.BulkReport;
import app.pallet.workspace.view.CellBlock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/**
 * Changes many values of the open catalogue at once: brings the panel for it, follows what is
 * selected and what the table shows, and tells what was done. FX thread.
 */
public final class SessionBulk {

  /** Follows a selection once the user pauses, as the status bar does. */
  private static final Duration PAUSE = Duration.millis(120);

  private final Workspace workspace;
  private final Shown shown;
  private final EditorViewModel viewModel;
  private final PanelPlace place;
  private final ChangePreview preview;
  private final RowChoice rows;
  private final ChangeValuesPane pane;
  private final Panel panel;
  private final SessionRecipes recipes;
  private final PauseTransition selecting = new PauseTransition(PAUSE);
  private final PauseTransition moving = new PauseTransition(PAUSE);
  private final LongProperty meant = new SimpleLongProperty();
  private boolean isOpen;

  /**
   * What the session shows rows in.
   *
   * @param grid the rows as the table asks for them
   */
  public record Shown(WorkspaceGrid grid, ProductTable table, RowNavigation navigation) {}

  /**
   * The bulk changes of a workspace. None is being prepared.
   *
   * @param failures told what could not be done, and why
   */
  public SessionBulk(
      Workspace workspace,
      Shown shown,
      EditorViewModel viewModel,
      PanelPlace place,
      Dialogs dialogs,
      BiConsumer<String, Throwable> failures) {
    this.workspace = workspace;
    this.shown = shown;
    this.viewModel = viewModel;
    this.place = place;
    preview = new ChangePreview(workspace, shown.grid()::setPreview, failures);
    rows = new RowChoice(workspace);
    pane =
        new ChangeValuesPane(
            new ChangeValuesPane.Table(
                workspace.schema(),
                workspace.format(),
                new CellDisplay(workspace.format(), Optional.of(workspace.parents())),
                viewModel.recipesProperty()),
            preview,
            rows,
            (row, column) -> shown.navigation().show(row, column.name()),
            this::close,
            this::tell);
    panel = Panel.of("bulk", "Change values", Feather.SLIDERS, pane);
    recipes = new SessionRecipes(workspace, viewModel.recipesProperty(), dialogs, this::run, meant);
    place.add().accept(recipes.panel());
    listen();
  }

  private void listen() {
    preview.stateProperty().addListener((observed, before, now) -> show(now));
    selecting.setOnFinished(event -> {
      countMeant();
      if (isWatching()) {
        rows.follow(selected());
      }
    });
    moving.setOnFinished(event -> {
      countMeant();
      if (isWatching()) {
        rows.refresh();
      }
    });
    shown.table().selectionProperty().addListener(observed -> selecting.playFromStart());
    shown
        .grid()
        .addListener(
            new GridModel.Listener() {
              @Override
              public void keysChanged() {
                moving.playFromStart();
              }

              @Override
              public void rowsChanged(int from, int to) {}
            });
    workspace.changes().addListener(newRows -> moving.playFromStart());
    panel
        .shown()
        .addListener((observed, before, now) -> {
          if (isOpen && now) {
            rows.refresh();
            pane.refresh();
          } else {
            preview.pause();
          }
        });
    shown.table().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  private boolean isWatching() {
    return isOpen && panel.shown().get();
  }

  /** The panel with the recipes that are kept. */
  public Panel recipesPanel() {
    return recipes.panel();
  }

  /** Asks what shall be done to the column of the cursor. */
  public void open() {
    bring();
    pane.begin(column());
  }

  /** Asks what a recipe asks for, and previews it. */
  private void run(Recipe recipe) {
    bring();
    try {
      pane.begin(recipe);
    } catch (RecipeException e) {
      close();
      recipes.refuse(recipe, e);
    }
  }

  private void bring() {
    shown.table().finishEditing();
    rows.begin(selected());
    if (!isOpen) {
      isOpen = true;
      place.add().accept(panel);
    }
    place.show().accept(panel);
  }

  private List<CellBlock> selected() {
    return shown.table().selection().ranges();
  }

  /** The first selected column that can be changed, or else any. */
  private Column column() {
    List<Column> writable =
        workspace.schema().dataColumns().stream().filter(c -> !c.isReadOnly()).toList();
    return selected().stream()
        .flatMap(block -> block.columns().stream())
        .filter(writable::contains)
        .findFirst()
        .orElse(writable.getFirst());
  }

  /** How many rows a recipe would be run on. */
  private void countMeant() {
    long selected = selected().stream().mapToLong(CellBlock::rowCount).sum();
    meant.set(selected > 1 ? selected : workspace.view().size());
  }

  /** Puts the panel away, and goes back to the table. */
  private void close() {
    if (isOpen) {
      isOpen = false;
      pane.end();
      shown.table().makeRoom(Set.of());
      place.remove().accept(panel);
      shown.table().focusCells();
    }
  }

  /** Ends everything, because the catalogue is about to be closed. */
  public void end() {
    selecting.stop();
    moving.stop();
    isOpen = false;
    pane.end();
    place.remove().accept(panel);
    recipes.end();
    place.remove().accept(recipes.panel());
  }

  private void show(State state) {
    switch (state) {
      case State.Off off -> viewModel.status().remarkProperty().set("");
      case State.Wrong wrong -> {}
      case State.Working working ->
          viewModel.status().remarkProperty().set("Preview: nothing is changed yet");
      case State.Ready ready -> shown.table().makeRoom(preview.columns());
    }
  }

  private void tell(BulkReport report) {
    String what = workspace.queue().undoLabel().orElse("Changed");
    String counts =
        Wording.tally(
            new Wording.Count(report.changed(), "changed"),
            new Wording.Count(report.unchanged() + report.leftOut(), "as before"),
            new Wording.Count(report.problems(), "with problems"));
    viewModel.log().inbox().add(LogLine.Level.STEP, what + ": " + counts);
  }

  private void key(KeyEvent key) {
    if (isWatching() && Shortcut.LEAVE_OUT.matches(key)) {
      key.consume();
      Set<RowKey> out = preview.takenOut();
      for (CellBlock block : selected()) {
        for (int i = block.firstRow(); i <= block.lastRow(); i++) {
          RowKey row = workspace.view().keyAt(i);
          preview.takeOut(row, !out.contains(row));
        }
      }
    }
  }
}
