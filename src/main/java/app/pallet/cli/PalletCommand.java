package app.pallet.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code pallet}: what every other command hangs under. Made and run by main. */
@Command(
    name = "pallet",
    description = "Edits product catalogues in bulk.",
    mixinStandardHelpOptions = true,
    versionProvider = PalletCommand.Version.class)
public final class PalletCommand implements Runnable {
  private final CommandLine commandLine = new CommandLine(this);

  /** Runs it and answers the exit code: 0 for success, 2 for wrong usage. */
  public int execute(String... arguments) {
    return commandLine.execute(arguments);
  }

  @Override
  public void run() {
    commandLine.usage(commandLine.getOut());
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
