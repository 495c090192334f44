package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.PendingSnapshot;
import app.pallet.change.PreparedChanges;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.ClipboardContent;
import app.pallet.spreadsheet.ClipboardSource;
import app.pallet.spreadsheet.ColumnMapping;
import app.pallet.spreadsheet.ColumnOverride;
import app.pallet.spreadsheet.DuplicateKeys;
import app.pallet.spreadsheet.EmptyCells;
import app.pallet.spreadsheet.HeaderRow;
import app.pallet.spreadsheet.KeyMatcher;
import app.pallet.spreadsheet.MappingReader;
import app.pallet.spreadsheet.MatchResult;
import app.pallet.spreadsheet.PastedBlock;
import app.pallet.spreadsheet.PendingRows;
import app.pallet.spreadsheet.SourceOptions;
import app.pallet.spreadsheet.SpreadsheetFile;
import app.pallet.spreadsheet.TabularSource;
import app.pallet.spreadsheet.TextRow;
import app.pallet.work.WorkMonitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Takes pasted blocks and files in as pending changes. A block whose first row holds headings, and
 * every file, is mapped by them and matched by key: what is in the catalogue is edited, the rest is
 * added. A block without headings goes in where it is pasted and grows new rows at the end. Owner
 * thread; reading and matching happen in the background, and each input is one step of undo.
 */
public final class SpreadsheetInput {

  private final TableSchema schema;
  private final ChangeSet changes;
  private final RowView view;
  private final RowFetch rows;
  private final RowReader reader;
  private final TableEdits edits;
  private final BackgroundTasks tasks;
  private final CellFormat format;

  SpreadsheetInput(
      TableSchema schema,
      WorkspaceRows rows,
      ChangeSet changes,
      TableEdits edits,
      BackgroundTasks tasks,
      CellFormat format) {
    this.schema = schema;
    this.view = rows.view();
    this.rows = rows.fetch();
    this.reader = rows.reader();
    this.changes = changes;
    this.edits = edits;
    this.tasks = tasks;
    this.format = format;
  }

  /** A source that has been read and matched. */
  private record Matched(
      ColumnMapping mapping,
      MatchResult result,
      PreparedChanges changes,
      List<RowProblem> problems) {}

  /** A block that has been read and laid over the rows it goes to. */
  private record Placed(PreparedChanges changes, int rows, int adds, List<RowProblem> problems) {}

  /**
   * Pastes what the clipboard holds.
   *
   * @param content its text and its HTML, of which the one that carries more is taken
   * @param row index of the row the block's first row goes to, unless it has headings
   * @param columns the columns from the one its first column goes to, to the right
   * @param selected what is selected; a single copied cell fills it
   * @param done hears what became of it, on the owner thread
   */
  public void paste(
      ClipboardContent content,
      int row,
      List<Column> columns,
      List<CellBlock> selected,
      Consumer<PasteReport> done) {
    tasks.read(
        "Paste",
        monitor -> PastedBlock.of(content),
        block -> {
          List<TextRow> lines = block.rows();
          if (lines.isEmpty()) {
            return;
          }
          TextRow first = lines.getFirst();
          boolean single = lines.size() == 1 && first.cells().size() == 1;
          if (single && selected.stream().anyMatch(SpreadsheetInput::isLarge)) {
            edits.fill(selected, first.cells().getFirst());
          } else if (lines.size() > 1 && HeaderRow.isHeader(first.cells(), schema)) {
            pasteByHeading(block, row, done);
          } else {
            List<Column> filled = columns.subList(0, Math.min(columns.size(), block.width()));
            place(
                ClipboardSource.withoutHeader(block),
                lines.size(),
                ColumnMapping.byPosition(filled),
                row,
                done);
          }
        });
  }

  /**
   * Reads a file.
   *
   * @param options how, where its headings alone don't tell
   * @param done hears what became of it, on the owner thread
   */
  public void importFile(Path file, ImportOptions options, Consumer<PasteReport> done) {
    Column key = options.key().map(schema::require).orElseGet(schema::match);
    List<ColumnOverride> overrides =
        options.mappings().stream().map(ColumnOverride::parse).toList();
    Before before = before("Import", key);
    tasks.read(
        "Import " + file.getFileName(),
        monitor -> {
          try (TabularSource source = SpreadsheetFile.open(file, SourceOptions.DETECT)) {
            ColumnMapping mapping =
                ColumnMapping.byHeader(source.header(), schema, key, overrides).require(key);
            return match(source, mapping, before, monitor);
          }
        },
        matched -> take(file.toString(), matched, done));
  }

  private void pasteByHeading(PastedBlock block, int row, Consumer<PasteReport> done) {
    Column key = schema.match();
    TabularSource source = ClipboardSource.withHeader(block);
    ColumnMapping mapping = ColumnMapping.byHeader(source.header(), schema, key, List.of());
    if (!mapping.columns().contains(key)) { // headings, but nothing to find a product by
      place(source, block.rows().size() - 1, mapping, row, done);
      return;
    }
    Before before = before("Paste", key);
    tasks.read(
        "Paste",
        monitor -> match(source, mapping, before, monitor),
        matched -> take(source.name(), matched, done));
  }

