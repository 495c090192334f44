package app.pallet.workspace.input;

import app.pallet.change.ChangeSet;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.PreparedChanges;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.schema.CellFormat;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.mapping.CutOff;
import app.pallet.spreadsheet.matching.KeyMatcher;
import app.pallet.spreadsheet.matching.MatchResult;
import app.pallet.spreadsheet.matching.PendingRows;
import app.pallet.spreadsheet.matching.RowFinder;
import app.pallet.spreadsheet.matching.RowOutcome;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.work.Work;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportDecisions;
import app.pallet.workspace.imports.ImportMemory;
import app.pallet.workspace.imports.ImportReading;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.InputProblems;
import app.pallet.workspace.imports.LookedUpBlocks;
import app.pallet.workspace.imports.LookedUpBlocks.Block;
import app.pallet.workspace.imports.MissingParents;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out what an import would do. It reads the source to its end, matches all rows with the
 * catalogue, and merges their changes with what is pending. Nothing becomes pending. Made on the
 * owner thread, run on another one.
 */
public final class ImportRehearsal implements Work<ImportRehearsal.Result> {

  private final String label;
  private final ImportSource source;
  private final ImportChoices choices;
  private final CellFormat format;
  private final RowFinder finder;
  private final ChangeSet changes;
  private final TableSchema table;
  private final TableSchema schema;
  private final PendingSnapshot snapshot;

  /**
   * A rehearsal based on what is pending now.
   *
   * @param label the user's action, as the undo menu names it
   * @param schema the table as it is now; new columns come from the choices
   */
  public ImportRehearsal(
      String label,
      ImportSource source,
      ImportChoices choices,
      CellFormat format,
      RowFinder finder,
      ChangeSet changes,
      TableSchema schema) {
    this.label = label;
    this.source = source;
    this.choices = choices;
    this.format = format;
    this.finder = finder;
    this.changes = changes;
    this.table = schema;
    this.schema = schema.with(choices.newColumns());
    this.snapshot = changes.snapshot();
  }

  /** The preview, and the import that can be taken. */
  record Result(ImportPreview preview, AcceptedImport accepted) {}

  /**
   * A source that was read and matched.
   *
   * @param rows all its rows
   * @param result what each row becomes
   * @param accepted the import that can be taken
   */
  record Matched(
      List<RowMapping> rows,
      MatchResult result,
      AcceptedImport accepted,
      Map<Integer, ColumnReading> readings,
      long foldedLines,
      Optional<CutOff> cutOff,
      ImportDecisions decisions) {

    /** Whether a column can be read in more than one way. */
    boolean isInDoubt() {
      return readings.values().stream().anyMatch(reading -> reading.doubt() != Doubt.NONE);
    }
  }

  @Override
  public Result run(WorkMonitor monitor) {
    Matched matched = match(monitor);
    return new Result(preview(matched), matched.accepted());
  }

  /** Reads and matches, without a preview. */
  Matched match(WorkMonitor monitor) {
    choices.requireRoom(table);
    PendingRows pending = PendingRows.of(snapshot.changes(), choices.key());
    KeyMatcher matcher =
        new KeyMatcher(
            schema, choices.key(), finder, changes::nextKey, pending, choices.duplicates());
    monitor.begin("Reading " + source.name(), source.rowCount());
    try (ImportReading reading =
        ImportReading.open(source, choices, format, finder.references(choices.addsParents()))) {
      ImportMemory held = ImportMemory.ofWindow(source.name());
      List<Block> blocks = read(reading, matcher, held, monitor);
      List<RowMapping> rows = new ArrayList<>();
      blocks.forEach(block -> rows.addAll(block.rows()));
      matcher.expect(rows);
      MatchResult result =
          MatchResult.joined(
              blocks.stream().map(block -> matcher.match(block.rows(), block.found())).toList());
      PreparedChanges prepared = snapshot.merged(label, result.changes(), result.origins());
      List<RowProblem> problems = InputProblems.of(result, prepared);
      MissingParents parents = new MissingParents(schema);
      parents.add(result.changes(), problems);
      AcceptedImport accepted =
          new AcceptedImport(
              source.name(), reading.mapping(), choices.newColumns(), result, prepared, problems);
      return new Matched(
          rows,
          result,
          accepted,
          reading.readings(),
          reading.foldedLines(),
          reading.cutOff(),
          reading.decisions(result.near()).with(parents.names()));
    }
  }

  private static List<Block> read(
      ImportReading reading, KeyMatcher matcher, ImportMemory held, WorkMonitor monitor) {
    List<Block> blocks = new ArrayList<>();
    try (LookedUpBlocks found = new LookedUpBlocks(reading, matcher::find)) {
      for (var block = found.next(); block.isPresent(); block = found.next()) {
        held.add(block.get().rows());
        blocks.add(block.get());
        monitor.step(block.get().rows().size());
      }
    }
    return blocks;
  }

  private ImportPreview preview(Matched matched) {
    List<RowMapping> rows = matched.rows();
    List<RowProblem> problems = matched.accepted().problems();
    Map<Long, List<RowProblem>> byLine = InputProblems.byLine(problems);
    Map<RowCategory, Integer> counts = new EnumMap<>(RowCategory.class);
    Map<Long, RowCategory> shown = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      long line = rows.get(i).origin().line();
      RowCategory category =
          byLine.containsKey(line)
              ? RowCategory.PROBLEM
              : category(matched.result().outcomes().get(i));
      if (counts.merge(category, 1, Integer::sum) <= ImportPreview.ROWS) {
        shown.put(line, category);
      }
    }
    return new ImportPreview(
        rows.size() + matched.foldedLines(),
        matched.foldedLines(),
        counts,
        examples(shown, byLine),
        matched.readings(),
        problems.size(),
        matched.cutOff(),
        matched.decisions());
  }

  private static RowCategory category(RowOutcome outcome) {
    return switch (outcome) {
      case ADD -> RowCategory.ADD;
      case EDIT -> RowCategory.CHANGE;
      case UNCHANGED -> RowCategory.UNCHANGED;
      case REJECTED -> RowCategory.PROBLEM;
    };
  }

  /** Reads the texts of some rows again, which takes less memory than to keep those of all. */
  private Map<RowCategory, List<PreviewRow>> examples(
      Map<Long, RowCategory> shown, Map<Long, List<RowProblem>> problems) {
    Map<RowCategory, List<PreviewRow>> examples = new EnumMap<>(RowCategory.class);
    int left = shown.size();
    try (TabularSource texts = ImportReading.texts(source, choices)) {
      while (left > 0 && texts.hasNext()) {
        TextRow row = texts.next();
        RowCategory category = shown.get(row.line());
        if (category != null) {
          left--;
          examples
              .computeIfAbsent(category, c -> new ArrayList<>())
              .add(new PreviewRow(row, category, problems.getOrDefault(row.line(), List.of())));
        }
      }
    }
    return examples;
  }
}
