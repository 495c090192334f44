package app.pallet.ui.table;

import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values look in the grid: easy to compare by eye, which needn't be how they are typed. */
final class CellDisplay {

  /** Characters of a long text that can matter in one line; laying out more is wasted. */
  private static final int SHOWN_CHARACTERS = 300;

  private static final String LINE_BREAK = " \u21B5 ";
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private CellDisplay() {}

  /** A value as one line. */
  static String of(Column column, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case String text -> line(text);
      case Long number -> number(0, 0).format(number);
      case BigDecimal number -> decimal(column, number);
      case Instant moment -> MOMENT.format(moment.atZone(ZoneId.systemDefault()));
      default -> CellText.plain(column, value);
    };
  }

  /** A text as one line, its line breaks as visible signs. */
  static String line(String text) {
    String shown =
        text.length() > SHOWN_CHARACTERS ? text.substring(0, SHOWN_CHARACTERS) + "\u2026" : text;
    return shown.replace("\r\n", LINE_BREAK).replace("\n", LINE_BREAK).replace("\r", LINE_BREAK);
  }

  private static String decimal(Column column, BigDecimal number) {
    int scale = column.rules().scale();
    return switch (column.type()) {
      case MONEY -> number(Math.min(2, scale), scale).format(number);
      default -> number(0, scale).format(number);
    };
  }

  private static NumberFormat number(int minimumDecimals, int maximumDecimals) {
    NumberFormat format = NumberFormat.getNumberInstance(Locale.getDefault(Locale.Category.FORMAT));
    format.setMinimumFractionDigits(minimumDecimals);
    format.setMaximumFractionDigits(maximumDecimals);
    return format;
  }
}
