package app.pallet.operation.text;

import app.pallet.operation.CellResult;
import app.pallet.operation.ColumnOperation;
import app.pallet.operation.RowCells;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Joins the texts of columns that are not empty. A cell stays as it is where all of them are.
 *
 * @param columns in their order, at least one
 * @param separator between two texts
 */
public record JoinColumns(Column column, List<Column> columns, String separator)
    implements ColumnOperation {

  public JoinColumns {
    ColumnOperation.requireWritable(column);
    columns = List.copyOf(columns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("Joining needs columns");
    }
  }

  @Override
  public Set<Column> reads() {
    Set<Column> reads = new LinkedHashSet<>(columns);
    reads.add(column);
    return reads;
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    Optional<Column> unusable =
        columns.stream().filter(each -> row.rejectedText(each).isPresent()).findFirst();
    if (unusable.isPresent()) {
      return CellResult.unusable(row, column, unusable.get());
    }
    String text =
        columns.stream()
            .map(row::text)
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining(separator));
    return text.isEmpty()
        ? new CellResult.Untouched()
        : CellResult.ofText(column, text, CellFormat.PLAIN);
  }
}
