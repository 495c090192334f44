package app.pallet.database.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells a file from every other one that may come to stand at its path. Where files have a number
 * of their own this is it, which no other file gets while this one is open; elsewhere, as on
 * Windows, where an open catalogue can't be replaced anyway, it is when the file was made.
 *
 * @param key the file's number, or null where there is none
 * @param created when it was made; null where there is a number
 */
public record FileIdentity(@Nullable Object key, @Nullable FileTime created) {

  /** The file at a path, links followed. */
  public static FileIdentity of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    Object key = attributes.fileKey();
    return key == null
        ? new FileIdentity(null, attributes.creationTime())
        : new FileIdentity(key, null);
  }

  /** Whether the path leads to this file. */
  public boolean isAt(Path file) throws IOException {
    return Objects.equals(of(file), this);
  }
}
