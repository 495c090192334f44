package app.pallet.ui;

import app.pallet.schema.Column;
import app.pallet.ui.dialog.NoticeStack;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.draft.DraftBar;
import app.pallet.ui.filter.FilterMenu;
import app.pallet.ui.filter.FilterPopover;
import app.pallet.ui.filter.FilterStrip;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.panel.Panel;
import app.pallet.ui.status.StatusPane;
import app.pallet.ui.tables.ReadOnlyBar;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.ui.window.FileDrop;
import app.pallet.ui.window.GoToBar;
import app.pallet.ui.window.Overlay;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ObservableMap;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Puts the window together: bars at the top, the table in the middle, and panes beside it that fold
 * away.
 */
public final class EditorPane extends BorderPane {

  private static final double SIDE_WIDTH = 320;
  private static final double BOTTOM_HEIGHT = 220;

  private final Appearance appearance;
  private final EditorActions actions;
  private final CommandButtons buttons;
  private final Overlay overlay = new Overlay();
  private final TopBar topBar;
  private final FilterPopover filters;
  private final FilterMenu filterMenu;
  private final NoticeStack notices = new NoticeStack();
  private Runnable pasting = () -> {};
  private final TableArea tableArea;
  private final GoToBar goTo;
  private final SidePane side;
  private final FoldingSplit sideSplit;
  private final FoldingSplit bottomSplit;

