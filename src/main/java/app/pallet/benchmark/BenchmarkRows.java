package app.pallet.benchmark;

import app.pallet.change.ColumnSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Products of a made-up shop that fill all columns of a new catalogue, about 450 bytes each, always
 * the same ones. Their SKUs come in no order, which is the harder case for an index.
 */
final class BenchmarkRows {

  /** The version of rows that were added and never changed since. */
  private static final RowStamp VERSION = RowStamp.Counted.FIRST;

  private static final String[] CATEGORIES = {
    "Garden/Tools", "Kitchen/Knives", "Office/Paper", "Toys/Wood", "Lighting/Lamps", "Bath"
  };
  private static final String[] TAX_CLASSES = {"standard", "reduced", "zero", "exempt"};

  private static final long SEED = 4711;

  private final TableSchema schema;
  private final int first;
  private final List<RowValues> products;
  private final ColumnSet edited;

  /** Makes so many products. */
  BenchmarkRows(TableSchema schema, int count) {
    this(schema, 0, shuffled(count));
  }

  /**
   * Makes some of many products.
   *
   * @param first how many of them come before these
   * @param numbers what their SKUs are made of
   */
  BenchmarkRows(TableSchema schema, int first, List<Integer> numbers) {
    this.schema = schema;
    this.first = first;
    this.edited = ColumnSet.of(schema.require("price"), schema.require("quantity"));
    ColumnSet columns = ColumnSet.of(schema.dataColumns());
    Random random = new Random(SEED + first);
    products =
        numbers.stream().map(number -> RowValues.of(columns, product(number, random))).toList();
  }

  private static List<Integer> shuffled(int count) {
    List<Integer> numbers = new ArrayList<>(IntStream.range(0, count).boxed().toList());
    Collections.shuffle(numbers, new Random(SEED));
    return numbers;
  }

  /** All of them as rows to be added. */
  List<RowChange> adds() {
    return IntStream.range(0, products.size())
        .<RowChange>mapToObj(i ->
            new RowChange.Add(
                new RowKey.New(first + i + 1), products.get(i), RowOrigin.TYPED, List.of()))
        .toList();
  }

  /** A new price and quantity for so many of them, evenly spread, in the order of their ids. */
  List<RowChange> edits(int count) {
    return ids(count).<RowChange>mapToObj(this::edit).toList();
  }

  /** The deletion of so many of them, evenly spread, in the order of their ids. */
  List<RowChange> deletes(int count) {
    return ids(count)
        .<RowChange>mapToObj(
            id -> new RowChange.Delete(new RowKey.Id(id), products.get(id - 1), VERSION, List.of()))
        .toList();
  }

  private IntStream ids(int count) {
    return IntStream.range(0, count).map(i -> 1 + (int) ((long) i * products.size() / count));
  }

  private RowChange edit(int id) {
    RowValues before = products.get(id - 1).only(edited::contains);
    BigDecimal price = (BigDecimal) Objects.requireNonNull(before.valueAt(0));
    long quantity = (Long) Objects.requireNonNull(before.valueAt(1));
    RowValues after = RowValues.of(edited, new Object[] {price.add(BigDecimal.ONE), quantity + 1});
    return new RowChange.Edit(new RowKey.Id(id), before, after, VERSION, List.of());
  }

  private Object[] product(int number, Random random) {
    return schema.dataColumns().stream().map(c -> value(c, number, random)).toArray();
  }

  private static Object value(Column column, int number, Random random) {
    return switch (column.name()) {
      case "sku" -> "SKU-%07d".formatted(number);
      case "name" -> "Folding rule, beech, edition " + number;
      case "description" ->
          "Folds to 24 cm, opens to 2 m, printed on both sides in black and red, model " + number;
      case "category" -> CATEGORIES[number % CATEGORIES.length];
      case "brand", "supplier" -> "Acme of district " + number % 50;
      case "barcode" -> "40%011d".formatted(number);
      case "unit" -> "piece";
      case "tax_class" -> TAX_CLASSES[number % TAX_CLASSES.length];
      case "tags" -> "wood, measure, workshop";
      case "image" -> "https://shop.example/media/catalogue/" + number + ".jpg";
      default ->
          switch (column.type()) {
            case MONEY, DECIMAL -> BigDecimal.valueOf(random.nextInt(10_000_000), 4);
            case WHOLE_NUMBER -> (long) random.nextInt(1_000);
            case YES_NO -> number % 10 != 0;
            case DATE -> LocalDate.of(2026, 1, 1).plusDays(number % 365);
            case TEXT, CHOICE, TIMESTAMP ->
                throw new IllegalArgumentException("Nothing is made up for " + column);
          };
    };
  }
}
