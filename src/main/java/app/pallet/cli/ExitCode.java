package app.pallet.cli;

/** What a command tells the shell. */
final class ExitCode {

  /** Everything that was asked for is done. */
  static final int DONE = 0;

  /** Some rows were not committed. */
  static final int INCOMPLETE = 1;

  /** The command was not understood. */
  static final int USAGE = 2;

  /** A file or the database could not be used. */
  static final int ENVIRONMENT = 3;

  /** Cancelled, as the shell itself says after Ctrl+C. */
  static final int CANCELLED = 130;

  private ExitCode() {}
}
