package app.pallet.ui;

import app.pallet.ui.commit.CommitButton;
import app.pallet.ui.commit.CommitOptions;
import app.pallet.ui.filter.FilterMenu;
import app.pallet.ui.filter.ViewsMenu;
import app.pallet.ui.frame.FittingRow;
import app.pallet.ui.frame.PaneRound;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.ui.window.EditorViewModel;
import atlantafx.base.controls.Spacer;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * The tool bar: what is open, the search, what is done to rows, and the one prominent button. What
 * is not here is in the menus.
 */
final class TopBar extends FittingRow {

  private static final double WIDE_SEARCH = 236;
  private static final double SEARCH = 160;
  private static final double NARROW_SEARCH = 110;

  private final TextField search;
  private final Label searchKeys = Labels.of(Keys.texts(Shortcut.SEARCH.keys()).getFirst(), "keys");

  TopBar(
      EditorViewModel viewModel,
      EditorActions actions,
      CommandButtons buttons,
      FilterMenu filter,
      Runnable toTable) {
    search = searchField(viewModel);
    search.setOnAction(event -> toTable.run());
    ViewsMenu views = new ViewsMenu(viewModel.filter());
    Node add = buttons.labelled(EditorCommand.ADD_ROW);
    Node change = buttons.labelled(EditorCommand.CHANGE_VALUES);
    HBox tools =
        Panes.line("tool-group", filter, views, new Separator(Orientation.VERTICAL), add, change);
    HBox steps =
        Panes.line(
            "tool-steps",
            buttons.iconOnly(EditorCommand.UNDO, viewModel.undoLabelProperty()),
            buttons.iconOnly(EditorCommand.REDO, viewModel.redoLabelProperty()));
    Runnable commitNow = () -> actions.perform(EditorCommand.COMMIT);
    CommitButton commit =
        new CommitButton(
            viewModel.commit(),
            commitNow,
            () ->
                new CommitOptions(
                    viewModel.commit(),
                    viewModel.rates(),
                    viewModel.batchSizesProperty(),
                    commitNow,
                    () -> actions.perform(EditorCommand.COMPARE_MODES)));
    getStyleClass().add("tool-bar-row");
    setId("tool-bar");
    getChildren()
        .addAll(
            new CatalogueMenu(viewModel, actions, buttons),
            searchPlace(),
            tools,
            new Spacer(),
            steps,
            commit);
    givesUp(less -> searchWidth(less ? SEARCH : WIDE_SEARCH));
    givesUp(less -> Panes.show(searchKeys, !less));
    givesUp(iconOnly(add));
    givesUp(iconOnly(views));
    givesUp(iconOnly(filter));
    givesUp(commit::shorten);
    givesUp(iconOnly(change));
    givesUp(less -> searchWidth(less ? NARROW_SEARCH : SEARCH));
    PaneRound.oneStop(this);
    commit.textProperty().subscribe(this::fit);
    viewModel.catalogueProperty().subscribe(this::fit);
  }

  /** Puts the cursor into the search field, its text selected. */
  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }

  private void searchWidth(double width) {
    search.setPrefWidth(width);
    search.setPromptText(width < WIDE_SEARCH ? "Search" : "Search all texts");
  }

  /** The step that leaves a button only its icon; its tooltip still names it. */
  private static Consumer<Boolean> iconOnly(Node place) {
    Labeled button =
        (Labeled) (place instanceof StackPane wrapped ? wrapped.getChildren().getFirst() : place);
    return less ->
        button.setContentDisplay(less ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
  }

  private StackPane searchPlace() {
    searchKeys.setMouseTransparent(true);
    searchKeys
        .opacityProperty()
        .bind(
            Bindings.when(search.textProperty().isEmpty().and(search.focusedProperty().not()))
                .then(1)
                .otherwise(0));
    StackPane.setAlignment(searchKeys, Pos.CENTER_RIGHT);
    StackPane place = new StackPane(search, searchKeys);
    place.getStyleClass().add("search-place");
    place.setMinWidth(Region.USE_PREF_SIZE); // a long name of the catalogue gives way first
    return place;
  }

  private static TextField searchField(EditorViewModel viewModel) {
    ClearableField field = new ClearableField("search", Feather.SEARCH, "Search all texts");
    field.setTooltip(Buttons.tooltip(Keys.after("Search the text columns", Shortcut.FIND.keys())));
    field.textProperty().bindBidirectional(viewModel.searchProperty());
    viewModel.searchFocusedProperty().bind(field.focusedProperty());
    field.disableProperty().bind(viewModel.catalogueProperty().isEmpty());
    return field;
  }
}
