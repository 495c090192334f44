package app.pallet.commit.log;

/**
 * A line about a commit as the log pane and the terminal show it.
 *
 * @param level how it is to be taken
 * @param text the line, without time and without a line break
 */
public record LogLine(Level level, String text) {

  /** How a line is to be taken. */
  public enum Level {
    /** Something goes its way. */
    PLAIN,
    /** Something is done, all of it. */
    DONE,
    /** Something needs the user's eye. */
    WARNING,
    /** Something could not be done. */
    ERROR
  }

  static LogLine plain(String text) {
    return new LogLine(Level.PLAIN, text);
  }
}
