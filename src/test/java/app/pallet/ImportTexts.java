package app.pallet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Files that are imported in the window. */
final class ImportTexts {

  private ImportTexts() {}

  /** A German file that changes some of these products and adds others. */
  static String picturesque(List<String> skus, List<String> names) {
    StringBuilder text =
        new StringBuilder("Artikelnummer;Bezeichnung;Preis;Bestand;Lieferbar ab;Interne Notiz\n");
    for (int i = 0; i < 310; i++) {
      boolean bad = i % 40 == 3;
      text.append(
          "%s;%s;%s;%d;%s;%s\n"
              .formatted(
                  i < 90 ? skus.get(i) : "NEU-%04d".formatted(i),
                  i < 90 ? names.get(i) : "Krug „Größe %d“, handgemacht".formatted(i % 7),
                  bad ? "auf Anfrage" : "1.2%02d,50".formatted(i % 100),
                  i % 50,
                  "0%d/0%d/2026".formatted(3 + i % 7, 4 + i % 5),
                  i % 9 == 0 ? "Nachbestellen" : ""));
    }
    return text.toString();
  }

  /** Rows of which every tenth has no price. */
  static String bad(int rows) {
    return IntStream.range(0, rows)
        .mapToObj(
            n -> "B-%04d,Product %d,%s".formatted(n, n, n % 10 == 0 ? "on request" : n + ".50"))
        .collect(Collectors.joining("\n", "SKU,Name,Price\n", "\n"));
  }
}
