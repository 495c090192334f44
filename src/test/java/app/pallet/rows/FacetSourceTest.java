package app.pallet.rows;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.rows.keys.RowIds;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.FilterGroup;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.work.DirectRunner;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Values that are counted, on a real SQLite file. */
class FacetSourceTest {

  @TempDir Path folder;
  private ProductRows products;
  private Column brand;
  private Column quantity;

  @BeforeEach
  void open() throws SQLException {
    products = ProductRows.in(folder);
    brand = products.column("brand");
    quantity = products.column("quantity");
    String[] brands = {"Luna", "Sol", "Luna", null, "", "luna", "Luna"};
    for (int i = 0; i < brands.length; i++) {
      products.insert(
          List.of(
              products.column("sku"),
              products.column("name"),
              products.column("price"),
              brand,
              quantity),
          "S" + i,
          i % 2 == 0 ? "even" : "odd",
          0L,
          brands[i],
          (long) i % 3);
    }
  }

  @AfterEach
  void close() {
    products.close();
  }

  @Test
  void valuesAreCountedTheMostFrequentFirstAndEmptyCellsTogether() {
    Facet facet = FacetSource.count(products.database, brand, RowQuery.ALL, 10);

    assertThat(facet.values())
        .containsExactly(
            new FacetValue("Luna", 3),
            new FacetValue(null, 2),
            new FacetValue("Sol", 1),
            new FacetValue("luna", 1));
    assertThat(facet.distinct()).isEqualTo(4);
    assertThat(facet.otherValues()).isZero();
    assertThat(facet.rows()).isEqualTo(7);
  }

  @Test
  void theRarestAreOnlyCountedTogether() {
    Facet facet = FacetSource.count(products.database, brand, RowQuery.ALL, 1);

    assertThat(facet.values()).containsExactly(new FacetValue("Luna", 3));
    assertThat(facet.otherValues()).isEqualTo(3);
    assertThat(facet.otherRows()).isEqualTo(4);
  }

  @Test
  void searchLimitAndTheOtherConditionsCountButNotThoseOfTheColumnItself() {
    RowQuery query =
        new RowQuery("even", Optional.empty())
            .filteredBy(
                new FilterGroup(
                    FilterGroup.Join.ALL,
                    List.of(
                        Condition.of(brand, Operator.IS, "Sol"),
                        Condition.of(quantity, Operator.AT_LEAST, 1L))))
            .within(Optional.of(RowIds.of(LongStream.of(1, 2, 3, 4, 5))));

    Facet facet = FacetSource.count(products.database, brand, query, 10);

    assertThat(facet.values()).containsExactly(new FacetValue(null, 1), new FacetValue("Luna", 1));
  }

  @Test
  void nothingIsCountedWhereNothingIsFound() {
    Facet facet = FacetSource.count(products.database, brand, RowQuery.ALL.searching("zzz"), 10);

    assertThat(facet).isEqualTo(new Facet(brand, List.of(), 0, 0));
  }

  @Test
  void oneColumnAfterTheOtherIsCounted() {
    List<String> counted = new ArrayList<>();
    try (FacetSource source =
        new FacetSource(products.database, new DirectRunner(), failure -> counted.add("failed"))) {
      source.count(
          List.of(brand, quantity), RowQuery.ALL, 10, facet -> counted.add(facet.column().name()));
    }
    assertThat(counted).containsExactly("brand", "quantity");
  }

  @Test
  void theNewestRequestWins() {
    List<String> counted = new ArrayList<>();
    HeldRunner held = new HeldRunner();
    try (FacetSource source =
        new FacetSource(products.database, held, failure -> counted.add("failed"))) {
      source.count(List.of(brand), RowQuery.ALL, 10, facet -> counted.add("old"));
      source.count(List.of(brand), RowQuery.ALL, 10, facet -> counted.add("new"));
      held.runAll();
    }
    assertThat(counted).containsExactly("new");
  }
}
