package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import java.io.IOException;

/** A file that is being written, row after row, by one thread. */
interface RowSink extends AutoCloseable {

  /**
   * Writes one more row.
   *
   * @throws UnwritableCellException if this kind of file can't hold one of its values
   */
  void write(RowValues row) throws IOException;

  /** Ends the file, which is complete only after this. */
  @Override
  void close() throws IOException;
}
