package app.pallet.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

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
  void holdsWhatAMapHolds(@ForAll @Size(max = 400) List<@IntRange(max = 300) Integer> keys) {
    LineTable table = new LineTable();
    Map<Object, Long> map = new HashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      Object key = i % 2 == 0 ? "SKU-" + keys.get(i) : (Object) keys.get(i).longValue();
      if (i % 3 == 0) {
        table.put(key, i);
        map.put(key, (long) i);
      } else {
        Long before = map.putIfAbsent(key, (long) i);
        assertThat(table.putIfAbsent(key, i)).isEqualTo(before == null ? LineTable.NONE : before);
      }
    }

    map.forEach((key, line) -> assertThat(table.get(key)).isEqualTo(line));
    assertThat(table.get("SKU-301")).isEqualTo(LineTable.NONE);
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
