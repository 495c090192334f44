package app.pallet.ui.command;

/**
 * Where a command stands: a part of a menu, between two lines. Menus and parts are in the order in
 * which the user sees them.
 */
public enum Place {
  FILE_OPEN("File"),
  FILE_EXCHANGE("File"),
  FILE_CARE("File"),
  FILE_END("File"),
  EDIT_STEPS("Edit"),
  EDIT_CELLS("Edit"),
  EDIT_FIND("Edit"),
  EDIT_SELECT("Edit"),
  VIEW_PANELS("View"),
  VIEW_VIEWS("View"),
  VIEW_HEIGHTS("View"),
  VIEW_THEME("View"),
  VIEW_WINDOW("View"),
  ROWS_CHANGE("Rows"),
  ROWS_FILL("Rows"),
  ROWS_SHOWN("Rows"),
  COLUMNS_ORDER("Columns"),
  COLUMNS_PLACE("Columns"),
  DATA_CHANGE("Data"),
  DATA_KEEP("Data"),
  COMMIT_ALL("Commit"),
  COMMIT_PROBLEMS("Commit"),
  HELP_COMMANDS("Help"),
  HELP_ABOUT("Help");

  private final String menu;

  Place(String menu) {
    this.menu = menu;
  }

  /** The menu. */
  public String menu() {
    return menu;
  }
}
