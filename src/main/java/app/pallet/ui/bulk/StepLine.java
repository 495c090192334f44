package app.pallet.ui.bulk;

import app.pallet.operation.recipe.Argument;
import app.pallet.operation.recipe.RecipeException;
import app.pallet.operation.recipe.Step;
import app.pallet.operation.recipe.StepField;
import app.pallet.operation.recipe.StepKind;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemWording;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Menus;
import app.pallet.ui.theme.Panes;
import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * One step as it is entered: what is done, and what that takes. What is seldom wanted (another
 * column to begin with, the rounding, a condition) unfolds from its menu. FX thread.
 */
final class StepLine extends VBox {

  private final Owner owner;
  private final int id;
  private final Label place = Labels.of("", "step-place");
  private final Label columnName = Labels.of("", "pane-remark");
  private final ComboBox<StepKind> kinds;
  private final VBox written = new VBox();
  private final FlowPane needed = new FlowPane();
  private final FlowPane more = new FlowPane();
  private final TextField where = new TextField();
  private final Label problem = Labels.wrapped("", "step-problem");
  private final CheckMenuItem moreItem = new CheckMenuItem("More options");
  private final CheckMenuItem whereItem = new CheckMenuItem("Only some rows");
  private final CheckMenuItem skipItem = new CheckMenuItem("Skip this step");
  private final Map<String, FieldEditor> editors = new LinkedHashMap<>();
  private Map<String, Argument> given;
  private Column column;
  private boolean isShowing;

  /** What a line needs of the list that it is in. */
  interface Owner {

    TableSchema schema();

    CellFormat format();

    /** What is entered has changed. */
    void changed();

    /** Moves a line, by one place up or down. */
    void move(StepLine line, int by);

    void remove(StepLine line);
  }

  /**
   * A line that shows a step.
   *
   * @param id tells its controls from those of other lines
   */
  StepLine(Owner owner, int id, Step step, Column column) {
    this.owner = owner;
    this.id = id;
    this.column = column;
    this.given = step.arguments();
    kinds = ItemWording.box("step-kind-" + id, "What is done", StepKind::title);
    kinds.setVisibleRowCount(16);
    where.setId("step-where-" + id);
    where.setPromptText("Brand = Acme and Price > 10");
    where.setAccessibleText("Only rows where");
    where.setText(step.where().orElse(""));
    HBox.setHgrow(kinds, Priority.ALWAYS);
    Node remove =
        Buttons.icon("step-remove-" + id, Feather.X, "Remove this step", () -> owner.remove(this));
    remove.getStyleClass().add("quiet");
    getChildren()
        .addAll(
            columnName,
            Panes.line("step-head", place, kinds, menu(), remove),
            written,
            needed,
            more,
            where,
            problem);
    written.getStyleClass().add("step-fields");
    needed.getStyleClass().add("step-fields");
    more.getStyleClass().add("step-fields");
    getStyleClass().add("step-line");
    setId("step-" + id);
    Panes.showWhile(where, whereItem.selectedProperty());
    whereItem.setSelected(step.where().isPresent());
    skipItem.setSelected(step.skipped());
    moreItem.setSelected(hasMore(step));
    Panes.show(problem, false);
    offer(StepKind.of(step.operation()), true);
    kinds.valueProperty().addListener(observed -> rebuild());
    moreItem.selectedProperty().addListener(observed -> rebuild());
    where.textProperty().addListener(observed -> changed());
    whereItem.selectedProperty().addListener(observed -> changed());
    skipItem.selectedProperty().addListener(observed -> changed());
    rebuild();
  }

  private static boolean hasMore(Step step) {
    return StepKind.of(step.operation()).fields().stream()
        .anyMatch(field -> !field.isNeeded() && step.arguments().containsKey(field.word()));
  }

