package app.pallet.spreadsheet.export;

import app.pallet.schema.Column;
import app.pallet.schema.Column.Storage;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.TableSchema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Headings, words and separator that a shop's own import expects. A column of a preset is filled
 * from the catalogue's column with the same heading, as in a catalogue that was made from the
 * shop's file, or else from a column with the same meaning. If there is none, the column is left
 * out.
 */
public enum ExportPreset {
  /** All columns under their own names. */
  PALLET("Pallet", ','),
  /** Shopify's product CSV. */
  SHOPIFY("Shopify", ','),
  /** WooCommerce's product CSV. */
  WOOCOMMERCE("WooCommerce", ','),
  /** Magento's and Adobe Commerce's product CSV. */
  MAGENTO("Magento", ','),
  /** PrestaShop's sample of an import of products. */
  PRESTASHOP("PrestaShop", ';');

  private final String label;
  private final char separator;

  ExportPreset(String label, char separator) {
    this.label = label;
    this.separator = separator;
  }

  /** The name of the preset for the user. */
  public String label() {
    return label;
  }

  /** The separator between the cells of a row. */
  public char separator() {
    return separator;
  }

  /** What happens to texts that look like formulas. A shop runs none; a spreadsheet might. */
  public FormulaTexts formulas() {
    return this == PALLET ? FormulaTexts.GUARD : FormulaTexts.KEEP;
  }

  /**
   * The data of a catalogue. Of another program's table also its key and what nobody can write; but
   * no number that rows have only because they have no key.
   */
  private static List<Column> all(TableSchema schema) {
    return schema.columns().stream().anyMatch(column -> column.storage() != Storage.SCALED)
        ? schema.columns().stream().filter(column -> !column.isBookkeeping()).toList()
        : schema.dataColumns();
  }

  /** The columns of a catalogue as this preset writes them, in its order. There may be none. */
  public List<ExportColumn> columns(TableSchema schema) {
    if (this == PALLET) {
      return all(schema).stream().map(ExportColumn::of).toList();
    }
    ColumnHeadings headings = new ColumnHeadings(schema.dataColumns());
    return fields().flatMap(field -> field.in(headings).stream()).toList();
  }

  private Stream<Field> fields() {
    return switch (this) {
      case PALLET -> Stream.empty();
      case SHOPIFY -> shopify();
      case WOOCOMMERCE -> woocommerce();
      case MAGENTO -> magento();
      case PRESTASHOP -> prestashop();
    };
  }

  private static Stream<Field> shopify() {
    return Stream.of(
        Field.of("Handle", "name sku", CellWording.HANDLE),
        Field.of("Title", "name"),
        Field.of("Body (HTML)", "description"),
        Field.of("Vendor", "brand"),
        Field.of("Type", "category"),
        Field.of("Tags", "tags"),
        Field.of("Published", "active", CellWording.TRUE_FALSE),
        Field.of("Variant SKU", "sku"),
        Field.of("Variant Grams", "weight", CellWording.GRAMS),
        Field.of("Variant Inventory Qty", "quantity"),
        Field.of("Variant Price", "price"),
        Field.of("Variant Compare At Price", "compare_at_price"),
        Field.of("Variant Barcode", "barcode"),
        Field.of("Image Src", "image"),
        Field.of("Cost per item", "cost"),
        Field.of("Status", "active", CellWording.ACTIVE_DRAFT));
  }

  private static Stream<Field> woocommerce() {
    return Stream.of(
        Field.of("SKU", "sku"),
        Field.of("GTIN, UPC, EAN, or ISBN", "barcode"),
        Field.of("Name", "name"),
        Field.of("Published", "active", CellWording.ONE_ZERO),
        Field.of("Description", "description"),
        Field.of("Tax class", "tax_class"),
        Field.of("Stock", "quantity"),
        Field.of("Low stock amount", "reorder_level"),
        Field.of("Weight (kg)", "weight"),
        Field.of("Regular price", "price"),
        Field.of("Categories", "category"),
        Field.of("Tags", "tags"),
        Field.of("Images", "image"),
        Field.of("Brands", "brand"));
  }

  private static Stream<Field> magento() {
    return Stream.of(
        Field.of("sku", "sku"),
        Field.of("categories", "category"),
        Field.of("name", "name"),
        Field.of("description", "description"),
        Field.of("weight", "weight"),
        Field.of("product_online", "active", CellWording.ONE_TWO),
        Field.of("price", "price"),
        Field.of("base_image", "image"),
        Field.of("msrp_price", "compare_at_price"),
        Field.of("qty", "quantity"),
        Field.of("notify_on_stock_below", "reorder_level"));
  }

  private static Stream<Field> prestashop() {
    return Stream.of(
        Field.of("Active (0/1)", "active", CellWording.ONE_ZERO),
        Field.of("Name *", "name"),
        Field.of("Categories (x,y,z...)", "category"),
        Field.of("Price tax excluded or Price tax included", "price"),
        Field.of("Wholesale price", "cost"),
        Field.of("Reference #", "sku"),
        Field.of("Supplier", "supplier"),
        Field.of("Manufacturer", "brand"),
        Field.of("EAN13", "barcode"),
        Field.of("Weight", "weight"),
        Field.of("Quantity", "quantity"),
        Field.of("Unity", "unit"),
        Field.of("Description", "description"),
        Field.of("Tags (x,y,z...)", "tags"),
        Field.of("Product available date", "available_from"),
        Field.of("Image URLs (x,y,z...)", "image"));
  }

  /**
   * One column of a shop's file.
   *
   * @param heading the shop's name for it
   * @param meanings Pallet's names for it; several are joined to a handle
   * @param wording how the shop wants its values written
   */
  private record Field(String heading, List<String> meanings, CellWording wording) {

    static Field of(String heading, String meanings) {
      return of(heading, meanings, CellWording.PLAIN);
    }

    static Field of(String heading, String meanings, CellWording wording) {
      return new Field(heading, List.of(meanings.split(" ", -1)), wording);
    }

    Optional<ExportColumn> in(ColumnHeadings headings) {
      Optional<Column> own = headings.find(heading, ColumnHeadings.Kind.NAME);
      Optional<Column> named = own.or(() -> headings.find(heading, ColumnHeadings.Kind.LABEL));
      List<Column> sources =
          named
              .map(List::of)
              .orElseGet(() ->
                  meanings.stream().flatMap(meaning -> headings.find(meaning).stream()).toList());
      return sources.isEmpty()
          ? Optional.empty()
          : Optional.of(new ExportColumn(heading, sources, wordingOf(named)));
    }

    /** A column that has the shop's own heading already holds grams and handles. */
    private CellWording wordingOf(Optional<Column> named) {
      boolean derived = wording == CellWording.GRAMS || wording == CellWording.HANDLE;
      return named.isPresent() && derived ? CellWording.PLAIN : wording;
    }
  }
}
