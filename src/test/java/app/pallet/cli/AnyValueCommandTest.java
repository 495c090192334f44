package app.pallet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.ShopFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that tables of other programs hold, and that go through files and back. */
final class AnyValueCommandTest {

  @TempDir private Path folder;
  private final CommandLineRun pallet = new CommandLineRun();
  private ShopFile shop;

  @BeforeEach
  void make() {
    shop = new ShopFile(folder.resolve("any.db"));
  }

  private int importInto(String table, String csv, String... options) throws IOException {
    Path in = Files.writeString(folder.resolve("in.csv"), csv);
    return importFile(table, in, options);
  }

  private int importFile(String table, Path in, String... options) {
    String[] first = {"import", in.toString(), "--into", shop.path().toString(), "--table", table};
    return pallet.run(concat(first, options));
  }

  private static String[] concat(String[] first, String... more) {
    String[] all = java.util.Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  private int export(String table, Path out, String... options) {
    String[] first = {"export", shop.path().toString(), out.toString(), "--table", table};
    return pallet.run(concat(first, options));
  }

  private void makeWholeNumbers() throws SQLException {
    shop.execute(
        "CREATE TABLE n (code TEXT PRIMARY KEY NOT NULL, n BIGINT)",
        "INSERT INTO n VALUES ('least', -9223372036854775808), ('most', 9223372036854775807),"
            + " ('near', 9223372036854775806), ('small', 7)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "xlsx"})
  void wholeNumbersOf64BitsGoThroughAFile(String format) throws Exception {
    makeWholeNumbers();
    Path out = folder.resolve("out." + format);
    assertThat(export("n", out)).as(pallet.err()).isZero();
    shop.execute("CREATE TABLE was AS SELECT * FROM n", "UPDATE n SET n = 0");

    assertThat(importFile("n", out)).as(pallet.out() + pallet.err()).isZero();

    assertThat(shop.ask("SELECT code, n FROM n")).isEqualTo(shop.ask("SELECT code, n FROM was"));
  }

  @Test
  void wholeNumbersBeyond64BitsAreRefusedWithTheirLimits() throws Exception {
    makeWholeNumbers();

    assertThat(
            importInto(
                "n", "code,n\nsmall,9223372036854775808\nmost,\"-9,223,372,036,854,775,808\"\n"))
        .isEqualTo(1);

    assertThat(pallet.out())
        .contains("Is too large")
        .contains("-9223372036854775808 to 9223372036854775807");
    assertThat(shop.ask("SELECT n FROM n WHERE code IN ('most', 'small') ORDER BY code"))
        .containsExactly("-9223372036854775808", "7");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "n = 9223372036854775807 > most",
        "n >= 9223372036854775807 > most",
        "n < -9223372036854775807 > least",
        "n between 9223372036854775806 and 9223372036854775807 > most,near"
      })
  void wholeNumbersOf64BitsAreFound(String filter) throws Exception {
    makeWholeNumbers();
    Path out = folder.resolve("out.csv");
    int at = filter.lastIndexOf('>');

    assertThat(export("n", out, "--where", filter.substring(0, at).strip(), "--columns", "code"))
        .as(pallet.err())
        .isZero();

    assertThat(Files.readAllLines(out))
        .containsExactlyInAnyOrder(("code," + filter.substring(at + 1).strip()).split(","));
  }

  private void makeNumbered() throws SQLException {
    shop.execute(
        "CREATE TABLE p (id INTEGER PRIMARY KEY, code TEXT UNIQUE, name TEXT)",
        "INSERT INTO p VALUES (3, 'A', 'Mug'), (7, 'B', 'Cup')");
  }

  /** An empty number is given by the database, above those that are typed in the same file. */
  @ParameterizedTest
  @ValueSource(strings = {"batch", "add-all", "one-by-one"})
  void theNumberOfAnAddedRowCanBeTyped(String mode) throws Exception {
    makeNumbered();

    int code =
        importInto("p", "id,code,name\n,C,Jug\n5,D,Pot\n8,E,Pan\n3,A,Mugs\n", "--mode", mode);

    assertThat(code).as(pallet.out() + pallet.err()).isZero();
    assertThat(shop.ask("SELECT * FROM p ORDER BY id"))
        .containsExactly("3|A|Mugs", "5|D|Pot", "7|B|Cup", "8|E|Pan", "9|C|Jug");
  }

  @Test
  void aNumberThatIsTakenIsRefused() throws Exception {
    makeNumbered();

    assertThat(importInto("p", "id,code,name\n7,D,Pot\n9,E,Pan\n", "--key", "code")).isEqualTo(1);

    assertThat(pallet.out()).contains("id 7 is already taken");
    assertThat(shop.ask("SELECT * FROM p ORDER BY id"))
        .containsExactly("3|A|Mug", "7|B|Cup", "9|E|Pan");
  }

  @Test
  void theNumberOfARowThatIsThereIsNeverChanged() throws Exception {
    makeNumbered();

    assertThat(importInto("p", "id,code,name\n9,A,Pot\n", "--key", "code")).isEqualTo(1);

    assertThat(pallet.out()).contains("Is 3 in the table; a row keeps its key");
    assertThat(shop.ask("SELECT * FROM p ORDER BY id")).containsExactly("3|A|Mug", "7|B|Cup");
  }

  private void makeNuls() throws SQLException {
    shop.execute(
        "CREATE TABLE t (k TEXT NOT NULL UNIQUE, v TEXT)",
        "INSERT INTO t VALUES ('a', 'x' || char(0) || 'y'), ('b', '_x0000_'), ('c', char(0)),"
            + " ('d' || char(0) || 'd', 'key'), ('d', 'other')");
  }

  @Test
  void aTextWithNulIsRefusedByATextFileAndNothingIsWritten() throws Exception {
    makeNuls();
    Path out = folder.resolve("out.csv");

    assertThat(export("t", out)).isEqualTo(3);

    assertThat(pallet.err())
        .contains("row 1, column v")
        .contains("has a NUL character, which no text file can hold; choose a workbook (XLSX)");
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"batch", "add-all", "one-by-one"})
  void aTextWithNulGoesThroughAWorkbook(String mode) throws Exception {
    makeNuls();
    Path out = folder.resolve("out.xlsx");
    assertThat(export("t", out)).as(pallet.err()).isZero();
    String cells = "SELECT hex(k), hex(v) FROM t ORDER BY k";
    List<String> before = shop.ask(cells);

    assertThat(importFile("t", out, "--mode", mode)).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.out()).contains("0 to add, 0 to change, 5 unchanged");

    shop.execute("UPDATE t SET v = 'lost' WHERE rowid < 3", "DELETE FROM t WHERE rowid = 4");
    assertThat(importFile("t", out, "--mode", mode)).as(pallet.out() + pallet.err()).isZero();
    assertThat(shop.ask(cells)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"csv, batch", "csv, add-all", "xlsx, one-by-one"})
  void rowsAreFoundAndAddedByKeysOfBytes(String format, String mode) throws Exception {
    shop.execute(
        "CREATE TABLE b (k BLOB PRIMARY KEY NOT NULL, v TEXT)",
        "INSERT INTO b VALUES (x'1e05', 'a'), (x'0012', 'b'), (x'12', 'c'),"
            + " (x'123e4567e89b12d3a456426614174000', 'd')");
    Path out = folder.resolve("out." + format);
    assertThat(export("b", out)).as(pallet.err()).isZero();
    List<String> before = shop.ask("SELECT hex(k), v FROM b ORDER BY k");

    assertThat(importFile("b", out, "--mode", mode)).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.out()).contains("0 to add, 0 to change, 4 unchanged");

