package app.pallet.ui.filter;

import app.pallet.rows.Facet;
import app.pallet.schema.Column;
import java.util.Collection;
import java.util.function.Consumer;

/** Counts values of columns. A new request replaces the last one. */
public interface FacetCounts {

  /** Where no catalogue is open. */
  FacetCounts NONE = (columns, limit, done) -> {};

  /**
   * Counts the values of columns among the rows that the rest of the filter leaves.
   *
   * @param limit values that are named at most
   * @param done gets each column's values on the FX thread
   */
  void count(Collection<Column> columns, int limit, Consumer<Facet> done);
}
