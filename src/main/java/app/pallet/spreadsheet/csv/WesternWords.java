package app.pallet.spreadsheet.csv;

import app.pallet.spreadsheet.source.EncodingDoubt;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Gathers the words of a file with one byte for each character that belong to no language of
 * Western Europe. Words of other encodings look like this: they have signs between their letters,
 * three accented letters in a row, letters that no language has together, or a capital behind a
 * small letter. Confined to one thread.
 */
final class WesternWords {

  private static final int MOST = 200;
  private static final int LONGEST = 40;

  /** The accented letters of each language or family of them. */
  private static final List<String> LANGUAGES =
      List.of(
          "äöüß",
          "àâæçèéêëîïôœùûüÿ",
          "áéíóúüñï",
          "ãõâêôàáéíóúçü",
          "åäöéæøüàèô",
          "àèéìíîòóù",
          "þðæöáéíóúý",
          "ëïéèöüóáíêûôç",
          "šžäöõüå",
          "àéèíïòóúüç");

  /** Signs that may stand between letters, as in l’eau. */
  private static final String IN_WORDS = "’‘\u00A0\u00AD·–—×…®™©°";

  /** Encodings that are considered, the likeliest first. */
  private static final List<String> OTHERS =
      List.of(
          ("windows-1251 windows-1250 IBM850 x-MacRoman windows-1253 KOI8-R IBM866 windows-1254"
                  + " windows-1255 windows-1256 GBK EUC-KR IBM852")
              .split(" "));

  private static final String CENTRAL = "áâăäąćčçďđéęëěíîĺľłńňóôőöřŕśšşťţúůűüýźžż";
  private static final String TURKISH = "çğıöşüâîû";

  /** The most different signs that may stand side by side without a letter. */
  private static final int MOST_SIGNS = 3;

  private static final double ENOUGH = 0.8;

  /** How likely a word of capitals is, compared with one of small letters. */
  private static final double SHOUTED = 0.85;

  private final Set<String> odd = new LinkedHashSet<>();
  private final StringBuilder word = new StringBuilder();
  private boolean accented;

  /** Takes the next bytes. */
  void accept(byte[] bytes, int length) {
    for (int i = 0; i < length && odd.size() < MOST; i++) {
      int b = bytes[i] & 0xFF;
      boolean isLetter = b >= 0x80 || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
      if (isLetter && word.length() < LONGEST) {
        word.append((char) b);
        accented |= b >= 0x80;
      } else {
        end();
      }
    }
  }

  private void end() {
    if (accented && !isWestern(decoded(word.toString(), DialectDetection.WINDOWS))) {
      odd.add(word.toString());
    }
    word.setLength(0);
    accented = false;
  }

  /** The doubt; empty if all words are plainly Western. */
  Optional<EncodingDoubt> doubt() {
    end();
    return odd.isEmpty()
        ? Optional.empty()
        : Optional.of(new EncodingDoubt(List.copyOf(odd), likelier()));
  }

  private Optional<Charset> likelier() {
    Optional<Charset> best = Optional.empty();
    double most = ENOUGH;
    for (String name : OTHERS) {
      if (Charset.isSupported(name)) {
        Charset charset = Charset.forName(name);
        double share =
            odd.stream().mapToDouble(each -> likelihood(decoded(each, charset), name)).sum()
                / odd.size();
        if (share > most) {
          best = Optional.of(charset);
          most = share;
        }
      }
    }
    return best;
  }

  /** How much a word looks like one of a language for which an encoding is made, from 0 to 1. */
  private static double likelihood(String text, String charset) {
    StringBuilder found = new StringBuilder();
    text.codePoints().filter(Character::isLetter).forEach(found::appendCodePoint);
    String letters = found.toString();
    String high = high(letters);
    long signs =
        text.chars().filter(c -> !Character.isLetter(c) && IN_WORDS.indexOf(c) < 0).count();
    if (signs > 0 || high.isEmpty() || hasLateCapital(letters) || isMixed(letters, high)) {
      return 0;
    }
    boolean fits =
        switch (charset) {
          case "windows-1250", "IBM852" -> isOf(high, CENTRAL);
          case "windows-1254" -> isOf(high, TURKISH);
          case "IBM850", "x-MacRoman" -> isWestern(text);
          default -> !isLatin(high.codePointAt(0));
        };
    boolean shouts =
        letters.length() > 1
            && letters.equals(letters.toUpperCase(Locale.ROOT))
            && !letters.equals(letters.toLowerCase(Locale.ROOT));
    return !fits ? 0 : shouts ? SHOUTED : 1;
  }

  private static boolean isMixed(String letters, String high) {
    boolean latin = isLatin(high.codePointAt(0));
    return letters.codePoints().anyMatch(c -> isLatin(c) != latin);
  }

  private static boolean isLatin(int letter) {
    return Character.UnicodeScript.of(letter) == Character.UnicodeScript.LATIN;
  }

  private static String decoded(String bytes, Charset charset) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), charset);
  }

  /** Whether a text is a word of a language of Western Europe, or several words joined by signs. */
  static boolean isWestern(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isLetter(c)) {
        part.append(c);
      } else if (IN_WORDS.indexOf(c) >= 0 || isAtEdge(text, i)) {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        return false;
      }
    }
    parts.add(part.toString());
    boolean isSigns = text.chars().noneMatch(WesternWords::isLetter);
    if (isSigns && text.chars().distinct().count() > MOST_SIGNS) {
      return false;
    }
    return parts.stream().allMatch(WesternWords::isWord);
  }

  /** Whether a sign, such as a quote or a superscript two, stands before or behind a word. */
  private static boolean isAtEdge(String text, int place) {
    char c = text.charAt(place);
    boolean edge =
        text.substring(0, place).chars().noneMatch(WesternWords::isLetter)
            || text.substring(place).chars().noneMatch(WesternWords::isLetter);
    return edge && c != '\uFFFD' && !Character.isISOControl(c);
  }

  /** Whether a character is a letter, and not a sign made from one. */
  private static boolean isLetter(int c) {
    return Character.isLetter(c) && "ªºƒµ".indexOf(c) < 0;
  }

  private static boolean isWord(String word) {
    String high = high(word).toLowerCase(Locale.ROOT);
    return high.isEmpty()
        || (!hasLateCapital(word)
            && !hasRow(word)
            && LANGUAGES.stream().anyMatch(language -> isOf(high, language)));
  }

  private static boolean isOf(String letters, String language) {
    return letters.toLowerCase(Locale.ROOT).chars().allMatch(c -> language.indexOf(c) >= 0);
  }

  private static String high(String text) {
    StringBuilder high = new StringBuilder();
    text.codePoints().filter(c -> c >= 0x80).forEach(high::appendCodePoint);
    return high.toString();
  }

  /** Whether an accented capital stands behind a small letter. */
  private static boolean hasLateCapital(String word) {
    for (int i = 1; i < word.length(); i++) {
      if (Character.isLowerCase(word.charAt(i - 1))
          && Character.isUpperCase(word.charAt(i))
          && word.charAt(i) >= 0x80) {
        return true;
      }
    }
    return false;
  }

  /** Whether three accented letters stand side by side. */
  private static boolean hasRow(String word) {
    int row = 0;
    for (int i = 0; i < word.length(); i++) {
      row = word.charAt(i) >= 0x80 ? row + 1 : 0;
      if (row > 2) {
        return true;
      }
    }
    return false;
  }
}
