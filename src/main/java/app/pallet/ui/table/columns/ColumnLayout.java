package app.pallet.ui.table.columns;

/**
 * How the user likes a column; a list of them, from left to right, is what the settings remember.
 *
 * @param name the column's name
 * @param width in pixels
 * @param visible whether it is shown
 * @param frozen whether it stays while the others scroll sideways; so do all before it
 * @param natural whether numbers in its texts are sorted by what they are worth
 */
public record ColumnLayout(
    String name, double width, boolean visible, boolean frozen, boolean natural) {

  /** A column whose texts are sorted letter by letter. */
  public ColumnLayout(String name, double width, boolean visible, boolean frozen) {
    this(name, width, visible, frozen, false);
  }

  /** A column that scrolls. */
  public ColumnLayout(String name, double width, boolean visible) {
    this(name, width, visible, false);
  }
}