  private MenuButton menu() {
    MenuButton menu = new MenuButton();
    menu.setGraphic(Icons.of(Feather.MORE_VERTICAL));
    Buttons.name(menu, "step-menu-" + id, "Options of this step");
    menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "no-arrow");
    moreItem.setId("step-more-" + id);
    whereItem.setId("step-only-" + id);
    skipItem.setId("step-skip-" + id);
    menu.getItems()
        .addAll(
            moreItem,
            whereItem,
            skipItem,
            Menus.item("step-up-" + id, "Move up", () -> owner.move(this, -1)),
            Menus.item("step-down-" + id, "Move down", () -> owner.move(this, 1)));
    return menu;
  }

  /** The column that it fills. */
  Column column() {
    return column;
  }

  /** Fills another column; what can't be done there becomes what can. */
  void setColumn(Column other) {
    column = other;
    keepEntered();
    offer(kind(), false);
    rebuild();
  }

  /** Offers what fits the column. A recipe that was written by hand may do more. */
  private void offer(StepKind wanted, boolean isKept) {
    List<StepKind> fitting = StepKind.of(column);
    boolean fits = fitting.contains(wanted);
    isShowing = true;
    kinds.getItems().setAll(fitting);
    if (isKept && !fits) {
      kinds.getItems().add(wanted);
    }
    kinds.setValue(fits || isKept ? wanted : fitting.getFirst());
    isShowing = false;
  }

  /** Shows its number, and its column where that is not the one of all. */
  void showPlace(int index, boolean isOneOfSeveral) {
    place.setText(String.valueOf(index + 1));
    columnName.setText(column.label());
    Panes.show(columnName, isOneOfSeveral);
  }

  /** Shows why the step can't be done; nothing if it can. */
  void showProblem(Optional<RecipeException> why) {
    problem.setText(why.map(RecipeException::reason).orElse(""));
    Panes.show(problem, why.isPresent());
    why.flatMap(RecipeException::inFormula)
        .ifPresent(wrong -> {
          problem.setText(wrong.getMessage());
          editors.values().forEach(editor -> editor.mark().accept(wrong));
        });
  }

  /** Gives the focus to the first thing that is entered. */
  void focusFirst() {
    editors.values().stream()
        .findFirst()
        .map(FieldEditor::node)
        .map(node -> node instanceof FormulaField field ? field.getChildren().getFirst() : node)
        .ifPresentOrElse(Node::requestFocus, kinds::requestFocus);
  }

  private void rebuild() {
    if (isShowing) {
      return;
    }
    keepEntered();
    editors.clear();
    written.getChildren().clear();
    needed.getChildren().clear();
    more.getChildren().clear();
    for (StepField field : kind().fields()) {
      if (field.isNeeded() || moreItem.isSelected()) {
        add(field);
      }
    }
    Panes.show(written, !written.getChildren().isEmpty());
    Panes.show(needed, !needed.getChildren().isEmpty());
    Panes.show(more, !more.getChildren().isEmpty());
    moreItem.setDisable(kind().fields().stream().allMatch(StepField::isNeeded));
    changed();
  }

  private void add(StepField field) {
    FlowPane pane = field.isNeeded() ? needed : more;
    if (given.get(field.word()) instanceof Argument.Asked(String question, var otherwise)) {
      pane.getChildren().add(asked(field, question, otherwise.orElse("")));
      return;
    }
    List<String> initial =
        given.get(field.word()) instanceof Argument.Given(List<String> all)
            ? all
            : List.of(field.initial());
    String control = "step-%s-%d".formatted(field.word(), id);
    FieldEditor editor =
        FieldEditor.of(
            new FieldEditor.Place(
                field, owner.schema(), column, owner.format(), control, this::changed),
            initial);
    editors.put(field.word(), editor);
    boolean named = !field.isNeeded() || isOneOfSeveral(field);
    if (editor.node() instanceof FormulaField) { // as wide as the panel
      written.getChildren().add(editor.node());
    } else if (named && field.kind() != StepField.Kind.FLAG) {
      pane.getChildren().add(new VBox(Labels.of(field.label(), "pane-remark"), editor.node()));
    } else {
      pane.getChildren().add(editor.node());
    }
  }

  /** Where one value only is entered, or a choice that speaks for itself, no name is needed. */
  private boolean isOneOfSeveral(StepField field) {
    return field.kind() != StepField.Kind.CHOICE
        && kind().fields().stream()
                .filter(f -> f.isNeeded() && f.kind() != StepField.Kind.CHOICE)
                .count()
            > 1;
  }

  private Node asked(StepField field, String question, String otherwise) {
    Node fixed =
        Buttons.icon(
            "step-fix-%s-%d".formatted(field.word(), id),
            Feather.X,
            "Don't ask for it",
            () -> {
              given = new LinkedHashMap<>(given);
              given.put(field.word(), Argument.Given.of(otherwise));
              rebuild();
            });
    fixed.getStyleClass().add("quiet");
    return Panes.line("step-asked", Labels.of("asks for " + question), fixed);
  }

  /** Keeps what is entered, so that another kind of step that takes the same begins with it. */
  private void keepEntered() {
    Map<String, Argument> kept = new LinkedHashMap<>(given);
    editors.forEach((word, editor) -> kept.put(word, new Argument.Given(editor.texts().get())));
    given = kept;
  }

  private StepKind kind() {
    return Objects.requireNonNull(kinds.getValue());
  }

  private void changed() {
    showProblem(Optional.empty());
    setOpacity(skipItem.isSelected() ? 0.5 : 1);
    owner.changed();
  }

  /** Whether something that it can't do without is not entered yet. */
  boolean isUnfinished() {
    Optional<FieldEditor> first =
        kind().fields().stream()
            .filter(StepField::isNeeded)
            .findFirst()
            .map(field -> editors.get(field.word()));
    return !skipItem.isSelected()
        && first.filter(editor -> String.join("", editor.texts().get()).isEmpty()).isPresent();
  }

  /** The step that is entered. */
  Step step() {
    Map<String, Argument> arguments = new LinkedHashMap<>();
    for (StepField field : kind().fields()) {
      FieldEditor editor = editors.get(field.word());
      if (editor == null) {
        if (given.get(field.word()) instanceof Argument.Asked asked) {
          arguments.put(field.word(), asked);
        }
      } else if (isGiven(field, editor.texts().get())) {
        arguments.put(field.word(), new Argument.Given(editor.texts().get()));
      }
    }
    Optional<String> condition =
        Optional.of(where.getText().strip())
            .filter(text -> whereItem.isSelected() && !text.isEmpty());
    return new Step(
        kind().word(),
        Step.nameOf(column, owner.schema()),
        arguments,
        condition,
        skipItem.isSelected());
  }

  private static boolean isGiven(StepField field, List<String> texts) {
    return !texts.isEmpty()
        && (field.isNeeded()
            || !(String.join("", texts).isEmpty() || texts.equals(List.of(field.initial()))));
  }
}
