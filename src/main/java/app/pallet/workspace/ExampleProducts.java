package app.pallet.workspace;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Invented products for the example catalogue, the demo and scratch catalogues: plausible, and the
 * same every time. Their barcodes carry a valid check digit in the range 200 to 299 that GS1 keeps
 * for use inside a shop, so they collide with no real product.
 */
public final class ExampleProducts {

  /** A range of goods: what they are called and what they cost about. */
  private record Range(String category, String unit, int cents, List<String> nouns) {}

  private static final List<Range> RANGES =
      List.of(
          new Range("Kitchen", "piece", 1_490, List.of("Bowl", "Plate", "Mug", "Jug", "Tray")),
          new Range("Lighting", "piece", 5_900, List.of("Table lamp", "Pendant", "Floor lamp")),
          new Range("Textiles", "piece", 3_450, List.of("Throw", "Cushion", "Towel", "Rug")),
          new Range("Office", "pack", 890, List.of("Notebook", "Pencil set", "Folder", "Calendar")),
          new Range("Garden", "piece", 2_250, List.of("Planter", "Trowel", "Watering can")),
          new Range("Furniture", "piece", 18_900, List.of("Stool", "Side table", "Shelf", "Bench")),
          new Range(
              "Coffee & tea", "pack", 1_250, List.of("Espresso", "Filter coffee", "Earl Grey")),
          new Range("Toys", "set", 2_790, List.of("Building blocks", "Puzzle", "Wooden train")));

  private static final List<String> STYLES =
      List.of("Alba", "Fjord", "Luna", "Nordic", "Oslo", "Piazza", "Sumi", "Terra", "Vela", "Zen");
  private static final List<String> MATERIALS =
      List.of("oak", "linen", "stoneware", "brass", "cork", "recycled glass", "wool", "steel");
  private static final List<String> COLOURS =
      List.of("sand", "ink", "moss", "rust", "cloud", "ochre", "plum", "natural");
  private static final List<String> SUPPLIERS =
      List.of("Atelier Blanc", "Hansa Import", "Kyoto Goods", "Nordvest AS", "Ponte & Figli");

  /** The columns the products have values for, where the table has them. */
  private static final List<String> COLUMNS =
      List.of(
          "sku",
          "name",
          "description",
          "category",
          "brand",
          "price",
          "cost",
          "quantity",
          "reorder_level",
          "barcode",
          "weight",
          "unit",
          "tax_class",
          "tags",
          "supplier",
          "active",
          "available_from");

  private final ColumnSet columns;

  /** Products for a table that has the columns of a new catalogue. */
  public ExampleProducts(TableSchema schema) {
    columns = ColumnSet.of(COLUMNS.stream().map(schema::require).toList());
  }

  /**
   * Products as a stream.
   *
   * @param first number of the first one, which its SKU shows
   * @param count how many
   */
  public Stream<RowValues> stream(int first, int count) {
    return IntStream.range(first, first + count).mapToObj(this::product);
  }

  private RowValues product(int number) {
    Random random = new Random(number * 7_919L);
    Range range = pick(RANGES, random);
    String noun = pick(range.nouns, random);
    String style = pick(STYLES, random);
    String material = pick(MATERIALS, random);
    String colour = pick(COLOURS, random);
    int cents = range.cents * (60 + random.nextInt(110)) / 100 / 10 * 10 + 9;
    @Nullable Object[] values = new @Nullable Object[columns.size()];
    for (int i = 0; i < values.length; i++) {
      Column column = columns.get(i);
      values[i] =
          switch (column.name()) {
            case "sku" ->
                "%s-%06d"
                    .formatted(range.category.substring(0, 3).toUpperCase(Locale.ROOT), number);
            case "name" ->
                "%s %s, %s %s".formatted(style, noun.toLowerCase(Locale.ROOT), colour, material);
            case "description" -> describe(noun, style, material, colour);
            case "category" -> range.category;
            case "brand" -> style;
            case "price" -> amount(column, cents);
            case "cost" -> amount(column, cents * (35 + random.nextInt(25)) / 100);
            case "quantity" -> (long) random.nextInt(240);
            case "reorder_level" -> 10L * random.nextInt(5);
            case "barcode" -> barcode(number);
            case "weight" -> BigDecimal.valueOf(50 + random.nextInt(4_000), 3).setScale(4);
            case "unit" -> range.unit;
            case "tax_class" -> range.category.startsWith("Coffee") ? "reduced" : "standard";
            case "tags" -> colour + ", " + material;
            case "supplier" -> pick(SUPPLIERS, random);
            case "active" -> random.nextInt(12) > 0;
            case "available_from" -> LocalDate.of(2026, 1, 1).plusDays(random.nextInt(330));
            default -> throw new IllegalStateException(column.name());
          };
    }
    return RowValues.of(columns, values);
  }

  private static String describe(String noun, String style, String material, String colour) {
    return "%s of the %s range in %s.\nMaterial: %s. Care: wipe clean with a damp cloth."
        .formatted(noun, style, colour, material);
  }

  private static BigDecimal amount(Column column, int cents) {
    return BigDecimal.valueOf(cents, 2).setScale(column.rules().scale());
  }

  /** An EAN-13: twelve digits and a check digit that makes the weighted sum a multiple of ten. */
  private static String barcode(int number) {
    String digits = "200%09d".formatted(number);
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
    }
    return digits + (10 - sum % 10) % 10;
  }

  private static <T> T pick(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
