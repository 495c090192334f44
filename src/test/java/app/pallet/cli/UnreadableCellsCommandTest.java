package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.ShopFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on cells in which another program stored what their columns can't hold. */
final class UnreadableCellsCommandTest {

  @TempDir private Path folder;
  private final CommandLineRun pallet = new CommandLineRun();

  /** What could not be typed is no problem where it is there already. */
  @Test
  void cellsThatTheirColumnsCanNotHoldComeBackUnchanged() throws Exception {
    ShopFile other = new ShopFile(folder.resolve("odd.db"));
    other.execute(
        """
        CREATE TABLE odd (code TEXT PRIMARY KEY NOT NULL, on_sale BOOLEAN, day DATE,
          amount DECIMAL(10,2), big INTEGER, short VARCHAR(3), size INTEGER, kind TEXT CHECK (kind IN ('a', 'b')))\
        """,
        "PRAGMA ignore_check_constraints = 1",
        """
        INSERT INTO odd VALUES ('1', 't', '02.01.2024', 0.30000000000000004, 9223372036854775807,
          'too long', 'large', 'a'), ('2', 2, 20240102, 'abc', -9223372036854775808, 'äöüß', 1.5, 'b'),
          ('3', 'FALSE', '2024-01-02', '1.50', 7, 'abc', '7 ', 'a')\
        """);
    String path = other.path().toString();
    String out = folder.resolve("out.csv").toString();
    byte[] before = Files.readAllBytes(other.path());
    assertThat(pallet.run("export", path, out, "--table", "odd")).as(pallet.err()).isZero();

    assertThat(pallet.run("import", out, "--into", path, "--table", "odd"))
        .as(pallet.out() + pallet.err())
        .isZero();

    assertThat(pallet.out()).contains("0 to add, 0 to change, 3 unchanged");
    assertThat(other.path()).hasBinaryContent(before);

    Files.writeString(
        Path.of(out),
        Files.readString(Path.of(out)).replace("abc", "abd").replace("02.01.2024", "2024-01-02"));
    assertThat(pallet.run("import", out, "--into", path, "--table", "odd")).isEqualTo(1);
    assertThat(pallet.out()).contains("amount: \"abd\" Is not a number");
    assertThat(other.ask("SELECT day FROM odd WHERE code = '1'")).containsExactly("2024-01-02");
  }

  /** Bytes are what a column of bytes holds, and a message does not show 30,000 digits. */
  @Test
  void anExportTellsOfWhatIsAmissOnly() throws Exception {
    ShopFile other = new ShopFile(folder.resolve("odd.db"));
    other.execute(
        "CREATE TABLE odd (code TEXT PRIMARY KEY NOT NULL, picture BLOB, size INTEGER)",
        "INSERT INTO odd VALUES ('1', x'00ff', printf('%.3000c', 'x'))");
    String out = folder.resolve("out.csv").toString();

    assertThat(pallet.run("export", other.path().toString(), out, "--table", "odd")).isZero();

    assertThat(pallet.out())
        .contains("warning: 1 cell holds what")
        .contains("size holds '" + "x".repeat(80) + "…'")
        .doesNotContain("picture holds");
  }
}
