package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much a part of a workbook may unpack to, and how long one piece of it may be. */
class GuardedStreamTest {

  private static final int LONGEST = 4 << 20;
  private static final int HARMLESS = 64 << 20;

  @Test
  void aPieceIsAsLongAsTheBytesBehindItsTag() throws IOException {
    assertThat(read("<" + "x".repeat(LONGEST), 1 << 20)).isEqualTo(LONGEST + 1L);
    assertTooLong("<" + "x".repeat(LONGEST + 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<![CDATA[a<b]]>",
        "<![CDATA[a<b]]]>",
        "<![CDATA[a]b]]>",
        "<!--[",
        "<!x[",
        "<x[",
        "<[",
        "< ![",
        "<a>[[",
        "<a>!["
      })
  void anyNumberOfTagsMayFollow(String beginning) throws IOException {
    int tags = LONGEST / 3 + 100;
    assertThat(read(beginning + "<a>".repeat(tags), 1 << 20))
        .isEqualTo(beginning.length() + 3L * tags);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<![CDATA[", "<![CDATA[]>", "<![CDATA[]] >", "<![CDATA[] ]>", "<![x"})
  void whatIsEnclosedHoldsNoTags(String beginning) {
    assertTooLong(beginning + "<a>".repeat(LONGEST / 3 + 100));
  }

  @Test
  void aPartIsPackedAFewHundredTimesAtMostUnlessItIsSmall() throws IOException {
    int chunk = 1 << 16;
    assertThat(read(tags(HARMLESS), 0)).isEqualTo(HARMLESS);
    long packed = (HARMLESS + chunk) / 250;
    assertThat(read(tags(HARMLESS + chunk), packed)).isEqualTo(HARMLESS + chunk);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(tags(HARMLESS + chunk), packed - packed / 250))
        .withMessage("is packed so tightly that it would flood the memory");
  }

  @Test
  void singleBytesAreThoseOfTheStream() throws IOException {
    byte[] bytes = {0, 1, 127, (byte) 128, (byte) 255};
    try (InputStream in = new GuardedStream(new ByteArrayInputStream(bytes), 1)) {
      assertThat(IntStream.generate(() -> next(in)).limit(6))
          .containsExactly(0, 1, 127, 128, 255, -1);
      assertThat(in.read(bytes, 0, 5)).isEqualTo(-1);
    }
  }

  private static int next(InputStream in) {
    try {
      return in.read();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void assertTooLong(String text) {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> read(text, 1 << 20))
        .withMessage("has a cell of more than 4 MB");
  }

  /** Short tags, as many bytes of them, a multiple of 64 KB. */
  private static InputStream tags(int bytes) {
    byte[] block = "<bc>".repeat(1 << 14).getBytes(StandardCharsets.US_ASCII);
    return new SequenceInputStream(
        Collections.enumeration(
            IntStream.range(0, bytes >> 16)
                .mapToObj(i -> new ByteArrayInputStream(block))
                .toList()));
  }

  private static long read(String text, long packed) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)), packed);
  }

  private static long read(InputStream bytes, long packed) throws IOException {
    try (InputStream in = new GuardedStream(bytes, packed)) {
      byte[] buffer = new byte[1 << 16];
      long read = 0;
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        read += count;
      }
      return read;
    }
  }
}
