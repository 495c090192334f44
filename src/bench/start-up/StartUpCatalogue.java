package app.pallet;

import app.pallet.work.WorkMonitor;
import app.pallet.workspace.ExampleCatalogue;
import java.nio.file.Path;

/** Makes the catalogue that is opened: {@code FILE PRODUCTS}. */
public final class StartUpCatalogue {

  private StartUpCatalogue() {}

  public static void main(String[] arguments) {
    ExampleCatalogue.create(Path.of(arguments[0]), Integer.parseInt(arguments[1]), WorkMonitor.NONE)
        .close();
  }
}
