package app.pallet.cli;

import app.pallet.database.CatalogueBackups;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
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
    pallet.commandLine().setOut(new PrintWriter(out, true));
    pallet.commandLine().setErr(new PrintWriter(err, true));
    return pallet.execute(arguments);
  }

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
    public int edit(Optional<Path> catalogue) {
      throw new AssertionError("a window for " + catalogue);
    }

    @Override
    public int demo(DemoRequest request) {
      throw new AssertionError(request);
    }
  }
}
