package app.pallet.ui.table.cells;

import app.pallet.rows.references.ShownParents;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.NumberStyle;
import app.pallet.workspace.view.ViewRow;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How values look in the grid, and as what text they are edited. Numbers are written in the style
 * in which they are read: whoever sees 1,299 and types 1,300 must get what it looks like. FX
 * thread.
 */
public final class CellDisplay {

  /** Characters of a long text that can matter in one line; laying out more is wasted. */
  private static final int SHOWN_CHARACTERS = 300;

  private static final String LINE_BREAK = " \u21B5 ";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Optional<ShownParents> parents;
  private final NumberStyle style;
  private final DecimalFormat format;

  /** A display in the style in which typed numbers are read, of cells that hold just values. */
  public CellDisplay(CellFormat reading) {
    this(reading, Optional.empty());
  }

  /**
   * The same where cells may refer to other rows.
   *
   * @param parents the rows that cells refer to, if any do; such a cell shows what its row is
   *     called, with the key that it holds
   */
  public CellDisplay(CellFormat reading, Optional<ShownParents> parents) {
    this.parents = parents;
    style = reading.numbers();
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    symbols.setDecimalSeparator(style.decimal());
    symbols.setGroupingSeparator(style.grouping());
    format = new DecimalFormat("#,##0", symbols);
  }

  /** Whether the cells of a column show what the rows are called that they refer to. */
  public boolean refers(Column column) {
    return parents.filter(rows -> rows.refers(column)).isPresent();
  }

  /** What a cell shows, as one line. */
  String of(ViewRow row, Column column) {
    return row.rejectedText(column)
        .map(CellDisplay::line)
        .orElseGet(() -> of(column, row.value(column)));
  }

  /** A value as one line. */
  public String of(Column column, @Nullable Object value) {
    return value == null
        ? ""
        : parents
            .flatMap(rows -> rows.row(column, value))
            .map(row -> line(row.shown()))
            .orElseGet(() -> plain(column, value));
  }

  private String plain(Column column, Object value) {
    return switch (value) {
      case String text -> line(text);
      case Long number -> number(number, 0, 0);
      case BigDecimal number ->
          number(number, decimals(column), Math.max(number.scale(), decimals(column)));
      case Instant moment -> MOMENT.format(moment.atZone(ZoneId.systemDefault()));
      default -> CellText.plain(column, value);
    };
  }

  /** The whole text of a cell, as it is edited. */
  public String edited(ViewRow row, Column column) {
    return row.rejectedText(column)
        .orElseGet(() -> CellText.plain(column, row.value(column), style));
  }

  /** A text as one line, its line breaks as visible signs. */
  private static String line(String text) {
    String shown =
        text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "\u2026" : text;
    return shown.replace("\r\n", LINE_BREAK).replace("\n", LINE_BREAK).replace("\r", LINE_BREAK);
  }

  private static int decimals(Column column) {
    return column.type() == ColumnType.MONEY ? column.rules().moneyDecimals() : 0;
  }

  private String number(Number number, int fewestDecimals, int mostDecimals) {
    format.setMinimumFractionDigits(fewestDecimals);
    format.setMaximumFractionDigits(mostDecimals);
    return format.format(number);
  }
}
