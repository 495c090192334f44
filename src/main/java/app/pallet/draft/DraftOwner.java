package app.pallet.draft;

import app.pallet.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * What a draft is of, and who makes it.
 *
 * @param table the table that is edited
 * @param identity tells the database from another one that stood or will stand at the same place;
 *     empty where nothing does
 * @param user who edits
 */
record DraftOwner(TableId table, String identity, String user) {

  /** A table as it is now, edited by whoever runs this JVM. */
  static DraftOwner of(TableId table) {
    return new DraftOwner(table, identity(table), System.getProperty("user.name", ""));
  }

  private static String identity(TableId table) {
    try {
      Path file = Path.of(table.place());
      Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
      return Objects.toString(key, "");
    } catch (IOException e) { // nothing that could be compared with
      return "";
    }
  }

  /** Whether a draft was made of a database that stood at the same place, but is not this one. */
  boolean isOfAnotherDatabase(DraftFrame.Header header) {
    return !header.identity().isEmpty()
        && !identity.isEmpty()
        && !header.identity().equals(identity);
  }

  /** What a file begins with. */
  DraftFrame.Header header(long lastNumber) {
    return new DraftFrame.Header(table.toString(), identity, user, lastNumber);
  }
}
