package app.pallet.cli;

import app.pallet.output.OutputFile;
import app.pallet.output.RefusedOutputException;
import app.pallet.text.Counted;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Files that a command writes. Before any work, a command makes sure that it may write its file;
 * afterwards it tells what it wrote.
 */
final class Outputs {

  private Outputs() {}

  /**
   * The file, if it may be written.
   *
   * @throws RefusedOutputException if it may not be
   */
  static OutputFile required(OutputFile output) {
    try {
      output.requireAllowed();
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException(output.path() + " can't be read", e);
    }
  }

  /** A number with the word for what is counted, such as {@code 1 row} or {@code 2,000 rows}. */
  static String counted(long number, String one) {
    return Counted.of(number, one, one + "s");
  }

  /** Where a command tells what it did: not among the rows, where they are what is printed. */
  static PrintWriter account(CommandSpec spec, Optional<OutputFile> output) {
    CommandLine command = spec.commandLine();
    return output.filter(OutputFile::isStandardOutput).isPresent()
        ? command.getErr()
        : command.getOut();
  }

  /**
   * Says what was written; not among the rows themselves where they are what is printed.
   *
   * @return where more may be said of it
   */
  static PrintWriter tell(CommandSpec spec, OutputFile output, long rows) {
    PrintWriter to = account(spec, Optional.of(output));
    to.printf(
        "%s written to %s%n",
        counted(rows, "row"), output.isStandardOutput() ? "standard output" : output.path());
    to.flush();
    return to;
  }
}
