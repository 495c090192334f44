package app.pallet.spreadsheet.clipboard;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.csv.CsvSource;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.mapping.MappingReader;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.matching.KeyMatcher;
import app.pallet.spreadsheet.matching.MatchKey;
import app.pallet.spreadsheet.matching.MatchResult;
import app.pallet.spreadsheet.matching.PendingRows;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.work.WorkMonitor;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints how long it takes from 100,000 rows of text to row changes, in processor time of the one
 * thread that works, which other programs disturb little; no test. After {@code mvn test-compile}:
 * {@code mvn exec:exec@run -Dmain.class=app.pallet.spreadsheet.clipboard.SpreadsheetBenchmark
 * -Dexec.classpathScope=test}.
 */
final class SpreadsheetBenchmark {

  private static final int ROWS = 100_000;
  private static final int ROUNDS = 15;
  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final Column SKU = SCHEMA.match();

  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private final List<Column> columns =
      List.of("sku", "name", "price", "quantity", "weight").stream().map(SCHEMA::require).toList();
  private final Map<Object, Row> stored = stored();

  public static void main(String[] arguments) throws Exception {
    new SpreadsheetBenchmark().run();
  }

  private void run() throws Exception {
    String block =
        "SKU\tName\tPrice\tQuantity\tWeight\n"
            + IntStream.range(0, ROWS)
                .mapToObj(SpreadsheetBenchmark::line)
                .collect(Collectors.joining("\n"));
    Path file = Files.createTempFile("pallet", ".csv");
    try {
      Files.writeString(file, block.replace(",", "").replace('\t', ','));
      PastedBlock rows = new PastedBlock(ClipboardText.parse(block), false);
      List<RowMapping> mappings = read(ClipboardSource.withHeader(rows));
      MatchResult result = match(mappings);
      print("clipboard text to rows", () -> ClipboardText.parse(block));
      print("rows to row mappings", () -> read(ClipboardSource.withHeader(rows)));
      print("row mappings to changes", () -> match(mappings));
      print("changes to change set", () -> record(result));
      print(
          "all four",
          () ->
              record(
                  match(
                      read(
                          ClipboardSource.withHeader(
                              new PastedBlock(ClipboardText.parse(block), false))))));
      print("FastCSV alone", () -> strings(file));
      print("CSV file to row mappings", () -> readFile(file));
      print("CSV file to changes", () -> match(readFile(file)));
    } finally {
      Files.delete(file);
    }
  }

  private static String line(int i) {
    return "SKU-%06d\tProduct number %d\t%d,%03d.50 €\t%d\t%d.%d"
        .formatted(i, i, i % 9 + 1, i % 1000, i % 500, i % 50, i % 10);
  }

  private static void print(String what, Callable<?> work) throws Exception {
    long[] nanos = new long[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      long began = THREAD.getCurrentThreadCpuTime();
      work.call();
      nanos[i] = THREAD.getCurrentThreadCpuTime() - began;
    }
    Arrays.sort(nanos);
    System.out.printf(
        "%-26s %,d x 5: median %6.1f ms, best %6.1f, worst %6.1f%n",
        what, ROWS, nanos[ROUNDS / 2] / 1e6, nanos[0] / 1e6, nanos[ROUNDS - 1] / 1e6);
  }

  private static long strings(Path file) throws IOException {
    try (var reader = CsvReader.builder().ofCsvRecord(file)) {
      return reader.stream().mapToLong(record -> record.getField(4).length()).sum();
    }
  }

  private static List<RowMapping> readFile(Path file) {
    try (CsvSource source = CsvSource.open(file, SourceOptions.DETECT)) {
      return read(source);
    }
  }

  private static List<RowMapping> read(TabularSource source) {
    ColumnMapping mapping =
        ColumnMapping.byHeader(source.header(), SCHEMA, SKU, List.of(), Map.of());
    return new MappingReader(source, mapping, CellFormat.PLAIN, EmptyCells.LEAVE, Map.of())
        .readAll(WorkMonitor.NONE);
  }

  private MatchResult match(List<RowMapping> mappings) {
    ChangeSet changes = new ChangeSet(SCHEMA);
    KeyMatcher matcher =
        new KeyMatcher(
            SCHEMA,
            MatchKey.of(SKU),
            this::find,
            changes::nextKey,
            PendingRows.NONE,
            DuplicateKeys.FIRST);
    return matcher.match(mappings, matcher.find(mappings));
  }

  private static int record(MatchResult result) {
    ChangeSet changes = new ChangeSet(SCHEMA);
    changes.record("Paste", result.changes());
    return changes.counts().total();
  }

  private FoundRows find(Column column, List<RowValues> said, Collection<Column> wanted) {
    return new FoundRows(
        said.stream().map(values -> stored.get(values.get(column))).toArray(Row[]::new),
        new BitSet());
  }

  /** A catalogue that holds every other key. */
  private Map<Object, Row> stored() {
    ColumnSet set = ColumnSet.of(columns);
    Map<Object, Row> rows = new HashMap<>();
    for (int i = 0; i < ROWS; i += 2) {
      String sku = "SKU-%06d".formatted(i);
      BigDecimal price = BigDecimal.valueOf(i, 4);
      BigDecimal weight = BigDecimal.valueOf(i, 6);
      Object[] values = {sku, "Product number " + i, price, 5L, weight};
      rows.put(sku, new Row(new RowKey.Id(i), RowStamp.Counted.of(1), RowValues.of(set, values)));
    }
    return rows;
  }
}
