package app.pallet.spreadsheet.mapping;

import app.pallet.schema.CellText;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Other spellings of a key that spreadsheets and scripts produce. Stateless, for any thread. */
public final class KeySpelling {

  /** A whole number that was held as a fraction. With three zeros it might be a thousand. */
  private static final Pattern FRACTION = Pattern.compile("([0-9]+)[.,]0{1,2}");

  private static final Pattern GROUPED =
      Pattern.compile("[0-9]{1,3}(?:[., \u00A0\u202F'][0-9]{3})+");

  /** The last digit stays, even if it is a zero. */
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

  private static final Pattern QUOTES = Pattern.compile("^['\"`\u00B4\u2018\u2019]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Cc}]");
  private static final int FIRST_NON_ASCII = 0x80;

  /** Number of lengths that are tried, the shortest first. Each costs a look-up. */
  private static final int MOST_LENGTHS = 3;

  private KeySpelling() {}

  /**
   * The key of which a text can only be another spelling, if a product has that key: {@code 1001.0}
   * stands for 1001, {@code '00123} for 00123, and white space at the ends for nothing.
   */
  public static Optional<String> meant(String key) {
    String text = CellText.trim(key);
    String plain = text.length() > 1 && text.charAt(0) == '\'' ? text.substring(1) : text;
    Matcher fraction = FRACTION.matcher(plain);
    String meant = fraction.matches() ? fraction.group(1) : plain;
    return meant.equals(key) || meant.isEmpty() ? Optional.empty() : Optional.of(meant);
  }

  /**
   * The keys that a text may have been, although it may be a key of its own: with the zeros that a
   * spreadsheet removes, without zeros that the catalogue does not have, or without the separators
   * that a spreadsheet puts between thousands.
   *
   * @param zeroed the lengths of the catalogue's keys that consist of digits and begin with a zero
   */
  public static List<String> alike(String key, Set<Integer> zeroed) {
    String meant = meant(key).orElse(key);
    List<String> alike = new ArrayList<>(1);
    if (meant.isEmpty()) {
      return alike;
    }
    if (GROUPED.matcher(meant).matches()) {
      alike.add(meant.replaceAll("[^0-9]", ""));
    } else if (!zeroed.isEmpty() && isDigits(meant)) {
      String bare = LEADING_ZEROS.matcher(meant).replaceFirst("");
      zeroed.stream()
          .filter(length -> length > bare.length() && length != meant.length())
          .sorted()
          .limit(MOST_LENGTHS)
          .forEach(length -> alike.add("0".repeat(length - bare.length()) + bare));
    }
    if (meant.charAt(0) == '0' && isDigits(meant)) {
      alike.add(LEADING_ZEROS.matcher(meant).replaceFirst(""));
    }
    return alike;
  }

  /**
   * The shortest spelling of a key that is a number in one form or another, and every other key
   * itself: {@code 1001.0}, {@code '1001}, {@code 01001} and {@code 1,001} are all 1001. Keys with
   * the same one may be one key that was written twice.
   */
  public static String bare(String key) {
    if (key.isEmpty() || (key.charAt(0) != '\'' && !isDigit(key.charAt(0)))) {
      return key;
    }
    if (isDigits(key) && key.charAt(0) != '0') {
      return key; // nearly always
    }
    String meant = meant(key).orElse(key);
    String digits = GROUPED.matcher(meant).matches() ? meant.replaceAll("[^0-9]", "") : meant;
    return isDigits(digits) ? LEADING_ZEROS.matcher(digits).replaceFirst("") : meant;
  }

  /**
   * The keys that a text would be if somebody had typed it with care: all in capitals or all in
   * small letters, without invisible characters, in letters of the usual width, without a quote
   * before it.
   */
  public static Set<String> careful(String key) {
    String plain = key;
    if (!key.chars().allMatch(c -> c < FIRST_NON_ASCII)) {
      plain =
          UNSEEN.matcher(Normalizer.normalize(key, Normalizer.Form.NFKC)).replaceAll("").strip();
    }
    plain = QUOTES.matcher(plain).replaceFirst("");
    Set<String> careful = new LinkedHashSet<>();
    careful.add(plain);
    careful.add(plain.toUpperCase(Locale.ROOT));
    careful.add(plain.toLowerCase(Locale.ROOT));
    careful.remove(key);
    careful.remove("");
    return careful;
  }

  private static boolean isDigit(int character) {
    return character >= '0' && character <= '9';
  }

  /** Whether a text is nothing but digits. */
  static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(KeySpelling::isDigit);
  }
}
