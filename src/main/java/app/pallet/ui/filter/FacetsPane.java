package app.pallet.ui.filter;

import app.pallet.rows.Facet;
import app.pallet.rows.FacetValue;
import app.pallet.rows.query.Condition;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.theme.Labels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Lists the columns that have few values. Each unfolds to its most frequent values with their row
 * counts, to be ticked. Only what is unfolded and visible is counted.
 */
public final class FacetsPane extends ScrollPane {

  /** Values that are listed of each column. */
  private static final int LIMIT = 15;

  private final FilterViewModel viewModel;
  private final ObservableBooleanValue shown;
  private final VBox list = new VBox();
  private final Map<Column, TitledPane> panes = new LinkedHashMap<>();
  private final Map<Column, Facet> waiting = new LinkedHashMap<>();
  private Optional<Column> edited = Optional.empty();

  /**
   * A list over its view model.
   *
   * @param shown whether the list is in front
   */
  public FacetsPane(FilterViewModel viewModel, ObservableBooleanValue shown) {
    this.viewModel = viewModel;
    this.shown = shown;
    list.getStyleClass().add("facets");
    setContent(list);
    setFitToWidth(true);
    setId("facets");
    getStyleClass().add("facets-pane");
    viewModel.sourceProperty().addListener((observed, before, now) -> list(now.columns()));
    viewModel.revisionProperty().addListener((observed, before, now) -> count());
    shown.addListener((observed, before, now) -> count());
    sceneProperty().addListener((observed, before, now) -> count());
    list(viewModel.columns());
  }

  private static boolean isListed(Column column) {
    return !column.isBookkeeping()
        && !column.isIdentifier()
        && (column.type().isText() || column.type() == ColumnType.YES_NO);
  }

  private void list(List<Column> columns) {
    panes.clear();
    for (Column column : columns) {
      if (isListed(column)) {
        TitledPane pane = new TitledPane(column.label(), new VBox());
        pane.setId("facet-" + column.name());
        pane.setAnimated(false);
        pane.setExpanded(false);
        pane.getStyleClass().add("facet");
        pane.expandedProperty().addListener((observed, before, now) -> count());
        panes.put(column, pane);
      }
    }
    list.getChildren().setAll(panes.values());
  }

  private void count() {
    boolean inSight = shown.get() && getScene() != null;
    List<Column> wanted =
        panes.entrySet().stream()
            .filter(entry -> inSight && entry.getValue().isExpanded())
            .map(Map.Entry::getKey)
            .toList();
    viewModel.sourceProperty().get().forList().count(wanted, LIMIT, this::show);
  }

  private void show(Facet facet) {
    if (edited.isPresent()) { // a line that is being typed in would go
      waiting.put(facet.column(), facet);
      return;
    }
    Column column = facet.column();
    TitledPane pane = panes.get(column);
    if (pane == null) {
      return;
    }
    List<@Nullable Object> chosen =
        viewModel.stateProperty().get().oneOf(column).map(Condition::values).orElse(List.of());
    VBox lines = new VBox();
    lines.getStyleClass().add("facet-values");
    FacetWording.listed(facet, chosen)
        .forEach(
            value -> lines.getChildren().add(line(column, value, chosen.contains(value.value()))));
    Label remark = Labels.wrapped(FacetWording.remark(facet), "pane-remark");
    lines.getChildren().add(remark);
    pane.setContent(lines);
  }

  private CountedValue line(Column column, FacetValue value, boolean isTicked) {
    CountedValue line =
        new CountedValue(
            ConditionText.value(column, value.value(), viewModel.format()),
            value.rows(),
            isTicked,
            ticked -> viewModel.toggle(column, value.value()));
    ValueChanges changes = viewModel.sourceProperty().get().changes();
    if (changes.isPossible(column)) {
      line.editable(
          CellText.plain(column, value.value(), viewModel.format().numbers()),
          () -> edited = Optional.of(column),
          typed -> {
            edited = Optional.empty();
            typed.ifPresent(text -> changes.change(column, value.value(), text));
            List<Facet> facets = List.copyOf(waiting.values());
            waiting.clear();
            facets.forEach(this::show);
            count();
          });
    }
    return line;
  }
}
