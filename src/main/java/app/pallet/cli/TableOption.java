package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.DatabaseTables;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.CatalogueFile;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.discovery.TableAccount;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import picocli.CommandLine.Option;

/**
 * Which table a command is about, and the one place where commands open it: the product table of a
 * catalogue, or a table of any other database that the user names.
 */
final class TableOption {

  private static final int MOST_LISTED = 20;
  private static final int MOST_SLIPS = 3;
  private static final int LETTERS_PER_SLIP = 3;

  @Option(
      names = "--table",
      paramLabel = "NAME",
      description =
          "The table or view of an SQLite database that is no Pallet catalogue; pallet tables FILE"
              + " lists them, and pallet edit FILE lets you choose.")
  private Optional<String> table = Optional.empty();

  /** What the user named, as it was typed. */
  Optional<String> named() {
    return table;
  }

  /** Whether the user named a table. */
  boolean isNamed() {
    return table.isPresent();
  }

  /**
   * Opens it for a command that changes it.
   *
   * @throws CatalogueException if the file can't be opened, if it has no such table, or if none is
   *     named and the file is no catalogue; the message says which tables there are
   */
  CatalogueDatabase open(Path file) {
    return table.isPresent()
        ? CatalogueDatabase.openTable(file, name(file), ConnectionSettings.DEFAULT)
        : orTables(file, () -> CatalogueDatabase.open(file, ConnectionSettings.DEFAULT));
  }

  /** The same for a command that changes nothing: neither the file nor anything beside it. */
  CatalogueDatabase openToRead(Path file) {
    return table.isPresent()
        ? CatalogueDatabase.openTableToRead(file, name(file), ConnectionSettings.DEFAULT)
        : orTables(file, () -> CatalogueDatabase.openToRead(file, ConnectionSettings.DEFAULT));
  }

  /**
   * Opens it for a command that writes rows, or says which ones it would write.
   *
   * @param dryRun whether nothing is to be changed
   * @throws CatalogueException if the table can only be read, and as {@link #open} does
   */
  CatalogueDatabase openToWrite(Path file, boolean dryRun) {
    CatalogueDatabase database = dryRun ? openToRead(file) : open(file);
    database
        .found()
        .filter(found -> !found.promises().isEditable())
        .ifPresent(found -> {
          database.close();
          throw new CatalogueException(
              file,
              Reason.READ_ONLY,
              "Nothing can be written into %s of %s: %s"
                  .formatted(
                      database.schema().table(),
                      file,
                      TableAccount.of(found).promises().getFirst()),
              null);
        });
    return database;
  }

  /**
   * Opens a catalogue; if the file is another database, whoever called has to name a table.
   *
   * @throws CatalogueException if it is; the message names its tables
   */
  static <T> T orTables(Path file, Supplier<T> catalogue) {
    try {
      return catalogue.get();
    } catch (CatalogueException e) {
      List<String> names =
          e.reason() == Reason.NOT_A_CATALOGUE
              ? DatabaseTables.names(file, ConnectionSettings.DEFAULT)
              : List.of();
      if (names.isEmpty()) {
        throw e;
      }
      throw new CatalogueException(
          file,
          Reason.NOT_A_CATALOGUE,
          "%s is an SQLite database, but no Pallet catalogue; say which table is meant: --table with %s"
              .formatted(file, listed(names)),
          e);
    }
  }

  /**
   * Makes sure that the file has such a table, before anything is done for its sake.
   *
   * @throws CatalogueException if the file can't be changed, and as {@link #open} does
   */
  void requireIn(Path file) {
    if (table.isPresent()) {
      name(file);
    } else {
      orTables(file, new CatalogueFile(file)::inspect);
    }
  }

  /**
   * The table that the user named, as the database spells it.
   *
   * @throws CatalogueException if there is none of this name
   */
  String name(Path file) {
    String wanted = table.orElseThrow();
    List<String> names = DatabaseTables.names(file, ConnectionSettings.DEFAULT);
    if (names.contains(wanted)) {
      return wanted;
    }
    return names.stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() ->
            new CatalogueException(
                file,
                Reason.MISSING,
                "%s has no table \"%s\"; %s".formatted(file, wanted, others(wanted, names))));
  }

  private static String others(String wanted, List<String> names) {
    if (names.isEmpty()) {
      return "it has none at all";
    }
    List<String> near = names.stream().filter(name -> isNear(wanted, name)).toList();
    return near.isEmpty() ? "there are " + listed(names) : "did you mean " + listed(near) + "?";
  }

  private static String listed(List<String> names) {
    String some =
        names.stream()
            .limit(MOST_LISTED)
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    int more = names.size() - MOST_LISTED;
    return more > 0 ? some + " and " + Outputs.counted(more, "other") : some;
  }

  /** Whether one holds the other, or a few slips of the keyboard lie between them. */
  private static boolean isNear(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    return (!a.isEmpty() && b.contains(a))
        || (!b.isEmpty() && a.contains(b))
        || slips(a, b) <= Math.min(MOST_SLIPS, a.length() / LETTERS_PER_SLIP);
  }

  /** How many letters have to be put in, taken out or replaced to make one text of the other. */
  private static int slips(String a, String b) {
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
