package app.pallet.ui.export;

import java.util.Locale;

/** Which rows an export writes. */
public enum RowScope {
  /** The whole catalogue. */
  ALL,
  /** What the table shows: the current search in the current order. */
  SHOWN,
  /** What is selected in the table. */
  SELECTED;

  /** The id of its button. */
  String id() {
    return "export-rows-" + name().toLowerCase(Locale.ROOT);
  }
}
