package app.pallet.engine;

import java.util.ArrayList;
import java.util.List;

/**
 * What somebody searches for: a row is found if each of the words is somewhere in one of its texts,
 * in any order, whatever the case and the way in which letters were composed.
 *
 * <p>{@code SearchWords.of("cafe \"blue mug\"")} finds {@code Blue mug, 2 dl} of the brand {@code
 * CAFÉ NOIR}.
 *
 * @param words each once
 */
public record SearchWords(List<Word> words) {

  /** Characters that count, so that a pasted page of text is a search and not an error. */
  private static final int LONGEST = 1_000;

  /** Words that count, for the same reason. */
  private static final int MOST = 50;

  public SearchWords {
    words = List.copyOf(words);
  }

  /**
   * The words of a text, between spaces of any kind. What stands between quotation marks is one
   * word; a mark opens only at the beginning of a word, so {@code 19" screen} is two words, and one
   * that is not closed yet reaches to the end.
   */
  public static SearchWords of(String text) {
    List<Word> words = new ArrayList<>();
    String all = text.replaceAll("\\p{Cntrl}", " ");
    int end = all.offsetByCodePoints(0, Math.min(LONGEST, all.codePointCount(0, all.length())));
    int at = 0;
    while (at < end && words.size() < MOST) {
      if (isSpace(all.charAt(at))) {
        at++;
        continue;
      }
      int close = all.charAt(at) == '"' ? closing(all, at + 1, end) : -1;
      boolean isPhrase = close >= 0 && !all.substring(at + 1, close).isBlank();
      int behind = isPhrase ? close : endOfWord(all, at, end);
      Word word = Word.of(all.substring(isPhrase ? at + 1 : at, behind));
      if (!word.folded().isEmpty() && !words.contains(word)) {
        words.add(word);
      }
      at = isPhrase ? close + 1 : behind;
    }
    return new SearchWords(words);
  }

  /** Where the quotation mark stands that closes a phrase, or the end. */
  private static int closing(String text, int from, int end) {
    for (int at = from; at < end; at++) {
      if (text.charAt(at) == '"' && (at + 1 == end || isSpace(text.charAt(at + 1)))) {
        return at;
      }
    }
    return end;
  }

  private static int endOfWord(String text, int from, int end) {
    int at = from;
    while (at < end && !isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSpace(char letter) {
    return Character.isWhitespace(letter) || Character.isSpaceChar(letter);
  }

  /** Whether any of the words is in a text. */
  public boolean areAnyIn(String text) {
    return words.stream().anyMatch(word -> word.isIn(text));
  }

  /** Whether each of the words is in one of some texts at least. */
  public boolean areAllIn(List<String> texts) {
    return words.stream().allMatch(word -> texts.stream().anyMatch(word::isIn));
  }

  /**
   * One of the words. A letter without an accent finds the same with any: {@code cafe} finds {@code
   * Café}. A letter with one finds just that.
   *
   * @param folded the word as {@link FoldedText} folds it; never empty
   * @param accented the word with its accents; empty if it has none
   */
  public record Word(String folded, String accented) {

    /** The word of what was typed, whose folded form may be empty. */
    public static Word of(String typed) {
      String folded = FoldedText.of(typed);
      String accented = FoldedText.accented(typed);
      return new Word(folded, accented.equals(folded) ? "" : accented);
    }

    /** Whether it is in a text. */
    public boolean isIn(String text) {
      return accented.isEmpty()
          ? FoldedText.of(text).contains(folded)
          : isInAccented(FoldedText.accented(text));
    }

    /** Whether it is, with its accents, in a text as {@link FoldedText#accented} makes it. */
    public boolean isInAccented(String text) {
      for (int at = text.indexOf(accented.charAt(0));
          at >= 0;
          at = text.indexOf(accented.charAt(0), at + 1)) {
        if (isAt(text, at)) {
          return true;
        }
      }
      return false;
    }

    private boolean isAt(String text, int begin) {
      int at = begin;
      int next = 0;
      while (next < accented.length()) {
        if (at == text.length() || text.charAt(at++) != accented.charAt(next++)) {
          return false;
        }
        int accents = endOfAccents(accented, next);
        int found = endOfAccents(text, at);
        boolean same = accented.substring(next, accents).equals(text.substring(at, found));
        if (accents > next && !same) {
          return false;
        }
        next = accents;
        at = found;
      }
      return true;
    }

    private static int endOfAccents(String text, int from) {
      int end = from;
      while (end < text.length() && FoldedText.isAccent(text.charAt(end))) {
        end++;
      }
      return end;
    }
  }
}
