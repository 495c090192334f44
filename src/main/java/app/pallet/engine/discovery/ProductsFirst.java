package app.pallet.engine.discovery;

import app.pallet.engine.discovery.DiscoveredTable.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Puts the tables first that look as if they held products, by their own name and by those of their
 * columns. It only orders a list: nothing depends on its being right.
 */
public final class ProductsFirst {

  private static final List<String> TABLES =
      List.of(
          "product",
          "produkt",
          "produit",
          "prodotto",
          "article",
          "artikel",
          "articulo",
          "item",
          "sku",
          "catalog",
          "katalog",
          "goods",
          "merchandise");

  /** Whatever happens to products, but is none. */
  private static final List<String> OTHERS =
      List.of("order", "invoice", "cart", "log", "history", "tax", "rule", "attachment");

  private static final List<String> COLUMNS =
      List.of(
          "sku",
          "price",
          "preis",
          "prix",
          "barcode",
          "ean",
          "gtin",
          "upc",
          "stock",
          "quantity",
          "brand",
          "supplier",
          "manufacturer",
          "category",
          "weight",
          "name",
          "title");

  private static final int TABLE_SCORE = 3;
  private static final int MOST_COLUMNS = 6;

  /** A table's name and one fitting column, or four columns. */
  private static final int LIKELY = 4;

  private ProductsFirst() {}

  /** Whether a table looks as if it held products. */
  public static boolean isLikely(DiscoveredTable table) {
    return score(table) >= LIKELY;
  }

  /**
   * The tables in a new order: those that look like products and can be edited, those that only
   * look so, and the others, tables before views.
   */
  public static List<DiscoveredTable> sorted(List<DiscoveredTable> tables) {
    return tables.stream()
        .sorted(
            Comparator.comparing((DiscoveredTable table) -> table.kind() == Kind.SHADOW)
                .thenComparing(table -> !isLikely(table))
                .thenComparing(table -> !table.promises().isEditable())
                .thenComparing(DiscoveredTable::kind)
                .thenComparingInt(table -> isLikely(table) ? -score(table) : 0)
                .thenComparing(table -> lower(table.name().name())))
        .toList();
  }

  private static int score(DiscoveredTable table) {
    String name = lower(table.name().name());
    boolean named =
        TABLES.stream().anyMatch(name::contains) && OTHERS.stream().noneMatch(name::contains);
    long columns =
        COLUMNS.stream()
            .filter(word ->
                table.columns().stream().anyMatch(column -> lower(column.name()).contains(word)))
            .count();
    return (named ? TABLE_SCORE : 0) + (int) Math.min(columns, MOST_COLUMNS);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
