package app.pallet.cli;

import app.pallet.database.file.CatalogueException;
import app.pallet.output.RefusedOutputException;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.workspace.imports.ImportTooLargeException;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/**
 * The edge at which a command's failure ends: one line for the user, the stack trace for the log,
 * an exit code for the shell, and one object on standard output where JSON was asked for.
 */
final class Failures
    implements IExecutionExceptionHandler, IExecutionStrategy, IParameterExceptionHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private static final String JSON = "--json";

  private final IParameterExceptionHandler usage;

  /** Tells usage as picocli does. */
  private Failures(IParameterExceptionHandler usage) {
    this.usage = usage;
  }

  /** Has all failures of a command, and of those below it, end here. */
  static void endAt(CommandLine commandLine) {
    Failures failures = new Failures(commandLine.getParameterExceptionHandler());
    commandLine.setParameterExceptionHandler(failures);
    commandLine.setExecutionExceptionHandler(failures);
    commandLine.setExecutionStrategy(failures);
  }

  /**
   * What standard output says of a failure, whose names are those of its JSON object.
   *
   * @param command as it was called, without its arguments
   * @param stopped why, a sentence
   * @param exitCode what the shell is told
   */
  record Answer(String command, String stopped, int exitCode) {}

  @Override
  public int handleParseException(ParameterException failure, String[] arguments) throws Exception {
    int code = usage.handleParseException(failure, arguments);
    CommandLine command = failure.getCommandLine();
    boolean json = false;
    for (String argument : arguments) {
      json |= argument.equals(JSON) || argument.equals(JSON + "=true");
    }
    if (json && command.getCommandSpec().findOption(JSON) != null) {
      answer(command, String.valueOf(failure.getMessage()), code);
    }
    return code;
  }

  /** Java's own failures, such as too little memory, don't come by way of the other handlers. */
  @Override
  public int execute(ParseResult parsed) {
    try {
      return new RunLast().execute(parsed);
    } catch (Error e) {
      return tell(e, parsed.asCommandLineList().getLast());
    }
  }

  @Override
  public int handleExecutionException(
      Exception failure, CommandLine commandLine, ParseResult parsed) {
    Throwable cause = failure instanceof ExecutionException ? failure.getCause() : null;
    return tell(cause == null ? failure : cause, commandLine);
  }

  /**
   * Tells the user and the log of a failure, and of a cancel.
   *
   * @return the exit code
   */
  static int tell(Throwable failure, CommandLine command) {
    int code = tell(failure, command.getCommandName(), command.getErr());
    ParseResult parsed = command.getParseResult();
    if (parsed != null && parsed.hasMatchedOption(JSON)) {
      answer(command, sentence(failure), code);
    }
    return code;
  }

  /**
   * The same where no JSON can be asked for.
   *
   * @param command what failed
   * @return the exit code
   */
  static int tell(Throwable failure, String command, PrintWriter err) {
    if (failure instanceof CancellationException) {
      err.println(sentence(failure));
      err.flush();
      return ExitCode.CANCELLED;
    }
    boolean forUsers =
        failure instanceof CatalogueException
            || failure instanceof SpreadsheetException
            || failure instanceof RefusedOutputException
            || failure instanceof ImportTooLargeException
            || failure instanceof IllegalArgumentException;
    if (!forUsers) {
      LOG.error("{} failed", command, failure);
    }
    err.println("pallet: " + sentence(failure));
    err.flush();
    return failure instanceof IllegalArgumentException || failure instanceof RefusedOutputException
        ? ExitCode.USAGE
        : ExitCode.ENVIRONMENT;
  }

  private static String sentence(Throwable failure) {
    return switch (failure) {
      case CancellationException cancelled -> "Cancelled";
      case OutOfMemoryError tooLittle ->
          "Java has too little memory for this; give it more, as in JAVA_TOOL_OPTIONS=-Xmx4g";
      default -> Objects.requireNonNullElse(failure.getMessage(), failure.toString());
    };
  }

  private static void answer(CommandLine command, String why, int code) {
    Json.print(command.getOut(), new Answer(command.getCommandSpec().qualifiedName(), why, code));
  }
}
