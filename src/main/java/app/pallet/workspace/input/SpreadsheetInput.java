package app.pallet.workspace.input;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowProblem;
import app.pallet.output.OutputFile;
import app.pallet.rows.RowReader;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnHeadings;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.ClipboardContent;
import app.pallet.spreadsheet.clipboard.ClipboardSource;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import app.pallet.spreadsheet.export.ProblemRows;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.source.HeaderRow;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportSuggestion;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.imports.StoredProducts;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.pending.Proposal;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.pending.TableEdits;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowView;
import app.pallet.workspace.view.ViewRow;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Turns pasted blocks and files into pending changes. A file, and a block whose first row holds
 * headings, is mapped by its headings and matched by key: products of the catalogue are edited, and
 * other rows are added. A block without headings goes where it is pasted, and adds rows at the end
 * if necessary. Owner thread. Reading and matching happen in the background, and each input is one
 * step of undo.
 */
public final class SpreadsheetInput {

  private final TableSchema schema;
  private final ChangeSet changes;
  private final RowView view;
  private final RowReader reader;
  private final TableEdits edits;
  private final EditQueue queue;
  private final Proposals proposals;
  private final ReferenceTexts texts;
  private final BlockPlacement placement;

  /**
   * The input of a workspace.
   *
   * @param texts how texts are read in columns that don't show it, and in those that refer
   */
  public SpreadsheetInput(
      ChangeSet changes,
      RowView view,
      RowReader reader,
      TableEdits edits,
      EditQueue queue,
      Proposals proposals,
      ReferenceTexts texts) {
    this.schema = reader.schema();
    this.view = view;
    this.reader = reader;
    this.changes = changes;
    this.edits = edits;
    this.queue = queue;
    this.proposals = proposals;
    this.texts = texts;
    this.placement = new BlockPlacement(schema, proposals, changes::nextKey, texts);
  }

  /**
   * Pastes what the clipboard holds.
   *
   * @param content its text and its HTML
   * @param row index of the row to which the block's first row goes, unless it has headings
   * @param columns the column to which its first column goes, and all columns to the right of it
   * @param selected the selected rectangles; a single copied cell fills them, and a block is
   *     repeated in each if it fits into it, once or several times
   * @param way how it is meant
   * @param listener hears the result
   */
  public void paste(
      ClipboardContent content,
      int row,
      List<Column> columns,
      List<CellBlock> selected,
      PasteWay way,
      PasteListener listener) {
    Target target = new Target(view.order(), row, columns, selected, way);
    queue.step(
        "Paste",
        turn ->
            turn.read(
                "Paste",
                monitor -> way.read(content),
                block -> paste(turn, block, target, listener)));
  }

  /**
   * The place where a block goes.
   *
   * @param order the order of the rows when the user chose the place
   */
  private record Target(
      RowOrder order, int row, List<Column> columns, List<CellBlock> selected, PasteWay way) {}

  /** Where a block goes, so many times down and across. */
  private record Place(int row, List<Column> columns, int down, int across) {}

  private void paste(Reading turn, PastedBlock block, Target target, PasteListener listener) {
    List<TextRow> lines = block.rows();
    if (lines.isEmpty()) {
      return;
    }
    texts.look();
    TextRow first = lines.getFirst();
    boolean single = lines.size() == 1 && first.cells().size() == 1;
    if (single && cellCount(target.selected()) > 1) {
      RowSelection cells = new RowSelection(target.order()::keyAt, target.selected());
      edits.fill(turn, "Paste", cells, first.cells().getFirst());
    } else if (target.way() != PasteWay.AS_IT_IS) {
      pasteByPlace(turn, block, target, listener);
    } else if (lines.size() > 1
        && HeaderRow.isHeader(first.cells(), schema, listener.remembered().keySet())) {
      pasteByHeading(turn, block, target, listener);
    } else if (HeaderRow.isLikelyHeader(lines) || ClipboardSource.hasTitle(block)) {
      listener.inDoubt(new ImportSource.OfBlock(block));
    } else {
      pasteByPlace(turn, block, target, listener);
    }
  }

  /** Lays a block over the cells from a place on, as often as it fits into the selection. */
  private void pasteByPlace(
      Reading turn, PastedBlock block, Target target, PasteListener listener) {
    List<Place> places = places(block, target);
    placement.place(
        turn,
        places.stream().map(place -> laid(block, place, target.order())).toList(),
        (report, deleted) -> {
          if (places.size() == 1) {
            tellPlace(block, places.getFirst(), target, listener);
          }
          tell(report, deleted, block, target, listener);
        });
  }

  private static BlockPlacement.Block laid(PastedBlock block, Place place, RowOrder order) {
    int rows = block.rows().size() * place.down();
    List<Column> columns = place.columns();
    List<Column> filled =
        columns.subList(0, Math.min(columns.size(), block.width() * place.across()));
    long readOnly = filled.stream().filter(Column::isReadOnly).count() * rows;
    return new BlockPlacement.Block(
        () -> ClipboardSource.repeated(block, place.down(), place.across()),
        () -> order.from(place.row(), rows),
        ColumnMapping.byPosition(filled),
        new PasteReport.LeftOut(filledBeyond(block, columns.size()), 0, readOnly, 0));
  }

