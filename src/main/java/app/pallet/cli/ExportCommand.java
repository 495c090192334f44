package app.pallet.cli;

import app.pallet.output.OutputFile;
import app.pallet.text.Counted;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.export.ExportRequest;
import app.pallet.workspace.export.ExportResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet export}: rows of a catalogue or a table as a CSV file or a workbook. */
@Command(
    name = "export",
    description =
        "Writes rows of a catalogue, or of a table of any SQLite database, into a CSV file or an Excel"
            + " workbook.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "CATALOGUE",
      description = "The catalogue or database to read.")
  private Path catalogue;

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      description =
          "The file to write: a workbook if it ends in .xlsx, otherwise CSV. '-' prints the CSV to"
              + " standard output.")
  private Path file;

  @Mixin private TableOption table = new TableOption();
  @Mixin private ExportChoices choices = new ExportChoices();

  @Override
  public Integer call() {
    OutputFile output = Outputs.required(OutputFile.at(file).sparing(catalogue, "the catalogue"));
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(monitor, spec, () -> export(output, monitor));
  }

  private int export(OutputFile output, SampledMonitor monitor) {
    try (Terminal terminal = Terminal.of(spec, false, monitor);
        Session session = new Session(table.openToRead(catalogue), monitor)) {
      List<ExportResult> written = new ArrayList<>(1);
      ExportRequest request = choices.request(file, session.workspace().database());
      session.workspace().export().write(request, written::add);
      session.check();
      terminal.close();
      if (monitor.isCancelled()) {
        throw new CancellationException("export");
      }
      print(output, written.getFirst());
      return ExitCode.DONE;
    }
  }

  private void print(OutputFile output, ExportResult result) {
    PrintWriter to = Outputs.tell(spec, output, result.rows());
    if (result.unreadable() > 0) {
      to.printf(
          "warning: %s stored%n",
          Counted.of(
              result.unreadable(),
              "cell holds what its column can't; it is written as it is",
              "cells hold what their columns can't; they are written as they are"));
      result.named().forEach(cell -> to.println("  " + cell));
    }
    to.flush();
  }
}
