package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Why a draft can't be written, as the user reads it. */
final class DraftWordsTest {

  private static final Path FOLDER = Path.of("drafts");

  static List<Arguments> failures() {
    return List.of(
        arguments(new IOException("No space left on device"), "The disk with drafts is full"),
        arguments(
            new FileSystemException("a", null, "There is not enough space on the disk"),
            "The disk with drafts is full"),
        arguments(
            new IOException("Disk quota exceeded"),
            "Your quota on the disk with drafts is used up"),
        arguments(new AccessDeniedException("a.draft"), "a.draft can't be written"),
        arguments(new NoSuchFileException("a.draft"), "a.draft is no longer there"),
        arguments(
            new FileAlreadyExistsException("a.draft"),
            "a.draft is there already, and not what it should be"),
        arguments(
            new FileSystemException("a.draft", null, "Read-only file system"),
            "drafts is read-only"),
        arguments(
            new FileSystemException("a.draft", null, "Too many open files"),
            "Writing to drafts failed: a.draft: Too many open files"),
        arguments(
            new IOException("Input/output error"), "Writing to drafts failed: Input/output error"),
        arguments(
            new IllegalStateException("odd"),
            "An unexpected error: java.lang.IllegalStateException: odd"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void theReasonIsSaidInPlainWords(Exception failure, String words) {
    assertThat(new DraftWords(FOLDER).reason(failure)).isEqualTo(words);
  }
}
