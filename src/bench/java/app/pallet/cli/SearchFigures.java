package app.pallet.cli;

import app.pallet.benchmark.SearchResult;
import app.pallet.benchmark.SearchResult.Adds;
import app.pallet.benchmark.SearchResult.Word;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what {@code src/bench/run search} measured, for people. */
final class SearchFigures {

  private SearchFigures() {}

  static void print(PrintWriter out, SearchResult result) {
    out.printf(
        Locale.ROOT,
        "%,d products, %d processors; milliseconds to the last row found, medians of %d%n",
        result.rows(),
        result.processors(),
        result.rounds());
    out.printf("%-16s%12s%10s%12s%12s%n", "text", "rows", "table", "kept texts", "trigrams");
    for (Word word : result.words()) {
      out.printf(
          Locale.ROOT,
          "%-16s%,12d%,10.0f%,12.0f%12s%n",
          word.text(),
          word.found(),
          word.scan(),
          word.texts(),
          word.trigrams().map(millis -> String.format(Locale.ROOT, "%,.0f", millis)).orElse("-"));
    }
    out.printf(
        Locale.ROOT,
        "Made in %25s%,12.1f%,12.1f s%n",
        "",
        result.texts().millis() / 1e3,
        result.trigrams().millis() / 1e3);
    out.printf(
        Locale.ROOT,
        "Size %28s%,12.0f%,12.0f MB%n",
        "",
        result.texts().megabytes(),
        result.trigrams().megabytes());
    out.println("Adds, microseconds a row, with nothing and with it (kept texts, trigrams):");
    for (Adds adds : result.adds()) {
      out.printf(
          Locale.ROOT,
          "%-16s%,12d%10.1f%12.1f   x %.2f%n",
          adds.by(),
          adds.rows(),
          adds.without(),
          adds.with(),
          adds.with() / adds.without());
    }
    out.flush();
  }
}
