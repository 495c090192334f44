package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.ShopFile;
import app.pallet.rows.references.GroupTree;
import app.pallet.rows.references.ShopTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code pallet import} of names that other tables, or the same one, do not have yet. */
final class AddParentsCommandTest {

  private static final String ROWS =
      "ProductID,CategoryID,Supplier\n1,Lamps,EXOT\n2,Lamps,\n3,Lights,Acme\n4,500,\n";

  @TempDir private Path folder;
  private final CommandLineRun pallet = new CommandLineRun();
  private Path file;

  @BeforeEach
  void make() throws SQLException {
    file = ShopTables.in(folder);
  }

  private int run(String table, Path into, String text, String... more) throws Exception {
    Path in = Files.writeString(folder.resolve("in.csv"), text);
    String[] arguments = {"import", in.toString(), "--into", into.toString(), "--table", table};
    String[] all = new String[arguments.length + more.length];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return pallet.run(all);
  }

  private List<String> categories() throws SQLException {
    return new ShopFile(file)
        .ask("SELECT CategoryName FROM Categories WHERE CategoryID > 6 ORDER BY CategoryID");
  }

  @Test
  void unaskedNothingIsAddedAndTheNamesAreCounted() throws Exception {
    assertThat(run("Products", file, ROWS)).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(pallet.out())
        .contains("Categories does not have 3 names: Lamps, Lights, 500")
        .contains("Suppliers does not have 1 name: Acme")
        .contains("--add-parents adds rows of these names");
    assertThat(categories()).isEmpty();
  }

  @Test
  void aDryRunSaysWhatWouldBeAdded() throws Exception {
    byte[] before = Files.readAllBytes(file);
    run("Products", file, ROWS, "--add-parents", "--dry-run");
    assertThat(pallet.out()).contains("1 row is to be added to Categories: Lamps");
    assertThat(file).hasBinaryContent(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "add-all", "one-by-one"})
  void rowsOfOtherTablesAreAddedOnRequest(String mode) throws Exception {
    int code = run("Products", file, ROWS, "--add-parents", "--mode", mode);
    assertThat(code).as(pallet.out() + pallet.err()).isEqualTo(ExitCode.INCOMPLETE);
    assertThat(categories()).containsExactly("Lamps"); // Lights waits with row 3
    assertThat(new ShopFile(file).ask("SELECT ProductID, CategoryID FROM Products ORDER BY 1"))
        .containsExactly("1|7", "2|7", "3|2", "4|77"); // 3 waits for a supplier with a code
    assertThat(pallet.out())
        .contains("and a new row there needs more than that")
        .contains("\"500\" Is neither the CategoryID nor");
  }

  @Test
  void rowsOfOneFileReferToEachOtherByTheirNames() throws Exception {
    GroupTree tree = GroupTree.in(folder);
    int code =
        run("Groups", tree.file(), "Name,Above\nSpots,LED\nLED,Lamps\nLamps,Root\n", "--json");
    assertThat(code).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.json().get("problemCount").asInt()).isZero();
    assertThat(tree.stored())
        .containsEntry("Spots", "LED")
        .containsEntry("LED", "Lamps")
        .containsEntry("Lamps", "Root");
  }
}
