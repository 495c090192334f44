package app.pallet.ui.table.grid;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRules;

/** The first width of a column in pixels, which depends on what it holds. */
public final class ColumnWidth {

  private static final int SHORT_TEXT = 64;
  private static final int NAMES = 170;

  private ColumnWidth() {}

  /** The first width of a column, in pixels. */
  public static double of(Column column) {
    double header = Math.ceil(36 + 7.2 * column.label().length());
    return Math.max(header, content(column));
  }

  /** The first width of a column whose cells show what other rows are called, in pixels. */
  static double ofNames(Column column) {
    return Math.max(NAMES, of(column));
  }

  private static double content(Column column) {
    return switch (column.type()) {
      case TEXT -> text(column.rules());
      case WHOLE_NUMBER -> 90;
      case DECIMAL, MONEY -> 104;
      case YES_NO -> 72;
      case CHOICE -> 120;
      case DATE -> 112;
      case TIMESTAMP -> 164;
    };
  }

  /** Names are read, descriptions only recognised, codes and categories are short. */
  private static double text(ColumnRules rules) {
    if (rules.maxLength() == 0) {
      return 200;
    }
    if (rules.required() && rules.unique()) {
      return 118;
    }
    return rules.required() && rules.maxLength() > SHORT_TEXT ? 190 : 130;
  }
}
