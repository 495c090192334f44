package app.pallet.schema;

import java.util.OptionalInt;

/**
 * The check digit of the article numbers of GS1 (GTIN-8, -12, -13 and -14, as bars EAN and UPC).
 * From the right, digits count three times and once by turns, and the last one fills the sum up to
 * a multiple of ten (GS1 General Specifications, section 7.9). A wrong one is a slip of the hand or
 * a digit lost in a spreadsheet, but shops have barcodes of their own too, so it only warns.
 */
public final class CheckDigit {

  private CheckDigit() {}

  /**
   * The digit a number should end in.
   *
   * @return empty if the text ends with it, or is not an article number of GS1
   */
  public static OptionalInt expectedInstead(String text) {
    int length = text.length();
    if (length != 8 && (length < 12 || length > 14)) {
      return OptionalInt.empty();
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return OptionalInt.empty();
      }
      if (i < length - 1) {
        sum += (length - i) % 2 == 0 ? 3 * digit : digit;
      }
    }
    int expected = (10 - sum % 10) % 10;
    return expected == text.charAt(length - 1) - '0'
        ? OptionalInt.empty()
        : OptionalInt.of(expected);
  }
}
