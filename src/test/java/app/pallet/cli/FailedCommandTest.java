package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.file.DamagedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** With {@code --json} standard output is one object, however a command ends. */
final class FailedCommandTest {

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  /** Each command that can print JSON, with the catalogue in place of {@code C}. */
  private static final List<String> COMMANDS =
      List.of(
          "import F --into C --json",
          "import F --into C --json --dry-run",
          "import F --into C --json --strict",
          "check C --json",
          "backup C --json",
          "history list C --json",
          "history show C last --json");

  /** What a catalogue may be that can't be used. */
  enum Unusable {
    MISSING(3, "There is no file"),
    EMPTY(3, "is empty"),
    FOREIGN(3, "no Pallet catalogue"),
    NO_DATABASE(3, "is not an SQLite database"),
    NEWER(3, "made by a newer Pallet"),
    DAMAGED(3, "is damaged"),
    LOCKED(3, "is locked"),
    FOLDER(3, "is a folder");

    private final int code;
    private final String why;

    Unusable(int code, String why) {
      this.code = code;
      this.why = why;
    }
  }

  static Stream<Arguments> unusable() {
    return COMMANDS.stream()
        .flatMap(command ->
            Stream.of(Unusable.values())
                .filter(state -> !isUsable(command, state))
                .map(state -> Arguments.of(command, state)));
  }

  /** An import makes what is missing; a check finds damage; it and a backup take any database. */
  private static boolean isUsable(String command, Unusable state) {
    boolean fresh = state == Unusable.MISSING || state == Unusable.EMPTY;
    return (command.startsWith("import") && fresh)
        || (command.startsWith("check") && state == Unusable.DAMAGED)
        || ((command.startsWith("check") || command.startsWith("backup"))
            && state == Unusable.FOREIGN);
  }

