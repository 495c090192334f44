package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Whether the quotes of a text enclose its cells or are part of them. */
class QuoteScanTest {

  private static QuoteScan scan(char separator, String text) {
    QuoteScan scan = new QuoteScan(separator);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    scan.accept(bytes, bytes.length);
    return scan;
  }

  private static boolean isText(String text) {
    return scan(',', text).isText();
  }

  @Test
  void aQuoteThatEnclosesNothingIsText() {
    assertThat(isText("a,b\n1,\"5\" pipe\n2,x\n")).isTrue();
    assertThat(isText("a,b\n1,\"5\" pipe")).as("without a last line break").isTrue();
    assertThat(isText("a,b\n1,x\n2,y\n")).as("no quote").isFalse();
  }

  @Test
  void quotesAtBothEndsOfACellWereOnlyForgottenToBeDoubled() {
    assertThat(isText("a,b\n1,\"5\" pipe\"\n2,x\n")).isFalse();
    assertThat(isText("a,b\n1,\"5\" pipe\"")).as("without a last line break").isFalse();
    assertThat(scan('\t', "a\tb\n1\t\"5\" pipe\"\n2\tx\n").isText()).as("a dump").isTrue();
  }

  @Test
  void aQuoteAtTheEndOfTheNextCellIsNoneOfThisOne() {
    assertThat(isText("a,b,c\n\"x\" y,z\",1\n")).isTrue();
  }

  @Test
  void quotesThatEncloseAnotherCellSayThatTheyAllDo() {
    assertThat(isText("a,b\n\"x\",1\n\"5\" pipe,2\n")).isFalse();
    assertThat(isText("a,b\n\"5\" pipe,2\n1,\"x\"")).as("the last cell").isFalse();
  }

  @Test
  void linesOfOtherLengthsSayThatQuotesEncloseSomething() {
    assertThat(isText("a,b\n1\n1,\"5\" pipe\n")).isFalse();
    assertThat(isText("a,b\n1,\"5\" pipe\n1")).as("the last line").isFalse();
    assertThat(isText("a\n1,\"5\" pipe\n")).as("the first line").isFalse();
    assertThat(isText("a\n\"5\" pipe\n")).as("one column").isFalse();
  }

  @Test
  void aQuoteThatIsNeverClosedIsTextWhereWholeLinesFollow() {
    assertThat(isText("a,b\n1,\"x\n2,y\n3,z\n")).isTrue();
    assertThat(isText("a,b\n1,\"x")).as("the file is cut off").isFalse();
  }

  @Test
  void theFirstLineWithANulIsNamed() {
    assertThat(scan(',', "a,b\r\n1,\0\n\0,x\n").nulLine()).isEqualTo(2);
    assertThat(scan(',', "a,b\n").nulLine()).isZero();
  }
}
