package app.pallet;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Catalogues too large to be made row by row in a test. */
final class ManyProducts {

  private ManyProducts() {}

  /**
   * Makes a catalogue by one statement, about 20 s a million.
   *
   * @param file not there yet
   */
  static void make(Path file, int products) {
    make(file, products, ProductSchema.create().columns().size());
  }

  /**
   * The same with more columns.
   *
   * @param columns of which those that a new catalogue lacks are short texts
   */
  static void make(Path file, int products, int columns) {
    TableSchema usual = ProductSchema.create();
    List<Column> more =
        IntStream.rangeClosed(1, columns - usual.columns().size())
            .mapToObj(
                number -> Column.builder("remark_" + number, ColumnType.TEXT).maxLength(60).build())
            .toList();
    try (CatalogueDatabase database =
            CatalogueDatabase.create(file, usual.with(more), ConnectionSettings.DEFAULT);
        Connection writer = database.writer().getConnection();
        Statement statement = writer.createStatement()) {
      statement.executeUpdate(
          """
          INSERT INTO product (sku, name, description, category, brand, price, cost, quantity,
            barcode, weight, unit, tags, image, supplier, active, available_from, created, updated,
            version)
          WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)
          SELECT printf('SKU-%%08d', i),
            CASE i %% 4 WHEN 0 THEN 'Höhenverstellbarer Stuhl ' WHEN 1 THEN 'Chair model '
              WHEN 2 THEN 'Lamp, Größe ' ELSE 'Table ' END || ((i * 31337) %% 1000003),
            'A fine product for every home, number ' || i || ', with free delivery',
            CASE i %% 3 WHEN 0 THEN 'Furniture' WHEN 1 THEN 'Lighting' ELSE 'Office' END,
            'Brand ' || (i %% 1000), (i * 7) %% 1000000 * 100, (i * 3) %% 100000 * 100, i %% 500,
            printf('%%013d', i), 1500, 'pcs', 'new,sale', 'https://example.org/' || i || '.jpg',
            'Supplier ' || (i %% 50), 1, '2026-01-01', 1700000000000 + i, 1700000000000 + i, 0
          FROM n
          """
              .formatted(products));
      if (!more.isEmpty()) {
        statement.executeUpdate(
            more.stream()
                .map(column -> "%s = '%s ' || id".formatted(column.name(), column.label()))
                .collect(Collectors.joining(", ", "UPDATE product SET ", "")));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
