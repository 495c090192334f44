package app.pallet.ui.table;

/**
 * How the user likes a column; a list of them, from left to right, is what the settings remember.
 *
 * @param name the column's name
 * @param width in pixels
 * @param visible whether it is shown
 */
public record ColumnLayout(String name, double width, boolean visible) {}
