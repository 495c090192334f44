package app.pallet.rows;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A table holds texts that only SQLite itself can search as it always does. */
final class UnsearchableTextException extends IOException {

  private static final long serialVersionUID = 1L;

  UnsearchableTextException(@Nullable Throwable cause) {
    super("A text has a NUL character or is no UTF-8", cause);
  }
}
