package app.pallet.draft;

import app.pallet.schema.TableId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a draft is: its name tells the database, the window it comes from, and how often it was
 * rewritten.
 *
 * @param folder of all drafts
 * @param place stands for the database's place
 * @param session stands for the window
 * @param generation grows by 1 each time the file is rewritten
 */
record DraftPath(Path folder, String place, String session, int generation) {

  private static final Pattern NAME =
      Pattern.compile("([0-9a-f]{16})-([0-9a-z]+)-([0-9]{1,9})\\.draft");

  /** Stands for the place of a database in file names; it is the same for all of its tables. */
  static String nameOf(TableId table) {
    try {
      byte[] place = table.place().getBytes(StandardCharsets.UTF_8);
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(place);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  /** The path of a file, if it is one of a draft. */
  static Optional<DraftPath> of(Path file) {
    Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
    Path folder = file.getParent();
    return folder != null && name.matches()
        ? Optional.of(
            new DraftPath(folder, name.group(1), name.group(2), Integer.parseInt(name.group(3))))
        : Optional.empty();
  }

  /** The file. */
  Path file() {
    return folder.resolve("%s-%s-%d.draft".formatted(place, session, generation));
  }

  /** Where it is while it is being made. */
  Path unfinished() {
    return folder.resolve(file().getFileName() + ".tmp");
  }

  /** Where it is kept if it is damaged; a name that is free. */
  Path aside() {
    Path aside = folder.resolve(file().getFileName() + ".damaged");
    for (int n = 2; Files.exists(aside); n++) {
      aside = folder.resolve(file().getFileName() + "." + n + ".damaged");
    }
    return aside;
  }

  /** The path of the next generation. */
  DraftPath next() {
    return new DraftPath(folder, place, session, generation + 1);
  }

  /** Makes the folder, which only its owner may look into. */
  void createFolder() throws IOException {
    if (!Files.isDirectory(folder)) {
      Path parent = folder.getParent();
      if (parent != null) {
        Files.createDirectories(parent);
      }
      Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }
  }

  /** Waits until the folder's names survive a power cut, where a folder can be opened for that. */
  void forceFolder() throws IOException {
    if (isPosix(folder)) {
      try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
        names.force(true);
      }
    }
  }

  /** Permissions for a new file, where files have any. */
  static FileAttribute<?>[] ownerOnly(Path file, String permissions) {
    return isPosix(file)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
