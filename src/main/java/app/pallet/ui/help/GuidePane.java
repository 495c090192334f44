package app.pallet.ui.help;

import app.pallet.ui.help.Markdown.Block;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The guide with its contents at the left and a search that goes from one place to the next. FX
 * thread.
 */
final class GuidePane extends BorderPane {

  private final List<Block> blocks;
  private final ScrollPane scroll;
  private final VBox page = new VBox();
  private final ClearableField search =
      new ClearableField("guide-search", Feather.SEARCH, "Search the guide");
  private final Label count = Labels.of("", "palette-remark");
  private List<Block> found = List.of();
  private int current = -1;

  GuidePane(Markdown guide, Runnable close) {
    blocks = guide.blocks();
    blocks.forEach(block -> page.getChildren().add(block.node()));
    page.getStyleClass().add("guide-page");
    scroll = new ScrollPane(page);
    scroll.setId("guide");
    scroll.setFitToWidth(true);
    ListView<Block> contents = new ListView<>();
    contents.setId("guide-contents");
    contents.setPrefWidth(240);
    contents.setCellFactory(view -> new ContentsCell());
    contents
        .getItems()
        .setAll(blocks.stream().filter(b -> b.level() == 2 || b.level() == 3).toList());
    contents
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((observed, before, now) -> {
          if (now != null) {
            scrollTo(now);
          }
        });
    search.setPrefWidth(280);
    search.textProperty().subscribe(this::find);
    search.setOnAction(event -> go(1));
    count.setId("guide-count");
    setTop(Panes.line("guide-top", search, count, new Spacer()));
    setLeft(contents);
    setCenter(scroll);
    getStyleClass().add("guide-pane");
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            close.run();
          } else if (event.getCode() == KeyCode.F3
              || (event.getCode() == KeyCode.ENTER && event.isShiftDown())) {
            go(event.isShiftDown() ? -1 : 1);
          } else if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
            search.requestFocus();
            search.selectAll();
          }
        });
  }

  /** What gets the focus. */
  TextField search() {
    return search;
  }

  private void find(String text) {
    found.forEach(block -> block.node().getStyleClass().removeAll("found", "current"));
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    found =
        wanted.isEmpty()
            ? List.of()
            : blocks.stream()
                .filter(block -> block.text().toLowerCase(Locale.ROOT).contains(wanted))
                .toList();
    found.forEach(block -> block.node().getStyleClass().add("found"));
    current = -1;
    count.setText(wanted.isEmpty() ? "" : "not in the guide");
    go(1);
  }

  private void go(int step) {
    if (!found.isEmpty()) {
      if (current >= 0) {
        found.get(current).node().getStyleClass().remove("current");
      }
      current = Math.floorMod(current + step, found.size());
      count.setText(current + 1 + " of " + found.size());
      found.get(current).node().getStyleClass().add("current");
      scrollTo(found.get(current));
    }
  }

  private void scrollTo(Block block) {
    layout();
    double room = page.getHeight() - scroll.getViewportBounds().getHeight();
    double place = block.node().getBoundsInParent().getMinY() - 16;
    scroll.setVvalue(room <= 0 ? 0 : Math.clamp(place / room, 0, 1));
  }

  /** A line of the contents. */
  private static final class ContentsCell extends ItemCell<Block> {

    ContentsCell() {
      setPrefWidth(0); // as wide as the list, which then needs no scroll bar
    }

    @Override
    protected void show(Block block) {
      setText(block.text());
      setTooltip(Buttons.tooltip(block.text()));
      getStyleClass().removeAll("guide-chapter", "guide-section");
      getStyleClass().add(block.level() == 2 ? "guide-chapter" : "guide-section");
    }
  }
}
