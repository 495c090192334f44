package app.pallet.spreadsheet.xlsx;

import app.pallet.spreadsheet.source.CellNote;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A number format that shows whole numbers with signs or zeros of its own: {@code "A-"00000} shows
 * 123 as A-00123. Formats with fractions, thousands separators, percentages or currencies are none:
 * they show amounts. Immutable, for any thread.
 */
final class NumberMask {

  private static final String PLACES = "0#?";

  /** Signs that make a format one of amounts, fractions or dates. */
  private static final String OTHERS = ".,%/@*$<>=";

  private static final int NO_SECTION_FOR_ZERO = 3;

  /** A piece of the format: a place for a digit, or a text that is shown as it is. */
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

  /** The mask that a format's code is, by the first of its sections; empty if it is none. */
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

  /** What a piece of a code is; a text of NUL for one that shows nothing, empty for no mask. */
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

  /** Colours and languages show nothing; conditions and currencies make it another format. */
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
   * @param plain its digits; only whole numbers without a sign have the form of a mask
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

  /** The digit at a place, or what stands there without one; the first takes all that are left. */
  private String digits(String plain, int place, char sign) {
    int at = plain.length() - places + place;
    if (at < 0) {
      return sign == '0' ? "0" : sign == '?' ? " " : "";
    }
    return place == 0 ? plain.substring(0, at + 1) : plain.substring(at, at + 1);
  }

  /** Whether it pads with zeros, has signs between digits, or begins with letters. */
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
