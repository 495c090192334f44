package app.pallet;

import app.pallet.cli.PalletCommand;
import java.nio.file.Path;

/** Starts Pallet. Doesn't extend JavaFX's Application, so that it starts from the class path. */
public final class Pallet {

  private Pallet() {}

  public static void main(String[] arguments) {
    Folders folders = Folders.ofThisUser();
    Path logFile = folders.data().resolve("pallet.log");
    System.setProperty(
        "pallet.log", logFile.toString()); // before the first logger, see logback.xml
    PalletCommand command =
        new PalletCommand(new Desktop(folders, logFile), folders.backupsOfCatalogues());
    System.exit(command.execute(arguments));
  }
}
