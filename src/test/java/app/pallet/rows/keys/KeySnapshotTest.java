package app.pallet.rows.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids in their order, around the borders of the chunks they are kept in. */
class KeySnapshotTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_200_000})
  void idsStandWhereTheyWereAdded(int size) {
    KeySnapshot keys = of(size);

    assertThat(keys.size()).isEqualTo(size);
    assertThat(keys.stream().toArray()).isEqualTo(ids(size));
    assertThat(keys.ids(0, size)).isEqualTo(ids(size));
  }

  @Test
  void anIdIsFoundWhereItStands() {
    KeySnapshot keys = of(70_000);

    assertThat(keys.indexOf(3 * 69_999L)).isEqualTo(69_999);
    assertThat(keys.indexOf(1)).isEqualTo(-1);
  }

  @Test
  void beyondTheLastRowThereIsNoId() {
    assertThatThrownBy(() -> of(10).idAt(10)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void whatIsThereSoFarStaysAsItIsWhileMoreIsAdded() {
    KeySnapshot.Builder keys = new KeySnapshot.Builder();
    LongStream.of(ids(65_000)).forEach(keys::add);
    KeySnapshot soFar = keys.soFar();
    LongStream.range(0, 70_000).forEach(i -> keys.add(1));

    assertThat(soFar.size()).isEqualTo(65_000);
    assertThat(soFar.stream().toArray()).isEqualTo(ids(65_000));
    assertThat(soFar.indexOf(1)).isEqualTo(-1);
    assertThat(keys.build().indexOf(1)).isEqualTo(65_000);
  }

  @Test
  void onlyMissingIdsAreAdded() {
    KeySnapshot.Builder keys = new KeySnapshot.Builder();
    LongStream.of(ids(70_000)).forEach(keys::add);
    keys.addMissing(KeySnapshot.of(3, 5, 4, 6, 5));

    assertThat(keys.build().ids(70_000, 70_002)).containsExactly(5, 4);
    assertThat(keys.size()).isEqualTo(70_002);
  }

  @Test
  void idsThatAreLeftOutAreNotTaken() {
    KeySnapshot.Builder keys = new KeySnapshot.Builder();
    keys.leaveOut(RowIds.of(LongStream.of(9, 0)));
    LongStream.of(ids(5)).forEach(keys::add);
    keys.addAll(KeySnapshot.of(9, 10));

    assertThat(keys.build().stream()).containsExactly(3L, 6L, 12L, 10L);
  }

  private static KeySnapshot of(int size) {
    KeySnapshot.Builder keys = new KeySnapshot.Builder();
    LongStream.of(ids(size)).forEach(keys::add);
    return keys.build();
  }

  private static long[] ids(int size) {
    return LongStream.range(0, size).map(i -> i * 3).toArray();
  }
}
