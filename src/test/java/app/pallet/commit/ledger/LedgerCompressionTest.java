package app.pallet.commit.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.DamagedChangesException;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.writing.TestCatalogue;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerCompressionTest {

  private static byte[] compressed(LedgerCompression compression, byte[] content) {
    return compression.compress(stream -> {
      try (OutputStream out = stream) {
        out.write(content);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  @Property(tries = 100)
  void whatever_goes_in_comes_out(@ForAll LedgerCompression compression, @ForAll byte[] content)
      throws IOException {
    byte[] compressed = compressed(compression, content);
    assertThat(LedgerCompression.open(compressed).readAllBytes()).isEqualTo(content);
  }

  @ParameterizedTest
  @EnumSource
  void much_comes_out_too(LedgerCompression compression) throws IOException {
    byte[] content = "A folding rule of beech. ".repeat(100_000).getBytes("UTF-8");
    byte[] compressed = compressed(compression, content);
    assertThat(compressed).hasSizeLessThan(content.length / 50);
    assertThat(LedgerCompression.open(compressed).readAllBytes()).isEqualTo(content);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 199, 200, 5_000})
  void changes_are_read_as_they_were_written_however_many(int rows) {
    List<RowChange> changes = new ArrayList<>();
    Map<RowKey.New, RowKey.Stored> ids = new HashMap<>();
    for (int i = 0; i < rows; i++) {
      RowKey.New key = new RowKey.New(i);
      RowValues values = RowValues.of(TestCatalogue.SKU, "S" + i);
      changes.add(new RowChange.Add(key, values, RowOrigin.TYPED, List.of()));
      RowKey.Stored stored = i % 2 == 0 ? new RowKey.Id(7L + i) : RowKey.Parts.of("S" + i, i);
      ids.put(key, stored);
      changes.add(
          new RowChange.Edit(stored, values, values, new RowStamp.Mark("m" + i), List.of()));
      changes.add(new RowChange.Delete(stored, values, RowStamp.Counted.of(i), List.of()));
    }
    List<CommittedChange> read = new ArrayList<>();
    LedgerContent.decode(LedgerContent.encode(changes, ids), TestCatalogue.VERSIONED, read::add);
    assertThat(read).extracting(CommittedChange::change).isEqualTo(changes);
    assertThat(read)
        .filteredOn(committed -> committed.change() instanceof RowChange.Add)
        .allSatisfy(
            committed -> assertThat(committed.row()).isEqualTo(ids.get(committed.change().key())));
    assertThat(read.subList(0, 3))
        .extracting(CommittedChange::stampAfter)
        .containsExactly(RowStamp.Counted.FIRST, RowStamp.Seen.BY_VALUES, RowStamp.Counted.of(1));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 8, 30, 4_000})
  void a_changed_byte_is_noticed(int place) {
    List<RowChange> changes = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      RowValues values = RowValues.of(TestCatalogue.NAME, "Name " + i * 7919);
      changes.add(
          new RowChange.Edit(new RowKey.Id(i), values, values, RowStamp.Counted.of(0), List.of()));
    }
    byte[] content = LedgerContent.encode(changes, Map.of());
    content[place] ^= 0x10;
    assertThatThrownBy(() -> LedgerContent.decode(content, TestCatalogue.VERSIONED, change -> {}))
        .isInstanceOf(DamagedChangesException.class);
  }

  @Test
  void an_empty_content_is_damaged() {
    assertThatThrownBy(
            () -> LedgerContent.decode(new byte[0], TestCatalogue.VERSIONED, change -> {}))
        .isInstanceOf(DamagedChangesException.class);
  }
}
