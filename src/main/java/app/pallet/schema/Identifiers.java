package app.pallet.schema;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The headings of columns whose texts name a product: article numbers and barcodes. A spreadsheet
 * that takes such a text for a number shortens it to {@code 4.00638E+12}, and its digits are lost.
 */
final class Identifiers {

  /** Headings of the article number, separated by {@code " | "}. */
  static final String SKU =
      "Variant SKU | Artikelnummer | Artikel-Nr. | Art.-Nr. | Artikelnr | Référence | Reference # |"
          + " product_sku | item number | Item no | Article number | Product code | UGS |"
          + " Référence produit | Code article | Réf. | Bestellnummer | Produktnummer |"
          + " Stock keeping unit | Product reference";

  /** Headings of the barcode, separated by {@code " | "}. */
  static final String BARCODE =
      "GTIN | EAN | EAN13 | EAN-13 | UPC | Variant Barcode | Strichcode | Barcode | Code-barres |"
          + " GTIN, UPC, EAN, or ISBN | GTIN13 | EAN-Code | EAN / UPC | GTIN / EAN | EAN/GTIN |"
          + " UPC / EAN | ISBN | Code EAN | Code barre | code";

  private static final Set<String> NAMES = normalized(SKU + " | sku | " + BARCODE);
  private static final Set<String> BARCODE_NAMES = normalized(BARCODE.replace(" | code", ""));
  private static final int FEWEST_EXPONENT_DIGITS = 2;

  private Identifiers() {}

  /** Whether a column's texts must not lose a digit. */
  static boolean isIdentifier(Column column) {
    return column.type() == ColumnType.TEXT && (column.rules().unique() || isNamed(column));
  }

  /** Whether a column is called as they are. */
  static boolean isNamed(Column column) {
    return Stream.of(column.name(), column.label())
        .anyMatch(heading -> NAMES.contains(HeaderName.normalize(heading)));
  }

  /** Whether a column's texts are barcodes. */
  static boolean isBarcode(Column column) {
    return column.type() == ColumnType.TEXT
        && Stream.of(column.name(), column.label())
            .anyMatch(heading -> BARCODE_NAMES.contains(HeaderName.normalize(heading)));
  }

  /**
   * Whether a text is a number in the form to which spreadsheets shorten long ones: a digit, often
   * a fraction, {@code E+} and two digits. Without the plus it may well be somebody's article
   * number.
   */
  static boolean isShortened(String text) {
    int exponent = text.indexOf("E+");
    if (exponent < 1 || !isDigits(text, exponent + 2, text.length(), FEWEST_EXPONENT_DIGITS)) {
      return false;
    }
    int from = text.charAt(0) == '-' ? 1 : 0;
    char sign = exponent > from + 1 ? text.charAt(from + 1) : '.';
    return isDigits(text, from, from + 1, 1)
        && (exponent == from + 1
            || ((sign == '.' || sign == ',') && isDigits(text, from + 2, exponent, 1)));
  }

  private static boolean isDigits(String text, int from, int to, int fewest) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return to - from >= fewest;
  }

  private static Set<String> normalized(String headings) {
    List<String> all = Arrays.asList(headings.split(" \\| "));
    return all.stream().map(HeaderName::normalize).collect(Collectors.toUnmodifiableSet());
  }
}
