package app.pallet.commit.order;

import static app.pallet.commit.writing.TestCatalogue.SKU;
import static app.pallet.commit.writing.TestCatalogue.VERSIONED;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitEnding.Finished;
import app.pallet.commit.CommitListener;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.writing.CommitTask;
import app.pallet.commit.writing.TestCatalogue;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UniqueKeyOrderTest {

  private static final int MANY = UniqueKeyOrder.ROWS_WORTH_IT;

  private static RowChange add(int number, @Nullable Object key) {
    return new RowChange.Add(
        new RowKey.New(number), RowValues.of(SKU, key), RowOrigin.TYPED, List.of());
  }

  private static List<RowChange> adds(List<? extends @Nullable Object> keys) {
    List<RowChange> adds = new ArrayList<>();
    for (Object key : keys) {
      adds.add(add(adds.size(), key));
    }
    return adds;
  }

  private static List<@Nullable Object> keys(List<RowChange> adds) {
    List<@Nullable Object> keys = new ArrayList<>();
    adds.forEach(add -> keys.add(add.after().valueAt(0)));
    return keys;
  }

  private static List<RowChange> sorted(List<RowChange> adds) {
    List<RowChange> sorted = new ArrayList<>(adds);
    UniqueKeyOrder.of(VERSIONED).orElseThrow().sort(sorted);
    return sorted;
  }

  /** Enough keys to be sorted, with all sorts of characters and shared beginnings. */
  @Provide
  Arbitrary<List<String>> manyKeys() {
    Arbitrary<String> any =
        Arbitraries.strings()
            .withChars("aAzZ09- \u00e9\u00fe\u00ff\u4e2d\ud83d\ude00")
            .ofMaxLength(14);
    Arbitrary<String> prefix = Arbitraries.of("", "SKU-", "\u00e4rtikel-");
    return prefix.flatMap(begin -> any.map(rest -> begin + rest).list().ofSize(40));
  }

  @Property(tries = 30)
  void texts_go_in_their_natural_order(@ForAll("manyKeys") List<String> few) {
    List<String> keys = new ArrayList<>();
    while (keys.size() < MANY) {
      keys.addAll(few);
    }
    List<String> expected = new ArrayList<>(keys);
    Collections.sort(expected);
    assertThat(keys(sorted(adds(keys)))).isEqualTo(expected);
  }

  @Test
  void whole_numbers_go_by_size() {
    List<Long> keys = new Random(1).longs(MANY).boxed().toList();
    assertThat(keys(sorted(adds(keys)))).isEqualTo(keys.stream().sorted().toList());
  }

  @Test
  void rows_without_a_key_come_first_in_their_order() {
    List<RowChange> adds =
        IntStream.range(0, MANY)
            .mapToObj(i -> add(i, i % 2 == 0 ? null : "K" + (MANY - i)))
            .toList();
    List<RowChange> sorted = sorted(adds);
    assertThat(sorted.subList(0, MANY / 2))
        .isEqualTo(
            adds.stream().filter(a -> a.after().valueAt(0) == null).limit(MANY / 2).toList());
    assertThat(sorted).containsExactlyInAnyOrderElementsOf(adds);
  }

  @Test
  void few_rows_keep_the_order_they_are_given_in() {
    List<RowChange> adds = adds(IntStream.range(1, MANY).mapToObj(i -> "K" + (MANY - i)).toList());
    assertThat(sorted(adds)).isEqualTo(adds);
  }

  @Test
  void a_table_without_a_unique_column_has_no_such_order() {
    Column name = Column.builder("name", ColumnType.TEXT).build();
    TableSchema schema = new TableSchema("product", List.of(TestCatalogue.ID, name), "name");
    assertThat(UniqueKeyOrder.of(schema)).isEmpty();
  }

  @Test
  void ids_of_a_long_commit_grow_with_the_unique_key_and_each_row_gets_its_own(
      @TempDir Path folder) {
    List<String> skus = new ArrayList<>();
    IntStream.range(0, MANY).forEach(i -> skus.add("SKU-%05d".formatted(i)));
    Collections.shuffle(skus, new Random(7));
    try (TestCatalogue catalogue = new TestCatalogue(folder)) {
      List<RowChange> adds =
          skus.stream().<RowChange>map(sku -> catalogue.add(sku, "Name", "1.00")).toList();
      CommitReport report =
          new CommitTask(catalogue.database(), adds, CommitPlan.DEFAULT, CommitListener.NONE)
              .run(WorkMonitor.NONE);
      assertThat(report.ending()).isEqualTo(new Finished());
      for (RowChange change : adds) {
        RowChange.Add add = (RowChange.Add) change;
        String sku = (String) Objects.requireNonNull(add.after().get(SKU));
        long place = Long.parseLong(sku.substring(4));
        assertThat(report.newKeys()).containsEntry(add.key(), new RowKey.Id(place + 1));
      }
    }
  }
}
