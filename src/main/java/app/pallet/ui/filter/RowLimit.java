package app.pallet.ui.filter;

import java.util.Locale;

/** Which rows the filter applies to. */
public enum RowLimit {
  /** Every row. */
  ALL("All rows"),
  /** Rows with pending changes. */
  PENDING("Only pending"),
  /** Pending rows that have a problem. */
  PROBLEMS("Only problems"),
  /** The rows that are selected at the moment this is chosen. */
  SELECTED("Only selected");

  private final String label;

  RowLimit(String label) {
    this.label = label;
  }

  /** As the menu says it. */
  String label() {
    return label;
  }

  /** The id of its menu item. */
  String id() {
    return "limit-" + name().toLowerCase(Locale.ROOT);
  }
}
