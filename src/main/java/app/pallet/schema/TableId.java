package app.pallet.schema;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Which table of which database is meant, the same in every run of Pallet and whoever opens it:
 *
 * <pre>{@code
 * TableId.ofFile(Path.of("/home/ann/shop.pallet"), "product").toString()
 * // sqlite:///home/ann/shop.pallet/main.product
 * }</pre>
 *
 * <p>It never holds a user or a password. That there may be another database at the same place by
 * now, such as a backup that was put back, does not show in it. Equal by value; for any thread.
 *
 * @param engine what kind of database it is, such as {@code sqlite}
 * @param place where the database is; for a file its real path
 * @param schema the part of the database that holds the table
 * @param table the table's name
 */
public record TableId(String engine, String place, String schema, String table) {

  /** The engine of files. */
  public static final String SQLITE = "sqlite";

  /**
   * A table in a file. Asks the disk for the file's real path, so that all ways to it are one; if
   * the file is not there, its name is all there is.
   *
   * @param file by whichever path
   * @param table the table's name
   */
  public static TableId ofFile(Path file, String table) {
    return new TableId(SQLITE, realPath(file).toString(), "main", table);
  }

  private static Path realPath(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) { // it isn't there
      return file.toAbsolutePath().normalize();
    }
  }

  /** The form in which it is stored: different tables have different ones. */
  @Override
  public String toString() {
    return engine + "://" + place.replace("%", "%25") + "/" + name(schema) + "." + name(table);
  }

  /** A name without what divides the parts. */
  private static String name(String name) {
    return name.replace("%", "%25").replace("/", "%2F").replace(".", "%2E");
  }
}
