package app.pallet.cli;

import app.pallet.benchmark.DraftBenchmarkResult;
import app.pallet.benchmark.DraftBenchmarkResult.Measurement;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what {@code pallet bench --draft} measured, for people. */
final class DraftFigures {

  private DraftFigures() {}

  static void print(PrintWriter out, DraftBenchmarkResult result) {
    out.printf(
        Locale.ROOT,
        "%,d rows of %d changed cells: a draft of %.1f MB%n",
        result.rows(),
        result.columns(),
        result.bytes() / 1e6);
    out.printf("%-10s%8s%14s   %s%n", "work", "times", "milliseconds", "from, to");
    for (Measurement m : result.results()) {
      out.printf(
          Locale.ROOT,
          "%-10s%,8d%14.2f   %.2f to %.2f%n",
          m.work(),
          m.times(),
          m.millis().median(),
          m.millis().min(),
          m.millis().max());
    }
    out.flush();
  }
}
