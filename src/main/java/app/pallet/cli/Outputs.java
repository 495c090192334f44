package app.pallet.cli;

import app.pallet.output.OutputFile;
import app.pallet.output.RefusedOutputException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Files that a command writes: asked for before any work, told of after it. */
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
        Locale.ROOT,
        "%,d rows written to %s%n",
        rows,
        output.isStandardOutput() ? "standard output" : output.path());
    to.flush();
    return to;
  }
}
