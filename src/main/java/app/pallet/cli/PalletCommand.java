package app.pallet.cli;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.Backup;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.CatalogueFile;
import app.pallet.database.file.CatalogueFile.Content;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.work.SampledMonitor;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The command {@code pallet}: opens the editor, or has one of its subcommands do its job. */
@Command(
    name = "pallet",
    description = "Edits product catalogues in bulk.",
    mixinStandardHelpOptions = true,
    versionProvider = PalletCommand.Version.class)
public final class PalletCommand implements Callable<Integer> {

  private final Windows windows;
  private final CommandLine commandLine;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "The catalogue to open, or any SQLite database (default: what was opened last, else an"
              + " example).")
  private Optional<Path> catalogue = Optional.empty();

  /**
   * A command line.
   *
   * @param windows where its window comes from
   * @param backups where backups of catalogues go
   */
  public PalletCommand(Windows windows, CatalogueBackups backups) {
    this.windows = windows;
    commandLine =
        new CommandLine(this)
            .addSubcommand(new Edit(windows))
            .addSubcommand(new ImportCommand(backups))
            .addSubcommand(new ApplyCommand(backups))
            .addSubcommand(new ExportCommand())
            .addSubcommand(new HistoryCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new TablesCommand())
            .addSubcommand(new BackupCommand(backups))
            .addSubcommand(new BenchCommand())
            .addSubcommand(new Demo(windows));
    Failures.endAt(commandLine);
  }

  /** Runs what the arguments ask for and answers the exit code. */
  public int execute(String... arguments) {
    return commandLine.execute(arguments);
  }

  /** The command line, for tests that read what it prints. */
  CommandLine commandLine() {
    return commandLine;
  }

  @Override
  public Integer call() {
    if (catalogue.filter(PalletCommand::isNoCatalogue).isPresent()) {
      throw new CommandLine.ParameterException(
          commandLine,
          "'%s' is neither a command nor a catalogue; pallet --help lists the commands"
              .formatted(catalogue.get()));
    }
    return edit(windows, catalogue, Optional.empty(), commandLine);
  }

  /** A word that is no command; a new catalogue ends as all of them do. */
  private static boolean isNoCatalogue(Path file) {
    return !Files.exists(file) && !file.toString().endsWith(".pallet");
  }

  /** Opens the window, or runs the demo where nobody could see one. */
  private static int edit(
      Windows windows, Optional<Path> file, Optional<String> table, CommandLine commandLine) {
    if (windows.hasDisplay()) {
      return windows.edit(file.map(Path::toAbsolutePath), table); // it is remembered
    }
    commandLine.getOut().println("There is no display, so Pallet runs its demo instead:");
    return commandLine.getCommandSpec().root().commandLine().execute("demo");
  }

  /** {@code pallet edit}: what {@code pallet} alone does, too. */
  @Command(name = "edit", description = "Opens the editor.", mixinStandardHelpOptions = true)
  private static final class Edit implements Callable<Integer> {

    private final Windows windows;

    @Spec private CommandSpec spec;

    @Parameters(
        arity = "0..1",
        paramLabel = "FILE",
        description =
            "The catalogue to open, or any SQLite database (default: what was opened last, else an"
                + " example).")
    private Optional<Path> file = Optional.empty();

    @Mixin private TableOption table = new TableOption();

    Edit(Windows windows) {
      this.windows = windows;
    }

    @Override
    public Integer call() {
      if (table.isNamed() && file.isEmpty()) {
        throw new CommandLine.ParameterException(
            spec.commandLine(), "--table needs the file that holds the table");
      }
      return edit(windows, file, table.named(), spec.commandLine());
    }
  }

  /** {@code pallet backup}: makes a backup of a catalogue, or lists those there are. */
  @Command(
      name = "backup",
      description =
          "Makes a backup of a catalogue, or of any SQLite database, where the editor keeps its own.",
      mixinStandardHelpOptions = true)
  private static final class BackupCommand implements Callable<Integer> {

    private final CatalogueBackups backups;

    @Spec private CommandSpec spec;

    @Parameters(
        paramLabel = "CATALOGUE",
        description = "The catalogue, or another SQLite database; may be in use.")
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
      try (Terminal terminal = Terminal.of(spec, json, monitor)) {
        if (new CatalogueFile(catalogue).inspectAny() != Content.FOREIGN) {
          CatalogueDatabase.openToRead(catalogue, ConnectionSettings.DEFAULT).close();
        }
        backups.make(catalogue, monitor);
      }
    }
  }

  /** {@code pallet demo}: the main job on the real window, without anybody at the keyboard. */
  @Command(
      name = "demo",
      description =
          "Makes a scratch catalogue, pastes rows into the real window, commits them, compares the"
              + " commit modes, saves a screenshot and prints the log. Needs no display.",
      mixinStandardHelpOptions = true)
  private static final class Demo implements Callable<Integer> {

    private final Windows windows;

    @Spec private CommandSpec spec;

    @Option(
        names = "--rows",
        defaultValue = "10000",
        paramLabel = "N",
        description = "Rows to paste (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(
        names = "--screenshot",
        defaultValue = "pallet-demo.png",
        paramLabel = "FILE.png",
        description = "Where the picture of the window goes (default: ${DEFAULT-VALUE}).")
    private Path screenshot;

    Demo(Windows windows) {
      this.windows = windows;
    }

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return windows.demo(
          new Windows.DemoRequest(
              rows,
              screenshot,
              line -> {
                out.println(line);
                out.flush();
              }));
    }
  }

  /** The version of the jar that this class is in. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = PalletCommand.class.getPackage().getImplementationVersion();
      return new String[] {"Pallet " + (version == null ? "(development)" : version)};
    }
  }
}
