package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Filter;
import app.pallet.rows.query.FilterGroup;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.workspace.pending.RowChanges;
import app.pallet.workspace.view.ViewScope;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random products with random changes: search and filters show what they would show of a plain map
 * of texts, before and after the commit.
 */
final class PendingQueryTest {

  private static final Map<String, List<String>> TEXTS =
      Map.of(
          "name", List.of("Lamp", "LAMP green", "Größe 7", "GRÖẞE lamp", "Oak", ""),
          "category", List.of("Home", "home", "home/lamp", "", "Büro"),
          "quantity", List.of("0", "4", "5", "50", "", "many"));

  private static final List<String> SEARCHES =
      List.of("", "", "lamp", "GRÖSS", "größe", "ome", "zzz");

  @TempDir private Path folder;

  /** A product as texts: what is stored, and what will be. */
  private static final class Product {
    final Map<String, String> stored = new HashMap<>();
    final Map<String, String> wanted = new HashMap<>();
    boolean isDeleted;

    String sku() {
      return wanted.getOrDefault("sku", "");
    }

    /** The texts that count. */
    Map<String, String> shown() {
      return isDeleted ? stored : wanted;
    }
  }

  /** A filter, and what it means. */
  private record Meaning(Filter filter, Predicate<Map<String, String>> test) {}

