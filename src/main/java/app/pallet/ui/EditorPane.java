package app.pallet.ui;

import app.pallet.schema.Column;
import app.pallet.ui.cellbar.CellBar;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.NoticeBar;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.draft.DraftBars;
import app.pallet.ui.draft.DraftViewModel;
import app.pallet.ui.filter.FilterMenu;
import app.pallet.ui.filter.FilterPopover;
import app.pallet.ui.filter.FilterStrip;
import app.pallet.ui.find.FindBar;
import app.pallet.ui.frame.Frame;
import app.pallet.ui.frame.FrameState;
import app.pallet.ui.frame.MessageStrip;
import app.pallet.ui.frame.PaneRound;
import app.pallet.ui.frame.PanelDock;
import app.pallet.ui.help.AboutPane;
import app.pallet.ui.help.GuideWindow;
import app.pallet.ui.help.ShortcutSheet;
import app.pallet.ui.help.ShownFolder;
import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.log.LogLine.Level;
import app.pallet.ui.panel.Panel;
import app.pallet.ui.status.StatusPane;
import app.pallet.ui.tables.ReadOnlyBar;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Panes;
import app.pallet.ui.welcome.RecentFile;
import app.pallet.ui.welcome.WelcomePane;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.ui.window.FileDrop;
import app.pallet.ui.window.Overlay;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ObservableMap;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * Puts the window together: the tool bar at the top, the table in the middle, the panels at its
 * right, the drawer below, and the status bar.
 */
public final class EditorPane extends BorderPane {

  private final Appearance appearance;
  private final EditorActions actions;
  private final CommandButtons buttons;
  private final Overlay overlay = new Overlay();
  private final GuideWindow guide = new GuideWindow();
  private final List<AboutPane.Folder> folders = new ArrayList<>();
  private final TopBar topBar;
  private final FilterPopover filters;
  private final FilterMenu filterMenu;
  private final NoticeBar notices;
  private Runnable pasting = () -> {};
  private final TableArea tableArea;
  private final CellBar cellBar;
  private final FindBar findBar = new FindBar();
  private final BooleanProperty drawerOpen = new SimpleBooleanProperty(this, "drawerOpen");
  private final PanelDock dock = new PanelDock(drawerOpen);
  private final StandingPanels panels;
  private final Frame frame;
  private final WelcomePane welcome;
  private final PaneRound round;
  private Runnable focusTable = () -> {};

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
    topBar = new TopBar(viewModel, actions, buttons, filterMenu, this::focusTable);
    panels = new StandingPanels(dock, viewModel.changes(), viewModel.filter(), actions);
    tableArea = new TableArea(viewModel, actions);
    cellBar = new CellBar(actions::goTo, Shortcut.WHOLE_VALUE.keys().getFirst().getDisplayText());
    Panes.showWhile(cellBar, viewModel.catalogueProperty().isNotEmpty());
    EmptyState dropHint = dropHint(viewModel, actions);
    VBox.setVgrow(tableArea, Priority.ALWAYS);
    FilterStrip strip = new FilterStrip(viewModel.filter(), filters);
    VBox main = new VBox(strip, cellBar, findBar, tableArea);
    BooleanProperty low = new SimpleBooleanProperty(this, "low");
    Drawer drawer = new Drawer(viewModel, actions, drawerOpen, low, panels::showProblems);
    frame = new Frame(main, dock, drawer, drawerOpen);
    low.bind(frame.lowProperty());
    welcome = welcome(viewModel, actions);
    getStyleClass().add("editor-pane");
    notices = notices(viewModel);
    setTop(
        new VBox(new MainMenu(viewModel, actions, buttons), topBar, messages(viewModel, actions)));
    ObservableValue<Boolean> isOpen =
        viewModel.centreProperty().map(centre -> centre != EditorViewModel.Centre.NO_CATALOGUE);
    showWelcomeUnless(isOpen);
    Panes.showWhile(frame, isOpen);
    Panes.showWhile(topBar, isOpen);
    setCenter(new StackPane(frame, welcome, dropHint));
    StatusPane status =
        new StatusPane(
            viewModel.status(),
            viewModel.truthProperty(),
            viewModel.progress(),
            drawerOpen.and(viewModel.commit().committingProperty()),
            actions::cancelQuery);
    Panes.showWhile(status, isOpen);
    setBottom(status);
    getChildren().add(overlay);
    round =
        new PaneRound(
            tableArea,
            () -> focusTable.run(),
            List.of(dock.place(), drawer, topBar, strip, findBar));
    followFocus(drawer);
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
    if (!(getScene().getFocusOwner() instanceof TextInputControl text) || !command.edit(text)) {
      command.perform(this, actions);
    }
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

