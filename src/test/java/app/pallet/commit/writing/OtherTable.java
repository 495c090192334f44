package app.pallet.commit.writing;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ShopFile;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A shop's database that another program has made, and commits into its tables. */
abstract class OtherTable {

  @TempDir private Path folder;
  ShopFile shop;
  final RecordedEvents events = new RecordedEvents();
  private long number;

  @BeforeEach
  void make() throws Exception {
    shop = ShopFile.create(folder.resolve("shop.db"), "delete");
  }

  static @Nullable Object value(Column column, String text) {
    return switch (CellParser.parse(column, text, CellFormat.PLAIN)) {
      case CellReading.Value(var value) -> value;
      case CellReading.Rejected rejected -> throw new IllegalArgumentException(rejected.message());
    };
  }

  static RowValues values(CatalogueDatabase database, Map<String, String> texts) {
    RowValues values = RowValues.EMPTY;
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Column column = database.schema().require(text.getKey());
      values = values.with(column, value(column, text.getValue()));
    }
    return values;
  }

  RowChange add(CatalogueDatabase database, Map<String, String> texts) {
    return new RowChange.Add(
        new RowKey.New(++number), values(database, texts), RowOrigin.TYPED, List.of());
  }

  static RowChange edit(CatalogueDatabase database, long id, Map<String, String> texts) {
    Row row = row(database, id);
    RowValues after = values(database, texts);
    return new RowChange.Edit(
        row.key(), row.values().only(after::has), after, row.stamp(), List.of());
  }

  static Row row(CatalogueDatabase database, long id) {
    return Objects.requireNonNull(
        new RowReader(database).byKey(List.of(new RowKey.Id(id))).get(new RowKey.Id(id)));
  }

  CommitReport commit(CatalogueDatabase database, CommitMode mode, RowChange... rows) {
    CommitPlan plan = new CommitPlan(mode, 10, TransactionScope.PER_BATCH);
    return new CommitTask(database, List.of(rows), plan, events).run(WorkMonitor.NONE);
  }

  /** What a plain connection reads, a line for each row. */
  List<String> audit(String sql) throws Exception {
    List<String> lines = new ArrayList<>();
    try (Connection connection = shop.connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      while (result.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          line.append(i == 1 ? "" : "|").append(result.getObject(i));
        }
        lines.add(line.toString());
      }
    }
    return lines;
  }
}
