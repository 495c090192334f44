package app.pallet.schema;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads a number as people and spreadsheets write it: {@code 1,234.50 €}, {@code 1 234,50}, {@code
 * (12.50)}, {@code CHF 1'200.-}. A text that can be read in one way only is read that way whatever
 * the style; an ambiguous one follows the style. A number a spreadsheet has shortened ({@code
 * 4E+12}) and a percentage are refused: their digits are lost, or their meaning is not the
 * column's.
 */
final class NumberText {

  private static final Pattern SCIENTIFIC = Pattern.compile("[-+]?\\d+(?:[.,]\\d+)?[eE][-+]?\\d+");

  private NumberText() {}

  sealed interface Reading {}

  record Parsed(BigDecimal number) implements Reading {}

  record Rejected(String message) implements Reading {}

  static Reading read(String text, NumberStyle style) {
    Optional<NumberScan> scan = NumberScan.of(text);
    if (scan.isPresent() && scan.get().isTooLong()) {
      return new Rejected("Has too many digits");
    }
    return scan.flatMap(parts -> parts.number(style))
        .<Reading>map(Parsed::new)
        .orElseGet(() -> rejected(CellText.trim(text)));
  }

  /** The style this one text proves; empty where it is no number or looks the same in both. */
  static Optional<NumberStyle> provenStyle(String text) {
    return NumberScan.of(text).filter(scan -> !scan.isTooLong()).flatMap(NumberScan::provenStyle);
  }

  private static Rejected rejected(String text) {
    if (SCIENTIFIC.matcher(text).matches()) {
      return new Rejected("Was shortened by a spreadsheet, so digits may be missing");
    }
    return new Rejected(text.endsWith("%") ? "Is a percentage" : "Is no number");
  }
}
