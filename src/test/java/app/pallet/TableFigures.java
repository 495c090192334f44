package app.pallet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What was measured in the window, as a file for programs and as a table for readers. */
final class TableFigures {

  /**
   * One figure.
   *
   * @param what in words
   * @param unit of all numbers
   * @param times how often it was measured
   */
  record Figure(
      String what, String unit, int times, double median, double least, double greatest) {}

  private final String name;
  private final int rows;
  private final int columns;
  private final List<Figure> figures = new ArrayList<>();

  /**
   * No figures yet.
   *
   * @param name of the files
   * @param rows of the catalogue
   */
  TableFigures(String name, int rows) {
    this(name, rows, 23);
  }

  /** The same of a catalogue with other than the usual columns. */
  TableFigures(String name, int rows, int columns) {
    this.name = name;
    this.rows = rows;
    this.columns = columns;
  }

  void add(String what, String unit, double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    figures.add(
        new Figure(
            what,
            unit,
            sorted.length,
            sorted[sorted.length / 2],
            sorted[0],
            sorted[sorted.length - 1]));
  }

  List<Figure> all() {
    return figures;
  }

  /** Writes {@code NAME-ROWS.json} and {@code NAME-ROWS.md} into a folder. */
  void write(Path folder) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("rows", rows);
    content.put("java", Runtime.version().toString());
    content.put("processors", Runtime.getRuntime().availableProcessors());
    content.put("load", load());
    content.put("figures", figures);
    try {
      Files.createDirectories(folder);
      Files.writeString(
          folder.resolve(name + "-" + rows + ".json"),
          JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsString(content)
              + "\n");
      Files.writeString(folder.resolve(name + "-" + rows + ".md"), markdown());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d products of %d columns in the real window; load of the machine %s on %d processors.%n%n",
            rows,
            columns,
            load(),
            Runtime.getRuntime().availableProcessors()));
    text.append("| what | median | least | greatest | times |\n|---|--:|--:|--:|--:|\n");
    for (Figure f : figures) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.1f %s | %.1f | %.1f | %d |%n",
              f.what(),
              f.median(),
              f.unit(),
              f.least(),
              f.greatest(),
              f.times()));
    }
    return text.toString();
  }

  private static String load() {
    return String.format(
        Locale.ROOT,
        "%.1f",
        java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }
}
