package app.pallet.spreadsheet.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Small texts of which a person would say at once what separates their cells. */
class SeparatorDetectionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nr;Maß, cm;Preis\n1;5, 6;2\n2;7, 8;3\n",
        "SKU;Name, colour;Price\nA1;Ham, red\n",
        "Maß, cm;Wert\n1,5;2\n2,5;3\n",
      })
  void theSeparatorIsNotTheCommaOfTexts(String text) {
    assertThat(SeparatorDetection.detect(text)).isEqualTo(';');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SKU;Name;Price\n",
        "SKU;Name\nA1;Hammer\nA2;Nail\n",
        "Teil;Farbe;Menge\nQ1;rot;5\nQ2;bl",
        "Teil;Farbe;Menge\nQ1;\"Bio\" rot;5\nQ2;blau;12\n",
        ";;\nTeil;Farbe;Menge\nQ1;rot;5\nQ2;blau;12\n",
        "SKU;Name;Price;Cost\nA1;Ham;9,5;4,0\nA2;Nail;1,5;0,7\nA3;Saw;8,5;3,0\n",
        "Teil;Farbe;Preis;Wert\nQ1;rot;9,5;4,0\nQ2;blau;1,5;0,7\nQ3;gelb;8,5;3,0\n",
      })
  void aTitleDoesNotHideTheSeparatorOfTheTable(String table) {
    assertThat(SeparatorDetection.detect("Lagerliste 2026\n" + table)).isEqualTo(';');
  }

  @Test
  void mostRowsOfATableBelowATitleShowItsSeparator() {
    String table = "SKU;Name, kurz;Price\n" + "A1;Ham, red;9\n".repeat(3);
    assertThat(SeparatorDetection.detect("Price list\n" + table + "A2;Nail\n" + "A3;x, y;1\n"))
        .isEqualTo(';');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Preise\n12,50\n13,00\n14,50\n",
        "Hinweise\nKlein, rot, rund\nGroß, 5\nMittel, 6\nLang, 7, x\n",
        "Hinweise\nselten, oft\nnie, 5\nimmer, 6\nmanchmal, 7\n",
      })
  void aTextOfOneColumnIsNotTornApartAtItsCommas(String text) {
    assertThat(SeparatorDetection.detect(text)).isEqualTo(';');
  }

  @Test
  void noSeparatorTearsATextThatContainsAllOfThem() {
    assertThat(SeparatorDetection.detect("Notes\na, b; c\td | e\nf\n")).isEqualTo('^');
  }
}
