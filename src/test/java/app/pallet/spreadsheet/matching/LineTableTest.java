package app.pallet.spreadsheet.matching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Lines by keys, next to a map of the JDK. */
class LineTableTest {

  @Property(tries = 200)
  void holdsWhatAMapHolds(
      @ForAll @Size(max = 400) List<@IntRange(max = 300) Integer> numbers,
      @ForAll @IntRange(max = 400) int ascending,
      @ForAll boolean texts) {
    List<Integer> keys = new ArrayList<>(numbers);
    Collections.sort(keys.subList(0, Math.min(ascending, keys.size())));
    LineTable table = new LineTable();
    Map<Object, Long> map = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Object key = texts ? "SKU-" + keys.get(i) : (Object) keys.get(i).longValue();
      if (keys.get(i) % 3 == 0) {
        table.put(key, i);
        map.put(key, (long) i);
      } else {
        Long before = map.putIfAbsent(key, (long) i);
        assertThat(table.putIfAbsent(key, i)).isEqualTo(before == null ? LineTable.NONE : before);
      }
    }

    map.forEach((key, line) -> assertThat(table.get(key)).isEqualTo(line));
    assertThat(table.get(texts ? "SKU-301" : (Object) 301L)).isEqualTo(LineTable.NONE);
  }

  @Example
  void aSortedSourceOfManyRowsNeedsNoTable() {
    LineTable table = new LineTable();
    for (long key = 0; key < 10_000; key++) {
      assertThat(table.putIfAbsent(key * 2, key)).isEqualTo(LineTable.NONE);
    }

    assertThat(table.putIfAbsent(4_000L, 1)).isEqualTo(2_000);
    assertThat(table.putIfAbsent(4_001L, 1)).isEqualTo(LineTable.NONE);
    assertThat(table.putIfAbsent(4_001L, 2)).isEqualTo(1);
    assertThat(table.get(19_998L)).isEqualTo(9_999);
    assertThat(table.get(20_000L)).isEqualTo(LineTable.NONE);
  }

  @Example
  void keysWithOneHashAreToldApart() {
    LineTable table = new LineTable();
    table.put("AaAa", 1);
    table.put("BBBB", 2);
    table.put("AaBB", 3);

    assertThat(List.of(table.get("AaAa"), table.get("BBBB"), table.get("AaBB")))
        .containsExactly(1L, 2L, 3L);
    assertThat(table.get("BBAa")).isEqualTo(LineTable.NONE);
  }
}
