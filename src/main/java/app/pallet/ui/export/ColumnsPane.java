package app.pallet.ui.export;

import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.PaneHeader;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Chooses the columns: a list to tick, with a search. */
final class ColumnsPane extends VBox {

  private final ExportViewModel viewModel;
  private final FilteredList<ColumnChoice> found;
  private final ListView<ColumnChoice> list;

  ColumnsPane(ExportViewModel viewModel) {
    this.viewModel = viewModel;
    this.found = new FilteredList<>(viewModel.columns());
    this.list = new ListView<>(found);
    PaneHeader header =
        new PaneHeader(
            "Columns",
            button("export-columns-all", "All", true),
            button("export-columns-none", "None", false));
    viewModel.stateProperty().subscribe(state -> header.remarkProperty().set(state.columns()));
    ClearableField search =
        new ClearableField("export-column-search", Feather.SEARCH, "Find a column");
    search.textProperty().subscribe(this::find);
    list.setId("export-columns");
    list.setAccessibleText("Columns to export");
    list.setCellFactory(view -> new ColumnCell());
    list.setPlaceholder(new Label("No column"));
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::toggle);
    VBox.setVgrow(list, Priority.ALWAYS);
    getStyleClass().add("export-section");
    getChildren().addAll(header, search, list);
  }

  private Button button(String id, String text, boolean chosen) {
    Button button = new Button(text);
    button.setId(id);
    button.setAccessibleText(chosen ? "Choose all columns" : "Choose no column");
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(event -> viewModel.choose(List.copyOf(found), chosen));
    return button;
  }

  private void find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    found.setPredicate(choice ->
        (choice.heading() + ' ' + choice.origin()).toLowerCase(Locale.ROOT).contains(wanted));
  }

  private void toggle(KeyEvent event) {
    ColumnChoice focused = list.getFocusModel().getFocusedItem();
    if (event.getCode() == KeyCode.SPACE && focused != null) {
      focused.chosenProperty().set(!focused.chosenProperty().get());
      event.consume();
    }
  }

  /** A column in the list: ticked or not, its heading, and where it comes from. */
  private static final class ColumnCell extends ItemCell<ColumnChoice> {

    private final CheckBox box = new CheckBox();
    private final Label origin = Labels.of("", "export-origin");
    private final HBox line = new HBox(box, origin);
    private BooleanProperty shown = new SimpleBooleanProperty();

    ColumnCell() {
      origin.setMinWidth(0);
      box.setMinWidth(Region.USE_PREF_SIZE);
      box.setMnemonicParsing(false); // names have underscores
      box.setFocusTraversable(false);
      line.setAlignment(Pos.CENTER_LEFT);
      line.getStyleClass().add("export-column");
    }

    @Override
    protected void clear() {
      box.selectedProperty().unbindBidirectional(shown);
    }

    @Override
    protected void show(ColumnChoice choice) {
      shown = choice.chosenProperty();
      box.setText(choice.heading());
      box.selectedProperty().bindBidirectional(shown);
      origin.setText(choice.origin());
      setAccessibleText(choice.heading());
      setGraphic(line);
    }
  }
}
