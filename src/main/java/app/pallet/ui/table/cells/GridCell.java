package app.pallet.ui.table.cells;

import app.pallet.change.RowProblem;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.view.CellState;
import app.pallet.workspace.view.ViewRow;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * A cell: its value as text or box, and what is pending for it as a pseudo-class named like the
 * state ({@code :added :edited :deleted :problem}) or {@code :loading}. Drawn for every row
 * scrolled by, so everything that only a resting mouse or a screen reader needs is made when that
 * asks.
 */
public final class GridCell extends TableCell<GridRow, GridRow> {

  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
  private static final PseudoClass PREVIEW = PseudoClass.getPseudoClass("preview");
  private static final StateMark<CellState> MARK = new StateMark<>(CellState.class);
  private static final double WIDEST_TOOLTIP = 420;

  private final Column column;
  private final CellDisplay display;
  private final @Nullable YesNoBox box;
  private @Nullable BeforeAfter beforeAfter;

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
              Stream.concat(
                      Stream.of(column.label(), value(row)),
                      CellRemarks.of(row, column, display).stream())
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
    Optional<String> after = after();
    pseudoClassStateChanged(PREVIEW, after.isPresent());
    if (after.isPresent()) {
      if (beforeAfter == null) {
        beforeAfter = new BeforeAfter();
      }
      beforeAfter.show(display.of(row, column), after.get());
      setText(null);
      setGraphic(beforeAfter);
      return;
    }
    boolean readable = row.rejectedText(column).isEmpty();
    if (box != null && readable && row.value(column) instanceof Boolean yes) {
      box.show(yes);
      setText(null);
      setGraphic(box);
    } else {
      setText(display.of(row, column));
      setGraphic(null);
    }
  }

  private Optional<String> after() {
    return Optional.ofNullable(getItem()).flatMap(row -> row.preview(column));
  }

  private String value(ViewRow row) {
    String text = display.of(row, column);
    String now = text.isEmpty() ? "empty" : text;
    return after().map(after -> now + " becomes " + after).orElse(now);
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
    Stream<String> whole = isCut() ? Stream.of(display.edited(row.get(), column)) : Stream.empty();
    List<String> lines =
        Stream.concat(whole, CellRemarks.of(row.get(), column, display).stream()).toList();
    if (lines.isEmpty()) {
      return null;
    }
    Tooltip tooltip = new Tooltip(String.join("\n", lines));
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(WIDEST_TOOLTIP);
    return tooltip;
  }

  private boolean isCut() {
    return getText() != null && (prefWidth(-1) > getWidth() || getText().contains("\u21B5"));
  }

  /** What there is to say about a cell beside its value, for its tooltip and for screen readers. */
  private static final class CellRemarks {

    private static final Set<CellState> WITH_BEFORE =
        EnumSet.of(CellState.EDITED, CellState.WARNING, CellState.PROBLEM);

    private CellRemarks() {}

    /** What is wrong with the cell and what it was before, where there is such a thing. */
    static List<String> of(ViewRow row, Column column, CellDisplay display) {
      return Stream.of(row.problem(column).map(RowProblem::sentence), before(row, column, display))
          .flatMap(Optional::stream)
          .toList();
    }

    private static Optional<String> before(ViewRow row, Column column, CellDisplay display) {
      CellState state = row.state(column);
      if (row.stored() == null || !WITH_BEFORE.contains(state)) {
        return Optional.empty();
      }
      String text = display.of(column, row.storedValue(column));
      return Optional.of("Was: " + (text.isEmpty() ? "empty" : text));
    }
  }

  /** What a cell holds, struck through, and what it would become. */
  private static final class BeforeAfter extends HBox {

    private final Label before = Labels.of("", "preview-before");
    private final Label after = Labels.of("", "preview-after");

    BeforeAfter() {
      getStyleClass().add("preview");
      after.setMinWidth(Region.USE_PREF_SIZE);
      Label arrow = Labels.of("\u2192", "preview-arrow");
      arrow.setMinWidth(Region.USE_PREF_SIZE);
      getChildren().addAll(before, arrow, after);
    }

    void show(String was, String becomes) {
      before.setText(was);
      after.setText(becomes.isEmpty() ? "empty" : becomes);
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
