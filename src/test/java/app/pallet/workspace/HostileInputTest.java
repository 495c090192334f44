package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.database.file.HostileSchema;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Names of a table and its columns, texts searched for and values pasted that would be SQL if
 * anybody let them: they stay names and texts, through matching, all modes, search and sort.
 */
class HostileInputTest {

  private static final List<String> TEXTS =
      List.of(
          "'); DROP TABLE \"product\"; --",
          "\" OR 1=1 --",
          "' UNION SELECT sql FROM sqlite_master --",
          "%",
          "_",
          "\\%",
          "?1 :name @x $y",
          "x'41'",
          "😀'\"`[",
          "NULL",
          "${jndi:ldap://x}",
          "{alias}.id");

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(CommitMode.class)
  void namesAndValuesStayWhatTheyAre(CommitMode mode) throws SQLException {
    Path file = folder.resolve("shop.pallet");
    TableSchema schema = HostileSchema.create();
    try (OpenCatalogue catalogue = new OpenCatalogue(file, CellFormat.PLAIN, schema)) {
      String before = objects(file);

      paste(catalogue, TEXTS);
      assertThat(commit(catalogue, mode).committed()).isEqualTo(TEXTS.size());

      for (Column column : schema.dataColumns()) {
        assertThat(catalogue.stored(column.name())).as(column.name()).isEqualTo(TEXTS);
        catalogue.workspace.show(
            new RowQuery("", Optional.of(new SortOrder(column, SortOrder.Direction.DESCENDING))));
        assertThat(catalogue.workspace.view().size()).isEqualTo(TEXTS.size());
      }
      for (String text : TEXTS) {
        catalogue.workspace.show(RowQuery.ALL.searching(text));
        long holding = TEXTS.stream().filter(other -> other.contains(text)).count();
        assertThat((long) catalogue.workspace.view().size()).as(text).isEqualTo(holding);
      }
      catalogue.workspace.show(RowQuery.ALL);

      changeEverything(catalogue, schema, mode);

      assertThat(objects(file)).isEqualTo(before);
      assertThat(catalogue.told).isEmpty();
    }
  }

  /** Edits every row by its hostile key, and deletes one. */
  private static void changeEverything(
      OpenCatalogue catalogue, TableSchema schema, CommitMode mode) {
    Column key = schema.match();
    Column second = schema.dataColumns().get(1);
    List<String> changed = TEXTS.stream().map(text -> text + "; DELETE FROM product").toList();
    StringBuilder block = new StringBuilder(cell(key.name()) + "\t" + cell(second.name()));
    for (int i = 0; i < TEXTS.size(); i++) {
      block.append('\n').append(cell(TEXTS.get(i))).append('\t').append(cell(changed.get(i)));
    }
    catalogue.paste(block.toString(), 0, key.name());
    assertThat(commit(catalogue, mode).committed()).isEqualTo(TEXTS.size());
    assertThat(catalogue.stored(second.name())).isEqualTo(changed);
    assertThat(catalogue.stored(key.name())).isEqualTo(TEXTS);

    catalogue.workspace.edits().delete(List.of(catalogue.block(0, 0, key.name())));
    assertThat(commit(catalogue, mode).committed()).isEqualTo(1);
    assertThat(catalogue.stored(key.name())).isEqualTo(TEXTS.subList(1, TEXTS.size()));
  }

  /** Pastes rows that hold the same text in every column, under the columns' own names. */
  private static void paste(OpenCatalogue catalogue, List<String> texts) {
    List<Column> columns = catalogue.workspace.schema().dataColumns();
    List<String> lines = new ArrayList<>();
    lines.add(columns.stream().map(c -> cell(c.name())).collect(Collectors.joining("\t")));
    for (String text : texts) {
      lines.add(columns.stream().map(c -> cell(text)).collect(Collectors.joining("\t")));
    }
    catalogue.paste(String.join("\n", lines), 0, columns.getFirst().name());
  }

  /** As Excel writes it to the clipboard. */
  private static String cell(String text) {
    return text.contains("\n") ? '"' + text.replace("\"", "\"\"") + '"' : text;
  }

  private static CommitReport commit(OpenCatalogue catalogue, CommitMode mode) {
    List<CommitReport> reports = new ArrayList<>();
    catalogue.workspace.commit(CommitPlan.DEFAULT.in(mode), event -> {}, reports::add);
    return reports.getFirst();
  }

  /** Everything the file's schema holds. */
  private static String objects(Path file) throws SQLException {
    StringBuilder objects = new StringBuilder();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT sql FROM sqlite_master")) {
      while (result.next()) {
        objects.append(result.getString(1)).append('\n');
      }
    }
    return objects.toString();
  }
}
