package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.work.SampledMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code pallet history} as a script calls it. */
final class HistoryCommandTest {

  @TempDir private Path folder;

  private final CommandLineRun pallet = new CommandLineRun();

  private String catalogue() {
    return folder.resolve("c.pallet").toString();
  }

  private void take(String csv, String... options) throws IOException {
    Path file = folder.resolve("products.csv");
    Files.writeString(file, csv);
    String[] first = {"import", file.toString(), "--into", catalogue()};
    assertThat(
            pallet.run(Stream.concat(Stream.of(first), Stream.of(options)).toArray(String[]::new)))
        .isZero();
  }

  private String exported() throws IOException {
    Path file = folder.resolve("out.csv");
    assertThat(pallet.run("export", catalogue(), file.toString(), "--columns", "sku,name"))
        .isZero();
    return Files.readString(file);
  }

  @BeforeEach
  void commitTwice() throws IOException {
    take("sku,name,price\n007,Mug,4.50\n008,Bowl,9\n");
    take("sku,name,price\n007,Cup,4.50\n009,=1+1,2\n");
  }

  @Test
  void listsCommitsTheLatestFirst() {
    assertThat(pallet.run("history", "list", catalogue())).isZero();
    assertThat(pallet.out().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("1 added")
        .contains("1 changed");
    pallet.run("history", "list", catalogue(), "--search", "bowl", "--json");
    assertThat(pallet.out()).contains("\"adds\" : 2").doesNotContain("\"edits\" : 1");
  }

  @Test
  void aListThatIsCancelledIsStillOneObject() {
    SampledMonitor cancelled = new SampledMonitor();
    cancelled.cancel();
    CommandLineRun run = new CommandLineRun();
    CommandLine commandLine = run.commandLine(new HistoryCommand(cancelled));

    assertThat(commandLine.execute("history", "list", catalogue(), "--search", "Mug", "--json"))
        .isEqualTo(ExitCode.CANCELLED);
    assertThat(run.json().get("stopped").asString()).isEqualTo("Cancelled");
    assertThat(run.json().get("exitCode").asInt()).isEqualTo(ExitCode.CANCELLED);
  }

  @Test
  void anUndoThatIsCancelledTakesNothingBackAndSaysSo() throws IOException {
    String before = exported();
    SampledMonitor cancelled = new SampledMonitor();
    cancelled.cancel();

    assertThat(
            pallet
                .commandLine(new HistoryCommand(cancelled))
                .execute("history", "undo", catalogue(), "last"))
        .isEqualTo(ExitCode.CANCELLED);
    assertThat(exported()).isEqualTo(before);
  }

  @Test
  void takesNothingBackThatAnotherProgramChanged() throws Exception {
    take("sku,name,price\n007,Tray,4.50\n009,Vase,2\n");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + catalogue());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE product SET name = 'Theirs' WHERE sku = '009'"); // counts nothing
    }

    assertThat(pallet.run("history", "undo", catalogue(), "last")).isEqualTo(1);

    assertThat(pallet.out()).contains("1 committed, 0 refused, 1 in conflict");
    assertThat(exported()).contains("007,Cup").contains("009,Theirs");
  }

  @Test
  void showsEachCellBeforeAndAfter() {
    assertThat(pallet.run("history", "show", catalogue(), "last")).isZero();
    assertThat(pallet.out()).contains("edit 007 name: 'Mug' -> 'Cup'");
  }

  @Test
  void writesAFileThatRunsNoFormula() throws IOException {
    Path file = folder.resolve("history.csv");
    assertThat(pallet.run("history", "export", catalogue(), "last", file.toString())).isZero();
    assertThat(Files.readString(file))
        .contains("edit,1,007,name,Mug,Cup")
        .contains("add,3,009,name,,'=1+1");
  }

  @Test
  void takesACommitBackOnlyIfItIsNoDryRun() throws IOException {
    String after = exported();
    assertThat(pallet.run("history", "undo", catalogue(), "last", "--dry-run")).isZero();
    assertThat(pallet.out()).contains("2 rows to take back");
    assertThat(exported()).isEqualTo(after);

    assertThat(pallet.run("history", "undo", catalogue(), "last")).isZero();
    assertThat(exported()).contains("007,Mug").doesNotContain("009");
  }

  @Test
  void forgetsOldCommits() {
    assertThat(pallet.run("history", "prune", catalogue(), "--megabytes", "0")).isZero();
    assertThat(pallet.out()).contains("1 commit forgotten");
  }

  @Test
  void namesACommitThatIsNotThere() {
    assertThat(pallet.run("history", "show", catalogue(), "nonsense")).isEqualTo(ExitCode.USAGE);
    assertThat(pallet.err()).contains("There is no commit nonsense");
  }

  @Test
  void asksWhatToDo() {
    assertThat(pallet.run("history")).isEqualTo(ExitCode.USAGE);
    assertThat(pallet.err()).contains("list, show, export, undo, prune or keep");
  }

  @Test
  void rowsThatAreNotTakenBackAreNamed() throws IOException {
    take("sku,name,price\n007,Pot,4.50\n");
    String second = token(1);

    assertThat(pallet.run("history", "undo", catalogue(), second)).isEqualTo(1);

    assertThat(pallet.out()).contains("  in conflict: 007").doesNotContain("in conflict: 009");
    assertThat(exported()).contains("007,Pot").doesNotContain("009");
  }

  @Test
  void aRowThatIsRefusedWhenItIsTakenBackIsNamed() throws IOException {
    take("sku,name,price,barcode\n008,Bowl,9,96385074\n");
    take("sku,barcode\n018,96385074\n", "--key", "barcode");
    take("sku,name,price\n008,Jug,1\n");

    assertThat(pallet.run("history", "undo", catalogue(), token(1))).isEqualTo(1);

    assertThat(pallet.out()).contains("  refused: SKU 018: SKU 008 is already taken");
  }

  /** The token of a commit, counted from the latest. */
  private String token(int place) {
    pallet.run("history", "list", catalogue(), "--json");
    return pallet.json().get("commits").get(place).get("token").asString();
  }
}
