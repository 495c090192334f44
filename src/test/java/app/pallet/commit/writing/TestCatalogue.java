package app.pallet.commit.writing;

import app.pallet.change.ColumnSet;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEnding;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A small catalogue in a temporary folder, with the changes and look-ups that commit tests need.
 */
public final class TestCatalogue implements AutoCloseable {

  public static final Column ID =
      Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
  public static final Column SKU =
      Column.builder("sku", ColumnType.TEXT).label("SKU").required().unique().build();
  public static final Column NAME = Column.builder("name", ColumnType.TEXT).required().build();
  public static final Column PRICE =
      Column.builder("price", ColumnType.MONEY).digits(15, 4).minimum(0).build();
  public static final Column QUANTITY = Column.builder("quantity", ColumnType.WHOLE_NUMBER).build();
  public static final Column ACTIVE =
      Column.builder("active", ColumnType.YES_NO).defaultValue(true).build();
  public static final Column CREATED =
      Column.builder("created", ColumnType.TIMESTAMP).role(ColumnRole.CREATED).build();
  public static final Column UPDATED =
      Column.builder("updated", ColumnType.TIMESTAMP).role(ColumnRole.UPDATED).build();
  public static final Column VERSION =
      Column.builder("version", ColumnType.WHOLE_NUMBER).role(ColumnRole.VERSION).build();

  /** As Pallet makes tables. */
  public static final TableSchema VERSIONED =
      new TableSchema(
          "product",
          List.of(ID, SKU, NAME, PRICE, QUANTITY, ACTIVE, CREATED, UPDATED, VERSION),
          "sku");

  /** As other programs make them. */
  public static final TableSchema PLAIN =
      new TableSchema("product", List.of(ID, SKU, NAME, PRICE, QUANTITY, ACTIVE), "sku");

  private static final ColumnSet ADDED = ColumnSet.of(SKU, NAME, PRICE);

  private final CatalogueDatabase database;
  private long lastNumber;

  public TestCatalogue(Path folder) {
    this(folder, VERSIONED);
  }

  public TestCatalogue(Path folder, TableSchema schema) {
    this(folder, schema, ConnectionSettings.DEFAULT);
  }

  public TestCatalogue(Path folder, TableSchema schema, ConnectionSettings settings) {
    database = CatalogueDatabase.create(folder.resolve("catalogue.pallet"), schema, settings);
  }

  public CatalogueDatabase database() {
    return database;
  }

  public RowChange.Add add(String sku, String name, String price) {
    return add(RowValues.of(ADDED, new Object[] {sku, name, new BigDecimal(price).setScale(4)}));
  }

  public RowChange.Add add(RowValues values) {
    return new RowChange.Add(
        new RowKey.New(++lastNumber), values, new RowOrigin("test.csv", lastNumber + 1), List.of());
  }

  /** Rows {@code A-001} on, each with a name and a price of its own. */
  public List<RowChange> adds(int count) {
    return adds("A", count);
  }

  public List<RowChange> adds(String prefix, int count) {
    return IntStream.rangeClosed(1, count)
        .<RowChange>mapToObj(i -> add("%s-%03d".formatted(prefix, i), "Product " + i, i + ".25"))
        .toList();
  }

  public RowChange.Edit edit(Row row, Column column, Object value) {
    return edit(row, RowValues.of(column, value));
  }

  public RowChange.Edit edit(Row row, RowValues after) {
    RowValues before = row.values().only(after::has);
    return new RowChange.Edit(row.key(), before, after, row.stamp(), List.of());
  }

  public RowChange.Delete delete(Row row) {
    return new RowChange.Delete(row.key(), row.values(), row.stamp(), List.of());
  }

  public CommitReport commit(List<? extends RowChange> rows, CommitPlan plan) {
    return commit(rows, plan, CommitListener.NONE);
  }

  public CommitReport commit(
      List<? extends RowChange> rows, CommitPlan plan, CommitListener listener) {
    return commit(rows, plan, listener, WorkMonitor.NONE);
  }

  public CommitReport commit(
      List<? extends RowChange> rows,
      CommitPlan plan,
      CommitListener listener,
      WorkMonitor monitor) {
    CommitReport report = new CommitTask(database, List.copyOf(rows), plan, listener).run(monitor);
    if (report.ending() instanceof CommitEnding.Stopped stopped) {
      throw new AssertionError(stopped.reason(), stopped.cause());
    }
    return report;
  }

  /** Puts rows in, in whatever way works, and reads them back. */
  public List<Row> filledWith(int count) {
    commit(adds(count), CommitPlan.DEFAULT);
    return rows();
  }

  /** All rows by id, as the file holds them. */
  public List<Row> rows() {
    List<Column> columns = database.schema().columns();
    List<Row> rows = new ArrayList<>();
    try (Connection connection = database.readers().getConnection();
        PreparedStatement query = connection.prepareStatement("SELECT * FROM product ORDER BY id");
        ResultSet result = query.executeQuery()) {
      while (result.next()) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = new SqliteCodec(columns.get(i)).read(result, i + 1);
        }
        rows.add(rowOf(RowValues.of(ColumnSet.of(columns), values)));
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return rows;
  }

  private static Row rowOf(RowValues all) {
    RowStamp stamp =
        all.has(VERSION) ? RowStamp.Counted.of(number(all, VERSION)) : RowStamp.Seen.BY_VALUES;
    return new Row(new RowKey.Id(number(all, ID)), stamp, all.only(c -> !c.isReadOnly()));
  }

  private static long number(RowValues values, Column column) {
    return (Long) Objects.requireNonNull(values.get(column));
  }

  /** The values of a column by id. */
  public List<@Nullable Object> column(Column column) {
    return rows().stream().<@Nullable Object>map(row -> row.values().get(column)).toList();
  }

  /** The moments stamped on the first row, in milliseconds. */
  public List<Long> stamps() {
    try (Connection connection = database.readers().getConnection();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT created, updated FROM product")) {
      return List.of(result.getLong(1), result.getLong(2));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  public long count() {
    return rows().size();
  }

  /** Does what another program might do to the file meanwhile. */
  public void behindTheBack(String sql) {
    try (Connection connection = database.writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    database.close();
  }
}
