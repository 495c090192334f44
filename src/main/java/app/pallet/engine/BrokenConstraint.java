package app.pallet.engine;

import app.pallet.schema.Column;
import java.util.List;

/**
 * The rule of a table that a row breaks.
 *
 * @param kind what kind of rule
 * @param columns the columns it is about; empty where the database names none of them
 */
public record BrokenConstraint(Kind kind, List<Column> columns) {

  /** Kinds of rules. */
  public enum Kind {
    /** Another row has the value already. */
    UNIQUE,
    /** The value is missing. */
    NOT_NULL,
    /** The value is not allowed. */
    CHECK,
    /** It refers to a row that is not there, or others refer to the row. */
    FOREIGN_KEY
  }

  public BrokenConstraint {
    columns = List.copyOf(columns);
  }
}
