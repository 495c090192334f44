package app.pallet.cli;

import app.pallet.benchmark.ScaleResult;
import app.pallet.benchmark.ScaleResult.Cost;
import app.pallet.benchmark.ScaleResult.Size;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what {@code src/bench/run scale} measured, for people. */
final class ScaleFigures {

  private ScaleFigures() {}

  static void print(PrintWriter out, ScaleResult result) {
    out.printf(
        Locale.ROOT,
        "Batches of %,d, at most %,d rows a commit, journal %s, synchronous %s%n",
        result.batchSize(),
        result.commitRows(),
        result.journal(),
        result.synchronous());
    out.printf("%50s%s%n", "", "microseconds a row, and over plain JDBC");
    out.printf(
        "%12s%7s%8s%8s%7s%8s%8s%8s%7s%8s%8s%8s%7s%8s%9s%9s%9s%n",
        "rows", "rounds", "adds", "jdbc", "ratio", "growth", "edits", "jdbc", "ratio", "growth",
        "spread", "jdbc", "ratio", "growth", "keys ms", "page ms", "MB");
    for (Size size : result.sizes()) {
      Size first = result.sizes().getFirst();
      out.printf(
          Locale.ROOT,
          "%,12d%7d%s%s%s%9.1f%9.2f%,9.0f%n",
          size.rows(),
          size.rounds(),
          cost(size.adds(), first.adds()),
          cost(size.edits(), first.edits()),
          cost(size.spread(), first.spread()),
          size.keysMillis(),
          size.pageMillis(),
          size.megabytes());
    }
    out.println("edits: all products; spread: up to 100,000 of them, evenly spread over the file");
    result.leftOut().forEach(line -> out.println("Left out: " + line));
    out.flush();
  }

  /** What a row costs, and how many times as much as in the first catalogue. */
  private static String cost(Cost cost, Cost first) {
    return String.format(
        Locale.ROOT,
        "%8.2f%8.2f%7.2f%8.2f",
        cost.batch(),
        cost.jdbc(),
        cost.ratio(),
        cost.batch() / first.batch());
  }
}
