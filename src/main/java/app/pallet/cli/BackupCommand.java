package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.Backup;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet backup}: makes a backup of a catalogue, or lists those there are. */
@Command(
    name = "backup",
    description = "Makes a backup of a catalogue where the editor keeps its own.",
    mixinStandardHelpOptions = true)
final class BackupCommand implements Callable<Integer> {

  private final CatalogueBackups backups;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CATALOGUE", description = "The catalogue; may be in use.")
  private Path catalogue;

  @Option(names = "--list", description = "Lists the backups there are and makes none.")
  private boolean list;

  @Option(names = "--json", description = "Prints the backups as one JSON object.")
  private boolean json;

  BackupCommand(CatalogueBackups backups) {
    this.backups = backups;
  }

  /** The answer, whose names are those of its JSON object. */
  record Answer(String catalogue, List<Entry> backups) {}

  /** A backup in the answer. */
  record Entry(String file, String made, long bytes) {

    static Entry of(Backup backup) {
      return new Entry(backup.file().toString(), backup.made().toString(), backup.size());
    }
  }

  @Override
  public Integer call() {
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(monitor, spec, () -> run(monitor));
  }

  private int run(SampledMonitor monitor) {
    if (!list) {
      make(monitor);
    }
    List<Entry> entries = backups.list(catalogue).stream().map(Entry::of).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(out, new Answer(catalogue.toString(), entries));
      return ExitCode.DONE;
    }
    if (entries.isEmpty()) {
      out.println("There is no backup of " + catalogue);
    }
    for (Entry entry : entries) {
      out.printf(Locale.ROOT, "%s  %,d bytes  %s%n", entry.made(), entry.bytes(), entry.file());
    }
    out.flush();
    return ExitCode.DONE;
  }

  private void make(SampledMonitor monitor) {
    try (Terminal terminal = Terminal.of(spec, json, monitor);
        CatalogueDatabase database =
            CatalogueDatabase.openToRead(catalogue, ConnectionSettings.DEFAULT)) {
      backups.make(database.file(), monitor);
    }
  }
}
