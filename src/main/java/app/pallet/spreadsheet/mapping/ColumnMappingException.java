package app.pallet.spreadsheet.mapping;

/**
 * The user asked for a mapping of columns that isn't possible. The message says which names there
 * are and is meant for the user.
 */
public final class ColumnMappingException extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  /** An exception with a message for the user. */
  public ColumnMappingException(String message) {
    super(message);
  }
}
