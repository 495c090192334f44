package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The quick look at quotes, next to the thorough one. */
class QuickQuoteCheckTest {

  @Property
  void whatIsOrdinaryIsSoForTheThoroughLookToo(
      @ForAll("files") String file, @ForAll @IntRange(max = 20) int cut) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    QuoteScan scan = new QuoteScan(',');
    scan.accept(bytes, bytes.length);

    if (isOrdinary(file, cut)) {
      assertThat(scan.isText()).isFalse();
      assertThat(scan.nulLine()).isZero();
    }
  }

  @Property
  void whereAFileIsCutForReadingTellsNothing(
      @ForAll("files") String file, @ForAll @IntRange(max = 20) int cut) {
    assertThat(isOrdinary(file, cut)).isEqualTo(isOrdinary(file, 0));
  }

  @Example
  void quotesAroundCellsAndInsideTextAreOrdinary() {
    assertThat(isOrdinary("a,\"b, \"\"c\"\"\"\r\n1,24\" screen\n\"\",2", 0)).isTrue();
  }

  @Example
  void strayQuotesOpenQuotesAndNulsAreOdd() {
    assertThat(isOrdinary("a,\"b\" c\n", 0)).isFalse();
    assertThat(isOrdinary("a,\"b\n", 0)).isFalse();
    assertThat(isOrdinary("a,b\0\n", 0)).isFalse();
  }

  @Provide
  Arbitrary<String> files() {
    return Arbitraries.strings().withChars("\", \n\rab\0ä").ofMaxLength(24);
  }

  private static boolean isOrdinary(String file, int cut) {
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    int first = Math.min(cut, bytes.length);
    QuickQuoteCheck glance = new QuickQuoteCheck(',');
    glance.accept(bytes, first);
    glance.accept(Arrays.copyOfRange(bytes, first, bytes.length), bytes.length - first);
    return glance.isOrdinary();
  }
}