  private void showWelcomeUnless(ObservableValue<Boolean> isOpen) {
    Panes.showWhile(welcome, isOpen.map(open -> !open));
    welcome
        .visibleProperty()
        .subscribe(shown -> {
          if (shown && getScene() != null) {
            Platform.runLater(welcome::focusFirst); // it can't have the focus before all know of it
          }
        });
  }

  /** Esc leads to the table, and so does the end of a pane that has the focus. */
  private void followFocus(Drawer drawer) {
    dock.openProperty()
        .addListener((observed, before, now) -> leave(dock.place(), !now.equals(before)));
    drawerOpen.addListener((observed, before, now) -> leave(drawer, !now));
    addEventHandler(KeyEvent.KEY_PRESSED, event -> escape(event, drawer));
    tableArea.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            notices.closeRemark(); // and the table does what else Esc stands for there
          }
        });
  }

  private static NoticeBar notices(EditorViewModel viewModel) {
    return new NoticeBar(
        viewModel.status()::tell,
        notice ->
            viewModel
                .log()
                .inbox()
                .add(
                    notice.kind() == Notice.Kind.DONE ? Level.INFO : Level.WARNING,
                    notice.sentence()));
  }

  /** The lines that may ask for something, the gravest first. */
  private MessageStrip messages(EditorViewModel viewModel, EditorActions actions) {
    DraftViewModel draft = viewModel.draft();
    ReadOnlyBar readOnly =
        new ReadOnlyBar(
            viewModel.readOnlyProperty(), () -> buttons.perform(EditorCommand.ANOTHER_TABLE));
    MessageStrip strip = new MessageStrip();
    strip.add(DraftBars.warning(draft, actions), draft.warningProperty().isNotEmpty());
    strip.add(notices, notices.wantedProperty());
    strip.add(
        DraftBars.offer(draft, actions, viewModel.progress().runningProperty()),
        draft.offerProperty().isNotEmpty());
    strip.add(readOnly, readOnly.wantedProperty());
    return strip;
  }

  private EmptyState dropHint(EditorViewModel viewModel, EditorActions actions) {
    EmptyState hint = new EmptyState(Feather.DOWNLOAD, "", "");
    hint.getStyleClass().add("drop-hint");
    hint.setMouseTransparent(true);
    FileDrop.install(
            this,
            List.of(
                new FileDrop.Target(
                    FileDrop.Kind.TABLE,
                    () -> !EditorCommand.IMPORT.disabled(viewModel).get(),
                    actions::importDropped),
                new FileDrop.Target(
                    FileDrop.Kind.DATABASE,
                    () -> !EditorCommand.OPEN_CATALOGUE.disabled(viewModel).get(),
                    files -> actions.openRecent(TablePlace.of(files.getFirst())))))
        .subscribe(kind -> {
          hint.setVisible(kind.isPresent());
          boolean opens = kind.filter(FileDrop.Kind.DATABASE::equals).isPresent();
          hint.titleProperty().set(opens ? "Drop to open" : "Drop to import");
          hint.hintProperty()
              .set(
                  opens
                      ? "It takes the place of what is open."
                      : "You will see how it is read before anything is taken.");
        });
    return hint;
  }

  private WelcomePane welcome(EditorViewModel viewModel, EditorActions actions) {
    return new WelcomePane(
        List.of(
            way(
                EditorCommand.OPEN_CATALOGUE,
                "Open a catalogue",
                "A Pallet catalogue or any SQLite database"),
            way(EditorCommand.NEW_CATALOGUE, "New catalogue", "Empty, to paste or import into")),
        () -> buttons.perform(EditorCommand.OPEN_EXAMPLE),
        viewModel.recentProperty(),
        actions::openRecent);
  }

  private WelcomePane.Way way(EditorCommand command, String title, String remark) {
    return new WelcomePane.Way(
        "welcome-" + command.id(),
        command.icon(),
        title,
        remark,
        Keys.texts(command.keys()).getFirst(),
        () -> buttons.perform(command));
  }

  /** Sets what looks at the files that were open before, in the background. */
  public void lookAtRecentFilesWith(Function<TablePlace, RecentFile> looking) {
    welcome.lookWith(looking);
  }

  /** Esc closes the pane in which the focus is, and always ends in the table. */
  private void escape(KeyEvent event, Node drawer) {
    if (event.getCode() == KeyCode.ESCAPE) {
      event.consume();
      if (round.isIn(dock.place())) {
        dock.close();
      } else if (round.isIn(drawer)) {
        drawerOpen.set(false);
      }
      round.home();
    }
  }

  /** The focus never stays in a pane that is not there any more. */
  private void leave(Node pane, boolean isClosed) {
    Node owner = getScene() == null ? null : getScene().getFocusOwner();
    if (isClosed && (owner == null || owner.getScene() == null || round.isIn(pane))) {
      round.home();
    }
  }

  private void focusTable() {
    round.home();
  }

  /** Gives the focus to the next pane, or to the one before. */
  void goRound(int step) {
    round.go(step);
  }

  /** What is folded and how large the rest is; the settings keep it. */
  public FrameState frame() {
    return frame.state();
  }

  /** Folds and sizes everything as it was. */
  public void restore(FrameState state) {
    frame.restore(state);
  }

  /**
   * Shows the table of the catalogue that was opened, in place of the one before. It gets the focus
   * once it is to be seen, unless the user types elsewhere.
   */
  void setTable(Node table, Runnable focus) {
    focusTable = focus;
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
  CellBar cellBar() {
    return cellBar;
  }

  /** Where something is looked for in the table. */
  FindBar findBar() {
    return findBar;
  }

  /** Where the table's columns are chosen. */
  Node columnsButton() {
    return Objects.requireNonNull(lookup("#views-menu"));
  }

  /** Shows what the user should know, in a line over the table or in the status bar. */
  Notifier notifier() {
    return notices;
  }

  /** Closes messages about what was open. */
  void clearNotices() {
    notices.clear();
  }

  /** Offers a panel beside the table, until it is removed. */
  void addPanel(Panel panel) {
    dock.add(panel);
  }

  /** Brings a panel that was added into view. */
  void showPanel(Panel panel) {
    dock.show(panel);
  }

  /** No longer offers a panel. */
  void removePanel(Panel panel) {
    dock.remove(panel);
  }

  /** Brings the list of changes into view. */
  void showChanges() {
    panels.showChanges();
  }

  /** Brings the list of problems into view. */
  void showProblems() {
    panels.showProblems();
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
    panels.nextProblem();
  }

  /** Opens a panel, by its id, or closes it if it is open. */
  void togglePanel(String id) {
    dock.toggle(id);
  }

  /** Opens the drawer with progress, chart and log, or folds it away. */
  void toggleDrawer() {
    drawerOpen.set(!drawerOpen.get());
  }

  /** Makes the window fill the screen, or no longer. */
  void toggleFullScreen() {
    if (getScene().getWindow() instanceof Stage stage) {
      stage.setFullScreen(!stage.isFullScreen());
    }
  }

  /** Whether the window has the focus. */
  boolean isLookedAt() {
    return getScene() != null
        && getScene().getWindow() != null
        && getScene().getWindow().isFocused();
  }

  /** Asks to close the window, as its own button does. */
  void askToQuit() {
    Window window = getScene().getWindow();
    window.fireEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSE_REQUEST));
  }

  /** Lists all keys. */
  void showShortcuts() {
    ShortcutSheet sheet = new ShortcutSheet(CommandPalette.keys(), overlay::close);
    overlay.show(sheet, Pos.TOP_CENTER, sheet.field());
  }

  /** Names a folder of Pallet's own, which the user can look into. */
  public void addFolder(AboutPane.Folder folder) {
    folders.add(folder);
  }

  /** Tells what Pallet is and where its files are. */
  void showAbout() {
    AboutPane about =
        new AboutPane(
            folders,
            folder ->
                ShownFolder.show(
                    folder,
                    failure ->
                        notifier()
                            .show(
                                Notice.warning(
                                    "The folder can\u2019t be shown", folder.toString()))),
            overlay::close);
    overlay.show(about, Pos.TOP_CENTER, about.close());
  }

  /** Shows the user guide. */
  void showGuide() {
    guide.show(getScene().getWindow());
  }
}
