package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.CatalogueException;
import app.pallet.database.CatalogueException.Reason;
import app.pallet.database.CheckDepth;
import app.pallet.database.ConnectionSettings;
import app.pallet.database.IntegrityReport;
import app.pallet.database.Salvage;
import app.pallet.database.Salvaged;
import app.pallet.work.SampledMonitor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet check}: whether a catalogue's file is damaged, and what can be saved of it. */
@Command(
    name = "check",
    description = "Looks at every page of a catalogue's file; exit code 3 if it is damaged.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CATALOGUE", description = "The catalogue to look at.")
  private Path catalogue;

  @Option(
      names = "--salvage",
      paramLabel = "NEW",
      description = "Saves what can be read into a new catalogue, where the file is damaged.")
  private Optional<Path> salvage = Optional.empty();

  @Option(names = "--json", description = "Prints the answer as one JSON object.")
  private boolean json;

  /** The answer, whose names are those of its JSON object. */
  record Answer(
      String catalogue,
      boolean sound,
      List<String> findings,
      @Nullable Long saved,
      @Nullable Long emptied,
      @Nullable Long lost) {}

  @Override
  public Integer call() {
    SampledMonitor monitor = new SampledMonitor();
    try (Interrupt interrupt = new Interrupt(monitor);
        Terminal terminal = Terminal.of(spec, json, monitor)) {
      List<String> findings = findings(monitor);
      Optional<Salvaged> saved =
          findings.isEmpty()
              ? Optional.empty()
              : salvage.map(target ->
                  new Salvage(catalogue, target, ConnectionSettings.DEFAULT).run(monitor));
      terminal.close();
      print(findings, saved);
      return findings.isEmpty() ? ExitCode.DONE : ExitCode.ENVIRONMENT;
    } catch (CancellationException e) {
      spec.commandLine().getErr().println("Cancelled");
      return ExitCode.CANCELLED;
    }
  }

  private List<String> findings(SampledMonitor monitor) {
    try (CatalogueDatabase database =
        CatalogueDatabase.open(catalogue, ConnectionSettings.DEFAULT)) {
      IntegrityReport report = database.check(CheckDepth.FULL, monitor);
      return report.findings();
    } catch (CatalogueException e) {
      if (e.reason() == Reason.DAMAGED) {
        return List.of(Salvage.whatIsWrong(catalogue).orElse(String.valueOf(e.getMessage())));
      }
      throw e;
    }
  }

  private void print(List<String> findings, Optional<Salvaged> saved) {
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      Json.print(
          out,
          new Answer(
              catalogue.toString(),
              findings.isEmpty(),
              findings,
              saved.map(Salvaged::rows).orElse(null),
              saved.map(Salvaged::emptied).orElse(null),
              saved.filter(s -> s.lost().isPresent()).map(s -> s.lost().getAsLong()).orElse(null)));
      return;
    }
    out.println(catalogue + (findings.isEmpty() ? " is sound" : " is damaged:"));
    findings.forEach(finding -> out.println("  " + finding));
    if (saved.isPresent()) {
      String lost =
          saved.get().lost().isPresent()
              ? String.format(Locale.ROOT, "%,d lost", saved.get().lost().getAsLong())
              : "how many were lost can't be told";
      out.printf(
          Locale.ROOT,
          "%,d products saved to %s; %s%n",
          saved.get().rows(),
          saved.get().file(),
          lost);
      if (saved.get().emptied() > 0) {
        out.printf(
            Locale.ROOT,
            "%,d cells of them were damaged and are empty now%n",
            saved.get().emptied());
      }
    } else if (!findings.isEmpty()) {
      out.println("Open a backup (pallet backup --list), or save what can be read (--salvage NEW)");
    }
    out.flush();
  }
}
