package app.pallet.operation.formula;

/**
 * A formula that can't be used, with the place in its text. The message is a sentence for the user
 * without the place.
 */
public final class FormulaException extends IllegalArgumentException {

  private final int start;
  private final int end;

  FormulaException(String message, int start, int end) {
    super(message);
    this.start = start;
    this.end = end;
  }

  /** Where the part begins that is wrong: an index of the formula's text. */
  public int start() {
    return start;
  }

  /** Where that part ends: the index behind its last character. */
  public int end() {
    return end;
  }
}
