package app.pallet.output;

import java.nio.file.Path;

/**
 * A file may not be written where the user wants it. The message names the file and tells the user
 * why. Nothing was changed.
 */
public final class RefusedOutputException extends RuntimeException {

  private static final long serialVersionUID = 1;

  RefusedOutputException(Path file, String why) {
    super("%s is not written: %s; choose another name".formatted(file, why));
  }
}
