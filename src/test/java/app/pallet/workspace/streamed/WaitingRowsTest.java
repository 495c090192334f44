package app.pallet.workspace.streamed;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.rows.RowReader;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of an import that wait for the values of others. */
class WaitingRowsTest {

  private static final Column SKU =
      Column.builder("sku", ColumnType.TEXT).label("SKU").required().unique().build();
  private static final TableSchema SCHEMA =
      new TableSchema(
          "product",
          List.of(Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build(), SKU),
          "sku");

  private static final RowChange ONE = edit(1, "A", "B");
  private static final RowChange TWO = edit(2, "B", "C");
  private static final RowChange THREE = edit(3, "C", "A");
  private static final RowChange FOUR = edit(4, "D", "E");

  @TempDir Path folder;
  private CatalogueDatabase database;

  @BeforeEach
  void create() throws SQLException {
    Path file = folder.resolve("c.pallet");
    database = CatalogueDatabase.create(file, SCHEMA, ConnectionSettings.DEFAULT);
    try (Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("INSERT INTO product VALUES (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D')");
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static RowChange edit(long id, String before, String after) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(SKU, before),
        RowValues.of(SKU, after),
        RowStamp.Seen.BY_VALUES,
        List.of());
  }

  private static Map<RowKey, RowOrigin> from(RowChange row, long line) {
    return Map.of(row.key(), new RowOrigin("prices.csv", line));
  }

  @Test
  void waitUntilTheCircleIsClosedAndStillKnowTheirLines() {
    WaitingRows rows = new WaitingRows(SCHEMA, new RowReader(database), List.of(SKU), 10);

    assertThat(rows.ready(List.of(ONE, FOUR), from(ONE, 2), false)).containsExactly(FOUR);
    assertThat(rows.ready(List.of(TWO), from(TWO, 3), false)).isEmpty();
    assertThat(rows.ready(List.of(THREE), from(THREE, 4), false)).containsExactly(ONE, TWO, THREE);
    assertThat(rows.origin(ONE.key())).contains(new RowOrigin("prices.csv", 2));
    assertThat(rows.ready(List.of(), Map.of(), true)).isEmpty();
  }

  @Test
  void areTriedWithTheLastPortionWhetherTheirValuesAreFreeOrNot() {
    WaitingRows rows = new WaitingRows(SCHEMA, new RowReader(database), List.of(SKU), 10);
    rows.ready(List.of(ONE), Map.of(), false);

    assertThat(rows.ready(List.of(FOUR), Map.of(), true)).containsExactly(ONE, FOUR);
  }

  @Test
  void areTriedAtOnceWhereThereIsNoRoomForThem() {
    WaitingRows rows = new WaitingRows(SCHEMA, new RowReader(database), List.of(SKU), 1);

    assertThat(rows.ready(List.of(ONE), Map.of(), false)).isEmpty();
    assertThat(rows.ready(List.of(TWO), Map.of(), false)).containsExactly(ONE, TWO);
    assertThat(rows.ready(List.of(FOUR), Map.of(), false)).containsExactly(FOUR);
  }

  @Test
  void areNoneWhereNothingCanChangeHands() {
    WaitingRows rows = new WaitingRows(SCHEMA, new RowReader(database), List.of());

    assertThat(rows.ready(List.of(ONE), from(ONE, 2), false)).containsExactly(ONE);
    assertThat(rows.origin(ONE.key())).isPresent();
  }
}
