package app.pallet.ui;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.ui.tables.TablePlace;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;

/**
 * Opens or makes a catalogue's database, and opens tables of other ones. Takes a while, so it is
 * called off the FX thread.
 */
@FunctionalInterface
public interface CatalogueOpener {

  /**
   * Opens a catalogue.
   *
   * @throws app.pallet.database.file.CatalogueException if the file can't be used; it is left
   *     untouched
   */
  CatalogueDatabase open(Path file, WorkMonitor monitor);

  /**
   * Opens a catalogue, or the table of another database that is named.
   *
   * @throws app.pallet.database.file.CatalogueException if it can't be opened
   */
  default CatalogueDatabase open(TablePlace place, WorkMonitor monitor) {
    return place
        .table()
        .map(table -> CatalogueDatabase.openTable(place.file(), table, ConnectionSettings.DEFAULT))
        .orElseGet(() -> open(place.file(), monitor));
  }
}
