package app.pallet.operation.text;

import java.util.Locale;

/** Capital and small letters, the same on every computer whatever its language. */
public enum LetterCase {
  /** ALL CAPITALS. */
  UPPER,
  /** all small. */
  LOWER,
  /** The First Letter Of Each Word Is A Capital. */
  TITLE,
  /** The first letter is a capital, all others are small. */
  SENTENCE;

  /** The text in this case. */
  public String of(String text) {
    return switch (this) {
      case UPPER -> text.toUpperCase(Locale.ROOT);
      case LOWER -> text.toLowerCase(Locale.ROOT);
      case TITLE -> capitals(text, true);
      case SENTENCE -> capitals(text, false);
    };
  }

  private static String capitals(String text, boolean each) {
    StringBuilder result = new StringBuilder(text.length());
    String lower = text.toLowerCase(Locale.ROOT);
    boolean isStart = true;
    for (int at = 0; at < lower.length(); at += Character.charCount(lower.codePointAt(at))) {
      int letter = lower.codePointAt(at);
      result.appendCodePoint(isStart ? Character.toTitleCase(letter) : letter);
      boolean inWord = Character.isLetterOrDigit(letter) || letter == '\'' || letter == '’';
      isStart = inWord ? false : each || isStart;
    }
    return result.toString();
  }
}
