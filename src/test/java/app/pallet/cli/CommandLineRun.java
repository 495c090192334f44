package app.pallet.cli;

import app.pallet.database.file.CatalogueBackups;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code pallet} as a script would, and keeps what it printed. */
final class CommandLineRun {

  private final Path backups = Path.of("target", "backups", UUID.randomUUID().toString());
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /** Runs a command and answers its exit code. */
  int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    PalletCommand pallet = new PalletCommand(new NoWindows(), CatalogueBackups.in(backups));
    print(pallet.commandLine());
    return pallet.execute(arguments);
  }

  private void print(CommandLine commandLine) {
    commandLine.setOut(new PrintWriter(out, true));
    commandLine.setErr(new PrintWriter(err, true));
  }

  /** A command line with nothing but this command, whose failures end as those of all others. */
  CommandLine commandLine(Object command) {
    CommandLine commandLine = new CommandLine(new Root()).addSubcommand(command);
    Failures.endAt(commandLine);
    print(commandLine);
    return commandLine;
  }

  @Command(name = "pallet")
  private static final class Root {}

  /** Where backups go. */
  Path backups() {
    return backups;
  }

  /** Standard output of the last run. */
  String out() {
    return out.toString();
  }

  /** Standard error of the last run. */
  String err() {
    return err.toString();
  }

  /** Standard output of the last run as the one JSON object it must be. */
  JsonNode json() {
    return JsonMapper.builder().build().readTree(out.toString());
  }

  /** There is no window in these tests. */
  private static final class NoWindows implements Windows {
    @Override
    public boolean hasDisplay() {
      return true;
    }

    @Override
    public int edit(Optional<Path> file, Optional<String> table) {
      throw new AssertionError("a window for " + file);
    }

    @Override
    public int demo(DemoRequest request) {
      throw new AssertionError(request);
    }
  }
}
