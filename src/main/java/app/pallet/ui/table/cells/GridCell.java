package app.pallet.ui.table.cells;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.view.CellState;
import app.pallet.workspace.view.ViewRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * A cell: its value as text or box, and what is pending for it as a pseudo-class named like the
 * state ({@code :added :edited :deleted :problem}) or {@code :loading}. Drawn for every row
 * scrolled by, so everything that only a resting mouse or a screen reader needs is made when that
 * asks.
 */
public final class GridCell extends TableCell<GridRow, GridRow> {

  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
  private static final StateMark<CellState> MARK = new StateMark<>(CellState.class);
  private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");
  private static final double WIDEST_TOOLTIP = 420;

  private final Column column;
  private final CellDisplay display;
  private final @Nullable YesNoBox box;
  private @Nullable BeforeAndAfter change;
  private final HitMarks marks = new HitMarks();

  /** A cell of a column that shows no row yet. */
  public GridCell(Column column, CellDisplay display) {
    this.column = column;
    this.display = display;
    box = column.type() == ColumnType.YES_NO ? new YesNoBox() : null;
    getStyleClass().add("grid-cell");
    hoverProperty().addListener(observable -> describe());
  }

  @Override
  protected void updateItem(@Nullable GridRow row, boolean empty) {
    super.updateItem(row, empty);
    boolean shown = row != null && !empty;
    Optional<ViewRow> content = content();
    pseudoClassStateChanged(LOADING, shown && content.isEmpty());
    if (content.isPresent()) {
      show(content.get());
    } else {
      MARK.show(this, CellState.UNCHANGED);
      marks.show(GridModel.NO_MARKS);
      pseudoClassStateChanged(PREVIEW, false);
      setText(null);
      setGraphic(null);
    }
    if (isHover()) {
      describe();
    }
  }

