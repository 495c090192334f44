package app.pallet.ui.log;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One line of the log. Immutable, made on any thread.
 *
 * @param time when it happened
 * @param level how much it matters
 * @param text one line of text
 * @param entry number of the commit it is about; 0 for none
 */
public record LogLine(Instant time, Level level, String text, int entry) {

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

  /** How much a line matters, which is also how it looks. */
  public enum Level {
    /** One step of something longer, such as a batch. */
    STEP,
    /** Something began. */
    INFO,
    /** Something ended well. */
    SUCCESS,
    /** Something needs the user's eyes. */
    WARNING,
    /** Something failed. */
    ERROR;

    /** The style class of lines of this level. */
    String styleClass() {
      return "log-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether it is the first line of a commit, under which its steps are folded. */
  boolean isHead() {
    return entry > 0 && level == Level.INFO;
  }

  /** The wall clock of a time zone, to the millisecond. */
  String clock(ZoneId zone) {
    return CLOCK.format(time.atZone(zone));
  }

  /** The line as it is copied and saved. */
  String plain(ZoneId zone) {
    return clock(zone) + "  " + text;
  }
}
