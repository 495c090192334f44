package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.DatabaseTables;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CatalogueException.Reason;
import app.pallet.database.file.CheckDepth;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.IntegrityReport;
import app.pallet.database.file.Salvage;
import app.pallet.database.file.Salvaged;
import app.pallet.engine.discovery.TableAccount;
import app.pallet.output.OutputFile;
import app.pallet.rows.RowReader;
import app.pallet.rows.UnreadableCells;
import app.pallet.rows.query.RowQuery;
import app.pallet.text.Counted;
import app.pallet.work.SampledMonitor;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code pallet check}: whether a file is damaged, what can be saved of it, and what is promised
 * for the tables of a database that is no catalogue.
 */
@Command(
    name = "check",
    description =
        "Looks at every page of a catalogue's file, or of any SQLite database; exit code 3 if it is"
            + " damaged. Of other databases than catalogues, it also says what Pallet can promise"
            + " for their tables.",
    mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CATALOGUE", description = "The catalogue or database to look at.")
  private Path catalogue;

  @Mixin private TableOption table = new TableOption();

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
      long unreadable,
      List<String> unreadableCells,
      @Nullable Long saved,
      @Nullable Long emptied,
      @Nullable Long lost,
      List<TableAccount> tables) {}

  /** Looked at only in a file that is sound. */
  private Optional<UnreadableCells> unreadable = Optional.empty();

  private boolean isCatalogue = true;

  /** The tables of a sound database that is no catalogue, or the one that was named. */
  private List<TableAccount> tables = List.of();

  @Override
  public Integer call() {
    salvage.ifPresent(
        target -> Outputs.required(OutputFile.at(target).sparing(catalogue, "the catalogue")));
    SampledMonitor monitor = new SampledMonitor();
    return Interrupt.during(monitor, spec, () -> check(monitor));
  }

  private int check(SampledMonitor monitor) {
    try (Terminal terminal = Terminal.of(spec, json, monitor)) {
      List<String> findings = findings(monitor);
      Optional<Salvaged> saved =
          findings.isEmpty()
              ? Optional.empty()
              : salvage.map(target ->
                  new Salvage(catalogue, target, ConnectionSettings.DEFAULT).run(monitor));
      terminal.close();
      print(findings, saved);
      if (!findings.isEmpty()) {
        return ExitCode.ENVIRONMENT;
      }
      return unreadable.filter(cells -> cells.count() > 0).isPresent()
          ? ExitCode.INCOMPLETE
          : ExitCode.DONE;
    }
  }

  private List<String> findings(SampledMonitor monitor) {
    try {
      return table.isNamed() ? table(monitor) : catalogue(monitor);
    } catch (CatalogueException e) {
      if (e.reason() == Reason.DAMAGED) {
        return List.of(Salvage.whatIsWrong(catalogue).orElse(String.valueOf(e.getMessage())));
      }
      throw e;
    }
  }

  private List<String> catalogue(SampledMonitor monitor) {
    try (CatalogueDatabase database =
        CatalogueDatabase.openToRead(catalogue, ConnectionSettings.DEFAULT)) {
      return findings(database, monitor);
    } catch (CatalogueException e) {
      if (e.reason() != Reason.NOT_A_CATALOGUE
          || DatabaseTables.names(catalogue, ConnectionSettings.DEFAULT).isEmpty()) {
        throw e;
      }
    }
    requireNoSalvage();
    isCatalogue = false;
    List<String> findings =
        DatabaseTables.check(catalogue, ConnectionSettings.DEFAULT, monitor).findings();
    if (findings.isEmpty()) {
      tables = accounts(monitor, name -> true);
    }
    return findings;
  }

  private List<String> table(SampledMonitor monitor) {
    requireNoSalvage();
    String name = table.name(catalogue);
    try (CatalogueDatabase database = table.openToRead(catalogue)) {
      List<String> findings = findings(database, monitor);
      if (findings.isEmpty()) {
        tables = accounts(monitor, name::equals);
      }
      return findings;
    }
  }

  private void requireNoSalvage() {
    if (salvage.isPresent()) {
      throw new IllegalArgumentException(
          "--salvage saves the products of a catalogue, and %s is another database"
              .formatted(catalogue));
    }
  }

  private List<TableAccount> accounts(SampledMonitor monitor, Predicate<String> wanted) {
    return DatabaseTables.of(catalogue, ConnectionSettings.DEFAULT, monitor).stream()
        .filter(found -> wanted.test(found.name().name()))
        .map(TableAccount::of)
        .toList();
  }

  private List<String> findings(CatalogueDatabase database, SampledMonitor monitor) {
    IntegrityReport report = database.check(CheckDepth.FULL, monitor);
    if (report.isSound()) {
      unreadable = Optional.of(unreadable(database, monitor));
    }
    return report.findings();
  }

  private static void print(PrintWriter out, UnreadableCells cells) {
    out.println(
        Counted.of(
            cells.count(),
            "cell holds what its column can't:",
            "cells hold what their columns can't:"));
    cells.named().forEach(cell -> out.println("  " + cell));
    if (cells.count() > cells.named().size()) {
      out.printf(Locale.ROOT, "  and %,d more%n", cells.count() - cells.named().size());
    }
  }

  private static UnreadableCells unreadable(CatalogueDatabase database, SampledMonitor monitor) {
    UnreadableCells cells = new UnreadableCells(database.schema(), database.schema().dataColumns());
    new RowReader(database)
        .forEach(
            RowQuery.ALL,
            row -> {
              if (monitor.isCancelled()) {
                throw new CancellationException("check");
              }
              cells.look(row.values());
            });
    return cells;
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
              unreadable.map(UnreadableCells::count).orElse(0L),
              unreadable.map(UnreadableCells::named).orElse(List.of()),
              saved.map(Salvaged::rows).orElse(null),
              saved.map(Salvaged::emptied).orElse(null),
              saved.filter(s -> s.lost().isPresent()).map(s -> s.lost().getAsLong()).orElse(null),
              tables));
      return;
    }
    out.println(catalogue + (findings.isEmpty() ? " is sound" : " is damaged:"));
    findings.forEach(finding -> out.println("  " + finding));
    unreadable.filter(cells -> cells.count() > 0).ifPresent(cells -> print(out, cells));
    TablesCommand.print(out, tables);
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
      out.println(
          isCatalogue
              ? "Open a backup (pallet backup --list), or save what can be read (--salvage NEW)"
              : "Open a backup, or save what can be read with .recover in SQLite's shell, sqlite3");
    }
    out.flush();
  }
}
