package app.pallet.schema.table;

import java.util.List;
import java.util.Optional;

/**
 * A foreign key: some columns of a table hold the key of a row of another table, or of the same
 * one. Equal by value; for any thread.
 *
 * @param columns that refer, at least one
 * @param parent the table they refer to, as the foreign key spells it; it may not be there
 * @param parentColumns the columns of the parent, one for each that refers; empty if the parent
 *     can't say which they are
 * @param onDelete what becomes of the rows when the parent's row is deleted
 * @param onUpdate what becomes of them when the parent's key changes
 * @param target whether a row can be found by it
 * @param readable the column of the parent that tells a person which row is meant; empty if there
 *     is none but the key
 */
public record Reference(
    List<String> columns,
    TableName parent,
    List<String> parentColumns,
    Action onDelete,
    Action onUpdate,
    Target target,
    Optional<String> readable) {

  /** What a database does with the rows that refer to one that goes or changes. */
  public enum Action {
    /** The change is refused, at the latest when the transaction ends. */
    NO_ACTION,
    /** The change is refused at once. */
    RESTRICT,
    /** They go, or change, with it. */
    CASCADE,
    /** They refer to nothing. */
    SET_NULL,
    /** They get the default of their columns. */
    SET_DEFAULT
  }

  /** What a foreign key leads to. */
  public enum Target {
    /** One row of the parent at most. */
    FOUND,
    /** There is no such table. */
    MISSING_TABLE,
    /** The parent's columns are not there, or no unique key, so the database refuses changes. */
    NOT_UNIQUE
  }

  /** Refuses a reference of no columns. */
  public Reference {
    columns = List.copyOf(columns);
    parentColumns = List.copyOf(parentColumns);
    if (columns.isEmpty()) {
      throw new IllegalArgumentException("A reference needs a column");
    }
  }
}
