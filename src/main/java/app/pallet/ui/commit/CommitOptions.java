package app.pallet.ui.commit;

import app.pallet.commit.CommitMode;
import app.pallet.commit.TransactionScope;
import app.pallet.commit.comparison.BatchSizes;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.log.RateBar;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringExpression;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * How to commit: mode, safety and rows in a batch, each with what was measured, and the comparison.
 * FX thread.
 */
public final class CommitOptions extends VBox {

  private static final List<CommitMode> ORDER =
      List.of(CommitMode.BATCH, CommitMode.ADD_ALL, CommitMode.ONE_BY_ONE);

  private final CommitViewModel viewModel;
  private final ObservableList<RateBar> rates;
  private final ObservableValue<BatchSizes> sizes;
  private final ToggleGroup modes = new ToggleGroup();
  private Runnable done = () -> {};

  /**
   * Options over a view model.
   *
   * @param rates the measured paces of the modes
   * @param sizes batch mode with other batch sizes, as it was measured last
   * @param onCommit starts the commit
   * @param onCompare starts the comparison of modes
   */
  public CommitOptions(
      CommitViewModel viewModel,
      ObservableList<RateBar> rates,
      ObservableValue<BatchSizes> sizes,
      Runnable onCommit,
      Runnable onCompare) {
    this.viewModel = viewModel;
    this.rates = rates;
    this.sizes = sizes;
    BatchSizeField batchSize = new BatchSizeField(viewModel.batchSizeProperty());
    batchSize
        .disableProperty()
        .bind(
            viewModel
                .modeProperty()
                .isEqualTo(CommitMode.ONE_BY_ONE)
                .and(viewModel.scopeProperty().isEqualTo(TransactionScope.PER_BATCH)));
    Button compare = Buttons.text("compare-modes", "Compare modes", () -> finish(onCompare));
    compare.setGraphic(Icons.of(Feather.BAR_CHART_2));
    compare.disableProperty().bind(viewModel.blockedProperty());
    compare.setTooltip(
        Buttons.tooltip("Measure all three modes with the pending rows on a scratch copy (F9)"));
    Button commit = Buttons.text("commit-with-options", "Commit", () -> finish(onCommit));
    commit.setGraphic(Icons.of(Feather.UPLOAD_CLOUD));
    commit.getStyleClass().add(Styles.ACCENT);
    commit.disableProperty().bind(viewModel.blockedProperty());
    VBox choices =
        new VBox(
            title("Mode"),
            modeLines(),
            title("Safety"),
            safety(),
            Panes.line("option-line", new Label("Rows in a batch"), new Spacer(), batchSize),
            advice(onCompare));
    choices.getStyleClass().add("commit-choices");
    choices.disableProperty().bind(viewModel.busyProperty());
    setId("commit-choices");
    getStyleClass().add("commit-options");
    getChildren()
        .addAll(
            choices,
            Panes.line(
                "options-foot",
                compare,
                keys(Shortcut.COMPARE_MODES),
                new Spacer(),
                commit,
                keys(Shortcut.COMMIT)));
  }

  /** Sets who is told when the user is done here. */
  void whenDone(Runnable listener) {
    done = listener;
  }

  /** Gives the focus to the mode that is chosen. */
  void focusFirst() {
    ((RadioButton) modes.getSelectedToggle()).requestFocus();
  }

  private void finish(Runnable action) {
    done.run();
    action.run();
  }

  private static Label keys(Shortcut shortcut) {
    Label keys = Labels.of(Keys.texts(shortcut.keys()).getFirst(), "keys");
    keys.setMinWidth(Region.USE_PREF_SIZE);
    return keys;
  }

  private static Label title(String text) {
    return Labels.of(text, "section-title");
  }