  @Override
  public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
    if (attribute == AccessibleAttribute.TEXT && !isEmpty()) {
      return content()
          .map(row ->
              Stream.concat(Stream.of(column.label(), value(row)), remarks(row).stream())
                  .collect(Collectors.joining(", ")))
          .orElse(column.label() + ", loading");
    }
    return super.queryAccessibleAttribute(attribute, parameters);
  }

  private Optional<ViewRow> content() {
    return isEmpty() ? Optional.empty() : Optional.ofNullable(getItem()).flatMap(GridRow::content);
  }

  private void show(ViewRow row) {
    MARK.show(this, row.state(column));
    Optional<String> after = preview(row);
    pseudoClassStateChanged(PREVIEW, after.isPresent());
    boolean readable = row.rejectedText(column).isEmpty();
    marks.show(GridModel.NO_MARKS);
    if (after.isPresent()) {
      change = change == null ? new BeforeAndAfter() : change;
      change.setAlignment(column.type().isNumeric() ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
      change.show(display.of(row, column), after.get());
      setText(null);
      setGraphic(change);
    } else if (box != null && readable && row.value(column) instanceof Boolean yes) {
      box.show(yes);
      setText(null);
      setGraphic(box);
    } else {
      String text = display.of(row, column);
      setText(text);
      setGraphic(null);
      rows().ifPresent(rows -> marks.show(rows.model().marks(getIndex(), row, column, text)));
    }
  }

  private Optional<RowList> rows() {
    return getTableView() != null && getTableView().getItems() instanceof RowList rows
        ? Optional.of(rows)
        : Optional.empty();
  }

  /** What the cell becomes by a change that is being prepared. */
  private Optional<String> preview(ViewRow row) {
    return rows().flatMap(rows -> rows.model().preview(getIndex(), row, column));
  }

  private String value(ViewRow row) {
    String text = display.of(row, column);
    String now = text.isEmpty() ? "empty" : text;
    return preview(row).map(after -> now + " becomes " + after).orElse(now);
  }

  /** Gives the cell a tooltip while the mouse is over it and there is more to say than it shows. */
  private void describe() {
    setTooltip(isHover() ? tooltip() : null);
  }

  private @Nullable Tooltip tooltip() {
    Optional<ViewRow> row = content();
    if (row.isEmpty()) {
      return null;
    }
    Stream<String> whole = isCut() ? Stream.of(whole(row.get())) : Stream.empty();
    List<String> lines = Stream.concat(whole, remarks(row.get()).stream()).toList();
    if (lines.isEmpty()) {
      return null;
    }
    Tooltip tooltip = new Tooltip(String.join("\n", lines));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST_TOOLTIP);
    return tooltip;
  }

  private String whole(ViewRow row) {
    return preview(row).isPresent() ? value(row) : display.edited(row, column);
  }

  private List<String> remarks(ViewRow row) {
    return CellFacts.of(row, column, display).remarks();
  }

  /** Whether there is more than is seen, on one line or, in tall rows, on two. */
  private boolean isCut() {
    if (getText() == null) {
      return change != null && change.equals(getGraphic());
    }
    boolean wider =
        isWrapText() ? prefHeight(getWidth()) > getHeight() : prefWidth(-1) > getWidth();
    return wider || getText().contains("\u21B5");
  }

  /** Keeps before and after within the cell. As a graphic they would reach over the next one. */
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    if (change != null && change.equals(getGraphic())) {
      double left = snappedLeftInset();
      change.resizeRelocate(
          left, 0, getWidth() - left - snappedRightInset(), getHeight() - snappedBottomInset());
    }
    marks.layOut();
  }

  /**
   * The places behind the letters where something is that is looked for. One that does not fit into
   * the cell is shown on the dots.
   */
  private final class HitMarks {

    private final Path path = new Path();
    private int[] spans = GridModel.NO_MARKS;

    HitMarks() {
      path.getStyleClass().add("hit");
      path.setManaged(false);
      path.setMouseTransparent(true);
    }

    void show(int[] now) {
      if (now.length > 0 || spans.length > 0) {
        spans = now;
        requestLayout();
      }
    }

    void layOut() {
      if (spans.length == 0) {
        getChildren().remove(path);
        return;
      }
      for (Node child : getChildren()) {
        if (child instanceof Text text) {
          mark(text);
          break;
        }
      }
      if (!getChildren().contains(path)) {
        getChildren().addFirst(path);
      }
    }

    private void mark(Text text) {
      String all = getText();
      String seen = text.getText();
      int same = 0;
      while (same < Math.min(all.length(), seen.length())
          && all.charAt(same) == seen.charAt(same)) {
        same++;
      }
      path.getElements().clear();
      for (int i = 0; i < spans.length; i += 2) {
        int from = Math.min(spans[i], same);
        int to = spans[i + 1] <= same ? spans[i + 1] : seen.length();
        path.getElements().addAll(text.rangeShape(from, to));
      }
      path.setLayoutX(text.getLayoutX());
      path.setLayoutY(text.getLayoutY());
    }
  }

  /** Shows what a cell holds, struck out, and what it would become. */
  private static final class BeforeAndAfter extends HBox {

    private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
    private static final double GAP = 5;

    private final Label before = Labels.of("", "preview-before");
    private final Label after = Labels.of("", "preview-after");

    BeforeAndAfter() {
      super(GAP);
      before.setMinWidth(0);
      getChildren().addAll(before, Icons.of(Feather.ARROW_RIGHT, "preview-arrow"), after);
    }

    /** What the cell becomes is what is looked for: it gets its room first. */
    @Override
    protected void layoutChildren() {
      after.setMinWidth(Math.min(after.prefWidth(-1), getWidth()));
      super.layoutChildren();
    }

    void show(String now, String then) {
      before.setText(now.isEmpty() ? "empty" : now);
      before.pseudoClassStateChanged(BLANK, now.isEmpty());
      after.setText(then.isEmpty() ? "empty" : then);
    }
  }

  /** Shows yes as a ticked box and no as an empty one. */
  private static final class YesNoBox extends StackPane {

    private static final PseudoClass CHECKED = PseudoClass.getPseudoClass("checked");

    YesNoBox() {
      getStyleClass().add("yes-no-box");
      Region tick = new Region();
      tick.getStyleClass().add("tick");
      tick.setMouseTransparent(true);
      getChildren().add(tick);
    }

    void show(boolean yes) {
      pseudoClassStateChanged(CHECKED, yes);
    }
  }
}
