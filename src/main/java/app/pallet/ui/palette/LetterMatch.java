package app.pallet.ui.palette;

import java.text.Normalizer;
import java.util.BitSet;
import java.util.Optional;

/**
 * How a text is found by some of its letters: each letter that was typed begins a word or follows
 * the one found before it. {@code pwo} finds Paste with options, and so does {@code opt past}. Case
 * and accents don't matter. Any thread.
 *
 * @param score higher for what was more likely meant
 * @param letters places of the letters that were found
 */
record LetterMatch(int score, BitSet letters) {

  /** For a word that begins with what was typed. */
  private static final int WORD = 40;

  /** For letters within a word. */
  private static final int WITHIN = 20;

  /** For initials and parts of words. */
  private static final int PARTS = 10;

  /** Looks for words, in any order; empty if one of them isn't there. Nothing finds everything. */
  static Optional<LetterMatch> of(String typed, String text) {
    BitSet letters = new BitSet();
    int score = 0;
    String folded = folded(text);
    for (String word : folded(typed).strip().split("\\s+", -1)) {
      if (!word.isEmpty()) {
        int found = find(word, folded, letters);
        if (found == 0) {
          return Optional.empty();
        }
        score += found;
      }
    }
    return Optional.of(new LetterMatch(score + (letters.get(0) ? 5 : 0), letters));
  }

  private static int find(String word, String text, BitSet letters) {
    int within = -1;
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (beginsWord(text, at)) {
        letters.set(at, at + word.length());
        return WORD;
      }
      within = within < 0 ? at : within;
    }
    if (within >= 0) {
      letters.set(within, within + word.length());
      return WITHIN;
    }
    BitSet parts = new BitSet();
    if (word.length() > 1 && find(word, 0, text, 0, parts)) {
      letters.or(parts);
      return PARTS;
    }
    return 0;
  }

  /** Finds the rest of a word from a place on, where a letter follows or begins a word. */
  private static boolean find(String word, int letter, String text, int from, BitSet found) {
    if (letter == word.length()) {
      return true;
    }
    for (int at = from; at < text.length(); at++) {
      boolean follows = at > 0 && found.get(at - 1);
      if (text.charAt(at) == word.charAt(letter) && (follows || beginsWord(text, at))) {
        found.set(at);
        if (find(word, letter + 1, text, at + 1, found)) {
          return true;
        }
        found.clear(at);
      }
    }
    return false;
  }

  private static boolean beginsWord(String text, int at) {
    return Character.isLetterOrDigit(text.charAt(at))
        && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
  }

  /** A text in small letters without accents, each at the place it had. */
  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      String letter = String.valueOf(text.charAt(i));
      folded.append(
          Character.toLowerCase(Normalizer.normalize(letter, Normalizer.Form.NFD).charAt(0)));
    }
    return folded.toString();
  }
}
