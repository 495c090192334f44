package app.pallet.rows;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.engine.sqlite.SqlName;
import app.pallet.engine.sqlite.SqliteCodec;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A catalogue for tests of reading, filled without the parts that write. */
public final class ProductRows implements AutoCloseable {

  public final CatalogueDatabase database;

  private ProductRows(CatalogueDatabase database) {
    this.database = database;
  }

  public static ProductRows in(Path folder) {
    return with(folder, ProductSchema.create());
  }

  public static ProductRows with(Path folder, TableSchema schema) {
    return new ProductRows(
        CatalogueDatabase.create(folder.resolve("shop.db"), schema, ConnectionSettings.DEFAULT));
  }

  public Column column(String name) {
    return database.schema().require(name);
  }

  /** Adds a product with this SKU and name, priced at zero; its id follows that of the last one. */
  public ProductRows add(String sku, String name) throws SQLException {
    return insert(List.of(column("sku"), column("name"), column("price")), sku, name, 0L);
  }

  /** Adds a product with this SKU, named like it, and one more value in its stored form. */
  public ProductRows add(String sku, Column column, @Nullable Object stored) throws SQLException {
    return insert(
        List.of(column("sku"), column("name"), column("price"), column), sku, sku, 0L, stored);
  }

  /** Adds a row with these stored values, and version 0 where the table counts versions. */
  public ProductRows insert(List<Column> columns, @Nullable Object... stored) throws SQLException {
    List<Column> all = new java.util.ArrayList<>(columns);
    database.schema().of(ColumnRole.VERSION).ifPresent(all::add);
    String names = all.stream().map(c -> SqlName.quote(c.name())).collect(Collectors.joining(", "));
    String sql =
        "INSERT INTO %s (%s) VALUES (%s)"
            .formatted(
                SqlName.quote(database.schema().table()),
                names,
                all.stream().map(c -> "?").collect(Collectors.joining(", ")));
    try (Connection writer = database.writer().getConnection();
        PreparedStatement insert = writer.prepareStatement(sql)) {
      for (int i = 0; i < all.size(); i++) {
        Object value = i < stored.length ? stored[i] : Long.valueOf(0);
        new SqliteCodec(all.get(i))
            .bind(insert, i + 1, new SqliteCodec(all.get(i)).fromStored(value));
      }
      insert.executeUpdate();
    }
    return this;
  }

  /** Adds many products at once: SKU-0000001, SKU-0000002 and so on. */
  public ProductRows addMany(int count) throws SQLException {
    return execute(
        """
        INSERT INTO product (sku, name, description, category, brand, price, cost, quantity, barcode,
          weight, unit, tags, image, supplier, active, available_from, created, updated, version)
        WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
        SELECT printf('SKU-%%07d', (i * 7919) %% 10000019),
          CASE i %% 4 WHEN 0 THEN 'Höhenverstellbarer Stuhl ' WHEN 1 THEN 'Chair model '
            WHEN 2 THEN 'Lamp, Größe ' ELSE 'table ' END || ((i * 31337) %% 1000003),
          'A fine product for every home, number ' || i || ', with free delivery',
          'Furniture/Home/' || (i %% 100), 'Brand ' || (i %% 1000), (i * 7) %% 1000000,
          (i * 3) %% 100000, i %% 500, printf('%%013d', i), 1500, 'pcs', 'new,sale',
          'https://example.org/' || i || '.jpg', 'Supplier ' || (i %% 50), 1, '2026-01-01',
          1700000000000 + i, 1700000000000 + i, 0
        FROM n
        """
            .formatted(count));
  }

  public ProductRows execute(String sql) throws SQLException {
    try (Connection writer = database.writer().getConnection();
        Statement statement = writer.createStatement()) {
      statement.executeUpdate(sql);
    }
    return this;
  }

  @Override
  public void close() {
    database.close();
  }
}
