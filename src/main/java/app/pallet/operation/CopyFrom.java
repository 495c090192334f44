package app.pallet.operation;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Takes the value of another column of the row, such as the price for the compare-at price. Numbers
 * are rounded to the decimals of the column; values of another type are read from their text. A
 * cell stays as it is where the other column is empty.
 */
public record CopyFrom(Column column, Column from, RoundingMode rounding)
    implements ColumnOperation {

  public CopyFrom {
    ColumnOperation.requireWritable(column);
  }

  @Override
  public Set<Column> reads() {
    return Set.of(from, column);
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    if (row.rejectedText(from).isPresent()) {
      return CellResult.unusable(row, column, from);
    }
    @Nullable Object value = row.value(from);
    if (value == null) {
      return new CellResult.Untouched();
    }
    if (column.type().isNumeric() && from.type().isNumeric()) {
      return switch (value) {
        case Long whole -> CellResult.ofNumber(column, BigDecimal.valueOf(whole), rounding);
        case BigDecimal number -> CellResult.ofNumber(column, number, rounding);
        default -> CellResult.unusable(row, column, from); // what another program stored
      };
    }
    boolean same = column.type() == from.type() && !column.type().isText(); // texts have forms
    return same
        ? CellResult.of(CellRules.check(column, value), row.text(from))
        : CellResult.ofText(column, row.text(from), CellFormat.PLAIN);
  }
}