  private JsonNode failed(int code, String why, String... arguments) {
    assertThat(pallet.run(arguments)).as(pallet.out() + pallet.err()).isEqualTo(code);
    JsonNode answer = pallet.json();
    assertThat(answer.get("stopped").asString()).contains(why);
    assertThat(answer.get("exitCode").asInt()).isEqualTo(code);
    assertThat(answer.get("command").asString()).startsWith("pallet " + arguments[0]);
    assertThat(pallet.err()).contains(why);
    return answer;
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void aCatalogueThatCanNotBeUsed(String command, Unusable state) throws Exception {
    Path catalogue = folder.resolve("shop.pallet");
    try (Connection held = make(catalogue, state)) {
      failed(state.code, state.why, arguments(command, catalogue));
    }
  }

  private String[] arguments(String command, Path catalogue) throws IOException {
    Path file = Files.writeString(folder.resolve("p.csv"), "sku,name,price\nA,Mug,4\n");
    return Arrays.stream(command.split(" "))
        .map(word ->
            switch (word) {
              case "C" -> catalogue.toString();
              case "F" -> file.toString();
              case "MANY" -> many().toString();
              default -> word;
            })
        .toArray(String[]::new);
  }

  /** More rows than a heap of 48 MB can hold. */
  private Path many() {
    StringBuilder rows = new StringBuilder("sku,name,price\n");
    for (int i = 0; i < 100_000; i++) {
      rows.append("A-").append(i).append(",Mug,4\n");
    }
    try {
      return Files.writeString(folder.resolve("many.csv"), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Answers a connection that must stay open, which needs closing. */
  private static Connection make(Path file, Unusable state) throws Exception {
    switch (state) {
      case MISSING -> {}
      case EMPTY -> Files.createFile(file);
      case NO_DATABASE -> Files.writeString(file, "Dear Sir or Madam, ".repeat(100));
      case FOLDER -> Files.createDirectory(file);
      case FOREIGN -> execute(file, "CREATE TABLE visit (url TEXT)");
      case NEWER -> {
        DamagedFile.catalogue(file, 1);
        execute(file, "PRAGMA user_version = 77");
      }
      case DAMAGED -> {
        DamagedFile.catalogue(file, 10);
        DamagedFile.damage(file, DamagedFile.leaves(file, "pallet_column"));
      }
      case LOCKED -> {
        DamagedFile.catalogue(file, 1);
        execute(file, "PRAGMA journal_mode = DELETE");
        Connection held = DriverManager.getConnection("jdbc:sqlite:" + file);
        execute(held, "BEGIN EXCLUSIVE");
        return held;
      }
    }
    return DriverManager.getConnection("jdbc:sqlite::memory:");
  }

  private static void execute(Path file, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file)) {
      execute(connection, sql);
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @ParameterizedTest
  @MethodSource("misuses")
  void badUsage(String command, String why) throws Exception {
    Path catalogue = DamagedFile.catalogue(folder.resolve("shop.pallet"), 1);

    failed(2, why, arguments(command, catalogue));
  }

  static Stream<Arguments> misuses() {
    return Stream.of(
        Arguments.of("import F --json", "--into"),
        Arguments.of("import --json --into C", "FILE"),
        Arguments.of("import F --into C --json --mode quickly", "--mode"),
        Arguments.of("import F --into C --json --batch-size none", "--batch-size"),
        Arguments.of("import F --into C --batch-size 0 --json", "batch"),
        Arguments.of("import F --into C --map colour=name --json", "colour"),
        Arguments.of("import F --into C --errors C --json", "is not written"),
        Arguments.of("import F --into C --errors F --json", "is not written"),
        Arguments.of("check --json", "CATALOGUE"),
        Arguments.of("check C --nonsense --json", "--nonsense"),
        Arguments.of("backup --json", "CATALOGUE"),
        Arguments.of("history list --json", "CATALOGUE"),
        Arguments.of("history show C --json", "COMMIT"),
        Arguments.of("history show C abc --json", "at least 4 characters"),
        Arguments.of("history show C abcdef --json", "There is no commit abcdef"),
        Arguments.of("bench --rows many --json", "--rows"));
  }

  @Test
  void aSourceThatIsMissing() {
    Path catalogue = folder.resolve("new.pallet");
    String missing = folder.resolve("none.csv").toString();

    failed(3, "none.csv", "import", missing, "--into", catalogue.toString(), "--json");
    failed(3, "none.csv", "import", missing, "--into", catalogue.toString(), "--json", "--as-new");
  }

  @Test
  void withoutJsonNothingIsPrintedButOnStandardError() {
    assertThat(pallet.run("check", folder.resolve("none.pallet").toString())).isEqualTo(3);
    assertThat(pallet.out()).isEmpty();
    assertThat(pallet.run("check")).isEqualTo(2);
    assertThat(pallet.out()).isEmpty();
  }

  /** A command that ends as it is told. */
  @Command(name = "ending")
  private static final class Ending implements Callable<Integer> {

    private final Throwable end;

    @Option(names = "--json")
    private boolean json;

    Ending(Throwable end) {
      this.end = end;
    }

    @Override
    public Integer call() throws Exception {
      switch (end) {
        case Error error -> throw error;
        case Exception exception -> throw exception;
        default -> throw new AssertionError(end);
      }
    }
  }

  @Test
  void tooLittleMemoryACancelAndWhatNobodyExpectedAreTold() {
    assertEnds(new OutOfMemoryError("Java heap space"), 3, "too little memory");
    assertEnds(new CancellationException(), 130, "Cancelled");
    assertEnds(new IllegalStateException("the moon is full"), 3, "the moon is full");
    assertEnds(new NullPointerException(), 3, "NullPointerException");
  }

  private void assertEnds(Throwable end, int code, String why) {
    CommandLineRun run = new CommandLineRun();
    CommandLine root = run.commandLine(new Ending(end));
    assertThat(root.execute("ending", "--json")).isEqualTo(code);
    assertThat(run.json().get("stopped").asString()).contains(why);
    assertThat(run.err()).contains(why).doesNotContain("\tat ");
  }

  /** The program itself, in a process of its own with little memory. */
  @ParameterizedTest
  @MethodSource("processes")
  void theRealMainPrintsOneObject(String command, int code, String why) throws Exception {
    Path catalogue = folder.resolve("none.pallet");
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx48m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    line.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-Duser.home=" + folder));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), "app.pallet.Pallet"));
    line.addAll(List.of(arguments(command, catalogue)));
    ProcessBuilder builder = new ProcessBuilder(line);
    builder.redirectError(folder.resolve("err.txt").toFile());
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(out).isEqualTo(code);
    JsonNode answer = JsonMapper.builder().build().readTree(out);
    assertThat(answer.get("stopped").asString()).contains(why);
    assertThat(catalogue).doesNotExist();
    assertThat(folder.resolve("err.txt")).content().contains(why).doesNotContain("\tat ");
  }

  static Stream<Arguments> processes() {
    return Stream.of(
        Arguments.of("check C --json", 3, "There is no file"),
        Arguments.of("import F --json", 2, "--into"),
        Arguments.of("history show C last --json", 3, "There is no file"),
        Arguments.of("import MANY --into C --transaction all --json", 3, "is too large"));
  }
}
