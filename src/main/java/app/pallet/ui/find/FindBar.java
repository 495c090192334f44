package app.pallet.ui.find;

import app.pallet.operation.text.TextSearch;
import app.pallet.schema.Column;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.view.CellBlock;
import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * Two lines above the table: what is looked for, how and where, and what shall stand in its place.
 * It decides nothing: {@link Asking} hears of what is entered, and says what to show. FX thread.
 */
public final class FindBar extends VBox {

  private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
  private static final double WIDEST_TOOLTIP = 420;

  /** Hears what the user does in the bar. */
  public interface Asking {

    /** Something else is looked for, or elsewhere, or something else shall stand in its place. */
    void changed();

    /** Go to the next hit, or with -1 to the one before. */
    void go(int step);

    /** Replace the hit at the cursor. */
    void replaceOne();

    /** Replace all. */
    void replaceAll();

    /** The bar has been closed. */
    void closed();

    /** Nobody asks. */
    Asking NOBODY =
        new Asking() {
          @Override
          public void changed() {}

          @Override
          public void go(int step) {}

          @Override
          public void replaceOne() {}

          @Override
          public void replaceAll() {}

          @Override
          public void closed() {}
        };
  }

  private final CustomTextField find = field("find-text", Feather.SEARCH, "Find");
  private final CustomTextField with = field("replace-text", Feather.REPEAT, "Replace with");
  private final Label count = Labels.of("", "find-count");
  private final ToggleButton matchCase = toggle("find-case", "Aa", "Capital and small letters");
  private final ToggleButton whole =
      toggle("find-whole", "Whole cell", "All of the cell\u2019s text");
  private final ToggleButton expression =
      toggle("find-expression", ".*", "Regular expression; $1 stands for its first group");
  private final ScopeMenu scope = new ScopeMenu();
  private final Label message = Labels.of("", "find-message");
  private final Tooltip explanation = Labels.wrappedTooltip(WIDEST_TOOLTIP);
  private final Button one = Buttons.text("replace-one", "Replace", () -> asking().replaceOne());
  private final Button all =
      Buttons.text("replace-all", "Replace all", () -> asking().replaceAll());
  private Asking asking = Asking.NOBODY;
  private boolean isReadOnly;

  /** A closed bar. */
  public FindBar() {
    getStyleClass().add("find-bar");
    setId("find-bar");
    Panes.style(this, "find.css");
    setMinHeight(USE_PREF_SIZE);
    find.setRight(count);
    count.setId("find-count");
    message.setId("find-message");
    message.setTooltip(explanation);
    message.setMinWidth(0);
    all.getStyleClass().add(Styles.ACCENT);
    all.getStyleClass().add(Styles.BUTTON_OUTLINED);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren()
        .addAll(
            Panes.line(
                "find-line",
                find,
                Buttons.icon(
                    "find-previous",
                    Feather.CHEVRON_UP,
                    "Previous (Shift+Enter)",
                    () -> asking().go(-1)),
                Buttons.icon(
                    "find-next", Feather.CHEVRON_DOWN, "Next (Enter)", () -> asking().go(1)),
                matchCase,
                whole,
                expression,
                Labels.of("in", "find-in"),
                scope,
                gap,
                Buttons.icon("find-close", Feather.X, "Close (Esc)", this::close)),
            Panes.line("find-line", with, one, all, message));
    find.textProperty().addListener(observable -> asking().changed());
    with.textProperty().addListener(observable -> asking().changed());
    with.focusedProperty().addListener(observable -> asking().changed());
    scope.scopeProperty().addListener(observable -> asking().changed());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    Panes.show(this, false);
  }

  private Asking asking() {
    return asking;
  }

  /**
   * Serves another table, and closes. What was entered stays.
   *
   * @param columns gives the columns that are shown, from left to right
   * @param cells gives what is selected
   * @param readOnly whether nothing can be replaced
   */
  public void serve(
      Asking now,
      Supplier<List<Column>> columns,
      Supplier<List<CellBlock>> cells,
      boolean readOnly) {
    Panes.show(this, false);
    asking = Asking.NOBODY;
    scope.offer(columns, cells);
    isReadOnly = readOnly;
    List.of(with, one, all).forEach(node -> Panes.show(node, !readOnly));
    asking = now;
  }

  /** Opens the bar, with the cursor in what is looked for or in what shall stand in its place. */
  public void open(boolean replacing) {
    Panes.show(this, true);
    CustomTextField field = replacing && !find.getText().isEmpty() && !isReadOnly ? with : find;
    scope.name();
    field.requestFocus();
    field.selectAll();
    asking.changed();
  }

  /** Closes the bar. */
  public void close() {
    if (isVisible()) {
      Panes.show(this, false);
      asking.closed();
    }
  }

  /** What is looked for; empty if nothing is. */
  public String text() {
    return find.getText();
  }

  /** How it is looked for. */
  public TextSearch.Options options() {
    return new TextSearch.Options(
        matchCase.isSelected(), whole.isSelected(), expression.isSelected());
  }

  /** What shall stand in its place; empty while the user is only looking. */
  public Optional<String> with() {
    boolean isMeant = !isReadOnly && (with.isFocused() || !with.getText().isEmpty());
    return isMeant ? Optional.of(with.getText()) : Optional.empty();
  }

  /** Whether the user has come to what shall stand in its place, so that it is previewed. */
  public ReadOnlyBooleanProperty replacingProperty() {
    return with.focusedProperty();
  }

  /** Where it is looked for. */
  public FindScope scope() {
    return scope.scopeProperty().get();
  }

  /** Looks in all texts again. */
  public void resetScope() {
    scope.scopeProperty().set(new FindScope.Texts());
  }

  /**
   * Shows what was found.
   *
   * @param counted such as <i>3 of 214</i>
   * @param said what replacing does, or what is wrong
   * @param isWrong whether there is nothing to go to
   * @param hits how many cells can be replaced
   */
  public void show(String counted, String said, boolean isWrong, long hits) {
    count.setText(counted);
    message.setText(said);
    explanation.setText(said);
    find.pseudoClassStateChanged(ERROR, isWrong);
    all.setText(hits > 0 ? "Replace all %,d".formatted(hits) : "Replace all");
    one.setDisable(hits == 0);
    all.setDisable(hits == 0);
  }

  private void key(KeyEvent key) {
    boolean isTyping = find.isFocused() || with.isFocused();
    if (key.getCode() == KeyCode.ESCAPE) {
      close();
    } else if (Shortcut.REPLACE_ALL.matches(key) && !all.isDisabled() && !isReadOnly) {
      asking.replaceAll();
    } else if (Shortcut.REPLACE_ONE.matches(key) && !one.isDisabled() && !isReadOnly) {
      asking.replaceOne();
    } else if (isTyping
        && key.getCode() == KeyCode.ENTER
        && !key.isShortcutDown()
        && !key.isAltDown()) {
      asking.go(key.isShiftDown() ? -1 : 1);
    } else {
      return;
    }
    key.consume();
  }

  private ToggleButton toggle(String id, String text, String tooltip) {
    ToggleButton button = new ToggleButton(text);
    button.getStyleClass().add("find-option");
    button.setMinWidth(USE_PREF_SIZE);
    Buttons.name(button, id, tooltip);
    button.selectedProperty().addListener(observable -> asking().changed());
    return button;
  }

  private static CustomTextField field(String id, Ikon icon, String prompt) {
    CustomTextField field = new CustomTextField();
    field.setId(id);
    field.setPromptText(prompt);
    field.setAccessibleText(prompt);
    field.setLeft(Icons.of(icon, "field-icon"));
    return field;
  }
}
