package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.CellNote;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A number format that adds signs or zeros to whole numbers: {@code "A-"00000} shows 123 as
 * A-00123. A format with a fraction, thousands separators, a percentage or a currency is not a
 * mask, because it shows an amount. Immutable, for any thread.
 */
final class NumberMask {

  private static final String PLACES = "0#?";

  /** Signs that make a format one of amounts, fractions or dates. */
  private static final String OTHERS = ".,%/@*$<>=";

  private static final int NO_SECTION_FOR_ZERO = 3;

  /** A piece of the format: the place of a digit, or a text that is shown as it is. */
  private record Piece(char place, String text) {

    boolean isPlace() {
      return text.isEmpty();
    }
  }

  private final List<Piece> pieces;
  private final int places;
  private final boolean showsZero;

  private NumberMask(List<Piece> pieces, boolean showsZero) {
    this.pieces = List.copyOf(pieces);
    this.places = (int) pieces.stream().filter(Piece::isPlace).count();
    this.showsZero = showsZero;
  }

  /** Reads the first section of a format's code as a mask; empty if it is not one. */
  static Optional<NumberMask> of(String code) {
    List<Piece> pieces = new ArrayList<>();
    int at = 0;
    while (at < code.length() && code.charAt(at) != ';') {
      int end = endOfPiece(code, at);
      Optional<Piece> piece = piece(code.substring(at, end));
      if (piece.isEmpty()) {
        return Optional.empty();
      }
      if (piece.get().isPlace() || !piece.get().text().equals("\0")) {
        pieces.add(piece.get());
      }
      at = end;
    }
    long sections = 1 + code.chars().filter(c -> c == ';').count();
    NumberMask mask = new NumberMask(pieces, sections < NO_SECTION_FOR_ZERO);
    boolean tells = mask.places < pieces.size() || mask.zeros() > 1;
    return mask.places > 0 && tells && !mask.isAmount() ? Optional.of(mask) : Optional.empty();
  }

  private static int endOfPiece(String code, int at) {
    int end =
        switch (code.charAt(at)) {
          case '"' -> code.indexOf('"', at + 1) + 1;
          case '[' -> code.indexOf(']', at + 1) + 1;
          case '\\', '_' -> at + 2;
          default ->
              code.regionMatches(true, at, "General", 0, "General".length())
                  ? at + "General".length()
                  : at + 1;
        };
    return end <= at || end > code.length() ? code.length() : end;
  }

  /**
   * Reads a piece of a code. A piece that shows nothing becomes the text NUL. Empty if the code is
   * not a mask.
   */
  private static Optional<Piece> piece(String code) {
    char first = code.charAt(0);
    if (PLACES.indexOf(first) >= 0) {
      return Optional.of(new Piece(first, ""));
    }
    if (code.equalsIgnoreCase("General")) {
      return Optional.of(new Piece('0', ""));
    }
    return switch (first) {
      case '"' -> text(code.replace("\"", ""));
      case '\\' -> text(code.substring(1));
      case '_' -> text("");
      case '[' -> isPassedOver(code) ? text("") : Optional.empty();
      default ->
          OTHERS.indexOf(first) >= 0 || Character.isLetter(first)
              ? Optional.empty()
              : text(String.valueOf(first));
    };
  }

  private static Optional<Piece> text(String text) {
    return Optional.of(new Piece(' ', text.isEmpty() ? "\0" : text));
  }

  /**
   * Whether a part in brackets shows nothing, as colours and languages do. A condition or a
   * currency makes it another kind of format.
   */
  private static boolean isPassedOver(String code) {
    return code.startsWith("[$-")
        || Character.isLetter(code.charAt(Math.min(1, code.length() - 1)));
  }

  private boolean isAmount() {
    return pieces.stream().anyMatch(piece -> isCurrency(piece.text().strip()));
  }

  private static boolean isCurrency(String text) {
    return text.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL)
        || Currency.getAvailableCurrencies().stream()
            .anyMatch(currency -> currency.getCurrencyCode().equals(text.toUpperCase(Locale.ROOT)));
  }

  private long zeros() {
    return pieces.stream().filter(piece -> piece.isPlace() && piece.place() == '0').count();
  }

  /**
   * What is shown for a number.
   *
   * @param plain its digits; a mask applies only to whole numbers without a sign
   */
  Optional<CellNote.Shown> show(String plain) {
    boolean whole = plain.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!whole || (plain.equals("0") && !showsZero)) {
      return Optional.empty();
    }
    StringBuilder shown = new StringBuilder();
    int place = 0;
    for (Piece piece : pieces) {
      if (piece.isPlace()) {
        shown.append(digits(plain, place++, piece.place()));
      } else {
        shown.append(piece.text());
      }
    }
    String text = shown.toString().strip();
    return text.equals(plain) ? Optional.empty() : Optional.of(new CellNote.Shown(text, isName()));
  }

  /**
   * The digit at a place, or what is shown there without one. The first place takes all digits that
   * are left.
   */
  private String digits(String plain, int place, char sign) {
    int at = plain.length() - places + place;
    if (at < 0) {
      return sign == '0' ? "0" : sign == '?' ? " " : "";
    }
    return place == 0 ? plain.substring(0, at + 1) : plain.substring(at, at + 1);
  }

  /**
   * Whether the mask pads with zeros, has signs between digits, or begins with letters or digits.
   */
  private boolean isName() {
    int first =
        IntStream.range(0, pieces.size())
            .filter(i -> pieces.get(i).isPlace())
            .findFirst()
            .orElse(0);
    int last = pieces.size() - 1;
    while (!pieces.get(last).isPlace()) {
      last--;
    }
    boolean between =
        pieces.subList(first, last).stream().anyMatch(piece -> !piece.text().isBlank());
    boolean before =
        pieces.subList(0, first).stream()
            .anyMatch(piece -> piece.text().chars().anyMatch(Character::isLetterOrDigit));
    return zeros() > 1 || between || before;
  }
}
