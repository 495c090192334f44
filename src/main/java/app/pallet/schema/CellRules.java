package app.pallet.schema;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Checks a value against the rules of its column, in Java, so that every database agrees. */
public final class CellRules {

  /** Digits of the largest number of 64 bits. */
  private static final int LONG_DIGITS = 19;

  private CellRules() {}

  /**
   * Checks one value.
   *
   * @param value of the column type's class, or null for an empty cell
   * @return the same value, or why it can't be taken
   */
  public static CellReading check(Column column, @Nullable Object value) {
    ColumnRules rules = column.rules();
    if (value == null) {
      if (rules.required() && "".equals(column.defaultValue())) {
        return new CellReading.Value(""); // so whoever made the table leaves such a cell empty
      }
      return rules.required()
          ? new CellReading.Rejected("Must not be empty", accepted(column))
          : CellReading.EMPTY;
    }
    return switch (value) {
      case String text -> checkText(column, text);
      case Long number -> checkMinimum(column, value, BigDecimal.valueOf(number));
      case BigDecimal number -> checkDecimal(column, number);
      case UnreadableValue unreadable ->
          unreadable.isMeant(column)
              ? new CellReading.Value(unreadable)
              : unreadable.rejected(column);
      default -> new CellReading.Value(value);
    };
  }

  static CellReading.Rejected notAChoice(Column column) {
    return new CellReading.Rejected("Is not one of the choices", accepted(column));
  }

  private static CellReading checkText(Column column, String text) {
    ColumnRules rules = column.rules();
    if (text.indexOf('\0') >= 0 && column.storage() == Column.Storage.SCALED) {
      return new CellReading.Rejected("Contains a NUL character", "text without NUL characters");
    }
    if (rules.required() && column.storage() == Column.Storage.SCALED && text.isBlank()) {
      return new CellReading.Rejected("Must not be blank", accepted(column));
    }
    int over = text.length() - rules.maxLength();
    if (rules.maxLength() > 0 && over > 0) {
      return new CellReading.Rejected(
          over == 1 ? "Is 1 character too long" : "Is %d characters too long".formatted(over),
          accepted(column));
    }
    if (column.type() == ColumnType.CHOICE && !rules.choices().contains(text)) {
      return notAChoice(column);
    }
    return new CellReading.Value(text);
  }

  private static CellReading checkDecimal(Column column, BigDecimal number) {
    ColumnRules rules = column.rules();
    if (column.storage() != Column.Storage.SCALED
        && number.stripTrailingZeros().precision() > ColumnRules.FLOATING_DIGITS) {
      return new CellReading.Rejected(
          "Has more digits than the database keeps of a number", accepted(column));
    }
    boolean tooLarge =
        rules.isFloating()
            ? Double.isInfinite(number.doubleValue())
            : wholeDigits(number) > rules.precision() - rules.scale();
    return tooLarge
        ? new CellReading.Rejected("Is too large", accepted(column))
        : checkMinimum(column, number, number);
  }

  /**
   * How many digits a number has before the decimal sign; less than 0 if zeros follow it. The
   * number may have any exponent, for it is not written out.
   */
  public static long wholeDigits(BigDecimal number) {
    return number.signum() == 0 ? 0 : number.precision() - (long) number.scale();
  }

  /** Whether a number is whole and one of those of 64 bits. It is not written out for that. */
  public static boolean fitsLong(BigDecimal number) {
    return wholeDigits(number) <= LONG_DIGITS
        && (number.scale() <= 0 || number.stripTrailingZeros().scale() <= 0)
        && number.toBigInteger().bitLength() < Long.SIZE;
  }

  /** What is said of a whole number of more than 64 bits. */
  public static CellReading.Rejected tooLargeAWhole() {
    return new CellReading.Rejected(
        "Is too large", "a whole number from %d to %d".formatted(Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static CellReading checkMinimum(Column column, Object value, BigDecimal number) {
    BigDecimal minimum = column.rules().minimum();
    if (minimum != null && number.compareTo(minimum) < 0) {
      return new CellReading.Rejected("Is less than " + minimum.toPlainString(), accepted(column));
    }
    return new CellReading.Value(value);
  }

  /** What the column takes, as a phrase. */
  public static String accepted(Column column) {
    ColumnRules rules = column.rules();
    if (column.storage() == Column.Storage.BYTES) {
      return "bytes in pairs of hexadecimal digits such as 00ff, or a UUID";
    }
    return switch (column.type()) {
      case CHOICE -> "one of " + String.join(", ", rules.choices());
      case TEXT ->
          rules.maxLength() > 0 ? "a text of up to " + rules.maxLength() + " characters" : "a text";
      case DECIMAL, MONEY, WHOLE_NUMBER -> acceptedNumber(column);
      case YES_NO -> "yes or no";
      case DATE, TIMESTAMP -> "a " + column.type().label();
    };
  }

  private static String acceptedNumber(Column column) {
    ColumnRules rules = column.rules();
    String article = column.type() == ColumnType.MONEY ? "an " : "a ";
    StringBuilder phrase = new StringBuilder(article).append(column.type().label());
    BigDecimal minimum = rules.minimum();
    if (minimum != null) {
      phrase.append(" of at least ").append(minimum.toPlainString());
    }
    if (rules.isFloating()) {
      phrase.append(" with up to ").append(rules.precision()).append(" digits");
    } else if (column.type() != ColumnType.WHOLE_NUMBER) {
      phrase.append(" with up to ").append(rules.precision() - rules.scale());
      phrase.append(" digits before and ").append(rules.scale()).append(" after the decimal sign");
    }
    return phrase.toString();
  }
}
