package app.pallet.ui.safety;

import app.pallet.database.file.CatalogueBackups;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.checks.Safety;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;

/** How careful the user wants Pallet to be, as the settings show it. FX thread. */
public final class SafetyViewModel {

  private final IntegerProperty pricePercent = new SimpleIntegerProperty(this, "pricePercent");
  private final IntegerProperty changedPercent = new SimpleIntegerProperty(this, "changedPercent");
  private final IntegerProperty changedRows = new SimpleIntegerProperty(this, "changedRows");
  private final IntegerProperty deletedRows = new SimpleIntegerProperty(this, "deletedRows");
  private final IntegerProperty backupsKept = new SimpleIntegerProperty(this, "backupsKept");
  private final IntegerProperty historyDays = new SimpleIntegerProperty(this, "historyDays");
  private final IntegerProperty historyMegabytes =
      new SimpleIntegerProperty(this, "historyMegabytes");
  private final Path backupFolder;

  /**
   * What was chosen before.
   *
   * @param backupFolder where the backups of all catalogues are
   */
  public SafetyViewModel(Safety safety, Path backupFolder) {
    this.backupFolder = backupFolder;
    set(safety);
  }

  /** Chooses everything anew. */
  void set(Safety safety) {
    pricePercent.set(safety.limits().pricePercent());
    changedPercent.set(safety.limits().changedPercent());
    changedRows.set(safety.limits().changedRows());
    deletedRows.set(safety.limits().deletedRows());
    backupsKept.set(safety.backupsKept());
    historyDays.set(safety.historyDays());
    historyMegabytes.set(safety.historyMegabytes());
  }

  /** What is chosen now. */
  public Safety safety() {
    GuardLimits limits =
        new GuardLimits(
            pricePercent.get(), changedPercent.get(), changedRows.get(), deletedRows.get());
    return new Safety(limits, backupsKept.get(), historyDays.get(), historyMegabytes.get());
  }

  /** The backups, as many as are wanted now. */
  public CatalogueBackups backups() {
    return new CatalogueBackups(
        backupFolder, backupsKept.get(), InstantSource.system(), ZoneId.systemDefault());
  }

  /** Where the backups of all catalogues are. */
  Path backupFolder() {
    return backupFolder;
  }

  IntegerProperty pricePercentProperty() {
    return pricePercent;
  }

  IntegerProperty changedPercentProperty() {
    return changedPercent;
  }

  IntegerProperty changedRowsProperty() {
    return changedRows;
  }

  IntegerProperty deletedRowsProperty() {
    return deletedRows;
  }

  IntegerProperty backupsKeptProperty() {
    return backupsKept;
  }

  IntegerProperty historyDaysProperty() {
    return historyDays;
  }

  IntegerProperty historyMegabytesProperty() {
    return historyMegabytes;
  }
}
