package app.pallet.spreadsheet.export;

import app.pallet.change.RowValues;
import java.util.function.Consumer;

/** Where the rows of an export come from, one after the other. */
@FunctionalInterface
public interface RowFeed {

  /** Hands every row to a consumer, whose exceptions end the feed. */
  void forEach(Consumer<RowValues> consumer);
}
