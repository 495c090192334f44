package app.pallet.rows.query;

import app.pallet.schema.ColumnType;
import java.util.Arrays;
import java.util.List;

/**
 * What can be asked of a cell. Free texts are compared without regard to case, as a search does;
 * {@link #IS_ONE_OF} takes values as they are, because they come from a list of those there are.
 */
public enum Operator {
  /** The cell holds the value. */
  IS("is", 1, 1),
  /** It holds another value, or none. */
  IS_NOT("is not", 1, 1),
  /** Its text has the value in it. */
  CONTAINS("contains", 1, 1),
  /** Its text begins with the value. */
  STARTS_WITH("starts with", 1, 1),
  /** It holds the first value, the second, or one between them. */
  BETWEEN("between", 2, 2),
  /** It holds the value or more. */
  AT_LEAST("at least", 1, 1),
  /** It holds the value or less. */
  AT_MOST("at most", 1, 1),
  /** It holds one of the values, exactly. */
  IS_ONE_OF("is one of", 1, Condition.MOST_VALUES),
  /** It holds nothing. */
  IS_EMPTY("is empty", 0, 0),
  /** It holds something. */
  IS_NOT_EMPTY("is not empty", 0, 0);

  private final String label;
  private final int fewestValues;
  private final int mostValues;

  Operator(String label, int fewestValues, int mostValues) {
    this.label = label;
    this.fewestValues = fewestValues;
    this.mostValues = mostValues;
  }

  /** The operators that cells of a type can be asked for, in the order the user sees them. */
  public static List<Operator> of(ColumnType type) {
    return Arrays.stream(values()).filter(operator -> operator.fits(type)).toList();
  }

  /** Whether cells of a type can be asked for it. */
  public boolean fits(ColumnType type) {
    return switch (this) {
      case CONTAINS, STARTS_WITH -> type.isText();
      case BETWEEN, AT_LEAST, AT_MOST ->
          type.isNumeric() || type == ColumnType.DATE || type == ColumnType.TIMESTAMP;
      case IS, IS_NOT, IS_ONE_OF, IS_EMPTY, IS_NOT_EMPTY -> true;
    };
  }

  /** The operator as the user reads it, between a column and its value. */
  public String label() {
    return label;
  }

  /** How many values it takes at least. */
  public int fewestValues() {
    return fewestValues;
  }

  /** How many values it takes at most. */
  public int mostValues() {
    return mostValues;
  }
}
