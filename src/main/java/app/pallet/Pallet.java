package app.pallet;

import app.pallet.cli.CommandLineStart;
import java.nio.file.Path;

/** Starts Pallet. Doesn't extend JavaFX's Application, so that it starts from the class path. */
public final class Pallet {

  private Pallet() {}

  public static void main(String[] arguments) {
    Folders folders = Folders.ofThisUser();
    Path logFile = folders.data().resolve("pallet.log");
    System.setProperty(
        "pallet.log", logFile.toString()); // before the first logger, see logback.xml
    Desktop desktop = new Desktop(folders, logFile);
    System.exit(CommandLineStart.run(desktop, folders::backupsOfCatalogues, arguments));
  }
}
