package app.pallet.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** The order of texts, next to that of their bytes in UTF-8. */
class CodePointOrderTest {

  private static final CodePointOrder ORDER = CodePointOrder.TEXTS;

  @Property(tries = 500)
  void textsComeAsTheirBytesDo(
      @ForAll @Chars({'a', 'b', 'ä', '€', '\uE000', '\uFF01', '\uFFFD', '#'}) @StringLength(max = 4)
          String first,
      @ForAll @Chars({'a', 'b', 'ä', '€', '\uE000', '\uFF01', '\uFFFD', '#'}) @StringLength(max = 4)
          String second) {
    String one = first.replace("#", "𝄞");
    String other = second.replace("#", "😀");

    assertThat(Integer.signum(ORDER.compare(one, other)))
        .isEqualTo(Integer.signum(Arrays.compareUnsigned(bytes(one), bytes(other))));
  }

  @Example
  void charactersBeyondTheBasicPlaneComeLast() {
    assertThat(ORDER.compare("\uFF01", "😀")).isNegative();
    assertThat("\uFF01".compareTo("😀")).isPositive(); // which is why there is an order of our own
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
