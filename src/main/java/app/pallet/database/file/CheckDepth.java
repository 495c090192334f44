package app.pallet.database.file;

/** How closely the content of a catalogue's file is looked at. */
public enum CheckDepth {
  /** Every page and every row, but not whether the indexes agree with them. */
  QUICK("quick_check"),
  /** The indexes too, which takes twice as long. */
  FULL("integrity_check");

  private final String pragma;

  CheckDepth(String pragma) {
    this.pragma = pragma;
  }

  /** The statement that makes SQLite look, and end after a hundred findings. */
  String sql() {
    return "PRAGMA main." + pragma + "(100)";
  }
}
