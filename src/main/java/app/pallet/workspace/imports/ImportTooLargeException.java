package app.pallet.workspace.imports;

/**
 * There is not enough memory for all rows of a source. The message tells the user what to do
 * instead.
 */
public final class ImportTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private static final String MORE_MEMORY =
      "Import it again with more memory, as in JAVA_TOOL_OPTIONS=-Xmx4g";

  private ImportTooLargeException(String message) {
    super(message);
  }

  /** Too many rows to be looked at before they are taken. None was taken. */
  static ImportTooLargeException window(String source, long rows, long megabytes) {
    return new ImportTooLargeException(
        ("%s is too large to be looked at in the window: its first %,d rows already take the %,d MB"
                + " that an import may have. Import it from the command line, which reads and"
                + " commits a file bit by bit: pallet import %s --into CATALOGUE")
            .formatted(
                source, rows, megabytes, source.contains(" ") ? '"' + source + '"' : source));
  }

  /** Too many rows to be committed together. None was committed. */
  static ImportTooLargeException transaction(String source, long rows, long megabytes) {
    return new ImportTooLargeException(
        ("%s is too large to be committed all or nothing: its first %,d rows already take the %,d"
                + " MB that Java may have. Nothing was written. %s, or without --transaction all.")
            .formatted(source, rows, megabytes, MORE_MEMORY));
  }

  /** Too many rows to remember all their keys. */
  static ImportTooLargeException keys(String source, String key, long rows, long megabytes) {
    return new ImportTooLargeException(
        ("%s has too many rows: to tell doubles apart, every %s is remembered, and those of the"
                + " first %,d rows already take the %,d MB that they may have. %s, or divide the"
                + " file; rows that are there already are left as they are.")
            .formatted(source, key, rows, megabytes, MORE_MEMORY));
  }
}
