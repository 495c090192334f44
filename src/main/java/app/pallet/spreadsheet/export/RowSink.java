package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import java.io.IOException;

/** A file that one thread writes row by row. */
interface RowSink extends AutoCloseable {

  /**
   * Writes one more row.
   *
   * @throws UnwritableCellException if this kind of file can't hold one of its values
   */
  void write(RowValues row) throws IOException;

  /** Ends the file. It is complete only after this. */
  @Override
  void close() throws IOException;
}
