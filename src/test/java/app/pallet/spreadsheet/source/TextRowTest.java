package app.pallet.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextRowTest {

  @Test
  void isFilledUpWithEmptyCells() {
    TextRow row = new TextRow(2, List.of("a", " "));
    assertThat(row.padded(4)).isEqualTo(new TextRow(2, List.of("a", " ", "", "")));
    assertThat(row.padded(2)).isSameAs(row);
    assertThat(row.padded(1)).isSameAs(row);
    assertThat(row.width()).isEqualTo(1);
  }

  @Test
  void aSampleHasAThousandRowsOrFewerOfWideOnes() {
    assertThat(source(1).sample()).hasSize(1_000);
    assertThat(source(2_000).sample()).hasSize(500);
    assertThat(source(50_000).sample()).hasSize(50);
    assertThat(TextSource.of(List.of("a"), List.of("1"), List.of("2")).sample()).hasSize(2);
    assertThat(source(1).isCutOff()).isFalse();
  }

  @Test
  void anotherSourceWithOtherRowsIsTheSameForTheRest() {
    TextSource own = TextSource.of(List.of("a"), List.of("1"));
    Iterator<TextRow> rows = List.of(new TextRow(5, List.of("other"))).iterator();
    try (TabularSource other = own.with(rows)) {
      assertThat(other.name()).isEqualTo(own.name());
      assertThat(other.header()).containsExactly("a");
      assertThat(other.isCutOff()).isFalse();
      assertThat(other.next().cells()).containsExactly("other");
      assertThat(other.hasNext()).isFalse();
    }
  }

  /** A source that was cut off, and says when it is closed. */
  private record CutOff(TextSource rows, AtomicBoolean closed) implements TabularSource {

    @Override
    public String name() {
      return rows.name();
    }

    @Override
    public List<String> header() {
      return rows.header();
    }

    @Override
    public SourceFormat format() {
      return rows.format();
    }

    @Override
    public boolean isCutOff() {
      return true;
    }

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public TextRow next() {
      return rows.next();
    }

    @Override
    public void close() {
      closed.set(true);
    }
  }

  @Test
  void itIsCutOffAndClosedWithItsOwnSource() {
    CutOff own = new CutOff(TextSource.of(List.of("a")), new AtomicBoolean());
    try (TabularSource other = own.with(List.of(new TextRow(5, List.of("other"))).iterator())) {
      assertThat(other.isCutOff()).isTrue();
      assertThat(other.hasNext()).isTrue();
      assertThat(own.closed()).isFalse();
    }
    assertThat(own.closed()).isTrue();
  }

  private static TextSource source(int columns) {
    TextRow row = new TextRow(2, List.of("x"));
    return new TextSource(
        Stream.generate(() -> "a").limit(columns).toList(), Stream.generate(() -> row).iterator());
  }
}
