package app.pallet.ui.paste;

import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.imports.ColumnChoice.Target;
import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;

/** A list to search, under what it is opened from: what a column of the source can become. */
final class TargetPopup extends Popup {

  private static final double WIDTH = 300;
  private static final double HEIGHT = 320;
  private static final double ROW_HEIGHT = 30;

  private final List<TargetOption> options;
  private final Consumer<TargetOption> chosen;
  private final ListView<TargetOption> list = new ListView<>();

  /**
   * A list that is not open yet.
   *
   * @param current what is marked when it opens
   */
  TargetPopup(List<TargetOption> options, Target current, Consumer<TargetOption> chosen) {
    this.options = options;
    this.chosen = chosen;
    list.setId("target-list");
    list.setAccessibleText("What the column becomes");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setFocusTraversable(false);
    list.setCellFactory(ignored -> new OptionCell());
    list.setOnMouseClicked(event -> choose());
    VBox.setVgrow(list, Priority.ALWAYS);
    ClearableField search = new ClearableField("target-search", Feather.SEARCH, "Search columns");
    search.textProperty().addListener((observed, before, now) -> find(now));
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    VBox content = new VBox(search, list);
    content.getStyleClass().add("target-popup");
    content.setPrefSize(WIDTH, HEIGHT);
    getContent().add(content);
    setAutoHide(true);
    setHideOnEscape(true);
    list.getItems().setAll(options);
    setOnShown(event -> {
      search.requestFocus();
      mark(current);
    });
  }

  /** Opens under a node. */
  void open(Node under) {
    Bounds bounds = under.localToScreen(under.getLayoutBounds());
    show(under, bounds.getMinX(), bounds.getMaxY() + 2);
  }

  private void mark(Target current) {
    options.stream()
        .filter(option -> option.target().equals(current))
        .findFirst()
        .ifPresent(option -> {
          list.getSelectionModel().select(option);
          list.scrollTo(option);
        });
  }

  private void find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    list.getItems().setAll(options.stream().filter(option -> option.matches(wanted)).toList());
    list.getSelectionModel().selectFirst();
  }

  private void move(KeyEvent event) {
    int last = list.getItems().size() - 1;
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.ENTER) {
      choose();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      int next = event.getCode() == KeyCode.DOWN ? at + 1 : at - 1;
      if (last >= 0) {
        list.getSelectionModel().clearAndSelect(Math.clamp(next, 0, last));
        list.scrollTo(Math.clamp(next, 0, last));
      }
      event.consume();
    }
  }

  private void choose() {
    TargetOption option = list.getSelectionModel().getSelectedItem();
    if (option != null) {
      hide();
      chosen.accept(option);
    }
  }

  /** Shows what the option is at the left and the rest at the right. */
  private static final class OptionCell extends ItemCell<TargetOption> {
    private final Label name = new Label();
    private final Label remark = Labels.of("", "target-remark");
    private final HBox content;

    OptionCell() {
      content = new HBox(name, new Spacer(), remark);
      content.getStyleClass().add("target-option");
      setPrefWidth(0);
    }

    @Override
    protected void show(TargetOption option) {
      name.setText(option.label());
      remark.setText(option.remark());
      setAccessibleText(option.label() + ", " + option.remark());
      setGraphic(content);
    }
  }
}
