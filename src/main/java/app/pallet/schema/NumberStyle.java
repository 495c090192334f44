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
   * The style that most of these texts prove.
   *
   * @param texts cells of one column; those which are no numbers are passed over
   * @param otherwise the answer where no text tells
   */
  public static NumberStyle detect(Iterable<String> texts, NumberStyle otherwise) {
    int balance = 0;
    for (String text : texts) {
      balance += NumberText.provenStyle(text).map(style -> style == POINT ? 1 : -1).orElse(0);
    }
    if (balance == 0) {
      return otherwise;
    }
    return balance > 0 ? POINT : COMMA;
  }
}
