package app.pallet.ui.tables;

import app.pallet.database.CatalogueDatabase;
import app.pallet.schema.TableId;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be opened: a file, and which of its tables. Equal by value; for any thread.
 *
 * @param file where the database is
 * @param table the table's name; empty for the one table of a catalogue, and where the user has
 *     still to choose
 */
public record TablePlace(Path file, Optional<String> table) {

  /** A catalogue, or a database of which the user has still to choose a table. */
  public static TablePlace of(Path file) {
    return new TablePlace(file, Optional.empty());
  }

  /** What is open there. */
  public static TablePlace of(CatalogueDatabase open) {
    return new TablePlace(open.file(), open.found().map(found -> found.name().name()));
  }

  /**
   * A text under which the settings keep what belongs to it: the path of a catalogue, and more for
   * a table of another database. Asks no disk.
   */
  public String key() {
    Path absolute = file.toAbsolutePath();
    return table
        .map(name -> new TableId(TableId.SQLITE, absolute.toString(), "main", name).toString())
        .orElseGet(absolute::toString);
  }

  /** Where the file is, for people. */
  public String folder() {
    return Objects.toString(file.getParent(), "");
  }

  /** Its name as the user reads it, such as {@code northwind.db – Products}. */
  public String title() {
    String name = Objects.toString(file.getFileName(), "");
    return table.map(each -> name + " \u2013 " + each).orElse(name);
  }
}
