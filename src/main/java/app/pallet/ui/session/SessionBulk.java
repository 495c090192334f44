package app.pallet.ui.session;

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
import java.util.stream.IntStream;
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
  private final SessionRecipes recipes;
  private final PauseTransition selecting = new PauseTransition(PAUSE);
  private final PauseTransition moving = new PauseTransition(PAUSE);
  private final LongProperty meant = new SimpleLongProperty();
  private Optional<Sheet> sheet = Optional.empty();
  private boolean isOpen;

  /** What is entered, and the panel that it is in. Made when it is first asked for. */
  private record Sheet(ChangeValuesPane pane, Panel panel) {}

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
    recipes = new SessionRecipes(workspace, viewModel.recipesProperty(), dialogs, this::run, meant);
    place.add().accept(recipes.panel());
    listen();
  }

  private Sheet sheet() {
    if (sheet.isEmpty()) {
      ChangeValuesPane pane = pane();
      Panel panel = Panel.of("bulk", "Change values", Feather.SLIDERS, pane);
      panel.shown().addListener((observed, before, now) -> shown(now));
      sheet = Optional.of(new Sheet(pane, panel));
    }
    return sheet.get();
  }

  private ChangeValuesPane pane() {
    return new ChangeValuesPane(
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
    shown.table().addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /** Nothing is previewed behind another panel. */
  private void shown(boolean isShown) {
    if (isOpen && isShown) {
      rows.refresh();
      sheet().pane().refresh();
    } else {
      preview.pause();
      shown.table().makeRoom(Set.of());
    }
  }

  private boolean isWatching() {
    return isOpen && sheet().panel().shown().get();
  }

  /** Asks what shall be done to the column of the cursor. */
  public void open() {
    columns().stream()
        .findFirst()
        .ifPresentOrElse(
            first -> {
              bring();
              sheet().pane().begin(column(first));
            },
            () ->
                viewModel
                    .log()
                    .inbox()
                    .add(LogLine.Level.WARNING, "No column can be changed here"));
  }

  /** Asks what a recipe asks for, and previews it. */
  private void run(Recipe recipe) {
    if (columns().isEmpty()) {
      recipes.refuse(recipe, new RecipeException("No column can be changed here"));
      return;
    }
    bring();
    try {
      sheet().pane().begin(recipe);
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
      place.add().accept(sheet().panel());
    }
    place.show().accept(sheet().panel());
  }

  private List<CellBlock> selected() {
    return shown.table().selection().ranges();
  }

  /** The first selected column that can be changed, or else any. */
  private Column column(Column otherwise) {
    return selected().stream()
        .flatMap(block -> block.columns().stream())
        .filter(columns()::contains)
        .findFirst()
        .orElse(otherwise);
  }

  /** The columns that can be changed; none in a table that can only be read. */
  private List<Column> columns() {
    return workspace.database().promises().isEditable()
        ? workspace.schema().dataColumns().stream().filter(c -> !c.isReadOnly()).toList()
        : List.of();
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
      sheet().pane().end();
      shown.table().makeRoom(Set.of());
      place.remove().accept(sheet().panel());
      shown.table().focusCells();
    }
  }

  /** Ends everything, because the catalogue is about to be closed. */
  public void end() {
    selecting.stop();
    moving.stop();
    if (isOpen) {
      close();
    }
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
      preview.turn(
          selected().stream()
              .flatMapToInt(block -> IntStream.rangeClosed(block.firstRow(), block.lastRow()))
              .distinct()
              .mapToObj(workspace.view()::keyAt)
              .toList());
    }
  }
}
