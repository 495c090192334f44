package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet export}: the whole catalogue as a CSV file. */
@Command(
    name = "export",
    description = "Writes all products of a catalogue into a CSV file.",
    mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CATALOGUE", description = "The catalogue to read.")
  private Path catalogue;

  @Parameters(index = "1", paramLabel = "FILE.csv", description = "The file to write.")
  private Path file;

  @Override
  public Integer call() {
    SampledMonitor monitor = new SampledMonitor();
    try (Interrupt interrupt = new Interrupt(monitor);
        Terminal terminal = Terminal.of(spec, false, monitor);
        Session session =
            new Session(CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT), monitor)) {
      List<Long> rows = new ArrayList<>(1);
      session.workspace().export(file, rows::add);
      session.check();
      terminal.close();
      if (monitor.isCancelled()) {
        return ExitCode.CANCELLED;
      }
      spec.commandLine()
          .getOut()
          .printf(Locale.ROOT, "%,d rows written to %s%n", rows.getFirst(), file);
      return ExitCode.DONE;
    }
  }
}
