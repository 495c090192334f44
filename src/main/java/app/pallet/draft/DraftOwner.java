package app.pallet.draft;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * What a draft is of, and who makes it.
 *
 * @param catalogue the catalogue's file, whichever way it was named
 * @param identity tells this file from another at the same place; empty where files have nothing
 *     for that
 * @param user who edits
 */
record DraftOwner(Path catalogue, String identity, String user) {

  /** A catalogue as it is now, edited by whoever runs this JVM. */
  static DraftOwner of(Path catalogue) {
    return new DraftOwner(
        DraftPath.absolute(catalogue), identity(catalogue), System.getProperty("user.name", ""));
  }

  private static String identity(Path file) {
    try {
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return Objects.toString(key, "");
    } catch (IOException e) { // nothing that could be compared with
      return "";
    }
  }

  /** Whether a draft was made of a file that stood at the same place, but is not this one. */
  boolean isOfAnotherFile(DraftFrame.Header header) {
    return !header.identity().isEmpty()
        && !identity.isEmpty()
        && !header.identity().equals(identity);
  }

  /** What a file begins with. */
  DraftFrame.Header header(long lastNumber) {
    return new DraftFrame.Header(catalogue.toString(), identity, user, lastNumber);
  }
}
