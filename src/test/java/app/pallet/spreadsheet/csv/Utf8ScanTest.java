package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class Utf8ScanTest {

  @Property
  void everyTextInUtf8IsUtf8HoweverItIsCut(
      @ForAll String text, @ForAll @IntRange(max = 9) int cut) {
    byte[] bytes = text.replaceAll("\\p{Cs}", "").getBytes(StandardCharsets.UTF_8);
    Utf8Scan scan = new Utf8Scan();
    int first = Math.min(cut, bytes.length);
    scan.accept(bytes, first);
    scan.accept(Arrays.copyOfRange(bytes, first, bytes.length), bytes.length - first);
    assertThat(scan.isLikely()).isTrue();
  }

  @Property
  void bytesOfOneCharacterAreUtf8WhereJavaSaysSo(@ForAll @Size(max = 4) byte[] bytes) {
    if (count(bytes) == 0) {
      assertThat(isLikely(bytes)).isEqualTo(isUtf8(bytes));
    }
  }

  @Test
  void germanTextInWindowsCharsetIsNotUtf8() {
    Charset windows = Charset.forName("windows-1252");
    assertThat(isLikely("Gustaf's Knäckebröd für 5 €".getBytes(windows))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {0x80, 0xB0, 0x7FF, 0x800, 0xE01, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x10FFFF})
  void oneCharacterAloneIsUtf8(int character) {
    assertThat(isLikely(Character.toString(character).getBytes(StandardCharsets.UTF_8))).isTrue();
  }

  @Test
  void theBytesOfACharacterFollowEachOther() {
    byte[] bytes = "1234567\u00C3abcdefgh\u00A4".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(isLikely(bytes)).isFalse();
  }

  @Test
  void utf8WithOneDamagedByteIsStillUtf8() {
    byte[] bytes = "Knäckebröd für Käse aus Dänemark".getBytes(StandardCharsets.UTF_8);
    bytes[3] = 'x';
    assertThat(isLikely(bytes)).isTrue();
  }

  private static boolean isLikely(byte[] bytes) {
    Utf8Scan scan = new Utf8Scan();
    scan.accept(bytes, bytes.length);
    return scan.isLikely();
  }

  /** Characters of more than one byte that Java finds, damaged ones left out. */
  private static long count(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8)
        .codePoints()
        .filter(c -> c > 0x7F && c != 0xFFFD)
        .count();
  }

  private static boolean isUtf8(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
