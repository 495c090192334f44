package app.pallet.cli;

import app.pallet.database.DatabaseTables;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.work.SampledMonitor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet tables}: what an SQLite database holds, and what Pallet can promise for it. */
@Command(
    name = "tables",
    description =
        "Lists the tables and views of any SQLite database, and says what Pallet can promise for"
            + " each. Changes nothing.",
    mixinStandardHelpOptions = true)
final class TablesCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "The database to look at.")
  private Path file;

  @Option(names = "--json", description = "Prints the answer as one JSON object.")
  private boolean json;

  /** The answer, whose names are those of its JSON object. */
  record Answer(String file, List<TableAccount> tables) {}

  @Override
  public Integer call() {
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(monitor, spec, () -> list(monitor));
  }

  private int list(SampledMonitor monitor) {
    try (Terminal terminal = Terminal.of(spec, json, monitor)) {
      List<TableAccount> tables =
          DatabaseTables.of(file, ConnectionSettings.DEFAULT, monitor).stream()
              .map(TableAccount::of)
              .toList();
      terminal.close();
      PrintWriter out = spec.commandLine().getOut();
      if (json) {
        Json.print(out, new Answer(file.toString(), tables));
      } else {
        if (tables.isEmpty()) {
          out.println(file + " holds no tables");
        }
        print(out, tables);
      }
      return ExitCode.DONE;
    }
  }

  /** Tells of tables in plain words. */
  static void print(PrintWriter out, List<TableAccount> tables) {
    for (TableAccount table : tables) {
      out.println(table.heading());
      table.promises().forEach(promise -> out.println("  " + promise));
      table.notes().forEach(note -> out.println("  - " + note));
    }
    out.flush();
  }
}
