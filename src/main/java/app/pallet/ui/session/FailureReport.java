package app.pallet.ui.session;

import app.pallet.database.file.CatalogueException;
import app.pallet.draft.DraftException;
import app.pallet.output.RefusedOutputException;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.ui.dialog.ErrorReport;
import app.pallet.ui.dialog.ErrorReporter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reports failures of background work. The stack trace goes to the log file once, and the user is
 * told in plain words. Pallet's own exceptions carry such words; any other exception is a bug in
 * Pallet, and the message says so.
 */
public final class FailureReport {

  private static final Logger LOG = LoggerFactory.getLogger(FailureReport.class);

  private final ErrorReporter reporter;
  private final Path logFile;

  /**
   * Reports to a user.
   *
   * @param logFile where the user finds the stack traces
   */
  public FailureReport(ErrorReporter reporter, Path logFile) {
    this.reporter = reporter;
    this.logFile = logFile;
  }

  /** Tells the user that a task failed. FX thread. */
  public void tell(String task, Throwable failure) {
    LOG.error("{} failed", task, failure);
    reporter.report(new ErrorReport(task + " failed", words(failure), details(failure), logFile));
  }

  /** A failure in a sentence or two, as the user reads it. */
  static String words(Throwable failure) {
    boolean forUsers =
        failure instanceof CatalogueException
            || failure instanceof SpreadsheetException
            || failure instanceof RefusedOutputException
            || failure instanceof DraftException;
    String text = failure.getMessage();
    return forUsers && text != null
        ? text
        : "Pallet met a situation it was not made for. What is pending is still there.";
  }

  /** The causes in a line each: what someone who helps needs first. */
  private static String details(Throwable failure) {
    StringWriter text = new StringWriter();
    PrintWriter lines = new PrintWriter(text);
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      lines.println(cause);
    }
    return text.toString();
  }
}
