package app.pallet.ui.bulk;

import app.pallet.change.RowKey;
import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.text.Counted;
import app.pallet.ui.bulk.ChangePreview.State;
import app.pallet.ui.recipe.SaveRecipePane;
import app.pallet.ui.recipe.SavedRecipes;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.bulk.BulkReport;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * Where values of many rows are changed at once: which column, which rows, what is done, and what
 * would become of it while it is entered. FX thread.
 */
public final class ChangeValuesPane extends VBox {

  private final ChangePreview preview;
  private final RowChoice rows;
  private final ObjectProperty<SavedRecipes> recipes;
  private final Runnable close;
  private final Consumer<BulkReport> done;
  private final ComboBox<Column> columns;
  private final StepList steps;
  private final QuestionList questions;
  private final ResultPane result;
  private final Label title = Labels.of("", "bulk-recipe");
  private final Button apply = Buttons.text("bulk-apply", "Change", this::apply);
  private Optional<String> recipeName = Optional.empty();
  private boolean isShown;
  private boolean isDone;

  /**
   * What the pane works on.
   *
   * @param schema the table
   * @param format how the user writes numbers and dates
   * @param display how the table writes values
   * @param recipes those that are kept
   */
  public record Table(
      TableSchema schema,
      CellFormat format,
      CellDisplay display,
      ObjectProperty<SavedRecipes> recipes) {}

  /**
   * A pane that previews nothing until {@link #begin}.
   *
   * @param show brings a cell into view
   * @param close puts the pane away
   * @param done told what has become pending
   */
  public ChangeValuesPane(
      Table table,
      ChangePreview preview,
      RowChoice rows,
      BiConsumer<RowKey, Column> show,
      Runnable close,
      Consumer<BulkReport> done) {
    this.preview = preview;
    this.rows = rows;
    this.recipes = table.recipes();
    this.close = close;
    this.done = done;
    List<Column> writable =
        table.schema().dataColumns().stream().filter(column -> !column.isReadOnly()).toList();
    columns = StepColumns.box("bulk-column", "Column", writable);
    columns.setValue(writable.getFirst());
    questions = new QuestionList(table.format(), this::preview);
    steps = new StepList(table.schema(), table.format(), writable.getFirst(), this::stepsChanged);
    result = new ResultPane(table.display(), preview::takeOut, show);
    columns
        .valueProperty()
        .addListener((observed, before, now) -> {
          if (now != null && !now.equals(steps.column())) {
            steps.setColumn(now);
          }
        });
    rows.rowsProperty().addListener(observed -> preview());
    preview.stateProperty().addListener((observed, before, now) -> show(now));
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    setId("change-values-pane");
    getStyleClass().add("change-values");
    Panes.style(this, "bulk.css");
    getChildren().addAll(content(), foot());
  }

  private ScrollPane content() {
    Button add = Buttons.small("bulk-add-step", "Add a step", () -> steps.add());
    add.setGraphic(Icons.of(Feather.PLUS));
    add.getStyleClass().add(Styles.FLAT);
    Panes.show(title, false);
    VBox all =
        new VBox(
            title,
            part("Column", columns),
            part("Rows", new ScopeBar(rows)),
            questions,
            part("How", steps, add),
            part("Result", result));
    all.getStyleClass().add("bulk-content");
    ScrollPane scroll = new ScrollPane(all);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return scroll;
  }

  private static VBox part(String name, Node... nodes) {
    VBox part = new VBox(Labels.of(name, "bulk-title"));
    part.getChildren().addAll(nodes);
    part.getStyleClass().add("bulk-part");
    return part;
  }

  private HBox foot() {
    Button save = Buttons.icon("bulk-save", Feather.BOOK_OPEN, "Save as recipe\u2026", () -> {});
    save.setOnAction(event -> save(save));
    Button cancel = Buttons.text("bulk-cancel", "Cancel", close);
    apply.getStyleClass().add(Styles.ACCENT);
    apply.setDisable(true);
    return Panes.line("bulk-foot", save, new Spacer(), cancel, apply);
  }

  /**
   * Begins with a column, for the rows of the choice.
   *
   * @param column one that can be written
   */
  public void begin(Column column) {
    boolean isOther = isDone || recipeName.isPresent();
    isDone = false;
    recipeName = Optional.empty();
    Panes.show(title, false);
    steps.begin(column, isOther);
    columns.setValue(column);
    isShown = true;
    stepsChanged();
    applyCss(); // without a skin the scroll pane is empty, and nothing in it can have the focus
    steps.focusFirst();
  }

  /**
   * Begins with a recipe.
   *
   * @throws app.pallet.operation.recipe.RecipeException if the table has not all of its columns
   */
  public void begin(Recipe recipe) {
    steps.show(recipe);
    isShown = true;
    recipeName = Optional.of(recipe.name());
    title.setText(recipe.name());
    Panes.show(title, true);
    columns.setValue(steps.column());
    stepsChanged();
    applyCss();
    if (!questions.focusFirst()) {
      apply.requestFocus();
    }
  }

  /** Ends the preview; what is entered stays. */
  public void end() {
    isShown = false;
    preview.stop();
  }

  /** Previews again, because rows or what is pending have changed. */
  public void refresh() {
    preview();
  }

  private Recipe recipe() {
    Recipe entered = steps.recipe();
    return recipeName.map(name -> new Recipe(name, entered.steps())).orElse(entered);
  }

  private void stepsChanged() {
    if (isShown) {
      questions.show(recipe());
      preview();
    }
  }

  private void preview() {
    if (!isShown) {
      return;
    }
    if (steps.isUnfinished()) {
      preview.pause();
      result.clear("Say what to do. The table shows the result before anything is changed.");
    } else {
      Recipe recipe = recipe();
      preview.show(
          recipe,
          recipeName.map(RecipeWork.BY_NAME::concat).orElse(recipe.name()),
          questions.answers(),
          rows.rowsProperty().get());
    }
  }

  private void show(State state) {
    boolean ready = state instanceof State.Ready(var work, var report) && report.changed() > 0;
    apply.setDisable(!ready);
    switch (state) {
      case State.Off off -> {
        apply.setText("Change");
        result.clear("");
      }
      case State.Working working -> {}
      case State.Wrong(var why) -> {
        apply.setText("Change");
        steps.showProblem(why);
        result.clear(why.step() < 0 ? why.reason() : "");
      }
      case State.Ready(var work, var report) -> {
        result.show(report, preview.takenOut());
        long all = report.changed() + report.problems();
        apply.setText("Change " + Counted.of(all, "row", "rows"));
      }
    }
  }

  private void apply() {
    preview.apply(done);
    isDone = true;
    close.run();
  }

  private void save(Button at) {
    SaveRecipePane.ask(
        at,
        recipe(),
        recipeName.orElse(""),
        name -> recipes.get().called(name).isPresent(),
        recipe -> {
          recipes.set(recipes.get().with(recipe));
          begin(recipe);
        });
  }

  private void key(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      close.run();
      key.consume();
    } else if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
      apply.fire(); // never a commit, which these keys are elsewhere
      key.consume();
    }
  }
}
