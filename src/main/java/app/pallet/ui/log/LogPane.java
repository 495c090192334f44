package app.pallet.ui.log;

import app.pallet.text.Counted;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.MultiSelectList;
import app.pallet.ui.theme.PaneHeader;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows the log. It stays at its newest line until the user scrolls up, and again once the user is
 * back at the end.
 */
public final class LogPane extends VBox {

  private static final double LINE_HEIGHT = 22;

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

  private final LogViewModel viewModel;
  private final ListView<LogLine> list;
  private boolean following = true;

  /**
   * A pane over a log.
   *
   * @param save asked to write the log's text into a file of the user's choice
   * @param others further buttons for its header
   */
  public LogPane(LogViewModel viewModel, Consumer<String> save, Node... others) {
    this.viewModel = viewModel;
    this.list = list();
    Button copy = Buttons.icon("log-copy", Feather.COPY, "Copy log", this::copy);
    Button keep =
        Buttons.icon(
            "log-save", Feather.SAVE, "Save log…", () -> save.accept(viewModel.text(List.of())));
    Button clear = Buttons.icon("log-clear", Feather.TRASH_2, "Clear log", viewModel::clear);
    List.of(copy, keep, clear)
        .forEach(button -> button.disableProperty().bind(viewModel.emptyProperty()));
    PaneHeader header = new PaneHeader("Log", copy, keep, clear);
    header.getChildren().addAll(others);
    header
        .remarkProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    viewModel.lines().isEmpty()
                        ? ""
                        : Counted.of(viewModel.lines().size(), "line", "lines"),
                viewModel.lines()));
    EmptyState empty =
        new EmptyState(
            Feather.ACTIVITY,
            "Nothing has happened yet",
            "Every commit says here what it wrote and how fast.");
    empty.visibleProperty().bind(viewModel.emptyProperty());
    list.visibleProperty().bind(viewModel.emptyProperty().not());
    StackPane content = new StackPane(list, empty);
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().add("log-pane");
    getChildren().addAll(header, content);
    setId("log-pane");
  }

  private ListView<LogLine> list() {
    ListView<LogLine> view = new MultiSelectList<>(viewModel.visible());
    view.setId("log-list");
    view.setAccessibleText("Log");
    view.setFixedCellSize(LINE_HEIGHT);
    view.setCellFactory(ignored -> new LogCell(viewModel));
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::copyBy);
    view.setOnMouseClicked(event -> {
      if (event.getClickCount() == 2) {
        fold(view);
      }
    });
    view.addEventFilter(ScrollEvent.SCROLL, this::notePlace);
    view.addEventFilter(MouseEvent.MOUSE_RELEASED, this::notePlace);
    view.addEventFilter(KeyEvent.KEY_RELEASED, this::notePlace);
    viewModel.lines().addListener((ListChangeListener<LogLine>) change -> follow());
    return view;
  }

  /** Later, because the list may hear of its new lines only after this listener has. */
  private void follow() {
    if (following) {
      Platform.runLater(() -> list.scrollTo(viewModel.visible().size() - 1));
    }
  }

  /** Only the user's own scrolling decides: new lines move the scroll bar as well. */
  private void notePlace(InputEvent event) {
    Platform.runLater(() -> following = isAtEnd());
  }

  private boolean isAtEnd() {
    for (Node node : list.lookupAll(".scroll-bar")) {
      if (node instanceof ScrollBar bar && bar.getOrientation() == Orientation.VERTICAL) {
        return !bar.isVisible() || bar.getValue() >= bar.getMax() - 1e-6;
      }
    }
    return true;
  }

  private void copyBy(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      fold(list);
    }
    if (COPY.match(event)) {
      copy();
      event.consume();
    }
  }

  /** Shows or hides the batches of the chosen commit. */
  private void fold(ListView<LogLine> view) {
    LogLine chosen = view.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      viewModel.fold(chosen);
      view.refresh(); // its arrow
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(viewModel.text(List.copyOf(list.getSelectionModel().getSelectedItems())));
    Clipboard.getSystemClipboard().setContent(content);
  }

  /**
   * Shows a line of the log: time, a marker for what needs one, text in the colour of its level.
   */
  private static final class LogCell extends ItemCell<LogLine> {

    private final ZoneId zone = ZoneId.systemDefault();
    private final Label time = Labels.of("", "log-time");
    private final FontIcon marker = Icons.of(Feather.CHECK);
    private final HBox lead = new HBox(time, new StackPane(marker));

    private final LogViewModel viewModel;
    private final Tooltip whole = Labels.wrappedTooltip(600);

    LogCell(LogViewModel viewModel) {
      this.viewModel = viewModel;
      marker.getStyleClass().add("log-marker");
      lead.getStyleClass().add("log-lead");
      lead.setAlignment(Pos.CENTER_LEFT);
      setPrefWidth(0); // a long line ends in an ellipsis, and its tooltip has all of it
      setTooltip(whole);
      getStyleClass().add("log-cell");
    }

    @Override
    protected void clear() {
      getStyleClass().removeIf(name -> name.startsWith("log-") && !name.equals("log-cell"));
    }

    @Override
    protected void show(LogLine line) {
      getStyleClass().add(line.level().styleClass());
      time.setText(line.clock(zone));
      boolean isOpen = line.isHead() && viewModel.isUnfolded(line);
      marker.setIconCode(isOpen ? Feather.CHEVRON_DOWN : marker(line.level()));
      marker.setVisible(line.level() != LogLine.Level.STEP);
      setText(line.text());
      whole.setText(line.text());
      setGraphic(lead);
    }

    private static Ikon marker(LogLine.Level level) {
      return switch (level) {
        case STEP, INFO -> Feather.CHEVRON_RIGHT;
        case SUCCESS -> Feather.CHECK;
        case WARNING -> Feather.ALERT_TRIANGLE;
        case ERROR -> Feather.X_CIRCLE;
      };
    }
  }
}
