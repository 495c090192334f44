package app.pallet.spreadsheet.export;

import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a column are written in an exported file. Shops differ most about yes and no.
 */
public enum CellWording {
  /** As Pallet writes it. */
  PLAIN,
  /** Yes and no as TRUE and FALSE. */
  TRUE_FALSE,
  /** Yes and no as 1 and 0. */
  ONE_ZERO,
  /** Yes and no as 1 and 2, the numbers Magento has for enabled and disabled. */
  ONE_TWO,
  /** Yes and no as active and draft. */
  ACTIVE_DRAFT,
  /** Kilograms as whole grams. */
  GRAMS,
  /** Texts joined as they would be in a web address. */
  HANDLE;

  private static final BigDecimal GRAMS_OF_A_KILOGRAM = new BigDecimal(1_000);

  /** The content of a typed cell: the value, or what it becomes in this wording. */
  @Nullable Object value(@Nullable Object value) {
    if (value instanceof Boolean yes) {
      return switch (this) {
        case ONE_ZERO -> yes ? 1L : 0L;
        case ONE_TWO -> yes ? 1L : 2L;
        case ACTIVE_DRAFT -> yes ? "active" : "draft";
        case PLAIN, TRUE_FALSE, GRAMS, HANDLE -> yes;
      };
    }
    if (this == GRAMS && value instanceof BigDecimal kilograms) {
      return kilograms
          .multiply(GRAMS_OF_A_KILOGRAM)
          .setScale(0, RoundingMode.HALF_UP)
          .longValueExact();
    }
    return value;
  }

  /** The text of a cell in a text file. */
  String text(Column column, @Nullable Object value, NumberStyle numbers) {
    Object said = value(value);
    return this == TRUE_FALSE && said instanceof Boolean
        ? said.toString().toUpperCase(Locale.ROOT)
        : CellText.plain(column, said, numbers);
  }
}