  private static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whatIsShownIsWhatWillMeetTheQuery(long seed) {
    Random random = new Random(seed);
    try (OpenCatalogue catalogue = new OpenCatalogue(folder.resolve(seed + ".pallet"))) {
      Map<RowKey, Product> products = stored(catalogue, random);
      change(catalogue, products, random, 1 + random.nextInt(15));
      Meaning meaning = meaning(catalogue, random);
      RowQuery query =
          new RowQuery(pick(SEARCHES, random), Optional.empty()).filteredBy(meaning.filter());
      Predicate<Product> meets =
          product -> has(product, query.search()) && meaning.test().test(product.shown());

      for (ViewScope scope : List.of(ViewScope.PROBLEMS, ViewScope.PENDING, ViewScope.ALL)) {
        catalogue.workspace.show(query, scope);
        Set<RowKey> expected =
            products.entrySet().stream()
                .filter(product -> isIn(catalogue, scope, product.getKey()))
                .filter(product -> meets.test(product.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(keys(catalogue)).as("%s in %s", query, scope).isEqualTo(expected);
        assertThat(catalogue.workspace.view().pendingLeftOut())
            .isEqualTo(
                products.keySet().stream()
                    .filter(key -> isIn(catalogue, ViewScope.PENDING, key))
                    .filter(key -> !expected.contains(key))
                    .count());
      }
      Set<RowKey> before = keys(catalogue);
      change(catalogue, products, random, 4);
      assertThat(keys(catalogue)).containsAll(before);

      if (catalogue.workspace.changes().counts().committable() > 0) {
        catalogue.commit();
      } else {
        catalogue.workspace.refresh();
      }
      assertThat(catalogue.texts("sku"))
          .containsExactlyInAnyOrderElementsOf(
              products.values().stream()
                  .filter(product -> !product.isDeleted)
                  .filter(meets)
                  .map(Product::sku)
                  .toList());
    }
  }

  private static Map<RowKey, Product> stored(OpenCatalogue catalogue, Random random) {
    List<Product> products = new ArrayList<>();
    StringBuilder block = new StringBuilder("SKU\tName\tCategory\tQuantity\n");
    for (int i = 0; i < 8; i++) {
      Product product = new Product();
      product.wanted.put("sku", "S-" + i);
      product.wanted.put("name", pick(texts("name").subList(0, 5), random));
      product.wanted.put("category", pick(texts("category"), random));
      product.wanted.put("quantity", pick(texts("quantity").subList(0, 5), random));
      product.stored.putAll(product.wanted);
      List.of("sku", "name", "category", "quantity")
          .forEach(column -> block.append(product.wanted.get(column)).append('\t'));
      block.setCharAt(block.length() - 1, '\n');
      products.add(product);
    }
    catalogue.paste(block.toString(), 0, "sku");
    catalogue.commit();
    Map<RowKey, Product> byKey = new LinkedHashMap<>();
    for (int i = 0; i < products.size(); i++) {
      assertThat(catalogue.text(i, "sku")).isEqualTo(products.get(i).sku());
      byKey.put(catalogue.key(i), products.get(i));
    }
    return byKey;
  }

  /** Does something to some products. */
  private static void change(
      OpenCatalogue catalogue, Map<RowKey, Product> products, Random random, int times) {
    for (int i = 0; i < times; i++) {
      int kind = random.nextInt(8);
      RowKey key = any(products, random);
      Product product = Objects.requireNonNull(products.get(key));
      if (kind == 0 && key instanceof RowKey.Stored) {
        product.isDeleted = true;
        catalogue.workspace.peek(
            List.of(key),
            rows ->
                catalogue
                    .workspace
                    .changes()
                    .record("Delete", rows.stream().map(RowChanges::deletion).toList()));
      } else if (kind < 3) {
        RowKey.New added = catalogue.addRow();
        products.put(added, new Product());
        set(catalogue, added, products, "sku", "N-" + added.number());
        set(catalogue, added, products, "name", pick(texts("name"), random));
      } else {
        String column = pick(List.of("name", "category", "quantity"), random);
        set(catalogue, key, products, column, pick(texts(column), random));
      }
    }
  }

  private static void set(
      OpenCatalogue catalogue,
      RowKey key,
      Map<RowKey, Product> products,
      String column,
      String text) {
    Objects.requireNonNull(products.get(key)).wanted.put(column, text);
    catalogue.workspace.edits().setCell(key, catalogue.column(column), text);
  }

  /** Up to two conditions. */
  private static Meaning meaning(OpenCatalogue catalogue, Random random) {
    Column name = catalogue.column("name");
    Column category = catalogue.column("category");
    Column quantity = catalogue.column("quantity");
    List<Meaning> all =
        List.of(
            new Meaning(
                Condition.of(quantity, Operator.AT_LEAST, 5L),
                row -> number(row).filter(n -> n >= 5).isPresent()),
            new Meaning(
                Condition.of(quantity, Operator.IS_NOT, 50L),
                row -> number(row).filter(n -> n == 50).isEmpty()),
            new Meaning(Condition.of(quantity, Operator.IS_EMPTY), row -> number(row).isEmpty()),
            new Meaning(
                Condition.of(name, Operator.CONTAINS, "LAMP"),
                row -> text(row, "name").toLowerCase(Locale.ROOT).contains("lamp")),
            new Meaning(
                Condition.of(category, Operator.IS, "HOME"),
                row -> text(row, "category").equalsIgnoreCase("home")),
            new Meaning(
                Condition.of(category, Operator.IS_ONE_OF, "Home", ""),
                row -> List.of("Home", "").contains(text(row, "category"))));
    Meaning one = pick(all, random);
    Meaning other = pick(all, random);
    return switch (random.nextInt(4)) {
      case 0 -> new Meaning(Filter.NONE, row -> true);
      case 1 -> one;
      case 2 ->
          new Meaning(
              new FilterGroup(Join.ALL, List.of(one.filter(), other.filter())),
              one.test().and(other.test()));
      default ->
          new Meaning(
              new FilterGroup(Join.ANY, List.of(one.filter(), other.filter())),
              one.test().or(other.test()));
    };
  }

  private static boolean has(Product product, String search) {
    return product.shown().values().stream()
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(search.toLowerCase(Locale.ROOT)));
  }

  private static String text(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }

  private static Optional<Integer> number(Map<String, String> row) {
    return Optional.of(text(row, "quantity"))
        .filter(text -> !text.isEmpty() && !text.equals("many"))
        .map(Integer::valueOf);
  }

  private static boolean isIn(OpenCatalogue catalogue, ViewScope scope, RowKey key) {
    Optional<RowChange> change = catalogue.workspace.changes().get(key);
    return switch (scope) {
      case ViewScope.Problems problems -> change.filter(c -> !c.problems().isEmpty()).isPresent();
      case ViewScope.Pending pending -> change.isPresent();
      default -> true;
    };
  }

  private static Set<RowKey> keys(OpenCatalogue catalogue) {
    return IntStream.range(0, catalogue.workspace.view().size())
        .mapToObj(catalogue::key)
        .collect(Collectors.toSet());
  }

  private static RowKey any(Map<RowKey, Product> products, Random random) {
    return pick(
        products.keySet().stream()
            .filter(key -> !Objects.requireNonNull(products.get(key)).isDeleted)
            .toList(),
        random);
  }

  private static List<String> texts(String column) {
    return Objects.requireNonNull(TEXTS.get(column));
  }

  private static <T> T pick(List<T> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
