package app.pallet.cli;

import app.pallet.database.CatalogueException;
import app.pallet.spreadsheet.SpreadsheetException;
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
    boolean forUsers =
        failure instanceof CatalogueException
            || failure instanceof SpreadsheetException
            || failure instanceof IllegalArgumentException;
    if (!forUsers) {
      LOG.error("{} failed", commandLine.getCommandName(), failure);
    }
    commandLine.getErr().println("pallet: " + failure.getMessage());
    commandLine.getErr().flush();
    return failure instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.ENVIRONMENT;
  }
}
