package app.pallet.ui.table;

import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.ui.table.columns.ColumnLayout;
import java.util.List;
import java.util.stream.Stream;

/** A grid with every state in it, for pictures of the whole window. FX thread. */
public final class GridSample {
  private GridSample() {}

  /** A grid of as many rows, the first few of them edited, deleted, added and wrong. */
  public static ProductTable of(int rows) {
    FakeProducts products = new FakeProducts(rows);
    products.put(2, products.edited(2, products.column("price"), "24.5"));
    products.put(3, products.deleted(3));
    products.put(4, products.edited(4, products.column("quantity"), "a dozen"));
    products.put(5, products.added(5));
    ProductTable grid = new ProductTable(products, products);
    grid.setColumnLayout(
        Stream.of("sku", "name", "price", "quantity", "tax_class", "active", "available_from")
            .map(name -> new ColumnLayout(name, name.equals("name") ? 240 : 110, true))
            .toList());
    return grid;
  }

  /** Selects a block of cells; the grid must be on the screen. */
  public static void selectSome(ProductTable grid) {
    TableSchema schema = ProductSchema.create();
    grid.select(8, 11, List.of(schema.require("name"), schema.require("price")));
  }
}
