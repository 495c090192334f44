package app.pallet.workspace.pending;

import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import app.pallet.schema.table.PendingParent;
import app.pallet.spreadsheet.clipboard.ClipboardText;
import app.pallet.spreadsheet.clipboard.HtmlTable;
import app.pallet.spreadsheet.clipboard.HtmlTable.HtmlCell;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cells on their way to the clipboard.
 *
 * @param text tab-separated lines, which every program understands
 * @param html a table, in which a text stays a text
 */
public record CopiedCells(String text, String html) {

  /** The most digits of a number that spreadsheets keep. */
  private static final int EXACT_DIGITS = 15;

  /** Gathers cells row after row. */
  static final class Builder {
    private final NumberStyle numbers;
    private final List<List<HtmlCell>> rows = new ArrayList<>();

    Builder(NumberStyle numbers) {
      this.numbers = numbers;
    }

    void addHeadings(List<Column> columns) {
      rows.add(
          columns.stream()
              .map(c -> new HtmlCell(c.label(), HtmlTable.Kind.TEXT, Optional.empty()))
              .toList());
    }

    void add(ViewRow row, List<Column> columns) {
      rows.add(columns.stream().map(column -> cell(row, column)).toList());
    }

    private HtmlCell cell(ViewRow row, Column column) {
      Optional<String> rejected = row.rejectedText(column);
      String text = rejected.orElseGet(() -> CellText.plain(column, row.value(column), numbers));
      boolean isText =
          rejected.isPresent()
              || column.type().isText()
              || row.value(column) instanceof PendingParent
              || isTooExact(text);
      boolean isNumber = !isText && column.type().isNumeric() && !text.isEmpty();
      Optional<String> number =
          isNumber
              ? Optional.of(CellText.plain(column, row.value(column), NumberStyle.POINT))
              : Optional.empty();
      return new HtmlCell(text, isText ? HtmlTable.Kind.TEXT : HtmlTable.Kind.VALUE, number);
    }

    private static boolean isTooExact(String text) {
      return text.chars().filter(Character::isDigit).count() > EXACT_DIGITS;
    }

    CopiedCells build() {
      List<List<String>> texts =
          rows.stream().map(row -> row.stream().map(HtmlCell::text).toList()).toList();
      return new CopiedCells(ClipboardText.format(texts), HtmlTable.format(rows));
    }
  }
}
