package app.pallet.operation;

import app.pallet.schema.Column;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the cells of a row hold as the user sees them. */
public interface RowCells {

  /** The value of a cell, with what is pending for it; null for an empty cell. */
  @Nullable Object value(Column column);

  /** The text in a cell that its column could not take. */
  Optional<String> rejectedText(Column column);

  /** The text of a cell as it is shown. */
  String text(Column column);
}
