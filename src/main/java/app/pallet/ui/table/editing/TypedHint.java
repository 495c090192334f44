package app.pallet.ui.table.editing;

import app.pallet.operation.CellResult;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.table.cells.CellDisplay;
import app.pallet.workspace.view.ViewRow;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;

/**
 * Says beside the editor what comes of a typed text that doesn't stand for itself, before it is
 * taken: {@code 122.95 → 135.25}, or what is wrong with it. FX thread.
 */
final class TypedHint extends Label {

  private static final PseudoClass PROBLEM = PseudoClass.getPseudoClass("problem");

  TypedHint() {
    getStyleClass().add("typed-hint");
    setId("typed-hint");
    setMouseTransparent(true);
    setVisible(false);
  }

  /**
   * Knows what texts mean.
   *
   * @param format how typed texts are read
   */
  record Source(GridEditor editor, CellDisplay display, CellFormat format) {

    private Optional<CellResult> of(ViewRow row, Column column, String text) {
      Optional<CellResult> meant = editor.meant(row, column, text);
      boolean isDay = column.type() == ColumnType.DATE && !CellParser.isEmpty(column, text);
      return meant.isPresent() || !isDay
          ? meant
          : Optional.of(CellResult.ofText(column, text, format));
    }
  }

  /** Says what comes of a text in a cell, if there is more to say than the text itself. */
  void show(ViewRow row, Column column, String text, Source source) {
    Optional<String> said =
        source.of(row, column, text).flatMap(result -> said(result, row, column, text, source));
    setVisible(said.isPresent());
    setText(said.orElse(""));
    pseudoClassStateChanged(
        PROBLEM, source.editor().meant(row, column, text).filter(TypedHint::isWrong).isPresent());
    setAccessibleText(getText());
  }

  void hide() {
    setVisible(false);
  }

  private static boolean isWrong(CellResult result) {
    return result instanceof CellResult.Rejected;
  }

  private static Optional<String> said(
      CellResult result, ViewRow row, Column column, String text, Source source) {
    String before = source.display().of(column, row.value(column));
    return switch (result) {
      case CellResult.Value(LocalDate day) ->
          Optional.of(day.toString())
              .filter(iso -> !iso.equals(text))
              .map(iso ->
                  iso + ", " + day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
      case CellResult.Value(var value) ->
          Optional.of(before + " → " + source.display().of(column, value));
      case CellResult.Rejected(String rejected, CellReading.Rejected why) ->
          Optional.of(
              why.accepted().isEmpty()
                  ? why.message()
                  : why.message() + "; accepted is " + why.accepted());
      case CellResult.Untouched() ->
          Optional.of(
              before.isEmpty()
                  ? "The cell is empty: there is nothing to calculate from"
                  : "Stays " + before);
    };
  }
}
