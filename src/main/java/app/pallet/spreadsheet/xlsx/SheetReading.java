package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.TextRow;
import java.io.IOException;
import java.util.Optional;

/** The rows of one sheet, one after the other. Confined to one thread. */
interface SheetReading extends AutoCloseable {

  /**
   * The next row.
   *
   * @param width the fewest cells of the row; empty cells are added
   */
  Optional<TextRow> next(int width) throws IOException;

  /** The number of the row that was read last, counted from 1. */
  int rowNumber();

  @Override
  void close() throws IOException;
}
