package app.pallet.ui.paste;

import app.pallet.change.RowProblem;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Icons;
import app.pallet.workspace.input.PreviewRow;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line a row begins at in its source, marked where the row as a whole is wrong. */
final class LineCell extends TableCell<PreviewRow, PreviewRow> {

  private final FontIcon mark = Icons.of(Feather.ALERT_CIRCLE, "problem-mark");
  private final Predicate<RowProblem> wanted;
  private final Tooltip reason = new Tooltip();

  /**
   * A cell of no row yet.
   *
   * @param wanted which problems are told here, because no other cell can
   */
  LineCell(Predicate<RowProblem> wanted) {
    this.wanted = wanted;
    reason.setWrapText(true);
    reason.setMaxWidth(420);
    getStyleClass().add("preview-line");
  }

  @Override
  protected void updateItem(@Nullable PreviewRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().remove("problem");
    setGraphic(null);
    setTooltip(null);
    setText(row == null ? null : Wording.grouped(row.row().line()));
    List<RowProblem> problems =
        row == null ? List.of() : row.problems().stream().filter(wanted).toList();
    if (!problems.isEmpty()) {
      getStyleClass().add("problem");
      setGraphic(mark);
      reason.setText(
          problems.stream().map(ProblemWording::tooltip).collect(Collectors.joining("\n\n")));
      setTooltip(reason);
    }
  }
}
