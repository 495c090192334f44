package app.pallet.ui.filter;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line over the table that shows the filters. It is hidden while there is none. */
public final class FilterStrip extends HBox {

  /** Pixels beside the chips that are not the button. */
  private static final double MARGIN = 40;

  private final FilterViewModel viewModel;
  private final FilterPopover popover;
  private final FlowPane chips = new FlowPane();

  /** A strip over its view model. */
  public FilterStrip(FilterViewModel viewModel, FilterPopover popover) {
    this.viewModel = viewModel;
    this.popover = popover;
    Button clear = new Button("Clear all");
    Buttons.name(clear, "filter-clear", "Remove all filters");
    clear.getStyleClass().addAll(Styles.FLAT, "strip-button");
    clear.setMinWidth(Region.USE_PREF_SIZE);
    clear.setOnAction(event -> viewModel.clear());
    HBox.setHgrow(chips, Priority.ALWAYS);
    chips
        .prefWrapLengthProperty()
        .bind(widthProperty().subtract(clear.widthProperty()).subtract(MARGIN));
    chips.getStyleClass().add("filter-chips");
    chips.setRowValignment(VPos.CENTER);
    setId("filter-strip");
    getStyleClass().add("filter-strip");
    setAlignment(Pos.TOP_LEFT);
    getChildren().addAll(chips, clear);
    viewModel.stateProperty().addListener((observed, before, now) -> show(now));
    show(viewModel.stateProperty().get());
  }

  private void show(FilterState state) {
    Panes.show(this, !state.isEmpty());
    List<Node> nodes = new ArrayList<>();
    if (state.limit() != RowLimit.ALL) {
      nodes.add(
          new Chip(
              "limit-chip",
              state.limit().label(),
              at -> {},
              () -> viewModel.limitTo(RowLimit.ALL)));
    }
    for (int i = 0; i < state.conditions().size(); i++) {
      if (i > 0) {
        nodes.add(join(state.join(), i));
      }
      nodes.add(chip(state.conditions().get(i), i));
    }
    Button add = Buttons.icon("strip-add-filter", Feather.PLUS, "Add filter", () -> {});
    add.setOnAction(event -> popover.add(add));
    add.getStyleClass().add("strip-button");
    nodes.add(add);
    chips.getChildren().setAll(nodes);
  }

  private Chip chip(Condition condition, int index) {
    return new Chip(
        "filter-chip-" + index,
        ConditionText.of(condition, viewModel.format()),
        at -> popover.edit(at, condition),
        () -> viewModel.stateProperty().set(viewModel.stateProperty().get().without(condition)));
  }

  private Button join(Join join, int index) {
    Join other = join == Join.ALL ? Join.ANY : Join.ALL;
    Button button = new Button(join.label());
    Buttons.name(
        button,
        "filter-join-" + index,
        join == Join.ALL
            ? "Rows must meet all filters; press for any of them"
            : "Rows must meet any filter; press for all of them");
    button.getStyleClass().addAll(Styles.FLAT, "filter-join");
    button.setOnAction(
        event -> viewModel.stateProperty().set(viewModel.stateProperty().get().joinedBy(other)));
    return button;
  }

  /** A filter in the strip: a click changes it, and its cross removes it. */
  private static final class Chip extends HBox {

    /**
     * A chip.
     *
     * @param id of its button; that of its cross ends in {@code -remove}
     * @param text what it filters by
     * @param changed gets the button when it is pressed
     * @param removed told when the cross or Delete is pressed
     */
    Chip(String id, String text, Consumer<Node> changed, Runnable removed) {
      Button button = new Button(text);
      button.setMnemonicParsing(false);
      Buttons.name(button, id, text);
      button.setAccessibleText("Filter: " + text);
      button.getStyleClass().add("chip-text");
      button.setOnAction(event -> changed.accept(button));
      Button remove = new Button("", Icons.of(Feather.X));
      Buttons.name(remove, id + "-remove", "Remove this filter");
      remove.getStyleClass().add("chip-remove");
      remove.setOnAction(event -> removed.run());
      addEventHandler(
          KeyEvent.KEY_PRESSED,
          event -> {
            if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
              removed.run();
              event.consume();
            }
          });
      getStyleClass().add("filter-chip");
      setAlignment(Pos.CENTER_LEFT);
      getChildren().addAll(button, remove);
    }
  }
}