  /** What is pending before a source is read, to match its rows by a column and to merge them. */
  private record Before(String label, Column key, PendingRows rows, PendingSnapshot snapshot) {}

  private Before before(String label, Column key) {
    return new Before(label, key, PendingRows.of(changes, key), changes.snapshot());
  }

  private Matched match(
      TabularSource source, ColumnMapping mapping, Before before, WorkMonitor monitor) {
    MappingReader mappings = new MappingReader(source, mapping, format, EmptyCells.LEAVE, Map.of());
    KeyMatcher matcher =
        new KeyMatcher(
            schema,
            before.key(),
            reader::find,
            changes::nextKey,
            before.rows(),
            DuplicateKeys.FIRST);
    MatchResult result = matcher.match(mappings.readAll(monitor));
    PreparedChanges wanted = changes.prepare(before.snapshot(), before.label(), result.changes());
    return new Matched(mapping, result, wanted, problems(result.problems(), wanted));
  }

  private void take(String source, Matched matched, Consumer<PasteReport> done) {
    MatchResult result = matched.result();
    changes.record(matched.changes());
    done.accept(
        new PasteReport(
            source,
            matched.mapping().columns().stream().map(Column::name).toList(),
            matched.mapping().unmapped(),
            result.rowsRead(),
            result.adds().size(),
            result.edits().size(),
            result.unchanged(),
            matched.problems()));
  }

  /** Lays a block over the rows from an index on, and over new rows beyond the last one. */
  private void place(
      TabularSource source,
      int height,
      ColumnMapping mapping,
      int firstRow,
      Consumer<PasteReport> done) {
    int end = (int) Math.min(view.size(), (long) firstRow + height);
    List<RowKey> keys = new ArrayList<>(height);
    IntStream.range(Math.min(firstRow, end), end).mapToObj(view::keyAt).forEach(keys::add);
    rows.fetch(
        "Paste",
        keys,
        fetched -> {
          PendingSnapshot snapshot = changes.snapshot();
          Map<RowKey, ViewRow> targets = HashMap.newHashMap(fetched.size());
          fetched.forEach(row -> targets.put(row.key(), row));
          tasks.read(
              "Paste",
              monitor -> lay(source, mapping, keys, targets, snapshot, monitor),
              placed -> {
                changes.record(placed.changes());
                done.accept(report(source.name(), mapping, placed));
              });
        });
  }

  private Placed lay(
      TabularSource source,
      ColumnMapping mapping,
      List<RowKey> keys,
      Map<RowKey, ViewRow> targets,
      PendingSnapshot snapshot,
      WorkMonitor monitor) {
    List<RowMapping> mappings =
        new MappingReader(source, mapping, format, EmptyCells.CLEAR, Map.of()).readAll(monitor);
    List<RowChange> wanted = new ArrayList<>(mappings.size());
    List<RowProblem> problems = new ArrayList<>();
    for (int i = 0; i < mappings.size(); i++) {
      RowMapping cells = mappings.get(i);
      problems.addAll(cells.problems());
      if (i < keys.size()) {
        ViewRow target = targets.get(keys.get(i));
        if (target == null) {
          problems.add(gone(cells));
        } else {
          wanted.add(RowChanges.of(target, cells.values(), cells.origin(), cells.problems()));
        }
      } else if (!isBlank(cells)) {
        wanted.add(RowChanges.addition(schema, changes.nextKey(), cells));
      }
    }
    PreparedChanges prepared = changes.prepare(snapshot, "Paste", wanted);
    int adds = (int) wanted.stream().filter(RowChange.Add.class::isInstance).count();
    return new Placed(prepared, wanted.size(), adds, problems(problems, prepared));
  }

  private PasteReport report(String source, ColumnMapping mapping, Placed placed) {
    return new PasteReport(
        source,
        mapping.columns().stream().map(Column::name).toList(),
        mapping.unmapped(),
        placed.rows(),
        placed.adds(),
        placed.rows() - placed.adds(),
        0,
        placed.problems());
  }

  /** Everything wrong with an input: what reading found, and what the changes lack. */
  private static List<RowProblem> problems(List<RowProblem> found, PreparedChanges wanted) {
    Set<RowProblem> all = new LinkedHashSet<>(found);
    wanted.problems().forEach(all::add);
    return all.stream()
        .sorted(Comparator.comparingLong(problem -> problem.origin().line()))
        .toList();
  }

  private static RowProblem gone(RowMapping cells) {
    return new RowProblem(
        cells.origin(),
        "",
        "",
        "The row it was pasted over is no longer in the catalogue",
        "",
        RowProblem.Severity.ERROR);
  }

  private static boolean isBlank(RowMapping cells) {
    return cells.problems().stream().allMatch(problem -> problem.value().isEmpty())
        && IntStream.range(0, cells.values().size())
            .mapToObj(cells.values()::valueAt)
            .allMatch(Objects::isNull);
  }

  private static boolean isLarge(CellBlock block) {
    return block.rowCount() > 1 || block.columns().size() > 1;
  }
}
