package app.pallet.operation.number;

import app.pallet.operation.CellResult;
import app.pallet.operation.ColumnOperation;
import app.pallet.operation.NoResultException;
import app.pallet.operation.RowCells;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;

/**
 * Calculates a number by a rule. Where there is no number to begin with, the cell stays as it is:
 * an empty cell is not 0.
 *
 * @param from the column whose number the rule begins with, often the column itself
 * @param rounding to the decimals that the column keeps
 */
public record ChangeNumber(Column column, Column from, NumberRule rule, RoundingMode rounding)
    implements ColumnOperation {

  public ChangeNumber {
    ColumnOperation.requireWritable(column);
    ColumnOperation.require(column.type().isNumeric(), column, "numbers");
    ColumnOperation.require(from.type().isNumeric(), from, "numbers");
  }

  @Override
  public Set<Column> reads() {
    return from.equals(column) ? Set.of(column) : Set.of(column, from);
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    if (row.rejectedText(from).isPresent()) {
      return CellResult.unusable(row, column, from);
    }
    return switch (row.value(from)) {
      case BigDecimal number -> result(row, number);
      case Long number -> result(row, BigDecimal.valueOf(number));
      case null, default -> new CellResult.Untouched();
    };
  }

  private CellResult result(RowCells row, BigDecimal number) {
    try {
      BigDecimal result = rule.apply(number);
      return from.equals(column) && result.compareTo(number) == 0
          ? new CellResult.Untouched() // however many decimals another program has stored
          : CellResult.ofNumber(column, result, rounding);
    } catch (NoResultException e) {
      return CellResult.refused(row, column, e.why());
    }
  }
}
