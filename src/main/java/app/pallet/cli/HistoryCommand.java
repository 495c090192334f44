package app.pallet.cli;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitReport;
import app.pallet.commit.ledger.HistoryLimits;
import app.pallet.commit.ledger.PastCommit;
import app.pallet.database.CatalogueDatabase;
import app.pallet.engine.Promises.History;
import app.pallet.output.OutputFile;
import app.pallet.spreadsheet.export.CsvTable;
import app.pallet.work.SampledMonitor;
import app.pallet.workspace.history.HistoryRows;
import app.pallet.workspace.history.UndoReport;
import app.pallet.workspace.pending.ConflictCell;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pallet history}: what was committed to a table, cell by cell, and taking it back. */
@Command(
    name = "history",
    description = "Lists, shows, exports, undoes and forgets what was committed to a catalogue.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Callable<Integer> {

  /** Fewer characters would name a commit by chance, and none at all the only one there is. */
  private static final int SHORTEST_TOKEN = 4;

  private static final String COMMIT =
      "At least 4 characters of a commit's token from its beginning, or 'last' for the latest.";

  private final SampledMonitor monitor;

  @Spec private CommandSpec spec;

  HistoryCommand() {
    this(new SampledMonitor());
  }

  /** A command that this monitor cancels, as Ctrl+C does. */
  HistoryCommand(SampledMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do: list, show, export, undo, prune or keep");
  }

  @Command(
      name = "list",
      description = "Lists commits, the latest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Parameters(paramLabel = "CATALOGUE") Path catalogue,
      @Mixin TableOption table,
      @Option(
              names = "--search",
              defaultValue = "",
              paramLabel = "TEXT",
              description = "Only those with this text in a row's key or in a value.")
          String search,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json) {
    return during(
        () -> table.openToRead(catalogue),
        session -> {
          requireKept(session);
          List<PastCommit> commits = commits(session, search);
          if (json) {
            Json.print(
                out(), Map.of("commits", commits.stream().map(HistoryText::fields).toList()));
          } else {
            commits.forEach(commit -> out().println(HistoryText.line(commit)));
          }
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "keep",
      description =
          "Keeps a history of a table in a database of another program, and prints the SQL of what"
              + " it creates there for that.",
      mixinStandardHelpOptions = true)
  int keep(
      @Parameters(paramLabel = "CATALOGUE") Path catalogue,
      @Mixin TableOption table,
      @Option(names = "--dry-run", description = "Only prints the SQL.") boolean dryRun) {
    return during(
        () -> dryRun ? table.openToRead(catalogue) : table.open(catalogue),
        session -> {
          CatalogueDatabase database = session.workspace().database();
          String name = database.schema().table();
          if (!database.promises().isEditable()) {
            throw new IllegalArgumentException(name + " can only be read, so it has no history");
          }
          List<String> statements = database.historySql();
          statements.forEach(sql -> out().println(sql.strip() + ";"));
          if (statements.isEmpty()) {
            out().printf("A history of %s is kept in %s already%n", name, catalogue);
          } else if (!dryRun) {
            database.keepHistory();
            out().printf("A history of %s is kept in %s from now on%n", name, catalogue);
          }
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "show",
      description = "Shows each cell of a commit before and after it.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "CATALOGUE") Path catalogue,
      @Mixin TableOption table,
      @Parameters(paramLabel = "COMMIT", description = COMMIT) String commit,
      @Option(names = "--search", defaultValue = "", paramLabel = "TEXT") String search,
      @Option(names = "--json", description = "Prints one JSON object.") boolean json) {
    return during(
        () -> table.openToRead(catalogue),
        session -> {
          HistoryRows rows = rows(session, find(session, commit), search);
          if (json) {
            Json.print(out(), HistoryText.fields(rows));
          } else {
            out().println(HistoryText.line(rows.commit()));
            HistoryText.cells(rows, cells -> out().println("  " + HistoryText.sentence(cells)));
            if (rows.isCut()) {
              out().printf(Locale.ROOT, "  and %,d more rows%n", rows.found() - rows.rows().size());
            }
          }
          return ExitCode.DONE;
        });
  }

  @Command(
      name = "export",
      description = "Writes each cell of a commit, before and after it, into a CSV file.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "CATALOGUE") Path catalogue,
      @Mixin TableOption table,
      @Parameters(paramLabel = "COMMIT", description = COMMIT) String commit,
      @Parameters(
              paramLabel = "FILE",
              description = "The CSV file to write; '-' prints it to standard output.")
          Path file) {
    OutputFile output = Outputs.required(OutputFile.at(file).sparing(catalogue, "the catalogue"));
    return during(
        () -> table.openToRead(catalogue),
        session -> {
          HistoryRows rows = rows(session, find(session, commit), "");
          CsvTable.write(
              output,
              sink -> {
                sink.accept(HistoryText.HEADINGS);
                HistoryText.cells(rows, sink);
              });
          Outputs.tell(spec, output, rows.rows().size());
          return rows.isCut() ? ExitCode.INCOMPLETE : ExitCode.DONE;
        });
  }

  @Command(
      name = "undo",
      description = "Takes a commit back, except rows that were changed since.",
      mixinStandardHelpOptions = true)
  int undo(
      @Parameters(paramLabel = "CATALOGUE") Path catalogue,
      @Mixin TableOption table,
      @Parameters(paramLabel = "COMMIT", description = COMMIT) String commit,
      @Option(names = "--dry-run", description = "Only says what would be done.") boolean dryRun,
      @Mixin CommitOptions options) {
    ToIntFunction<Session> work =
        session -> {
          PastCommit past = find(session, commit);
          UndoReport report =
              session.answer(
                  done -> session.workspace().history().undo(past, change -> true, done));
          out()
              .printf(
                  Locale.ROOT,
                  "%,d rows to take back, %,d of them changed since, %,d as they were already%n",
                  report.pending(),
                  report.conflicting(),
                  report.unneeded());
          conflicts(session).forEach(product -> out().println("  in conflict: " + product));
          return dryRun ? ExitCode.DONE : commit(session, options);
        };
    return during(() -> dryRun ? table.openToRead(catalogue) : table.open(catalogue), work);
  }

  /** Products that were changed since, which are not taken back. */
  private static List<String> conflicts(Session session) {
    List<ConflictCell> cells = session.answer(session.workspace().conflicts()::find);
    return cells.stream().map(ConflictCell::product).distinct().toList();
  }

  private int commit(Session session, CommitOptions options) {
    List<CommitReport> reports = new ArrayList<>();
    session.workspace().commit(options.plan(), this::told, reports::add);
    session.check();
    for (CommitReport report : reports) { // none where nothing is left to be done
      out()
          .printf(
              Locale.ROOT,
              "%,d committed, %,d refused, %,d in conflict, %,d not tried%n",
              report.committed(),
              report.failed(),
              report.conflicting(),
              report.pending());
    }
    return reports.stream().allMatch(CommitReport::isComplete)
        ? ExitCode.DONE
        : ExitCode.INCOMPLETE;
  }

  private void told(CommitEvent event) {
    switch (event) {
      case CommitEvent.RowFailed failed ->
          out().printf("  refused: %s: %s%n", failed.name(), failed.problem().sentence());
      case CommitEvent.Conflict conflict ->
          out().printf("  in conflict: %s: %s%n", conflict.name(), conflict.problem().sentence());
      case CommitEvent.RowAltered altered ->
          out().printf("  changed: %s: %s%n", altered.name(), altered.what());
      default -> {} // the report counts
    }
  }

  @Command(
      name = "prune",
      description = "Forgets old commits; the rows stay as they are.",
      mixinStandardHelpOptions = true)
  int prune(
      @Parameters(paramLabel = "CATALOGUE") Path catalogue,
      @Mixin TableOption table,
      @Option(
              names = "--days",
              paramLabel = "N",
              defaultValue = "365",
              description = "Commits older than this (default: ${DEFAULT-VALUE}).")
          int days,
      @Option(
              names = "--megabytes",
              paramLabel = "N",
              defaultValue = "256",
              description = "The oldest beyond this size (default: ${DEFAULT-VALUE}).")
          long megabytes) {
    return during(
        () -> table.open(catalogue),
        session -> {
          HistoryLimits limits = new HistoryLimits(Duration.ofDays(days), megabytes * 1024 * 1024);
          int forgotten =
              session.<Integer>answer(
                  done -> session.workspace().history().prune(limits, Instant.now(), done));
          out().println(Outputs.counted(forgotten, "commit") + " forgotten");
          return ExitCode.DONE;
        });
  }

  /** Runs work that Ctrl+C cancels, from the opening of the database on. */
  private int during(Supplier<CatalogueDatabase> opening, ToIntFunction<Session> work) {
    return Interrupt.during(
        monitor,
        called().getCommandSpec(),
        () -> {
          try (Session session = new Session(opening.get(), monitor)) {
            int code = work.applyAsInt(session);
            return monitor.isCancelled() ? ExitCode.CANCELLED : code;
          }
        });
  }

  private static List<PastCommit> commits(Session session, String search) {
    return session.answer(done -> session.workspace().history().commits(search, done));
  }

  private static HistoryRows rows(Session session, PastCommit commit, String search) {
    return session.answer(done -> session.workspace().history().open(commit, search, done));
  }

  private void requireKept(Session session) {
    CatalogueDatabase database = session.workspace().database();
    if (database.promises().history() == History.NOT_KEPT) {
      throw new IllegalArgumentException(
          "No history of %1$s is kept; pallet history keep %2$s --table \"%1$s\" keeps one from now on"
              .formatted(database.schema().table(), database.file()));
    }
  }

  private PastCommit find(Session session, String wanted) {
    if (!wanted.equals("last") && wanted.length() < SHORTEST_TOKEN) {
      throw new ParameterException(
          called(),
          "'%s' names no commit; say 'last', or at least %d characters of its token"
              .formatted(wanted, SHORTEST_TOKEN));
    }
    requireKept(session);
    List<PastCommit> commits = commits(session, "");
    List<PastCommit> found =
        wanted.equals("last")
            ? commits.stream().limit(1).toList()
            : commits.stream().filter(commit -> commit.token().startsWith(wanted)).toList();
    if (found.size() != 1) {
      throw new ParameterException(
          called(),
          found.isEmpty()
              ? "There is no commit " + wanted
              : found.size() + " commits begin with " + wanted);
    }
    return found.getFirst();
  }

  /** The command below this one that was called, whose usage and options it is about. */
  private CommandLine called() {
    return spec.commandLine().getParseResult().asCommandLineList().getLast();
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
