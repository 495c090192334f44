package app.pallet.cli;

import app.pallet.database.CatalogueException;
import app.pallet.output.RefusedOutputException;
import app.pallet.spreadsheet.SpreadsheetException;
import app.pallet.workspace.ImportTooLargeException;
import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * The edge at which a command's exception ends: one line for the user, the stack trace for the log,
 * and an exit code for the shell.
 */
final class Failures implements IExecutionExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    return tell(failure, commandLine.getCommandName(), commandLine.getErr());
  }

  /**
   * Tells the user and the log of a failure.
   *
   * @param command what failed
   * @return the exit code
   */
  static int tell(Exception failure, String command, PrintWriter err) {
    boolean forUsers =
        failure instanceof CatalogueException
            || failure instanceof SpreadsheetException
            || failure instanceof RefusedOutputException
            || failure instanceof ImportTooLargeException
            || failure instanceof IllegalArgumentException;
    if (!forUsers) {
      LOG.error("{} failed", command, failure);
    }
    err.println("pallet: " + failure.getMessage());
    err.flush();
    return failure instanceof IllegalArgumentException || failure instanceof RefusedOutputException
        ? ExitCode.USAGE
        : ExitCode.ENVIRONMENT;
  }
}
