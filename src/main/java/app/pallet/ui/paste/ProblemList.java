package app.pallet.ui.paste;

import app.pallet.text.Counted;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;

/**
 * The problems of the rows beside it, with a field to filter them. A click goes to the cell, Enter
 * or a double click into it.
 */
final class ProblemList extends VBox {

  /** Pixels of a line that padding, mark and scroll bar take. */
  private static final double AROUND = 60;

  private final ListView<ProblemLine> list;

  ProblemList(ImportViewModel viewModel, PreviewTable table) {
    PreviewRows rows = viewModel.rows();
    list = new ListView<>(rows.problems());
    list.setId("import-problems");
    list.setAccessibleText("Problems");
    list.setCellFactory(ignored -> new Cell());
    list.setPlaceholder(
        new EmptyState(
            Feather.CHECK_CIRCLE,
            "No problems",
            "Nothing is wrong, or nothing matches the filter."));
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((observed, before, now) -> {
          if (now != null) {
            table.show(now);
          }
        });
    list.setOnKeyPressed(event -> {
      if (event.getCode() == KeyCode.ENTER) {
        mend(table);
        event.consume(); // it would take the import otherwise
      }
    });
    list.setOnMouseClicked(event -> {
      if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
        mend(table);
      }
    });
    ClearableField filter =
        new ClearableField("import-problems-filter", Feather.FILTER, "Filter problems");
    filter.textProperty().bindBidirectional(rows.filterProperty());
    HBox.setHgrow(filter, Priority.ALWAYS);
    Label count = Labels.of("", "pane-remark");
    count.setMinWidth(USE_PREF_SIZE);
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Counted.of(rows.problems().size(), "problem", "problems"), rows.problems()));
    HBox head = new HBox(filter, count);
    head.getStyleClass().add("problem-head");
    StackPane content = new StackPane(list);
    VBox.setVgrow(content, Priority.ALWAYS);
    getStyleClass().add("problem-list");
    getChildren().addAll(head, content);
  }

  private void mend(PreviewTable table) {
    ProblemLine line = list.getSelectionModel().getSelectedItem();
    if (line != null) {
      table.mend(line);
    }
  }

  /** One problem: where, the value, and what is wrong with it. */
  private final class Cell extends ItemCell<ProblemLine> {
    private final Label place = Labels.of("", "problem-place");
    private final Text value = new Text();
    private final Text sentence = new Text();
    private final HBox content;

    Cell() {
      value.getStyleClass().add("problem-quote");
      sentence.getStyleClass().add("problem-message");
      TextFlow flow = new TextFlow(value, sentence);
      flow.maxWidthProperty().bind(list.widthProperty().subtract(AROUND));
      VBox texts = new VBox(place, flow);
      texts.getStyleClass().add("problem-texts");
      content = new HBox(Icons.of(Feather.ALERT_CIRCLE, "state-marker"), texts);
      content.getStyleClass().add("problem-content");
      getStyleClass().add("problem-cell");
      setPrefWidth(0);
    }

    @Override
    protected void show(ProblemLine line) {
      String quoted = line.problem().value().replaceAll("\\s+", " ");
      place.setText(line.place());
      value.setText(quoted.isEmpty() ? "" : "“" + quoted + "” ");
      sentence.setText(line.sentence());
      setAccessibleText(line.place() + ": " + value.getText() + sentence.getText());
      setGraphic(content);
    }
  }
}
