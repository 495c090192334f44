package app.pallet.draft;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Says in plain words why a draft can't be written. */
record DraftWords(Path folder) {

  /** The reason, as a sentence without its full stop. */
  String reason(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    String lower = message.toLowerCase(Locale.ROOT);
    if (lower.contains("no space left") || lower.contains("not enough space")) {
      return "The disk with " + folder + " is full";
    }
    if (lower.contains("quota exceeded")) {
      return "Your quota on the disk with " + folder + " is used up";
    }
    return switch (failure) {
      case AccessDeniedException denied -> denied.getFile() + " can't be written";
      case NoSuchFileException missing -> missing.getFile() + " is no longer there";
      case FileAlreadyExistsException other ->
          other.getFile() + " is there already, and not what it should be";
      case FileSystemException other when lower.contains("read-only") -> folder + " is read-only";
      case IOException other -> "Writing to " + folder + " failed: " + message;
      default -> "An unexpected error: " + failure;
    };
  }
}
