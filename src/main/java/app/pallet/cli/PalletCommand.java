package app.pallet.cli;

import app.pallet.database.file.CatalogueBackups;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Parameters;

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
      paramLabel = "CATALOGUE",
      description = "The catalogue to open (default: the one opened last, else an example).")
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
            .addSubcommand(new EditCommand(windows))
            .addSubcommand(new ImportCommand(backups))
            .addSubcommand(new ExportCommand())
            .addSubcommand(new HistoryCommand())
            .addSubcommand(new CheckCommand())
            .addSubcommand(new BackupCommand(backups))
            .addSubcommand(new BenchCommand())
            .addSubcommand(new DemoCommand(windows));
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
    return EditCommand.edit(windows, catalogue, commandLine);
  }

  /** A word that is no command; a new catalogue ends as all of them do. */
  private static boolean isNoCatalogue(Path file) {
    return !Files.exists(file) && !file.toString().endsWith(".pallet");
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
