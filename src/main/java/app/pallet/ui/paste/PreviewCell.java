package app.pallet.ui.paste;

import app.pallet.change.RowProblem;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.imports.ImportChoices.CellPlace;
import app.pallet.workspace.input.PreviewRow;
import app.pallet.workspace.input.RowCategory;
import java.util.Optional;
import javafx.scene.control.TableCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A text of the source. A text that is not accepted is marked, says why, and can be corrected in
 * place: Enter or leaving the cell keeps what was typed, and Esc drops it.
 */
final class PreviewCell extends TableCell<PreviewRow, PreviewRow> {

  private static final Duration TOOLTIP_DELAY = Duration.millis(300);

  private final ImportViewModel viewModel;
  private final PreviewTable.PreviewColumn column;
  private final FontIcon mark = Icons.of(Feather.ALERT_CIRCLE, "problem-mark");
  private final Tooltip reason = Labels.wrappedTooltip(420);
  private final TextField field = new TextField();
  private Optional<PreviewRow> edited = Optional.empty();

  PreviewCell(ImportViewModel viewModel, PreviewTable.PreviewColumn column) {
    this.viewModel = viewModel;
    this.column = column;
    reason.setShowDelay(TOOLTIP_DELAY);
    field.getStyleClass().add("preview-field");
    field.setAccessibleText(column.heading());
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::endBy);
    getStyleClass().add("preview-cell");
    if (column.column().isEmpty()) {
      getStyleClass().add("left-out");
    } else if (column.column().get().type().isNumeric()) {
      getStyleClass().add("numeric");
    }
  }

  @Override
  protected void updateItem(@Nullable PreviewRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().remove("problem");
    setGraphic(null);
    setTooltip(null);
    setText(row == null ? null : column.text(row).replaceAll("\\s+", " "));
    if (row != null) {
      column.problem(row).ifPresent(this::mark);
    }
  }

  private void mark(RowProblem problem) {
    getStyleClass().add("problem");
    setGraphic(mark);
    reason.setText(PreviewTable.ProblemWording.tooltip(problem) + "\n\nDouble click to mend it.");
    setTooltip(reason);
    setAccessibleText(getText() + ", " + problem.sentence());
  }

  @Override
  public void startEdit() {
    PreviewRow row = getItem();
    if (row == null
        || row.category() != RowCategory.PROBLEM
        || column.column().isEmpty()
        || edited.isPresent()) {
      return;
    }
    super.startEdit();
    if (isEditing()) {
      edited = Optional.of(row);
      viewModel.hold();
      field.setText(column.text(row));
      setText(null);
      setGraphic(field);
      field.requestFocus();
      field.selectAll();
    }
  }

  /** What JavaFX calls wherever an edit ends; only Esc drops what was typed. */
  @Override
  public void cancelEdit() {
    end(field.getText());
    super.cancelEdit();
    updateItem(getItem(), isEmpty());
  }

  private void endBy(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER) {
      cancelEdit();
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      edited.map(column::text).ifPresent(field::setText);
      cancelEdit();
      event.consume();
    }
  }

  private void end(String text) {
    getTableView().requestFocus();
    Optional<PreviewRow> row = edited;
    edited = Optional.empty();
    row.ifPresent(ended -> {
      if (!text.equals(column.text(ended))) {
        viewModel.correct(new CellPlace(ended.row().line(), column.place()), text);
      }
      viewModel.release();
    });
  }
}
