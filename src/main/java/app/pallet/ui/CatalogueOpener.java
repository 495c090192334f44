package app.pallet.ui;

import app.pallet.database.CatalogueDatabase;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;

/** Opens or makes a catalogue's database. Takes a while, so it is called off the FX thread. */
@FunctionalInterface
public interface CatalogueOpener {

  /**
   * Opens a catalogue.
   *
   * @throws app.pallet.database.file.CatalogueException if the file can't be used; it is left
   *     untouched
   */
  CatalogueDatabase open(Path file, WorkMonitor monitor);
}
