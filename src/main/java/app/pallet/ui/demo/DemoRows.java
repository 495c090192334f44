package app.pallet.ui.demo;

import app.pallet.change.RowValues;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.ClipboardText;
import app.pallet.workspace.ExampleProducts;
import java.util.ArrayList;
import java.util.List;

/** Rows as a spreadsheet would put them on the clipboard. */
final class DemoRows {

  private static final List<String> COLUMNS =
      List.of("sku", "name", "category", "price", "quantity");

  private DemoRows() {}

  /**
   * A block with a header row.
   *
   * @param first number of the first product
   */
  static String block(TableSchema schema, int first, int count) {
    List<Column> columns = COLUMNS.stream().map(schema::require).toList();
    List<List<String>> lines = new ArrayList<>(count + 1);
    lines.add(columns.stream().map(Column::label).toList());
    new ExampleProducts(schema).stream(first, count).forEach(row -> lines.add(texts(columns, row)));
    return ClipboardText.format(lines);
  }

  private static List<String> texts(List<Column> columns, RowValues row) {
    return columns.stream().map(column -> CellText.plain(column, row.get(column))).toList();
  }
}