  /** Every selected rectangle if the block fits into each, else the place that was chosen last. */
  private static List<Place> places(PastedBlock block, Target target) {
    List<CellBlock> selected = target.selected();
    int rows = block.rows().size();
    int width = block.width();
    boolean fitsAll =
        selected.size() > 1
            && selected.stream()
                .allMatch(
                    cells -> cells.rowCount() % rows == 0 && cells.columns().size() % width == 0);
    if (fitsAll) {
      return selected.stream()
          .map(cells ->
              new Place(
                  cells.firstRow(),
                  cells.columns(),
                  cells.rowCount() / rows,
                  cells.columns().size() / width))
          .toList();
    }
    if (selected.size() == 1 && isAt(selected.getFirst(), target)) {
      OptionalInt down = repeats(selected.getFirst().rowCount(), rows);
      OptionalInt across = repeats(selected.getFirst().columns().size(), width);
      if (down.isPresent() && across.isPresent()) {
        return List.of(
            new Place(target.row(), target.columns(), down.getAsInt(), across.getAsInt()));
      }
    }
    return List.of(new Place(target.row(), target.columns(), 1, 1));
  }

  /** Tells where a block lies, unless other rows stand there by now. */
  private void tellPlace(PastedBlock block, Place place, Target target, PasteListener listener) {
    int last = place.row() + block.rows().size() * place.down() - 1;
    int width = Math.min(place.columns().size(), block.width() * place.across());
    int known = Math.min(last, target.order().size() - 1);
    boolean isThere =
        known < place.row()
            || (known < view.size() && view.keyAt(known).equals(target.order().keyAt(known)));
    if (isThere && last < view.size()) {
      listener.placed(
          new CellBlock(place.row(), last, place.columns().subList(0, width)), target.selected());
    }
  }

  /** Tells the result of a paste, and offers what can still be done with the rest of the block. */
  private void tell(
      PasteReport report,
      List<RowKey> deleted,
      PastedBlock block,
      Target target,
      PasteListener listener) {
    if (!deleted.isEmpty()) {
      listener.pastedOntoDeleted(
          report,
          () -> {
            queue.step("Restore rows", turn -> restore(turn, deleted));
            queue.step("Paste", turn -> paste(turn, block, target, listener));
          });
    } else if (report.leftOut().columns() > 0) {
      listener.pastedBeyond(report, new ImportSource.OfBlock(block));
    } else {
      listener.pasted(report);
    }
  }

  private void restore(Reading turn, List<RowKey> deleted) {
    proposals.propose(
        turn,
        "Restore rows",
        deleted.size(),
        (basis, monitor) ->
            new Proposal<>(
                basis.pending().replaced("Restore rows", List.of(), deleted), deleted.size()),
        rows -> {});
  }

  private static boolean isAt(CellBlock selected, Target target) {
    int width = selected.columns().size();
    return selected.firstRow() == target.row()
        && width <= target.columns().size()
        && target.columns().subList(0, width).equals(selected.columns());
  }

  /**
   * How often a block fits into a selection. It goes once into a smaller one. Empty if it doesn't
   * fit.
   */
  private static OptionalInt repeats(int selected, int block) {
    if (selected <= block) {
      return OptionalInt.of(1);
    }
    return selected % block == 0 ? OptionalInt.of(selected / block) : OptionalInt.empty();
  }

  /**
   * The number of columns of a block that hold something and lie beyond the last one of the table.
   */
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

  private void pasteByHeading(
      Reading turn, PastedBlock block, Target target, PasteListener listener) {
    List<String> header = ClipboardSource.withHeader(block).header();
    Map<String, String> remembered = listener.remembered();
    ColumnMapping mapping =
        ColumnMapping.byHeader(header, schema, schema.match(), List.of(), remembered);
    if (hasUnknownHeading(mapping, remembered)) {
      listener.inDoubt(new ImportSource.OfBlock(block));
    } else if (mapping.columns().contains(schema.match())) {
      takeIfSure(turn, new ImportSource.OfBlock(block), remembered, listener);
    } else { // headings, but nothing to find a product by
      placement.place(
          turn,
          List.of(
              new BlockPlacement.Block(
                  () -> ClipboardSource.withHeader(block),
                  () -> target.order().from(target.row(), block.rows().size() - 1),
                  mapping,
                  PasteReport.LeftOut.NOTHING)),
          (report, deleted) -> tell(report, deleted, block, target, listener));
    }
  }

