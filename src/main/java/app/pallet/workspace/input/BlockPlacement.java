package app.pallet.workspace.input;

import app.pallet.change.PreparedChanges;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.rows.references.ReferenceTexts;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.ClipboardSource;
import app.pallet.spreadsheet.mapping.ColumnMapping;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.mapping.MappingReader;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.imports.InputProblems;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.pending.Proposal;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.pending.RowChanges;
import app.pallet.workspace.turns.Reading;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lays blocks without keys over the rows of the table from a place on, and over new rows beyond the
 * last one. Owner thread; all is read and worked out in the background.
 */
final class BlockPlacement {

  private final TableSchema schema;
  private final Proposals proposals;
  private final Supplier<RowKey.New> newKeys;
  private final ReferenceTexts texts;

  /**
   * A placement on a table.
   *
   * @param newKeys gives keys for rows to be added; any thread
   * @param texts how texts are read
   */
  BlockPlacement(
      TableSchema schema, Proposals proposals, Supplier<RowKey.New> newKeys, ReferenceTexts texts) {
    this.schema = schema;
    this.proposals = proposals;
    this.newKeys = newKeys;
    this.texts = texts;
  }

  /**
   * A block on its way.
   *
   * @param source gives the block to be read, each time anew
   * @param rows gives the rows that its first rows go to; any thread
   * @param leftOut what of the block has no place
   */
  record Block(
      Supplier<? extends TabularSource> source,
      Supplier<List<RowKey>> rows,
      ColumnMapping mapping,
      PasteReport.LeftOut leftOut) {}

  /** A block that has been read and laid over the rows it goes to. */
  private record Placed(PasteReport report, List<RowKey> deleted) {}

  /**
   * Lays blocks over rows, and over new rows beyond the last of them. Rows that are to be deleted
   * stay as they are.
   *
   * @param turn the turn of the action that this belongs to
   * @param done gets told, with the rows that are to be deleted and were left as they are
   */
  void place(Reading turn, List<Block> blocks, BiConsumer<PasteReport, List<RowKey>> done) {
    proposals.proposeInBackground(
        turn,
        "Paste",
        (basis, monitor) -> lay(blocks, basis, monitor),
        placed -> done.accept(placed.report(), placed.deleted()));
  }

  private Proposal<Placed> lay(List<Block> blocks, Basis basis, WorkMonitor monitor) {
    List<RowChange> wanted = new ArrayList<>();
    List<RowProblem> problems = new ArrayList<>();
    List<RowKey> deleted = new ArrayList<>();
    long fixed = 0;
    PasteReport.LeftOut leftOut = PasteReport.LeftOut.NOTHING;
    for (Block block : blocks) {
      fixed += lay(block, basis, monitor, new Laid(wanted, problems, deleted));
      leftOut = leftOut.plus(block.leftOut());
    }
    PreparedChanges prepared = basis.pending().merged("Paste", wanted, Map.of());
    int adds = (int) wanted.stream().filter(RowChange.Add.class::isInstance).count();
    PasteReport report =
        new PasteReport(
            ClipboardSource.NAME,
            blocks.stream()
                .flatMap(block -> block.mapping().columns().stream())
                .map(Column::name)
                .distinct()
                .toList(),
            blocks.getFirst().mapping().unmapped(),
            wanted.size(),
            adds,
            wanted.size() - adds,
            0,
            InputProblems.of(problems, prepared),
            leftOut.plus(deleted.size(), fixed));
    return new Proposal<>(prepared, new Placed(report, deleted));
  }

  /** What blocks that have been laid come to. */
  private record Laid(List<RowChange> wanted, List<RowProblem> problems, List<RowKey> deleted) {}

  /** Lays one block, and gives the number of cells that can't be changed. */
  private long lay(Block block, Basis basis, WorkMonitor monitor, Laid laid) {
    TabularSource source = block.source().get();
    ColumnMapping mapping = block.mapping();
    List<RowMapping> mappings =
        texts
            .rows(false)
            .read(
                new MappingReader(source, mapping, texts.format(), EmptyCells.CLEAR, Map.of())
                    .readAll(monitor));
    List<RowKey> keys = block.rows().get();
    @Nullable ViewRow[] targets = basis.rows(keys, mapping.columns());
    long fixed = 0;
    for (int i = 0; i < mappings.size(); i++) {
      RowMapping cells = mappings.get(i);
      ViewRow target = i < targets.length ? targets[i] : null;
      if (target != null && target.state() == RowState.DELETED) {
        laid.deleted().add(target.key());
        continue;
      }
      List<RowProblem> own = target == null ? cells.problems() : problems(cells, target);
      laid.problems().addAll(own);
      if (target != null) {
        fixed += fixedCells(cells, target);
        laid.wanted().add(RowChanges.of(target, cells.values(), cells.origin(), own));
      } else if (i < targets.length) {
        laid.problems().add(gone(cells));
      } else if (!isBlank(cells)) {
        laid.wanted().add(RowChanges.addition(schema, newKeys.get(), cells));
      }
    }
    return fixed;
  }

  /** What is wrong with cells that can be written in a row. */
  private List<RowProblem> problems(RowMapping cells, ViewRow target) {
    return cells.problems().stream()
        .filter(problem ->
            schema.columns().stream().noneMatch(c -> problem.concerns(c) && !target.isWritable(c)))
        .toList();
  }

  /** How many cells would be changed that can't be. */
  private static long fixedCells(RowMapping cells, ViewRow target) {
    return cells.values().columns().asList().stream()
        .filter(c -> !target.isWritable(c))
        .filter(c -> !Objects.equals(cells.values().get(c), target.value(c)))
        .count();
  }

  private static RowProblem gone(RowMapping cells) {
    return new RowProblem(
        cells.origin(),
        "",
        "",
        "The row it was pasted over is no longer there",
        "",
        RowProblem.Severity.ERROR);
  }

  private static boolean isBlank(RowMapping cells) {
    return cells.problems().stream().allMatch(problem -> problem.value().isEmpty())
        && IntStream.range(0, cells.values().size())
            .mapToObj(cells.values()::valueAt)
            .allMatch(Objects::isNull);
  }
}
