package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;
import app.pallet.change.ChangeSet;
import app.pallet.commit.comparison.ScratchFolder;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.operation.recipe.RecipeFile;
import app.pallet.operation.recipe.RecipeWork;
import app.pallet.operation.recipe.RowCondition;
import app.pallet.operation.text.TextSearch;
import app.pallet.operation.text.TextSearch.Options;
import app.pallet.rows.RowReader;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.bulk.BulkChange;
import app.pallet.workspace.find.FindQuestion;
import app.pallet.workspace.find.FindWork;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowSelection;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Measures how long it takes until a change of all rows of a scratch catalogue is counted. */
public final class BulkBenchmark implements Work<List<BulkBenchmark.Figures>> {

  private static final int PART = 100_000;

  private static final List<String> RECIPES =
      List.of(
          """
          {"recipe": "10 % more, ending in .95", "steps": [
            {"do": "percent", "column": "price", "by": 10},
            {"do": "ending", "column": "price", "ending": 0.95}]}
          """,
          """
          {"recipe": "round({Price} * 1.05, 1) - 0.01", "steps": [
            {"do": "formula", "column": "price", "formula": "round({Price} * 1.05, 1) - 0.01"}]}
          """,
          """
          {"recipe": "Replace in names", "steps": [
            {"do": "replace", "column": "name", "find": "edition", "with": "series"}]}
          """);

  private final int rows;
  private final int rounds;
  private final Path folder;
  private final TableSchema schema = ProductSchema.create();

  /**
   * What a change took.
   *
   * @param rows rows that would change
   * @param first milliseconds of the first time, in a virtual machine that is not warm
   * @param median of the rounds after that
   * @param processor median of the processor time of these, which other programs don't lengthen
   */
  public record Figures(String name, long rows, double first, double median, double processor) {}

  /**
   * Prepares a benchmark.
   *
   * @param folder where the scratch files go
   */
  public BulkBenchmark(int rows, int rounds, Path folder) {
    this.rows = rows;
    this.rounds = rounds;
    this.folder = folder;
  }

  @Override
  public List<Figures> run(WorkMonitor monitor) throws SQLException, IOException {
    monitor.begin("Making a catalogue", rows);
    try (ScratchFolder scratch = ScratchFolder.in(folder)) {
      Path file = scratch.newFile();
      CatalogueDatabase.create(file, schema, ConnectionSettings.DEFAULT).close();
      for (int from = 0; from < rows; from += PART) {
        int to = Math.min(rows, from + PART);
        List<Integer> numbers = IntStream.range(from, to).boxed().toList();
        PlainJdbc.of(schema, new BenchmarkRows(schema, from, numbers).adds())
            .run(file, ConnectionSettings.DEFAULT);
        monitor.worked(to - from);
      }
      List<Figures> figures = new ArrayList<>();
      try (CatalogueDatabase database =
          CatalogueDatabase.open(file, ConnectionSettings.DEFAULT).warmUp()) {
        RowReader reader = new RowReader(database);
        for (String recipe : RECIPES) {
          figures.add(measure(reader, recipe));
        }
        figures.add(find(reader, "Find and replace", "Edition", Options.NONE));
        figures.add(
            find(reader, "The same by expression", "(e)dition", new Options(false, false, true)));
      }
      return figures;
    }
  }

  private Figures measure(RowReader reader, String recipe) {
    RecipeWork work =
        RecipeFile.read(recipe, "benchmark").on(schema, Map.of(), condition -> RowCondition.ALWAYS);
    BulkChange change = new BulkChange(schema, all(reader, schema.match()), work, key -> false);
    Basis basis = basis(reader);
    return measure(work.name(), () -> change.preview(basis, WorkMonitor.NONE).changed());
  }

  /** Finds what is in every name, and counts what becomes of it. */
  private Figures find(RowReader reader, String name, String text, Options options) {
    Column column = schema.require("name");
    FindQuestion question =
        new FindQuestion(
            TextSearch.of(text, options),
            Optional.of("series"),
            all(reader, column),
            List.of(column));
    FindWork work = new FindWork(name, question);
    Basis basis = basis(reader);
    return measure(name, () -> work.look(basis, WorkMonitor.NONE).outcome().changed());
  }

  private Basis basis(RowReader reader) {
    return new Basis(new ChangeSet(schema).snapshot(), key -> key, reader::findKeys);
  }

  private RowSelection all(RowReader reader, Column column) {
    KeySnapshot keys = reader.keys(RowQuery.ALL);
    return new RowSelection(
        index -> reader.handles().keyOf(keys.idAt(index)),
        List.of(new CellBlock(0, rows - 1, List.of(column))));
  }

  private Figures measure(String name, LongSupplier counting) {
    double[] millis = new double[rounds + 1];
    double[] processor = new double[rounds + 1];
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long changed = 0;
    for (int round = 0; round <= rounds; round++) {
      long began = System.nanoTime();
      long used = threads.getCurrentThreadCpuTime();
      changed = counting.getAsLong();
      millis[round] = (System.nanoTime() - began) / 1e6;
      processor[round] = (threads.getCurrentThreadCpuTime() - used) / 1e6;
    }
    return new Figures(name, changed, millis[0], median(millis), median(processor));
  }

  private static double median(double[] all) {
    return Spread.of(Arrays.copyOfRange(all, 1, all.length)).median();
  }
}
