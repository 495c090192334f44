package app.pallet.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.ProductSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RowHandlesTest {

  @Test
  void aWholeNumberIsItsOwnHandle() {
    RowHandles handles = RowHandles.of(ProductSchema.create());

    assertThat(handles.of(new RowKey.Id(17))).isEqualTo(17);
    assertThat(handles.keyOf(-5)).isEqualTo(new RowKey.Id(-5));
  }

  @Test
  void everyKeyComesBackAsItWas() {
    RowHandles handles = new PartHandles(2);
    List<RowKey.Stored> keys =
        List.of(
            RowKey.Parts.of("", 0),
            RowKey.Parts.of("a", 1),
            RowKey.Parts.of("a", "1"),
            RowKey.Parts.of("1", "a"),
            RowKey.Parts.of("Łódź \uD83D\uDE00", Long.MIN_VALUE),
            RowKey.Parts.of("half \uD83D", Long.MAX_VALUE),
            RowKey.Parts.of("half ?", Long.MAX_VALUE),
            RowKey.Parts.of("a\0b", new BigDecimal("0.1")),
            RowKey.Parts.of(new BigDecimal("1E+300"), new UUID(7, -7)),
            RowKey.Parts.of("x".repeat(126), "x".repeat(127)),
            RowKey.Parts.of("y".repeat(3 << 20), "z"),
            new RowKey.Unkeyed(5),
            new RowKey.Unkeyed(-1));

    List<Long> given = keys.stream().map(handles::of).toList();

    assertThat(given).doesNotHaveDuplicates();
    assertThat(given.stream().map(handles::keyOf).toList()).isEqualTo(keys);
    assertThat(keys.stream().map(handles::of).toList()).isEqualTo(given);
  }

  @Test
  void equalKeysHaveOneHandleHoweverManyThereAre() {
    RowHandles handles = new PartHandles(1);
    List<RowKey.Stored> keys = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      keys.add(i % 3 == 0 ? RowKey.Parts.of((long) random.nextInt()) : RowKey.Parts.of("ART-" + i));
    }

    long[] first = keys.stream().mapToLong(handles::of).toArray();
    long[] again = keys.stream().mapToLong(handles::of).toArray();

    assertThat(again).isEqualTo(first);
    for (int i = 0; i < first.length; i++) {
      assertThat(handles.keyOf(first[i])).isEqualTo(keys.get(i));
    }
  }

  @Test
  void severalThreadsAgree() throws Exception {
    RowHandles handles = new PartHandles(1);
    Callable<List<Long>> asking =
        () ->
            IntStream.range(0, 20_000)
                .mapToObj(i -> handles.of(RowKey.Parts.of("key " + i % 10_000)))
                .toList();
    try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
      List<Future<List<Long>>> asked = threads.invokeAll(List.of(asking, asking, asking));
      List<Long> one = asked.getFirst().get();
      for (Future<List<Long>> other : asked) {
        assertThat(other.get()).isEqualTo(one);
      }
      assertThat(one).hasSize(20_000).containsAll(one.subList(0, 10_000));
      assertThat(one.subList(0, 10_000)).doesNotHaveDuplicates();
    }
  }

  @Test
  void aRowWithoutAKeyCannotBecomeAnEdit() {
    assertThatThrownBy(() ->
            new RowChange.Edit(
                new RowKey.Unkeyed(1),
                RowValues.EMPTY,
                RowValues.EMPTY,
                RowStamp.Seen.BY_VALUES,
                List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
