package app.pallet.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A stream of what a user does, made up from a seed, and what the products are once all of it is
 * committed. Whether and when it is committed makes no difference to that.
 */
final class ShopModel {

  static final int PRODUCTS = 60;

  /** Name and quantity of each product by its SKU. */
  private final TreeMap<String, String> products = new TreeMap<>();

  private final Random random;
  private int added;

  ShopModel(long seed) {
    random = new Random(seed);
    IntStream.rangeClosed(1, PRODUCTS)
        .forEach(n -> products.put("A-" + n, "Product " + n + "|" + n * 10));
  }

  /** One thing a user does. */
  sealed interface Action {

    /** A block with headings, whose rows are matched by SKU. */
    record Paste(List<String> rows) implements Action {
      String block() {
        return "SKU\tName\tQuantity\n" + String.join("\n", rows) + "\n";
      }
    }

    /** A typed name. */
    record Type(String sku, String name) implements Action {}

    /** A deleted row. */
    record Delete(String sku) implements Action {}

    /** Pressing Commit. */
    record Commit(int mode, int batchSize) implements Action {}
  }

  /** The next action; the model is then as it will be after it. */
  Action next() {
    int kind = random.nextInt(10);
    if (kind < 3) {
      return paste();
    }
    if (kind < 6) {
      String sku = any();
      String name = "Typed " + random.nextInt(10_000);
      String quantity = products.getOrDefault(sku, "|").split("\\|", -1)[1];
      products.put(sku, name + "|" + quantity);
      return new Action.Type(sku, name);
    }
    if (kind < 7 && products.size() > PRODUCTS / 2) {
      String sku = any();
      products.remove(sku);
      return new Action.Delete(sku);
    }
    return new Action.Commit(random.nextInt(3), 1 + random.nextInt(30));
  }

  private Action paste() {
    Map<String, String> rows = new TreeMap<>();
    int count = 1 + random.nextInt(80);
    for (int i = 0; i < count; i++) {
      boolean isNew = random.nextInt(3) > 0;
      String sku = isNew ? "N-" + ++added : any();
      rows.put(sku, "Pasted " + random.nextInt(10_000) + "|" + random.nextInt(500));
    }
    products.putAll(rows);
    List<String> lines = new ArrayList<>();
    rows.forEach((sku, cells) -> lines.add(sku + "\t" + cells.replace('|', '\t')));
    return new Action.Paste(lines);
  }

  private String any() {
    return List.copyOf(products.keySet()).get(random.nextInt(products.size()));
  }

  /** Every product in a line of its own, sorted: what must be there, pending or committed. */
  List<String> lines() {
    return products.entrySet().stream().map(e -> e.getKey() + "|" + e.getValue()).sorted().toList();
  }

  /** What must be there after so many actions. */
  static List<String> after(int actions, long seed) {
    ShopModel model = new ShopModel(seed);
    IntStream.range(0, actions).forEach(n -> model.next());
    return model.lines();
  }
}
