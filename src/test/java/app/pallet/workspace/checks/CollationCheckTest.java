package app.pallet.workspace.checks;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ShopFile;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check of unique values agrees with the database about which texts are the same. */
final class CollationCheckTest {

  @TempDir private Path folder;

  private ShopFile make(String table) throws SQLException {
    ShopFile file = new ShopFile(folder.resolve("shop.db"));
    file.execute(table.split(";"));
    file.execute("INSERT INTO t VALUES (1, 'Abc'), (2, 'x')");
    return file;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE NOCASE UNIQUE)|new|NEW|true",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE NOCASE UNIQUE)|aBC|other|true",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE NOCASE UNIQUE)|\u00e4|\u00c4|false",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE NOCASE UNIQUE)|a|a |false",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE RTRIM UNIQUE)|a|a  |true",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE RTRIM UNIQUE)|Abc |other|true",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE RTRIM UNIQUE)|a|A|false",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT UNIQUE)|a|A|false",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT UNIQUE)|abc|a |false",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT); CREATE UNIQUE INDEX i ON t (k COLLATE"
            + " NOCASE)|ABC|other|true",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE NOCASE); CREATE UNIQUE INDEX i ON t"
            + " (k COLLATE BINARY)|ABC|abc|false",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE RTRIM UNIQUE); CREATE UNIQUE INDEX"
            + " i ON t (k COLLATE NOCASE)|abc|abc |true",
        "CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE RTRIM UNIQUE); CREATE UNIQUE INDEX"
            + " i ON t (k COLLATE NOCASE)|q|q |true"
      })
  void whatTheDatabaseRefusesIsFoundBefore(
      String table, String one, String other, boolean isRefused) throws Exception {
    ShopFile file = make(table);
    try (CatalogueDatabase database = file.open("t")) {
      Column k = database.schema().require("k");
      List<RowChange> adds = new ArrayList<>();
      for (String text : List.of(one, other)) {
        adds.add(
            new RowChange.Add(
                new RowKey.New(adds.size()), RowValues.of(k, text), RowOrigin.TYPED, List.of()));
      }

      assertThat(!UniqueCheck.run(database.schema(), new RowReader(database), adds).isEmpty())
          .isEqualTo(isRefused);
    }
    assertThat(refuses(file, one, other)).isEqualTo(isRefused);
  }

  private static boolean refuses(ShopFile file, String... texts) {
    try {
      for (String text : texts) {
        file.execute("INSERT INTO t (k) VALUES ('" + text + "')");
      }
      return false;
    } catch (SQLException e) {
      return true;
    }
  }

  /** A row may write its own value in other letters, and take what another one gives up. */
  @ParameterizedTest
  @CsvSource({"1, Abc, ABC", "2, x, aBC"})
  void aValueThatIsGivenUpIsFree(long id, String before, String after) throws Exception {
    ShopFile file = make("CREATE TABLE t (id INTEGER PRIMARY KEY, k TEXT COLLATE NOCASE UNIQUE)");
    try (CatalogueDatabase database = file.open("t")) {
      List<RowChange> edits = new ArrayList<>(List.of(edit(database, id, before, after)));
      if (id == 2) {
        edits.add(edit(database, 1, "Abc", "free"));
      }

      assertThat(UniqueCheck.run(database.schema(), new RowReader(database), edits)).isEmpty();
    }
  }

  private static RowChange edit(CatalogueDatabase database, long id, String before, String after) {
    Column k = database.schema().require("k");
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(k, before),
        RowValues.of(k, after),
        RowStamp.Seen.BY_VALUES,
        List.of());
  }
}
