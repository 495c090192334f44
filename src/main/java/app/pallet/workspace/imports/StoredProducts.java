package app.pallet.workspace.imports;

import app.pallet.change.FoundRows;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowValues;
import app.pallet.rows.RowReader;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.Column;
import app.pallet.spreadsheet.matching.RowFinder;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * The products of an open catalogue, by their keys; for any thread.
 *
 * @param texts reads cells that refer to other rows
 */
public record StoredProducts(RowReader reader, ReferenceTexts texts) implements RowFinder {

  @Override
  public FoundRows find(Column column, List<RowValues> said, Collection<Column> wanted) {
    return reader.findSaid(column, said, wanted);
  }

  @Override
  public FoundRows find(List<RowKey.Stored> keys, Collection<Column> wanted) {
    return reader.findKeys(keys, wanted);
  }

  @Override
  public Set<Integer> zeroedLengths(Column column) {
    return reader.zeroedLengths(column);
  }

  @Override
  public UnaryOperator<List<RowMapping>> references(boolean addsParents) {
    return texts.rows(addsParents)::read;
  }

  @Override
  public boolean isQuick(Column column) {
    return column.rules().unique() && !reader.isEmpty();
  }
}