  /**
   * Whether there is an unknown heading. A heading of a column that only Pallet writes is known.
   */
  private boolean hasUnknownHeading(ColumnMapping mapping, Map<String, String> remembered) {
    ColumnHeadings known = new ColumnHeadings(schema.columns());
    return mapping.unmapped().stream()
        .anyMatch(heading ->
            !heading.isBlank()
                && !remembered.containsKey(heading)
                && known.find(heading).isEmpty());
  }

  private void takeIfSure(
      Reading turn, ImportSource source, Map<String, String> remembered, PasteListener listener) {
    rehearse(
        turn,
        source,
        "Paste",
        remembered,
        matched -> {
          if (matched.isInDoubt()) {
            listener.inDoubt(source);
          } else {
            take(turn, matched.accepted(), listener::pasted);
          }
        });
  }

  private void rehearse(
      Reading turn,
      ImportSource source,
      String task,
      Map<String, String> remembered,
      Consumer<ImportRehearsal.Matched> then) {
    turn.read(
        task,
        monitor -> {
          try (TabularSource texts = source.open(SourceOptions.DETECT)) {
            return ImportSuggestion.choices(texts, schema, ImportWishes.NONE, remembered);
          }
        },
        choices -> {
          ImportRehearsal rehearsal =
              new ImportRehearsal(
                  task,
                  source,
                  choices,
                  texts.format(),
                  new StoredProducts(reader, texts),
                  changes,
                  schema);
          turn.read(
              task,
              rehearsal::match,
              matched -> {
                if (changes.isCurrent(matched.accepted().changes())) {
                  then.accept(matched);
                } else { // a commit has settled meanwhile, and rows may go by other keys
                  rehearse(turn, source, task, remembered, then);
                }
              });
        });
  }

  /**
   * Lets the user look at a source before anything of it is taken.
   *
   * @param remembered names of columns by the headings that were taken for them before; an empty
   *     name if the heading was left out
   * @param listener hears of the import on the owner thread
   */
  public ImportPreparation prepare(
      ImportSource source, Map<String, String> remembered, ImportPreparation.Listener listener) {
    texts.look();
    ImportPreparation.Context context =
        new ImportPreparation.Context(
            reader.catalogue(),
            queue.runner(),
            schema,
            changes,
            new StoredProducts(reader, texts),
            texts.format(),
            Map.copyOf(remembered));
    return new ImportPreparation(source, context, listener);
  }

  /**
   * Makes an accepted import pending, as one step of undo. Its new columns must be in the catalogue
   * by now. If it has many rows, they are first written to the draft in the background.
   *
   * @param done hears the result, on the owner thread
   */
  public void take(AcceptedImport accepted, Consumer<PasteReport> done) {
    queue.step(accepted.changes().action().label(), turn -> take(turn, accepted, done));
  }

  private void take(Reading turn, AcceptedImport accepted, Consumer<PasteReport> done) {
    proposals.take(turn, accepted.changes(), taken -> done.accept(accepted.report(taken.gone())));
  }

  /**
   * Writes the pending rows that have problems into a CSV file with all columns and what is wrong.
   * The user can correct the file and import it again.
   *
   * @param done gets the number of rows on the owner thread
   */
  public void saveProblemRows(Path file, Consumer<Integer> done) {
    OutputFile output = OutputFile.at(file).sparing(reader.catalogue(), "the open catalogue");
    queue.look(turn ->
        proposals.lookInBackground(
            turn,
            "Save problem rows",
            (basis, monitor) -> {
              PendingProblemRows pending = PendingProblemRows.of(schema.dataColumns(), basis);
              return ProblemRows.write(output, pending.source(), pending.problems(), monitor);
            },
            done));
  }

  private static long cellCount(List<CellBlock> blocks) {
    return blocks.stream().mapToLong(b -> (long) b.rowCount() * b.columns().size()).sum();
  }

  /**
   * Pending rows that have problems, as texts: the value of a cell, or what was typed if it could
   * not be taken.
   *
   * @param source the rows below the columns' names, numbered from 2
   * @param problems the problems by these numbers
   */
  private record PendingProblemRows(TabularSource source, Map<Long, List<RowProblem>> problems) {

    static PendingProblemRows of(List<Column> columns, Basis basis) {
      List<RowKey> keys =
          basis.pending().changes().stream()
              .filter(change -> !change.problems().isEmpty())
              .map(RowChange::key)
              .toList();
      List<ViewRow> rows =
          Stream.of(basis.rows(keys, columns)).flatMap(Stream::ofNullable).toList();
      List<TextRow> texts = new ArrayList<>(rows.size() + 1);
      texts.add(new TextRow(1, columns.stream().map(Column::name).toList()));
      Map<Long, List<RowProblem>> problems = new HashMap<>();
      for (ViewRow row : rows) {
        long number = texts.size() + 1L;
        texts.add(new TextRow(number, columns.stream().map(row::text).toList()));
        problems.put(number, row.problems());
      }
      PastedBlock block = new PastedBlock(texts, false);
      return new PendingProblemRows(ClipboardSource.withHeader(block), problems);
    }
  }
}
