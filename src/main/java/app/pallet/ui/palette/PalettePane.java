package app.pallet.ui.palette;

import app.pallet.ui.palette.PaletteEntry.Kind;
import app.pallet.ui.palette.PaletteSearch.Hit;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.ui.theme.Spans;
import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A field to type into, and below it what it finds: by the keyboard alone, as the focus stays in
 * the field. FX thread.
 */
public final class PalettePane extends VBox {

  private static final double LINE = 32;
  private static final int MOST_LINES = 11;
  private static final int FEWEST_LINES = 3;

  private final List<PaletteEntry> entries;
  private final RowFinder rows;
  private final Runnable close;
  private final TextField field = new TextField();
  private final ListView<Line> list = new ListView<>();
  private final Label count = Labels.of("", "palette-remark");
  private String asked = "";
  private boolean asking;
  private Optional<PaletteEntry> row = Optional.empty();

  /** Looks a row up, off the FX thread. */
  @FunctionalInterface
  public interface RowFinder {

    /**
     * Looks a row up.
     *
     * @param wanted its number or SKU, as typed
     * @param found gets what there is to offer, on the FX thread
     */
    void find(String wanted, Consumer<Optional<PaletteEntry>> found);
  }

  /** A line of the list. */
  private sealed interface Line {

    /** Says of what kind the lines below it are. */
    record Heading(Kind kind) implements Line {}

    /** Something that can be chosen. */
    record Found(Hit hit) implements Line {}
  }

  /**
   * A palette.
   *
   * @param entries what can be found, in the order in which it is offered
   * @param close closes the palette, before anything is done
   */
  public PalettePane(List<PaletteEntry> entries, RowFinder rows, Runnable close) {
    this.entries = List.copyOf(entries);
    this.rows = rows;
    this.close = close;
    field.setId("palette-field");
    field.setPromptText("What do you want to do?");
    field.setAccessibleText("Command, column or row to find");
    field.getStyleClass().add("palette-field");
    field.textProperty().subscribe(text -> search());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    HBox.setHgrow(field, Priority.ALWAYS);
    list.setId("palette-list");
    list.setFocusTraversable(false);
    list.setCellFactory(view -> new LineCell());
    list.setFixedCellSize(LINE);
    list.setOnMouseClicked(event -> run());
    VBox.setVgrow(list, Priority.ALWAYS);
    setId("palette");
    setPrefWidth(600);
    getStyleClass().add("palette");
    getChildren()
        .addAll(
            Panes.line(
                "palette-top", Icons.of(Feather.SEARCH, "field-icon"), field, Keys.of("Esc")),
            list,
            Panes.line(
                "palette-foot",
                Keys.of("\u2191\u2193"),
                hint("choose"),
                Keys.of("Enter"),
                hint("run"),
                Keys.of(">"),
                hint("commands only"),
                Keys.of("#"),
                hint("row"),
                Keys.of("@"),
                hint("column"),
                new Spacer(),
                count));
  }

  private static Label hint(String text) {
    return Labels.of(text, "palette-remark");
  }

  /** What gets the focus. */
  public TextField field() {
    return field;
  }

  private void press(KeyEvent event) {
    switch (event.getCode()) {
      case DOWN, KP_DOWN -> move(1);
      case UP, KP_UP -> move(-1);
      case PAGE_DOWN -> move(10);
      case PAGE_UP -> move(-10);
      case ENTER -> run();
      case TAB -> {} // the focus stays
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void move(int lines) {
    int size = list.getItems().size();
    int direction = Integer.signum(lines);
    int at = Math.clamp(list.getSelectionModel().getSelectedIndex() + (long) lines, 0, size - 1);
    while (at >= 0 && at < size && list.getItems().get(at) instanceof Line.Heading) {
      at += direction;
    }
    if (at >= 0 && at < size) {
      select(at);
    }
  }

  private void select(int at) {
    list.getSelectionModel().select(at);
    list.scrollTo(Math.max(0, at - MOST_LINES / 2));
    if (list.getItems().get(at) instanceof Line.Found(var hit)) {
      list.setAccessibleText(hit.entry().title() + " " + hit.entry().remark());
    }
  }

  private void run() {
    if (list.getSelectionModel().getSelectedItem() instanceof Line.Found(var hit)
        && hit.entry().isPossible()) {
      close.run();
      hit.entry().action().run();
    }
  }

  private void search() {
    PaletteSearch search = PaletteSearch.of(field.getText());
    row = Optional.empty();
    show(search);
    ask(search);
  }

  private void show(PaletteSearch search) {
    List<PaletteEntry> all = new ArrayList<>(entries);
    row.ifPresent(all::add);
    List<Hit> hits = search.among(all);
    List<Line> lines = new ArrayList<>();
    Optional<Kind> last = Optional.empty();
    for (Hit hit : hits) {
      Kind kind = hit.entry().kind();
      if (!last.equals(Optional.of(kind))) {
        lines.add(new Line.Heading(kind));
        last = Optional.of(kind);
      }
      lines.add(new Line.Found(hit));
    }
    list.getItems().setAll(lines);
    list.setPrefHeight(Math.clamp(lines.size(), FEWEST_LINES, MOST_LINES) * LINE + 10);
    count.setText(hits.isEmpty() ? "Nothing found" : hits.size() + " of " + all.size());
    if (!lines.isEmpty()) {
      select(1); // the first line is a heading
    }
  }

  /** Asks for one row at a time, and for the newest text when an answer has come. */
  private void ask(PaletteSearch search) {
    asked = search.asksForRow() ? search.text() : "";
    if (!asked.isEmpty() && !asking) {
      String wanted = asked;
      asking = true;
      rows.find(
          wanted,
          found -> {
            asking = false;
            PaletteSearch now = PaletteSearch.of(field.getText());
            if (wanted.equals(asked)) {
              row = found;
              found.ifPresent(entry -> show(now));
            } else {
              ask(now);
            }
          });
    }
  }

  /** A line of the list. */
  private static final class LineCell extends ListCell<Line> {

    @Override
    protected void updateItem(@Nullable Line line, boolean empty) {
      super.updateItem(line, empty);
      getStyleClass().removeAll("palette-heading", "impossible");
      setDisable(false);
      setText(null);
      setGraphic(null);
      switch (line) {
        case null -> {}
        case Line.Heading(Kind kind) -> {
          setText(kind.heading());
          getStyleClass().add("palette-heading");
          setDisable(true);
        }
        case Line.Found(Hit hit) -> show(hit);
      }
    }

    private void show(Hit hit) {
      PaletteEntry entry = hit.entry();
      HBox node = Panes.line("palette-line", Icons.of(entry.icon()));
      node.getChildren().addAll(Spans.marked(entry.title(), hit.letters()), new Spacer());
      if (!entry.remark().isEmpty()) {
        node.getChildren().add(Labels.of(entry.remark(), "palette-remark"));
      }
      entry.keys().forEach(keys -> node.getChildren().add(Keys.of(keys)));
      node.setAlignment(Pos.CENTER_LEFT);
      if (!entry.isPossible()) {
        getStyleClass().add("impossible");
      }
      setGraphic(node);
    }
  }
}
