package app.pallet.rows;

/** Hears on the owner's thread what a {@link RowSource} has read for it. */
public interface RowSourceListener {

  /** Another query is answered: number and order of rows may be new. */
  void keysChanged();

  /**
   * Rows that were missing, or have been read again, are there.
   *
   * @param from index of the first row, from 0
   * @param to index behind the last row
   */
  void rowsArrived(int from, int to);

  /** Reading failed; the rows there were remain. */
  void failed(Throwable failure);
}
