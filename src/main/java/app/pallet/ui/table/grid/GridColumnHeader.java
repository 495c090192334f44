package app.pallet.ui.table.grid;

import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import app.pallet.schema.table.WriteRule;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.TableColumnHeader;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A column's header: a click selects the column, a mark under the mouse opens its menu, and a
 * double click at its edge fits it to a few rows, not all. Its signs stand at the side away from
 * the figures, so that a heading ends where its numbers end.
 */
final class GridColumnHeader extends TableColumnHeader {

  /** Rows measured to fit a column to its content. JavaFX would measure a million. */
  private static final int MEASURED_ROWS = 100;

  /** A fitted column is no wider, or one long text would push all others out of sight. */
  private static final double WIDEST_FITTED = 420;

  private static final double GAP = 4;
  private static final double EDGE = 8;

  private static final PseudoClass HAS_SELECTED = PseudoClass.getPseudoClass("has-selected");

  private final GridColumn column;
  private final InvalidationListener showSelected = observable -> showSelected();
  private final InvalidationListener showMarks = observable -> showMarks();
  private final FontIcon kind = Icons.of(Feather.KEY, "heading-kind");
  private final Label sorted = Labels.of("", "sort-mark");
  private final FontIcon filtered = Icons.of(Feather.FILTER, "heading-mark", "heading-filter");
  private final StackPane more = new StackPane(Icons.of(Feather.CHEVRON_DOWN));
  private final HBox signs;

  GridColumnHeader(GridColumn column) {
    super(column);
    this.column = column;
    setId("header-" + column.column().name());
    boolean isLocked = column.listener().isLocked(column);
    kind.setIconCode(isLocked ? Feather.LOCK : Feather.KEY);
    Panes.show(kind, isLocked || GridColumn.isKey(column.column()));
    filtered.setPickOnBounds(true); // it is hollow
    filtered.setOnMouseClicked(event -> {
      event.consume();
      column.listener().filterPressed(column);
    });
    more.setId("menu-" + column.column().name());
    more.getStyleClass().add("heading-menu");
    more.setAccessibleText("Menu of " + column.getText());
    Panes.showWhile(more, hoverProperty());
    more.setOnMousePressed(MouseEvent::consume); // or it would begin to move the column
    more.setOnMouseClicked(this::openMenu);
    signs =
        isNumeric()
            ? new HBox(GAP, kind, filtered, sorted, more) // the others stay where they are
            : new HBox(GAP, more, sorted, filtered, kind);
    signs.setAlignment(Pos.CENTER);
    Tooltip tooltip =
        new Tooltip(
            ColumnDescription.of(column.column())
                + "\nA click selects the column; Alt+Up sorts by it");
    tooltip.setShowDelay(Duration.millis(600));
    Tooltip.install(this, tooltip);
    setAccessibleHelp(tooltip.getText());
    addEventHandler(MouseEvent.MOUSE_CLICKED, event -> clicked(column, event));
    setOnContextMenuRequested(event -> {
      event.consume();
      column.listener().menuRequested(column, this, event.getScreenX(), event.getScreenY());
    });
    column.selectedProperty().addListener(new WeakInvalidationListener(showSelected));
    column.marksProperty().addListener(new WeakInvalidationListener(showMarks));
    showSelected();
    showMarks();
  }

  private static void clicked(GridColumn column, MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
      column.listener().clicked(column, event);
    }
  }

  private void openMenu(MouseEvent event) {
    event.consume();
    Point2D corner = more.localToScreen(0, more.getHeight());
    column.listener().menuRequested(column, this, corner.getX(), corner.getY());
  }

  private boolean isNumeric() {
    return column.getStyleClass().contains("numeric");
  }

  private void showMarks() {
    GridColumn.Marks marks = column.marksProperty().get();
    Panes.show(filtered, marks.isFiltered());
    Panes.show(sorted, marks.sorted().isPresent());
    sorted.setText(marks.place() == 0 ? "" : String.valueOf(marks.place()));
    sorted.setGraphic(
        Icons.of(
            marks.sorted().filter(SortOrder.Direction.DESCENDING::equals).isPresent()
                ? Feather.ARROW_DOWN
                : Feather.ARROW_UP,
            "heading-mark"));
    setAccessibleText(
        column.getText()
            + marks.sorted().map(by -> ", sorted " + by.name().toLowerCase(Locale.ROOT)).orElse("")
            + (marks.isFiltered() ? ", filtered" : ""));
    requestLayout();
  }

  /** JavaFX knows only its own label, and gives it all the room. */
  @Override
  protected void layoutChildren() {
    if (!getChildren().contains(signs)) {
      getChildren().add(signs);
    }
    super.layoutChildren();
    double width = signs.prefWidth(-1);
    double taken = width == 0 ? 0 : width + GAP;
    signs.resizeRelocate(isNumeric() ? EDGE : getWidth() - width - EDGE, 0, width, getHeight() - 1);
    for (Node child : getChildren()) {
      if (child instanceof Label label) {
        label.resizeRelocate(isNumeric() ? taken : 0, 0, getWidth() - taken, getHeight());
      }
    }
  }

  /** Makes the column as wide as what its first rows show. */
  void fit() {
    resizeColumnToFitContent(MEASURED_ROWS);
  }

  @Override
  protected void resizeColumnToFitContent(int maxRows) {
    super.resizeColumnToFitContent(MEASURED_ROWS);
    double wanted = Math.min(WIDEST_FITTED, Math.ceil(column.getWidth() + signs.prefWidth(-1)));
    column.getTableView().resizeColumn(column, wanted - column.getWidth());
  }

  private void showSelected() {
    pseudoClassStateChanged(HAS_SELECTED, column.selectedProperty().get());
  }

  /** Says what a column takes, for the tooltip of its header. */
  private static final class ColumnDescription {

    private ColumnDescription() {}

    static String of(Column column) {
      List<String> rules = rules(column);
      String type = column.type().label();
      String head = column.label() + "\n" + type.substring(0, 1).toUpperCase(Locale.ROOT);
      return head + type.substring(1) + (rules.isEmpty() ? "" : ", " + String.join(", ", rules));
    }

    private static List<String> rules(Column column) {
      ColumnRules rules = column.rules();
      List<String> phrases = new ArrayList<>();
      if (column.isReadOnly()) {
        return List.of(column.isBookkeeping() ? "kept by Pallet" : "can't be edited");
      }
      if (column.write() == WriteRule.ON_ADD) {
        phrases.add("typed when a row is added");
      }
      if (rules.required()) {
        phrases.add("required");
      }
      if (rules.unique()) {
        phrases.add("unique");
      }
      if (rules.maxLength() > 0) {
        phrases.add("up to %,d characters".formatted(rules.maxLength()));
      }
      BigDecimal minimum = rules.minimum();
      if (minimum != null) {
        phrases.add("at least " + minimum.toPlainString());
      }
      if (column.type() == ColumnType.DECIMAL || column.type() == ColumnType.MONEY) {
        phrases.add(
            rules.isFloating()
                ? "up to " + rules.precision() + " digits"
                : "up to " + rules.scale() + " decimals");
      }
      if (!rules.choices().isEmpty()) {
        phrases.add("one of " + String.join(", ", rules.choices()));
      }
      return phrases;
    }
  }
}
