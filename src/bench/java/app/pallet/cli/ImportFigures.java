package app.pallet.cli;

import app.pallet.benchmark.ImportBenchmarkResult;
import app.pallet.benchmark.ImportBenchmarkResult.LongImport;
import app.pallet.benchmark.ImportBenchmarkResult.Measurement;
import java.io.PrintWriter;
import java.util.Locale;

/** Prints what {@code src/bench/run import} measured, for people. */
final class ImportFigures {

  private ImportFigures() {}

  static void print(PrintWriter out, ImportBenchmarkResult result) {
    out.printf(Locale.ROOT, "%,d rows of %d cells%n", result.rows(), result.columns());
    out.printf("%-6s%-18s%10s   %s%n", "file", "reader", "seconds", "time, library = 1");
    for (Measurement m : result.results()) {
      out.printf(
          Locale.ROOT,
          "%-6s%-18s%10.3f   %.2f (%.2f to %.2f)%n",
          m.work(),
          m.reader(),
          m.seconds().median(),
          m.ratio().median(),
          m.ratio().min(),
          m.ratio().max());
    }
    LongImport longImport = result.longImport();
    if (longImport != null) {
      out.printf(
          Locale.ROOT,
          "%,d rows imported with a heap of %d MB: %,d committed in %.1f s%n",
          longImport.rows(),
          longImport.heapMegabytes(),
          longImport.committed(),
          longImport.seconds());
    }
    out.flush();
  }
}
