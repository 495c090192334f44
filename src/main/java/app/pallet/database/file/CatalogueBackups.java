package app.pallet.database.file;

import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.work.WorkMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The backups of catalogues, in a folder for each: whole copies, of which the latest few are kept.
 * A backup's place is told by its number and never by its date, so a clock that was set back
 * neither makes a new backup look old nor an old one look new. Blocking; any thread.
 */
public final class CatalogueBackups {

  /** Backups of a catalogue that are kept unless told otherwise. */
  public static final int KEPT = 7;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final Pattern NAME = Pattern.compile("(\\d{8}T\\d{6}Z)-(\\d{1,18})\\.pallet");
  private static final int LONGEST_NAME = 80;
  private static final int HASH_BYTES = 4;

  private final Path root;
  private final int kept;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * Backups below a folder, which is made with the first one.
   *
   * @param kept how many of each catalogue are kept, at least 1
   * @param clock when a backup is made
   * @param zone where days begin
   */
  public CatalogueBackups(Path root, int kept, InstantSource clock, ZoneId zone) {
    if (kept < 1) {
      throw new IllegalArgumentException("At least 1 backup must be kept, not " + kept);
    }
    this.root = root;
    this.kept = kept;
    this.clock = clock;
    this.zone = zone;
  }

  /** Backups below a folder as the editor and the command line make them. */
  public static CatalogueBackups in(Path root) {
    return new CatalogueBackups(root, KEPT, InstantSource.system(), ZoneId.systemDefault());
  }

  /** Where the backups of a catalogue are; the folder need not be there. */
  public Path folderOf(Path catalogue) {
    Path absolute = catalogue.toAbsolutePath().normalize();
    String name = Objects.toString(absolute.getFileName(), "catalogue");
    String shortName = name.substring(0, Math.min(LONGEST_NAME, name.length()));
    return root.resolve(shortName + "-" + hash(absolute.toString()));
  }

  /**
   * The backups of a catalogue, latest first.
   *
   * @throws CatalogueException if their folder can't be read
   */
  public List<Backup> list(Path catalogue) {
    Path folder = folderOf(catalogue);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .flatMap(file -> backup(file).stream())
          .sorted(Comparator.comparingLong(Backup::number).reversed())
          .toList();
    } catch (IOException e) {
      throw new CatalogueException(
          folder, Reason.FAILED, "The backups in " + folder + " can't be read", e);
    }
  }

  /** Whether the latest backup is not of today, so that one should be made before a commit. */
  public boolean isDue(Path catalogue) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
    return list(catalogue).stream()
        .findFirst()
        .map(latest -> !LocalDate.ofInstant(latest.made(), zone).equals(today))
        .orElse(true);
  }

  /**
   * Makes a backup, and lets go of those that are not among the latest any more. Takes about as
   * long as copying the file, and reading the copy once.
   *
   * @param catalogue may be in use
   * @throws CatalogueException {@link Reason#NO_BACKUP} or {@link Reason#DAMAGED} if none was made;
   *     all earlier ones are still there
   * @throws java.util.concurrent.CancellationException if the monitor says so
   */
  public Backup make(Path catalogue, WorkMonitor monitor) {
    List<Backup> before = list(catalogue);
    Path folder = folderOf(catalogue);
    makeFolder(catalogue, folder);
    long number = before.isEmpty() ? 1 : before.getFirst().number() + 1;
    LocalDateTime now = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    Path file = folder.resolve("%s-%06d.pallet".formatted(STAMP.format(now), number));
    new BackupCopy(catalogue, file).make(monitor);
    try {
      for (Backup old : before.subList(Math.min(kept - 1, before.size()), before.size())) {
        Files.deleteIfExists(old.file());
      }
    } catch (IOException e) {
      throw failure(catalogue, file, "old ones can't be deleted: " + e, Optional.of(e));
    }
    return backup(file)
        .orElseThrow(() -> failure(catalogue, file, "it is gone already", Optional.empty()));
  }

  /**
   * Copies a backup to where it can be opened and edited.
   *
   * @param target a file that is not there yet
   * @throws CatalogueException if it is, or can't be written
   */
  public static void restore(Backup backup, Path target) {
    if (!new CatalogueFile(target).createIfMissing()) {
      throw new CatalogueException(target, Reason.ALREADY_THERE, target + " is there already");
    }
    try {
      Files.copy(backup.file(), target, StandardCopyOption.REPLACE_EXISTING);
      CatalogueFile.makeOwnerOnly(target);
    } catch (IOException e) {
      throw new CatalogueException(
          target, Reason.FAILED, backup.file() + " can't be copied to " + target, e);
    }
  }

  private static Optional<Backup> backup(Path file) {
    Matcher name = NAME.matcher(Objects.toString(file.getFileName(), ""));
    if (!name.matches()) {
      return Optional.empty();
    }
    try {
      Instant made = LocalDateTime.parse(name.group(1), STAMP).toInstant(ZoneOffset.UTC);
      return Optional.of(new Backup(file, Long.parseLong(name.group(2)), made, Files.size(file)));
    } catch (DateTimeException | IOException e) {
      return Optional.empty(); // not one of ours, or deleted meanwhile by another Pallet
    }
  }

  private static void makeFolder(Path catalogue, Path folder) {
    try {
      if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createDirectories(
            folder,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      } else {
        Files.createDirectories(folder);
      }
    } catch (IOException e) {
      throw failure(catalogue, folder, e.toString(), Optional.of(e));
    }
  }

  static CatalogueException failure(
      Path catalogue, Path where, String why, Optional<Throwable> cause) {
    return new CatalogueException(
        catalogue,
        Reason.NO_BACKUP,
        "No backup of %s could be made at %s: %s".formatted(catalogue, where, why),
        cause.orElse(null));
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
