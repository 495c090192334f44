package app.pallet.ui.dialog;

import java.nio.file.Path;

/**
 * Something that went wrong outside the user's data, in words for the user. The stack trace is in
 * the log file; here is only what helps to decide what to do.
 *
 * @param title what could not be done
 * @param message why, in a sentence or two
 * @param details what someone who helps would ask for, such as the file and the database's answer
 * @param logFile where the whole story is
 */
public record ErrorReport(String title, String message, String details, Path logFile) {

  /** Everything as text, to be sent to someone who helps. */
  String text() {
    return title + "\n" + message + "\n\n" + details + "\n\nLog file: " + logFile + "\n";
  }
}
