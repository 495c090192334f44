package app.pallet.ui.filter;

import app.pallet.rows.Facet;
import app.pallet.rows.FacetValue;
import app.pallet.rows.query.Condition;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.ItemCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A list of the most frequent values with their counts, to be ticked. */
final class CountedValues extends VBox implements ValueInput {

  /** Values that are offered. */
  static final int LIMIT = 200;

  private static final double HEIGHT = 220;
  private static final double ROW_HEIGHT = 28;

  private final Column column;
  private final CellFormat format;
  private final List<@Nullable Object> chosen;
  private final List<FacetValue> all = new ArrayList<>();
  private final ListView<FacetValue> list = new ListView<>();
  private final ClearableField search =
      new ClearableField("filter-values-search", Feather.SEARCH, "Search values");
  private final Label remark = new Label("Counting …");

  CountedValues(
      Column column, List<@Nullable Object> values, CellFormat format, FacetCounts counts) {
    this.column = column;
    this.format = format;
    this.chosen = new ArrayList<>(values);
    list.setId("filter-values");
    list.setAccessibleText("Values of " + column.label() + " with their number of rows");
    list.setFixedCellSize(ROW_HEIGHT);
    list.setPrefHeight(HEIGHT);
    list.setPlaceholder(new Label(""));
    list.setCellFactory(ignored -> new ValueCell());
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::tickByKey);
    search.textProperty().addListener((observed, before, now) -> find(now));
    remark.getStyleClass().add("pane-remark");
    remark.setId("filter-values-remark");
    remark.setWrapText(true);
    getStyleClass().add("counted-values");
    getChildren().addAll(search, list, remark);
    counts.count(List.of(column), LIMIT, this::show);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public void focus() {
    search.requestFocus();
  }

  @Override
  public Entry read() {
    if (chosen.isEmpty()) {
      return new Entry.Problem("Tick at least one value");
    }
    return chosen.size() > Condition.MOST_VALUES
        ? new Entry.Problem("Those are too many values")
        : new Entry.Values(chosen);
  }

  private void show(Facet facet) {
    all.clear();
    all.addAll(FacetWording.listed(facet, chosen));
    remark.setText(FacetWording.remark(facet));
    find(search.getText());
  }

  private void find(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    list.getItems()
        .setAll(
            all.stream()
                .filter(each -> text(each).toLowerCase(Locale.ROOT).contains(wanted))
                .toList());
  }

  private void tickByKey(KeyEvent event) {
    FacetValue focused = list.getFocusModel().getFocusedItem();
    if (event.getCode() == KeyCode.SPACE && focused != null) {
      toggle(focused.value());
      list.refresh();
      event.consume();
    }
  }

  private void toggle(@Nullable Object value) {
    if (!chosen.remove(value)) {
      chosen.add(value);
    }
  }

  private String text(FacetValue value) {
    return ConditionText.value(column, value.value(), format);
  }

  private final class ValueCell extends ItemCell<FacetValue> {

    ValueCell() {
      setPrefWidth(0);
    }

    @Override
    protected void show(FacetValue value) {
      setGraphic(
          new CountedValue(
              text(value),
              value.rows(),
              chosen.contains(value.value()),
              ticked -> toggle(value.value())));
    }
  }
}
