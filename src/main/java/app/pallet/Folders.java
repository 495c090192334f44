package app.pallet;

import app.pallet.database.file.CatalogueBackups;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where Pallet keeps its own files, as each platform wants it.
 *
 * @param settings folder of the settings
 * @param data folder of what the user made without saying where, such as the example catalogue
 */
record Folders(Path settings, Path data) {

  /** Name of the folder of backups among the data. */
  static final String BACKUPS = "backups";

  /** Name of the example catalogue among the data. */
  static final String EXAMPLE = "example.pallet";

  private static final String NAME = "pallet";

  /** The folders of the user who runs this JVM. */
  static Folders ofThisUser() {
    return of(
        System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
  }

  /**
   * The folders of a platform.
   *
   * @param system the platform as Java calls it
   * @param environment the environment's variables
   */
  static Folders of(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return new Folders(
          folder(environment, "APPDATA", home.resolve("AppData/Roaming")),
          folder(environment, "LOCALAPPDATA", home.resolve("AppData/Local")));
    }
    if (name.startsWith("mac")) {
      Path support = home.resolve("Library/Application Support").resolve(NAME);
      return new Folders(support, support);
    }
    return new Folders(
        folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
        folder(environment, "XDG_DATA_HOME", home.resolve(".local/share")));
  }

  /** The backups of all catalogues. */
  CatalogueBackups backupsOfCatalogues() {
    return CatalogueBackups.in(data.resolve(BACKUPS));
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    String value = environment.getOrDefault(variable, "");
    Path parent = value.isEmpty() ? otherwise : Path.of(value);
    return parent.resolve(NAME);
  }
}
