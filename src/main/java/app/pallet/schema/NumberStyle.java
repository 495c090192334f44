package app.pallet.schema;

/**
 * Which of point and comma separates the fraction where a number alone doesn't tell: {@code 1,234}
 * is either a thousand or a little more than one.
 */
public enum NumberStyle {
  /** {@code 1,234.50} */
  POINT('.', ','),
  /** {@code 1.234,50} */
  COMMA(',', '.');

  private final char decimal;
  private final char grouping;

  NumberStyle(char decimal, char grouping) {
    this.decimal = decimal;
    this.grouping = grouping;
  }

  /** The decimal sign. */
  public char decimal() {
    return decimal;
  }

  /** The thousands separator. */
  public char grouping() {
    return grouping;
  }

  /**
   * The style in which all these texts can be read as numbers.
   *
   * @param texts cells of one column; those which are no numbers are passed over
   * @param otherwise the answer where no text tells
   */
  public static NumberStyle detect(Iterable<String> texts, NumberStyle otherwise) {
    int points = 0;
    int commas = 0;
    for (String text : texts) {
      switch (evidence(text)) {
        case '.' -> points++;
        case ',' -> commas++;
        default -> {}
      }
    }
    if (points == commas) {
      return otherwise;
    }
    return points > commas ? POINT : COMMA;
  }

  /** The decimal sign this one text proves, or 0 where it could be read both ways. */
  private static char evidence(String text) {
    int point = text.lastIndexOf('.');
    int comma = text.lastIndexOf(',');
    if (point < 0 && comma < 0) {
      return 0;
    }
    if (point >= 0 && comma >= 0) {
      return point > comma ? '.' : ',';
    }
    int last = Math.max(point, comma);
    char sign = text.charAt(last);
    boolean once = text.indexOf(sign) == last;
    int digitsAfter = 0;
    while (last + 1 + digitsAfter < text.length()
        && Character.isDigit(text.charAt(last + 1 + digitsAfter))) {
      digitsAfter++;
    }
    if (!once) {
      return sign == '.' ? ',' : '.'; // it can only group, so the other one is the decimal sign
    }
    boolean couldGroup = digitsAfter == 3 && digitsBefore(text, last) <= 3;
    return couldGroup && !text.startsWith("0") ? 0 : sign;
  }

  private static int digitsBefore(String text, int index) {
    int count = 0;
    while (index - 1 - count >= 0 && Character.isDigit(text.charAt(index - 1 - count))) {
      count++;
    }
    return count;
  }
}
