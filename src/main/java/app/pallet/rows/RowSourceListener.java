package app.pallet.rows;

/** Hears on the owner's thread what a {@link RowSource} has read for it. */
public interface RowSourceListener {

  /** Another query is being answered; what there is stays until its first rows are found. */
  default void queryStarted() {}

  /** Another query is answered: number and order of rows may be new. */
  void keysChanged();

  /**
   * More rows of the query were found, behind those there are, or it is known that there are none.
   *
   * @param from index of the first of them, from 0
   */
  default void keysGrown(int from) {
    keysChanged();
  }

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