    shop.execute("UPDATE b SET v = 'lost'", "DELETE FROM b WHERE k = x'0012'");
    assertThat(importFile("b", out, "--mode", mode)).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.out()).contains("1 to add, 3 to change");
    assertThat(shop.ask("SELECT hex(k), v FROM b ORDER BY k")).isEqualTo(before);
    assertThat(shop.ask("SELECT DISTINCT typeof(k) FROM b")).containsExactly("blob");
  }

  @Test
  void aRowIsFoundByItsBytes() throws Exception {
    shop.execute(
        "CREATE TABLE b (k BLOB PRIMARY KEY NOT NULL, v TEXT)",
        "INSERT INTO b VALUES (x'1e05', 'a'), (x'0012', 'b')");
    Path out = folder.resolve("out.csv");

    assertThat(export("b", out, "--where", "k = 1E05")).as(pallet.err()).isZero();

    assertThat(Files.readAllLines(out)).containsExactly("k,v", "1e05,a");
  }

  /** Where any value is as good as any other, none is odd. */
  @ParameterizedTest
  @ValueSource(strings = {"v ANY, w ANY) STRICT", "v, w)"})
  void aColumnThatTakesAnythingHoldsNothingOdd(String columns) throws Exception {
    shop.execute(
        "CREATE TABLE a (k TEXT PRIMARY KEY NOT NULL, " + columns,
        "INSERT INTO a VALUES ('i', 5, 1), ('t', '5', 2.5), ('r', 5.5, 'x'), ('b', 'c', 7)");
    Path out = folder.resolve("out.csv");
    List<String> before = shop.ask("SELECT *, typeof(v), typeof(w) FROM a");

    assertThat(export("a", out)).isZero();

    assertThat(pallet.out()).doesNotContain("warning");
    assertThat(importFile("a", out)).as(pallet.out() + pallet.err()).isZero();
    assertThat(pallet.out()).contains("4 unchanged");
    assertThat(shop.ask("SELECT *, typeof(v), typeof(w) FROM a")).isEqualTo(before);
  }
}
