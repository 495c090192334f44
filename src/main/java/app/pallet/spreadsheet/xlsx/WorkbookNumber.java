package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.xlsx.NumberFormats.Format;
import app.pallet.spreadsheet.xlsx.NumberFormats.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Numbers as a workbook stores them, and the texts for which they stand. */
public final class WorkbookNumber {

  /**
   * The digits that spreadsheet programs show. All digits after them are noise of binary fractions.
   */
  private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_UP);

  /** The digits that tell one binary number from the next. More digits come from other programs. */
  private static final int BINARY_DIGITS = 17;

  private static final int MAX_LENGTH = 60;
  private static final int MAX_EXPONENT = 350;

  /** The day before the last one that a spreadsheet program shows, 31 December 9999. */
  private static final int MAX_DAY = 2_958_465;

  private static final int DAY_OF_NO_29_FEBRUARY = 60;
  private static final long DAY_MILLIS = 86_400_000;
  private static final long SECOND_MILLIS = 1_000;
  private static final int SIXTY = 60;

  private static final LocalDate FIRST_1900 = LocalDate.of(1899, 12, 30);
  private static final LocalDate FIRST_1904 = LocalDate.of(1904, 1, 1);

  private WorkbookNumber() {}

  /**
   * The digits of a stored number without an exponent, such as 0.3 for 0.30000000000000004; empty
   * if the text is not a number.
   */
  public static Optional<String> plain(String stored) {
    if (isPlain(stored)) {
      return Optional.of(stored);
    }
    if (stored.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      BigDecimal number = new BigDecimal(stored);
      if (Math.abs((long) number.scale()) > MAX_EXPONENT) {
        return Optional.empty();
      }
      boolean noise =
          number.scale() > 0
              && number.precision() > SHOWN.getPrecision()
              && number.precision() <= BINARY_DIGITS;
      BigDecimal shown = noise ? number.round(SHOWN).stripTrailingZeros() : number;
      return Optional.of(shown.toPlainString());
    } catch (NumberFormatException e) { // an answer: it is no number
      return Optional.empty();
    }
  }

  /**
   * Whether a number is written without an exponent, and with so few digits that none of them is
   * noise.
   */
  private static boolean isPlain(String stored) {
    int length = stored.length();
    int from = length > 0 && stored.charAt(0) == '-' ? 1 : 0;
    if (length - from > SHOWN.getPrecision() || length == from || !isDigit(stored.charAt(from))) {
      return false;
    }
    int points = 0;
    for (int i = from; i < length; i++) {
      char c = stored.charAt(i);
      points += c == '.' ? 1 : 0;
      if (!isDigit(c) && c != '.') {
        return false;
      }
    }
    return points <= 1 && isDigit(stored.charAt(length - 1));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** A whole number, padded with zeros to a number of digits. */
  static String padded(String plain, int digits) {
    boolean whole = plain.chars().allMatch(c -> isDigit((char) c));
    return whole && plain.length() < digits ? "0".repeat(digits - plain.length()) + plain : plain;
  }

  /**
   * The date or time for which a number stands, in ISO form: 2026-12-31, 2026-12-31T10:15:00,
   * 10:15:00 or 36:30:00. Empty if no spreadsheet program shows such a day.
   *
   * @param plain the number without an exponent
   */
  static Optional<String> moment(String plain, Format format, boolean from1904) {
    double days = Double.parseDouble(plain);
    if (days < 0 || days > MAX_DAY || format.kind() == Kind.NUMBER) {
      return Optional.empty();
    }
    long millis = Math.round(days * DAY_MILLIS);
    if (format.kind() == Kind.TIME) {
      return Optional.of(time(millis));
    }
    long day = millis / DAY_MILLIS;
    if (day == 0 && !from1904) {
      return millis == 0 ? Optional.empty() : Optional.of(time(millis));
    }
    LocalDate first = from1904 ? FIRST_1904 : FIRST_1900;
    int shift = !from1904 && day < DAY_OF_NO_29_FEBRUARY ? 1 : 0;
    LocalDate date = first.plusDays(day + shift);
    long ofDay = millis % DAY_MILLIS;
    return Optional.of(
        ofDay == 0
            ? date.toString()
            : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                LocalDateTime.of(
                    date, LocalTime.ofNanoOfDay(TimeUnit.MILLISECONDS.toNanos(ofDay)))));
  }

  private static String time(long millis) {
    long seconds = Math.round((double) millis / SECOND_MILLIS);
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d",
        seconds / (SIXTY * SIXTY),
        seconds / SIXTY % SIXTY,
        seconds % SIXTY);
  }
}
