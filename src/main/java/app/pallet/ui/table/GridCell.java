package app.pallet.ui.table;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.workspace.CellState;
import app.pallet.workspace.ViewRow;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/**
 * A cell: its value as text or box, and what is pending for it as a pseudo-class named like the
 * state ({@code :added :edited :deleted :problem}) or {@code :loading}.
 */
final class GridCell extends TableCell<GridRow, GridRow> {

  private static final PseudoClass LOADING = PseudoClass.getPseudoClass("loading");
  private static final StateMark<CellState> MARK = new StateMark<>(CellState.class);

  private final Column column;
  private final @Nullable YesNoBox box;

  GridCell(Column column) {
    this.column = column;
    box = column.type() == ColumnType.YES_NO ? new YesNoBox() : null;
    getStyleClass().add("grid-cell");
    if (box != null) {
      getStyleClass().add("yes-no");
    }
  }

  @Override
  protected void updateItem(@Nullable GridRow row, boolean empty) {
    super.updateItem(row, empty);
    Optional<ViewRow> content = Optional.ofNullable(row).flatMap(GridRow::content);
    pseudoClassStateChanged(LOADING, row != null && !empty && content.isEmpty());
    if (empty || content.isEmpty()) {
      MARK.show(this, CellState.UNCHANGED);
      setText(null);
      setGraphic(null);
      setTooltip(null);
      setAccessibleText(empty ? null : column.label() + ", loading");
      return;
    }
    show(content.get());
  }

  private void show(ViewRow row) {
    CellState state = row.state(column);
    MARK.show(this, state);
    Optional<String> rejected = row.rejectedText(column);
    Object value = row.value(column);
    String text = rejected.map(CellDisplay::line).orElseGet(() -> CellDisplay.of(column, value));
    if (box != null && rejected.isEmpty() && value instanceof Boolean yes) {
      box.show(yes);
      setText(null);
      setGraphic(box);
    } else {
      setText(text);
      setGraphic(null);
    }
    List<String> remarks = remarks(row, state);
    setTooltip(remarks.isEmpty() ? null : new Tooltip(String.join("\n", remarks)));
    setAccessibleText(
        Stream.concat(Stream.of(column.label(), text.isEmpty() ? "empty" : text), remarks.stream())
            .collect(Collectors.joining(", ")));
  }

  private List<String> remarks(ViewRow row, CellState state) {
    return Stream.of(
            row.problem(column).map(problem -> problem.sentence()),
            Optional.of(state)
                .filter(s -> s == CellState.EDITED || s == CellState.PROBLEM)
                .filter(s -> row.stored() != null)
                .map(s -> "Was: " + before(row)))
        .flatMap(Optional::stream)
        .toList();
  }

  private String before(ViewRow row) {
    String text = CellDisplay.of(column, row.storedValue(column));
    return text.isEmpty() ? "empty" : text;
  }
}
