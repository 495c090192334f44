package app.pallet.workspace;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.output.OutputFile;
import app.pallet.rows.RowReader;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.ClipboardContent;
import app.pallet.spreadsheet.ClipboardSource;
import app.pallet.spreadsheet.ColumnMapping;
import app.pallet.spreadsheet.HeaderRow;
import app.pallet.spreadsheet.PastedBlock;
import app.pallet.spreadsheet.ProblemRows;
import app.pallet.spreadsheet.TabularSource;
import app.pallet.spreadsheet.TextRow;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * Takes pasted blocks and files in as pending changes. A block whose first row holds headings, and
 * every file, is mapped by them and matched by key: what is in the catalogue is edited, the rest is
 * added. A block without headings goes in where it is pasted and grows new rows at the end. Owner
 * thread; reading and matching happen in the background, and each input is one step of undo.
 */
public final class SpreadsheetInput {

  private final TableSchema schema;
  private final ChangeSet changes;
  private final RowFetch rows;
  private final RowReader reader;
  private final TableEdits edits;
  private final BackgroundTasks tasks;
  private final WorkspaceDraft draft;
  private final CellFormat format;
  private final BlockPlacement placement;

  SpreadsheetInput(
      TableSchema schema,
      WorkspaceRows rows,
      ChangeSet changes,
      TableEdits edits,
      BackgroundTasks tasks,
      WorkspaceDraft draft,
      CellFormat format) {
    this.schema = schema;
    this.rows = rows.fetch();
    this.reader = rows.reader();
    this.changes = changes;
    this.edits = edits;
    this.tasks = tasks;
    this.draft = draft;
    this.format = format;
    this.placement = new BlockPlacement(schema, rows, changes, tasks, draft, format);
  }