  /**
   * A pane over its view model.
   *
   * @param actions carries out what the user does
   */
  public EditorPane(EditorViewModel viewModel, EditorActions actions, Appearance appearance) {
    this.appearance = appearance;
    this.actions = actions;
    buttons = new CommandButtons(viewModel, this::carryOut);
    filters = new FilterPopover(viewModel.filter());
    filterMenu = new FilterMenu(viewModel.filter(), filters);
    topBar = new TopBar(viewModel, actions, buttons);
    side = new SidePane(viewModel.changes(), viewModel.filter(), actions);
    tableArea = new TableArea(viewModel, actions);
    EmptyState dropHint =
        new EmptyState(
            Feather.DOWNLOAD,
            "Drop to import",
            "You will see how it is read before anything is taken.");
    dropHint.getStyleClass().add("drop-hint");
    dropHint.setMouseTransparent(true);
    goTo = new GoToBar(actions::goTo);
    StackPane.setAlignment(goTo, Pos.TOP_RIGHT);
    StackPane middle = new StackPane(tableArea, goTo, dropHint, notices);
    sideSplit = new FoldingSplit(Orientation.HORIZONTAL, middle, side, SIDE_WIDTH);
    bottomSplit =
        new FoldingSplit(
            Orientation.VERTICAL, sideSplit, new BottomPane(viewModel, actions), BOTTOM_HEIGHT);
    ToolStrip tools =
        new ToolStrip(
            viewModel,
            buttons,
            filterMenu,
            appearance,
            sideSplit.openProperty(),
            bottomSplit.openProperty());
    dropHint
        .visibleProperty()
        .bind(
            FileDrop.install(
                this,
                () -> !EditorCommand.IMPORT.disabled(viewModel).get(),
                actions::importDropped));
    getStyleClass().add("editor-pane");
    DraftBar draft =
        new DraftBar(viewModel.draft(), actions, viewModel.progress().runningProperty());
    ReadOnlyBar readOnly =
        new ReadOnlyBar(
            viewModel.readOnlyProperty(), () -> buttons.perform(EditorCommand.ANOTHER_TABLE));
    setTop(
        new VBox(
            new MainMenu(viewModel, actions, buttons),
            topBar,
            tools,
            new FilterStrip(viewModel.filter(), filters),
            readOnly,
            draft));
    setCenter(bottomSplit);
    setBottom(
        new StatusPane(
            viewModel.status(),
            viewModel.draft().savingProperty(),
            viewModel.progress(),
            actions::cancelQuery));
    getChildren().add(overlay);
    QueryEscape.install(this, viewModel.status().countingProperty(), actions::cancelQuery);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (Shortcut.PASTE.matches(event)) {
            tableArea.whenEmpty(() -> pasting.run()).run();
          }
        });
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    overlay.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void carryOut(EditorCommand command) {
    if (!(getScene().getFocusOwner() instanceof TextInputControl text) || !edit(text, command)) {
      command.perform(this, actions);
    }
  }

  /** Carries a command out on the text that is being typed, if it is about texts too. */
  private static boolean edit(TextInputControl text, EditorCommand command) {
    switch (command) {
      case CUT -> text.cut();
      case COPY -> text.copy();
      case PASTE -> text.paste();
      case CLEAR -> text.replaceSelection("");
      case SELECT_ALL -> text.selectAll();
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What lies over the window for a moment. */
  Overlay overlay() {
    return overlay;
  }

  Appearance appearance() {
    return appearance;
  }

  CommandButtons buttons() {
    return buttons;
  }

  /**
   * Shows the table of the catalogue that was opened, in place of the one before. It gets the focus
   * once it is to be seen, unless the user types elsewhere.
   */
  void setTable(Node table, Runnable focus) {
    tableArea.setTable(table);
    tableArea.whenShown(() -> {
      if (!(getScene().getFocusOwner() instanceof TextInputControl)) {
        focus.run();
      }
    });
  }

  /** Sets the action that pastes while there are no rows, when no table can have the focus. */
  void setPasting(Runnable paste) {
    pasting = paste;
  }

  /** Asks for a filter by a column. */
  void addFilter(Column column) {
    filters.add(filterMenu, column);
  }

  /** Where a row's number or SKU is entered to go there. */
  GoToBar goTo() {
    return goTo;
  }

  /** Where the table's columns are chosen. */
  Node columnsButton() {
    return Objects.requireNonNull(lookup("#" + EditorCommand.COLUMNS.id()));
  }

  /** Shows notices over the table. */
  Notifier notifier() {
    return notices;
  }

  /** Offers a panel beside the table, until it is removed. */
  void addPanel(Panel panel) {
    side.add(panel);
  }

  /** Brings a panel that was added into view. */
  void showPanel(Panel panel) {
    sideSplit.openProperty().set(true);
    side.show(panel);
  }

  /** No longer offers a panel. */
  void removePanel(Panel panel) {
    side.remove(panel);
  }

  /** Brings the list of changes into view. */
  void showChanges() {
    sideSplit.openProperty().set(true);
    side.showChanges();
  }

  /** Brings the list of problems into view. */
  void showProblems() {
    sideSplit.openProperty().set(true);
    side.showProblems();
  }

  /** Gives a scene the keys of all commands and of the window's own parts. */
  void installKeys(Scene scene) {
    ObservableMap<KeyCombination, Runnable> keys = scene.getAccelerators();
    for (EditorCommand command : EditorCommand.values()) {
      if (!command.isForCells()) {
        command.keys().forEach(key -> keys.put(key, () -> buttons.perform(command)));
      }
    }
    Shortcut.FILL_SELECTION
        .keys()
        .forEach(key -> keys.put(key, () -> commitAt(scene.getFocusOwner())));
  }

  /** Ctrl+Enter commits, unless a text is being typed: there it ends the edit. */
  private void commitAt(@Nullable Node focused) {
    if (!(focused instanceof TextInputControl)) {
      buttons.perform(EditorCommand.COMMIT);
    }
  }

  /** Puts the cursor into the search field. */
  void search() {
    topBar.focusSearch();
  }

  /** Asks for a filter. */
  void filter() {
    filterMenu.fire();
  }

  /** Goes to the next problem. */
  void nextProblem() {
    sideSplit.openProperty().set(true);
    side.nextProblem();
  }

  /** Shows the list of changes, or folds it away if it is shown. */
  void toggleChanges() {
    toggle(side.changesPanel());
  }

  /** Shows the list of problems, or folds it away if it is shown. */
  void toggleProblems() {
    toggle(side.problemsPanel());
  }

  /** Shows the values of a column, or folds them away if they are shown. */
  void toggleValues() {
    toggle(side.valuesPanel());
  }

  private void toggle(Panel panel) {
    if (sideSplit.openProperty().get() && panel.shown().get()) {
      sideSplit.openProperty().set(false);
    } else {
      showPanel(panel);
    }
  }

  /** Shows the log and the chart, or folds them away. */
  void toggleLog() {
    bottomSplit.openProperty().set(!bottomSplit.openProperty().get());
  }

  /** Makes the window fill the screen, or no longer. */
  void toggleFullScreen() {
    if (getScene().getWindow() instanceof Stage stage) {
      stage.setFullScreen(!stage.isFullScreen());
    }
  }

  /** Asks to close the window, as its own button does. */
  void askToQuit() {
    Window window = getScene().getWindow();
    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  /** Lists all keys. */
  void showShortcuts() {}

  /** Shows the user guide. */
  void showGuide() {}

  /**
   * A main node with a side node that can be folded away. The side keeps its size in pixels when
   * the window grows, and comes back with the size it had.
   */
  private static final class FoldingSplit extends SplitPane {

    private final BooleanProperty open = new SimpleBooleanProperty(this, "open", true);
    private final Node side;
    private final double sideSize;
    private double divider = Double.NaN;

    /**
     * A split with its side open.
     *
     * @param sideSize width or height of the side at first, in pixels
     */
    FoldingSplit(Orientation orientation, Node main, Node side, double sideSize) {
      this.side = side;
      this.sideSize = sideSize;
      setOrientation(orientation);
      getItems().addAll(main, side);
      setResizableWithParent(side, false);
      open.addListener((observed, before, now) -> fold(now));
      layoutBoundsProperty().addListener((observed, before, now) -> placeAtFirst());
    }

    /** Whether the side is visible. */
    BooleanProperty openProperty() {
      return open;
    }

    private void fold(boolean show) {
      if (show) {
        getItems().add(side);
        setDividerPositions(divider);
      } else {
        divider = getDividerPositions()[0];
        getItems().remove(side);
      }
    }

    /** A divider is placed by share, so pixels can only be honoured once the size is known. */
    private void placeAtFirst() {
      double length = getOrientation() == Orientation.HORIZONTAL ? getWidth() : getHeight();
      if (Double.isNaN(divider) && length > 0) {
        divider = 1 - sideSize / length;
        setDividerPositions(divider);
      }
    }
  }
}
