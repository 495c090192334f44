package app.pallet.ui.filter;

import app.pallet.rows.Facet;
import app.pallet.rows.query.Condition;
import app.pallet.schema.Column;
import app.pallet.text.Counted;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/**
 * What stands in the table's place if no row fits. It counts how many rows there would be without
 * the filter of each column, and offers to drop the one that hides the most. FX thread.
 */
public final class NothingFound extends StackPane {

  private final FilterViewModel filter;
  private final ObservableStringValue search;
  private final EmptyState state;
  private final Button remove = Buttons.text("remove-filter", "", this::remove);
  private Optional<Facet> best = Optional.empty();

  /**
   * A pane for the table's place.
   *
   * @param search what is searched for
   * @param showAll shows every row
   */
  public NothingFound(FilterViewModel filter, ObservableStringValue search, Runnable showAll) {
    this.filter = filter;
    this.search = search;
    Button clear = Buttons.text("clear-search", "Show all rows", showAll);
    clear.setGraphic(Icons.of(Feather.X));
    remove.getStyleClass().add(Styles.BUTTON_OUTLINED);
    state = new EmptyState(Feather.FILTER, "", "", remove, clear);
    getChildren().add(state);
    visibleProperty().addListener(observable -> look());
    filter.stateProperty().addListener(observable -> look());
    filter.revisionProperty().addListener(observable -> look());
    search.addListener(observable -> look());
    look();
  }

  private void look() {
    best = Optional.empty();
    show();
    if (isVisible() && filter.stateProperty().get().limit() == RowLimit.ALL) {
      List<Column> columns = conditions().stream().map(Condition::column).distinct().toList();
      FilterState asked = filter.stateProperty().get();
      filter
          .sourceProperty()
          .get()
          .forBox()
          .count(
              columns,
              1,
              facet -> {
                if (asked.equals(filter.stateProperty().get()) && isVisible()) {
                  take(facet);
                }
              });
    }
  }

  private void take(Facet facet) {
    if (facet.rows() > best.map(Facet::rows).orElse(0L)) {
      best = Optional.of(facet);
      show();
    }
  }

  private void show() {
    state.titleProperty().set(title());
    String searched =
        search.get().isBlank() ? "" : "Searched for \u201c" + search.get().strip() + "\u201d. ";
    state
        .hintProperty()
        .set(
            searched
                + best.map(without ->
                        "Without \u201c%s\u201d there %s %s."
                            .formatted(
                                name(without.column()),
                                without.rows() == 1 ? "is" : "are",
                                Counted.of(without.rows(), "row", "rows")))
                    .orElse(""));
    Panes.show(remove, best.isPresent());
    remove.setText(
        best.map(without -> "Remove \u201c" + name(without.column()) + "\u201d").orElse(""));
  }

  private String title() {
    return switch (conditions().size()) {
      case 0 -> "Nothing found";
      case 1 -> "No row fits the filter";
      default -> "No row fits the " + conditions().size() + " filters";
    };
  }

  /** The condition of a column as its chip says it; the column alone if it has several. */
  private String name(Column column) {
    List<Condition> all =
        conditions().stream().filter(each -> each.column().equals(column)).toList();
    return all.size() == 1 ? ConditionText.of(all.getFirst(), filter.format()) : column.label();
  }

  private List<Condition> conditions() {
    return filter.stateProperty().get().conditions();
  }

  private void remove() {
    best.ifPresent(without -> {
      FilterState now = filter.stateProperty().get();
      for (Condition each : now.conditions()) {
        now = each.column().equals(without.column()) ? now.without(each) : now;
      }
      filter.stateProperty().set(now);
    });
  }
}
