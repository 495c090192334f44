package app.pallet.ui.bulk;

import app.pallet.operation.recipe.Recipe;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.operation.recipe.Step;
import app.pallet.operation.recipe.StepKind;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The steps that are entered, in their order. At least one. FX thread. */
final class StepList extends VBox implements StepLine.Owner {

  /** A longer name of a step of undo would not fit into a menu. */
  private static final int LONGEST_NAME = 60;

  private final TableSchema schema;
  private final CellFormat format;
  private final Runnable changed;
  private final List<StepLine> lines = new ArrayList<>();
  private Column column;
  private int made;
  private boolean isFilling;

  /**
   * A list with one step.
   *
   * @param changed told when what is entered has changed
   */
  StepList(TableSchema schema, CellFormat format, Column column, Runnable changed) {
    this.schema = schema;
    this.format = format;
    this.changed = changed;
    this.column = column;
    getStyleClass().add("step-list");
    addEventFilter(KeyEvent.KEY_PRESSED, this::moveByKey);
    isFilling = true;
    add(first(column));
    isFilling = false;
    arrange();
  }

  private Step first(Column filled) {
    return new Step(StepKind.of(filled).getFirst().word(), Step.nameOf(filled, schema), Map.of());
  }

  /** Begins anew with one step on a column, unless steps on it are entered already. */
  void begin(Column filled, boolean isNew) {
    if (isNew || !filled.equals(column)) {
      column = filled;
      isFilling = true;
      lines.clear();
      made = 0;
      add(first(filled));
      isFilling = false;
      changed();
    }
  }

  /** Fills another column. Steps that filled the one before follow; others keep theirs. */
  void setColumn(Column other) {
    Column before = column;
    column = other;
    isFilling = true;
    lines.stream().filter(line -> line.column().equals(before)).forEach(l -> l.setColumn(other));
    isFilling = false;
    changed();
  }

  /** Adds a step, and gives it the focus. */
  void add() {
    List<StepKind> kinds = StepKind.of(column);
    String after = lines.isEmpty() ? "" : lines.getLast().step().operation();
    String word = after.equals("percent") ? "ending" : kinds.getFirst().word();
    add(new Step(word, Step.nameOf(column, schema), Map.of()));
    changed();
    lines.getLast().focusFirst();
  }

  private void add(Step step) {
    lines.add(new StepLine(this, ++made, step, schema.called(step.column()).orElse(column)));
  }

  /**
   * Shows the steps of a recipe in place of these.
   *
   * @throws RecipeException if the table has no such column
   */
  void show(Recipe recipe) {
    for (int i = 0; i < recipe.steps().size(); i++) {
      String name = recipe.steps().get(i).column();
      if (schema.called(name).isEmpty()) {
        throw new RecipeException(
            "Step %d fills the column \"%s\", which is not here".formatted(i + 1, name));
      }
    }
    isFilling = true;
    lines.clear();
    made = 0;
    recipe.steps().forEach(this::add);
    column = lines.getFirst().column();
    isFilling = false;
    changed();
  }

  /** The column of new steps. */
  Column column() {
    return column;
  }

  /** Gives the focus to the first thing that is entered. */
  void focusFirst() {
    lines.getFirst().focusFirst();
  }

  /** Whether a step is not finished yet. */
  boolean isUnfinished() {
    return lines.stream().anyMatch(StepLine::isUnfinished);
  }

  /** The steps as a recipe that is called by what they do. */
  Recipe recipe() {
    List<Step> steps = lines.stream().map(StepLine::step).toList();
    String name =
        steps.getFirst().column()
            + ": "
            + steps.stream()
                .filter(step -> !step.skipped())
                .map(step -> step.told().substring(step.column().length() + 2))
                .collect(Collectors.joining(", "));
    return new Recipe(
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "\u2026" : name,
        steps);
  }

  /** Shows at its step why the recipe can't be used. */
  void showProblem(RecipeException why) {
    if (why.step() >= 0 && why.step() < lines.size()) {
      lines.get(why.step()).showProblem(Optional.of(why));
    }
  }

  @Override
  public TableSchema schema() {
    return schema;
  }

  @Override
  public CellFormat format() {
    return format;
  }

  @Override
  public void changed() {
    if (isFilling) {
      return;
    }
    arrange();
    changed.run();
  }

  private void arrange() {
    if (!getChildren().equals(lines)) { // or what has the focus would lose it
      getChildren().setAll(lines);
    }
    for (int i = 0; i < lines.size(); i++) {
      lines.get(i).showPlace(i, lines.stream().anyMatch(l -> !l.column().equals(column)));
    }
  }

  @Override
  public void move(StepLine line, int by) {
    int from = lines.indexOf(line);
    int to = from + by;
    if (to >= 0 && to < lines.size()) {
      lines.remove(from);
      lines.add(to, line);
      changed();
    }
  }

  @Override
  public void remove(StepLine line) {
    lines.remove(line);
    if (lines.isEmpty()) {
      add(first(column));
    }
    changed();
  }

  private void moveByKey(KeyEvent key) {
    boolean up = key.getCode() == KeyCode.UP;
    if (key.isAltDown() && (up || key.getCode() == KeyCode.DOWN)) {
      lines.stream()
          .filter(line -> line.lookupAll("*").stream().anyMatch(node -> node.isFocused()))
          .findFirst()
          .ifPresent(line -> {
            var focused = getScene().getFocusOwner();
            move(line, up ? -1 : 1);
            focused.requestFocus();
            key.consume();
          });
    }
  }
}
