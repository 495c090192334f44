package app.pallet.workspace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.work.WorkListener;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.statistics.ColumnFigures.Bar;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ColumnStatisticsTest {

  @TempDir private Path folder;

  private OpenCatalogue open(String block) {
    OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("figures.pallet"));
    catalogue.paste(block, 0, "sku");
    catalogue.commit();
    return catalogue;
  }

  private static ColumnFigures of(OpenCatalogue catalogue, String column) {
    List<ColumnFigures> found = new ArrayList<>();
    new ColumnStatistics(catalogue.workspace)
        .of(
            catalogue.column(column),
            WorkListener.of(
                found::add,
                failure -> {
                  throw new AssertionError(failure);
                }));
    return found.getFirst();
  }

  @Test
  void numbersAreCountedComparedAndSpread() {
    try (OpenCatalogue catalogue =
        open("SKU\tName\tPrice\nA\ta\t1\nB\tb\t2.50\nC\tc\t2.5\nD\td\t13\nE\te\t\n")) {
      ColumnFigures figures = of(catalogue, "price");

      assertThat(figures.rows()).isEqualTo(5);
      assertThat(figures.empty()).isEqualTo(1);
      assertThat(figures.distinct()).isEqualTo(3);
      assertThat((BigDecimal) figures.least()).isEqualByComparingTo("1");
      assertThat((BigDecimal) figures.greatest()).isEqualByComparingTo("13");
      assertThat(figures.mean()).hasValue(new BigDecimal("4.75"));
      assertThat(figures.bars()).hasSize(12);
      assertThat(figures.bars()).extracting(Bar::rows).startsWith(1L, 2L).endsWith(1L);
      assertThat(figures.bars().getFirst().from()).isEqualTo(figures.least());
      assertThat(figures.bars().getLast().to()).isEqualTo(figures.greatest());
    }
  }

  @Test
  void whatIsPendingCountsAsItWillBe() {
    try (OpenCatalogue catalogue = open("SKU\tName\tQuantity\nA\ta\t1\nB\tb\t2\nC\tc\t3\n")) {
      catalogue.workspace.edits().setCell(catalogue.key(2), catalogue.column("quantity"), "10");
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("quantity"), "many");
      catalogue.workspace.edits().clear(List.of(catalogue.block(1, 1, "quantity")));
      catalogue.addRow();
      ColumnFigures figures = of(catalogue, "quantity");

      assertThat(figures.rows()).isEqualTo(4);
      assertThat(figures.unread()).isEqualTo(1);
      assertThat(figures.greatest()).isEqualTo(10L);
      assertThat(figures.distinct() + figures.empty()).isEqualTo(3);
    }
  }

  @Test
  void onlyTheRowsThatAreShownCount() {
    try (OpenCatalogue catalogue = open("SKU\tName\tBrand\nA\ta\tx\nB\tb\ty\nC\tc\tx\n")) {
      catalogue.workspace.show(
          catalogue
              .workspace
              .query()
              .filteredBy(Condition.of(catalogue.column("brand"), Operator.IS, "x")));

      assertThat(of(catalogue, "name").rows()).isEqualTo(2);
    }
  }

  @Test
  void textsHaveAnOrderButNoSpread() {
    try (OpenCatalogue catalogue = open("SKU\tName\nA\tbeta\nB\tAlpha\nC\tgamma\n")) {
      ColumnFigures figures = of(catalogue, "name");

      assertThat(figures.least()).isEqualTo("Alpha");
      assertThat(figures.greatest()).isEqualTo("gamma");
      assertThat(figures.mean()).isEmpty();
      assertThat(figures.bars()).isEmpty();
    }
  }

  @Test
  void fewDaysHaveABarEachAndYesAndNoAreTwo() {
    try (OpenCatalogue catalogue =
        open(
            "SKU\tName\tAvailable from\tActive\n"
                + "A\ta\t2026-01-01\tyes\nB\tb\t2026-01-03\tyes\nC\tc\t2026-01-03\tno\n")) {
      assertThat(of(catalogue, "available_from").bars())
          .extracting(Bar::rows)
          .containsExactly(1L, 0L, 2L);
      assertThat(of(catalogue, "available_from").least()).isEqualTo(LocalDate.of(2026, 1, 1));
      assertThat(of(catalogue, "active").bars()).extracting(Bar::rows).containsExactly(1L, 2L);
    }
  }

  @Test
  void anEmptyCatalogueHasNoFigures() {
    try (OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("empty.pallet"))) {
      ColumnFigures figures = of(catalogue, "price");

      assertThat(figures.rows()).isZero();
      assertThat(figures.least()).isNull();
      assertThat(figures.bars()).isEmpty();
    }
  }

  /** Whatever the numbers are, each is in one bar, and the different ones are counted. */
  @RepeatedTest(5)
  void everyNumberIsInOneBar(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Set<Long> different = new HashSet<>();
    StringBuilder block = new StringBuilder("SKU\tName\tQuantity\n");
    for (int i = 0; i < 1_500; i++) {
      long quantity = random.nextInt(1 + random.nextInt(5_000));
      different.add(quantity);
      block.append("A-%d\ta\t%d\n".formatted(i, quantity));
    }
    try (OpenCatalogue catalogue = open(block.toString())) {
      ColumnFigures figures = of(catalogue, "quantity");

      assertThat(figures.distinct()).isEqualTo(different.size());
      assertThat(figures.bars().stream().mapToLong(Bar::rows).sum()).isEqualTo(1_500);
    }
  }
}
