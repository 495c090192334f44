package app.pallet.spreadsheet;

import app.pallet.change.Row;
import app.pallet.schema.Column;
import java.util.Collection;
import java.util.Map;

/** Finds products of the catalogue by the values of one column, many at once. */
@FunctionalInterface
public interface RowFinder {

  /** The row of each key that is there. */
  Map<Object, Row> find(Column column, Collection<?> keys);
}