  /**
   * Pastes what the clipboard holds.
   *
   * @param content its text and its HTML, of which the one that carries more is taken
   * @param row index of the row the block's first row goes to, unless it has headings
   * @param columns the columns from the one its first column goes to, to the right
   * @param selected what is selected; a single copied cell fills it, and a block that goes into it
   *     several times is repeated
   * @param listener hears what became of it
   */
  public void paste(
      ClipboardContent content,
      int row,
      List<Column> columns,
      List<CellBlock> selected,
      PasteListener listener) {
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
          if (single && cellCount(selected) > 1) {
            edits.fill(selected, first.cells().getFirst());
          } else if (lines.size() > 1
              && HeaderRow.isHeader(first.cells(), schema, listener.remembered().keySet())) {
            pasteByHeading(block, row, listener);
          } else if (HeaderRow.isLikelyHeader(lines) || ClipboardSource.hasTitle(block)) {
            listener.inDoubt(new ImportSource.OfBlock(block));
          } else {
            pasteByPlace(block, row, columns, selected, listener);
          }
        });
  }

  /** Lays a block over the cells from a place on, as often as it fits into what is selected. */
  private void pasteByPlace(
      PastedBlock block,
      int row,
      List<Column> columns,
      List<CellBlock> selected,
      PasteListener listener) {
    int rows = block.rows().size();
    int down = 1;
    int across = 1;
    if (selected.size() == 1 && isAt(selected.getFirst(), row, columns)) {
      CellBlock target = selected.getFirst();
      OptionalInt fitsDown = repeats(target.rowCount(), rows);
      OptionalInt fitsAcross = repeats(target.columns().size(), block.width());
      if (fitsDown.isPresent() && fitsAcross.isPresent()) {
        down = fitsDown.getAsInt();
        across = fitsAcross.getAsInt();
      }
    }
    int width = block.width() * across;
    List<Column> filled = columns.subList(0, Math.min(columns.size(), width));
    long readOnly = filled.stream().filter(Column::isReadOnly).count() * rows * down;
    placement.place(
        ClipboardSource.repeated(block, down, across),
        rows * down,
        ColumnMapping.byPosition(filled),
        row,
        new PasteReport.LeftOut(filledBeyond(block, columns.size()), 0, readOnly),
        listener::pasted);
  }

  private static boolean isAt(CellBlock target, int row, List<Column> columns) {
    int width = target.columns().size();
    return target.firstRow() == row
        && width <= columns.size()
        && columns.subList(0, width).equals(target.columns());
  }

  /** How often a block goes into a selection; once into a smaller one, empty if it doesn't fit. */
  private static OptionalInt repeats(int selected, int block) {
    if (selected <= block) {
      return OptionalInt.of(1);
    }
    return selected % block == 0 ? OptionalInt.of(selected / block) : OptionalInt.empty();
  }

  /** How many columns of a block beyond the last one of the table hold anything. */
  private static int filledBeyond(PastedBlock block, int columns) {
    BitSet filled = new BitSet();
    for (TextRow row : block.rows()) {
      for (int cell = columns; cell < row.cells().size(); cell++) {
        if (!row.cells().get(cell).isBlank()) {
          filled.set(cell);
        }
      }
    }
    return filled.cardinality();
  }

  private void pasteByHeading(PastedBlock block, int row, PasteListener listener) {
    TabularSource source = ClipboardSource.withHeader(block);
    Map<String, String> remembered = listener.remembered();
    ColumnMapping mapping =
        ColumnMapping.byHeader(source.header(), schema, schema.match(), List.of(), remembered);
    if (hasUnknownHeading(mapping, remembered)) {
      listener.inDoubt(new ImportSource.OfBlock(block));
    } else if (mapping.columns().contains(schema.match())) {
      takeIfSure(new ImportSource.OfBlock(block), remembered, listener);
    } else { // headings, but nothing to find a product by
      placement.place(
          source,
          block.rows().size() - 1,
          mapping,
          row,
          PasteReport.LeftOut.NOTHING,
          listener::pasted);
    }
  }

  /** Whether there is a heading that means no column, not even one that only Pallet writes. */
  private boolean hasUnknownHeading(ColumnMapping mapping, Map<String, String> remembered) {
    ColumnHeadings known = new ColumnHeadings(schema.columns());
    return mapping.unmapped().stream()
        .anyMatch(heading ->
            !heading.isBlank()
                && !remembered.containsKey(heading)
                && known.find(heading).isEmpty());
  }

  private void takeIfSure(
      ImportSource source, Map<String, String> remembered, PasteListener listener) {
    rehearse(
        source,
        "Paste",
        remembered,
        matched -> {
          if (matched.isInDoubt()) {
            listener.inDoubt(source);
          } else {
            take(matched.accepted(), listener::pasted);
          }
        });
  }

  /**
   * Takes a source as its headings tell, without asking.
   *
   * @param task what the user does, as the user reads it
   * @param done hears what became of it, on the owner thread
   */
  public void takeAll(ImportSource source, String task, Consumer<PasteReport> done) {
    rehearse(source, task, Map.of(), matched -> take(matched.accepted(), done));
  }

  private void rehearse(
      ImportSource source,
      String task,
      Map<String, String> remembered,
      Consumer<ImportRehearsal.Matched> then) {
    tasks.read(
        task,
        monitor -> ImportSuggestion.choices(source, schema, ImportWishes.NONE, remembered),
        choices -> {
          ImportRehearsal rehearsal =
              new ImportRehearsal(
                  source, choices, format, new StoredProducts(reader), changes, schema);
          tasks.read(task, rehearsal::match, then);
        });
  }

  /**
   * Lets the user look at a source before anything of it is taken.
   *
   * @param remembered names of columns by headings they were taken for before, an empty one for
   *     none
   * @param listener hears of it on the owner thread
   */
  public ImportDraft draft(
      ImportSource source, Map<String, String> remembered, ImportDraftListener listener) {
    ImportDraft.Context context =
        new ImportDraft.Context(
            reader.catalogue(),
            tasks.reader(),
            schema,
            changes,
            new StoredProducts(reader),
            format,
            Map.copyOf(remembered));
    return new ImportDraft(source, context, listener);
  }

  /**
   * Makes what was accepted pending, as one step of undo. Its new columns must be in the catalogue
   * by now. Many rows are written to the draft in the background first.
   *
   * @param done hears what became of it, on the owner thread
   */
  public void take(AcceptedImport accepted, Consumer<PasteReport> done) {
    if (draft.isWorthPreparing(accepted.changes())) {
      tasks.read(
          "Save draft",
          monitor -> {
            draft.prepare(accepted.changes());
            return accepted;
          },
          saved -> record(saved, done));
    } else {
      record(accepted, done);
    }
  }

  private void record(AcceptedImport accepted, Consumer<PasteReport> done) {
    changes.record(accepted.changes());
    done.accept(accepted.report());
  }

  /**
   * Writes the pending rows that have problems as a CSV file of all columns, with what is wrong;
   * corrected, it can be imported again.
   *
   * @param done gets the number of rows on the owner thread
   */
  public void saveProblemRows(Path file, Consumer<Integer> done) {
    OutputFile output = OutputFile.at(file).sparing(reader.catalogue(), "the open catalogue");
    List<RowKey> keys = changes.withProblems().stream().map(RowChange::key).toList();
    rows.fetch(
        "Save problem rows",
        keys,
        fetched -> {
          PendingProblemRows pending = PendingProblemRows.of(schema.dataColumns(), fetched);
          tasks.read(
              "Save problem rows",
              monitor -> ProblemRows.write(output, pending.source(), pending.problems(), monitor),
              done);
        });
  }

  private static long cellCount(List<CellBlock> blocks) {
    return blocks.stream().mapToLong(b -> (long) b.rowCount() * b.columns().size()).sum();
  }
}
