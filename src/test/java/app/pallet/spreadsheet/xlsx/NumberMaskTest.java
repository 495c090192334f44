package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.source.CellNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Number formats that show whole numbers with signs or zeros of their own. */
class NumberMaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      commentCharacter = '!',
      textBlock =
          """
          "A-"00000           | 123       | A-00123     | true
          "A-"00              | 12345     | A-12345     | true
          00000               | 123       | 00123       | true
          000-00-0000         | 123456789 | 123-45-6789 | true
          000-00-0000         | 12        | 000-00-0012 | true
          #-00                | 5         | -05         | true
          #-0                 | 15        | 1-5         | true
          ?-?0                | 5         | - 5         | true
          0" kg"              | 5         | 5 kg        | false
          0" kg"              | 0         | 0 kg        | false
          #0" kg"             | 12        | 12 kg       | false
          # ##0" kg"          | 1200      | 1 200 kg    | false
          [Red][$-409]"A-"000 | 12        | A-012       | true
          ##0" kg"            | 5         | 5 kg        | false
          General" pcs"       | 12        | 12 pcs      | false
          "No. "0             | 7         | No. 7       | true
          \\A0                | 7         | A7          | true
          \\-0                | 7         | -7          | false
          [Red]0000           | 7         | 0007        | true
          [$-409]0000         | 7         | 0007        | true
          _ 0000              | 7         | 0007        | true
          00000;-00000        | 0         | 00000       | true
          00000;-00000;"none" | 7         | 00007       | true
          (0)                 | 9         | (9)         | false
          """)
  void aWholeNumberIsShownAsItsFormatSays(String code, String plain, String shown, boolean isName) {
    assertThat(NumberMask.of(code).orElseThrow().show(plain))
        .contains(new CellNote.Shown(shown, isName));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "#",
        "??0",
        "General",
        "0.00",
        "#,##0",
        "0%",
        "# ?/?",
        "@",
        "*-0000",
        "yyyy",
        "0000 m",
        "\"EUR \"0000",
        "0000\" eur\"",
        "\u20ac0000",
        "[$\u20ac]0000",
        "[>100]0000",
        "\"A-\"",
        "\"A-",
        "\"A-000",
        "0000["
      })
  void formatsOfAmountsAndDatesAreNone(String code) {
    assertThat(NumberMask.of(code)).isEmpty();
  }

  @Test
  void whatIsNoWholeNumberOrHasASectionOfItsOwnIsNotShown() {
    NumberMask mask = NumberMask.of("00000;-00000;\"none\"").orElseThrow();
    assertThat(mask.show("0")).isEmpty();
    assertThat(mask.show("-5")).isEmpty();
    assertThat(mask.show("1.5")).isEmpty();
    assertThat(mask.show("12345")).as("nothing is shown besides").isEmpty();
    assertThat(mask.show("90")).contains(new CellNote.Shown("00090", true));
  }
}