  private VBox modeLines() {
    VBox lines = new VBox();
    lines.setId("commit-mode");
    for (CommitMode mode : ORDER) {
      RadioButton choice = new RadioButton(CommitWording.name(mode));
      choice.setId("mode-" + CommitWording.slug(mode));
      choice.setAccessibleText("Commit mode " + choice.getText());
      choice.setToggleGroup(modes);
      choice.setSelected(viewModel.modeProperty().get() == mode);
      choice.setOnAction(event -> viewModel.modeProperty().set(mode));
      Label pace = Labels.of("", "mode-pace");
      pace.textProperty().bind(Bindings.createStringBinding(() -> pace(mode), rates));
      VBox line =
          new VBox(
              Panes.line("option-line", choice, new Spacer(), pace),
              Labels.of(CommitWording.explain(mode), "choice-meaning"));
      line.getStyleClass().add("mode-line");
      line.setOnMouseClicked(event -> choice.fire());
      choice
          .selectedProperty()
          .subscribe(chosen ->
              line.pseudoClassStateChanged(PseudoClass.getPseudoClass("selected"), chosen));
      lines.getChildren().add(line);
    }
    return lines;
  }

  /** What was measured of a mode, or an empty text. */
  private String pace(CommitMode mode) {
    return rates.stream()
        .filter(rate -> rate.name().equals(CommitWording.name(mode)))
        .map(rate -> Wording.pace(rate.rowsPerSecond()) + " rows/s")
        .findFirst()
        .orElse("");
  }

  private HBox safety() {
    ToggleGroup group = new ToggleGroup();
    HBox box = new HBox();
    box.getStyleClass().addAll("mode-switch", "safety-switch");
    for (TransactionScope scope : TransactionScope.values()) {
      boolean isFirst = box.getChildren().isEmpty();
      ToggleButton button = new ToggleButton(CommitWording.name(scope));
      Buttons.name(button, "scope-" + CommitWording.slug(scope), CommitWording.explain(scope));
      button.setAccessibleText(button.getText());
      button.getStyleClass().add(isFirst ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
      button.setToggleGroup(group);
      button.setSelected(viewModel.scopeProperty().get() == scope);
      button.setOnAction(event -> viewModel.scopeProperty().set(scope));
      box.getChildren().add(button);
    }
    Buttons.keepOneDown(group);
    return box;
  }

  private Node advice(Runnable onCompare) {
    Label said = Labels.of("", "size-word");
    said.setId("batch-size-word");
    StringExpression text =
        Bindings.createStringBinding(this::advised, sizes, viewModel.batchSizeProperty());
    said.textProperty().bind(text);
    said.setGraphic(Icons.of(Feather.ZAP));
    Hyperlink take = new Hyperlink("Use it");
    take.setId("take-batch-size");
    take.setMinWidth(Region.USE_PREF_SIZE);
    take.setOnAction(event ->
        sizes
            .getValue()
            .suggested()
            .ifPresent(rate -> viewModel.batchSizeProperty().set(rate.batchSize())));
    Panes.showWhile(
        take,
        Bindings.createBooleanBinding(this::isBetterSize, sizes, viewModel.batchSizeProperty()));
    Hyperlink again = new Hyperlink("Measure again");
    again.setId("measure-again");
    again.setMinWidth(Region.USE_PREF_SIZE);
    again.disableProperty().bind(viewModel.blockedProperty());
    again.setOnAction(event -> finish(onCompare));
    HBox line = Panes.line("option-line", said, take, new Spacer(), again);
    Panes.showWhile(line, text.isNotEmpty());
    return line;
  }

  private boolean isBetterSize() {
    return sizes
        .getValue()
        .suggested()
        .filter(rate -> rate.batchSize() != viewModel.batchSizeProperty().get())
        .isPresent();
  }

  private String advised() {
    return sizes
        .getValue()
        .suggested()
        .map(rate ->
            isBetterSize()
                ? Wording.grouped(rate.batchSize()) + " is nearly as fast"
                : Wording.grouped(rate.batchSize()) + " measured as a good size")
        .orElse("");
  }
}
