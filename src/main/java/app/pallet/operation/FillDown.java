package app.pallet.operation;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Repeats the first row of each rectangle down to its last one. A text that could not be taken
 * there is repeated as it is.
 */
public final class FillDown implements Operation {

  private final Set<Column> columns;
  private final CellFormat format;

  /**
   * A fill of some columns.
   *
   * @param format how numbers and dates are meant where a column doesn't tell
   */
  public FillDown(Collection<Column> columns, CellFormat format) {
    this.columns = Collections.unmodifiableSet(new LinkedHashSet<>(columns));
    this.format = format;
  }

  @Override
  public Set<Column> reads() {
    return columns;
  }

  @Override
  public Set<Column> writes() {
    return columns;
  }

  @Override
  public boolean readsFirstRow() {
    return true;
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // the first row is its own source
  public CellResult apply(RowCells row, Column column, RowCells first) {
    return row == first
        ? new CellResult.Untouched()
        : first
            .rejectedText(column)
            .map(text -> CellResult.ofText(column, text, format))
            .orElseGet(() ->
                CellResult.of(CellRules.check(column, first.value(column)), first.text(column)));
  }
}
