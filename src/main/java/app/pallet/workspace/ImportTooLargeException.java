package app.pallet.workspace;

/**
 * A source has more rows than an import may hold that is looked at before it is taken. The message
 * is meant for the user and says what to do instead. Nothing was taken.
 */
public final class ImportTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1;

  ImportTooLargeException(String source, long rows, long megabytes) {
    super(
        ("%s is too large to be looked at in the window: its first %,d rows already take the %,d MB"
                + " that an import may have. Import it from the command line, which reads and"
                + " commits a file of any length bit by bit: pallet import %s --into CATALOGUE")
            .formatted(
                source, rows, megabytes, source.contains(" ") ? '"' + source + '"' : source));
  }
}
