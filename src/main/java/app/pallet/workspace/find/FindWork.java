package app.pallet.workspace.find;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.operation.CellResult;
import app.pallet.operation.NoResultException;
import app.pallet.operation.recipe.RecipeWork.Filled;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.bulk.BulkChange;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.pending.Proposal;
import app.pallet.workspace.pending.Proposing;
import app.pallet.workspace.view.RowSelection;
import app.pallet.workspace.view.RowSelection.Band;
import app.pallet.workspace.view.RowState;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks into cells and replaces what is found there: one walk for both, so that what is counted is
 * what is replaced.
 */
public final class FindWork implements Proposing<FoundCells> {

  /** Rows that are read at once: enough for the database, and few milliseconds to a cancel. */
  private static final int PORTION = 10_000;

  private final String name;
  private final FindQuestion question;
  private final Optional<Replacement> replacement;

  /**
   * The work for a question.
   *
   * @param name as the step of undo is called
   * @throws IllegalArgumentException if what shall be put in its place names a group that is not
   *     there
   */
  public FindWork(String name, FindQuestion question) {
    this.name = name;
    this.question = question;
    replacement = question.with().map(with -> new Replacement(question.search().replacing(with)));
  }

  /** Finds the cells; nothing is put together that could become pending. */
  public FoundCells look(Basis basis, WorkMonitor monitor) {
    Tally tally = new Tally();
    walk(basis, question.cells(), monitor, tally, new ArrayList<>(0), new BulkChange.Changes());
    return tally.found(tally.count > 0 ? Map.of() : elsewhere(basis, monitor));
  }

  @Override
  public Proposal<FoundCells> propose(Basis basis, WorkMonitor monitor) {
    Tally tally = new Tally();
    List<RowChange> wanted = new ArrayList<>();
    tally.keeps = true;
    walk(basis, question.cells(), monitor, tally, wanted, new BulkChange.Changes());
    return new Proposal<>(basis.pending().merged(name, wanted, Map.of()), tally.found(Map.of()));
  }

  private void walk(
      Basis basis,
      RowSelection cells,
      WorkMonitor monitor,
      Tally tally,
      List<RowChange> wanted,
      BulkChange.Changes changes) {
    for (Band band : cells.bands()) {
      List<Column> columns = question.shown().stream().filter(band.columns()::contains).toList();
      int[] places = columns.stream().mapToInt(question.shown()::indexOf).toArray();
      for (int from = band.firstRow(); from <= band.lastRow(); from += PORTION) {
        int rows = Math.min(PORTION, band.lastRow() + 1 - from);
        List<RowKey> keys = new ArrayList<>(rows);
        for (int i = from; i < from + rows; i++) {
          keys.add(cells.rows().apply(i));
        }
        @Nullable ViewRow[] read = basis.rows(keys, columns);
        for (int i = 0; i < rows; i++) {
          ViewRow row = read[i];
          if (row != null) {
            List<Filled> filled = tally.look(from + i, row, columns, places);
            if (!filled.isEmpty()) {
              wanted.add(changes.of(row, filled));
            }
          }
        }
        monitor.step(rows);
      }
    }
  }

  /** Counts in the columns that were not asked for. */
  private Map<Column, Long> elsewhere(Basis basis, WorkMonitor monitor) {
    List<Band> bands = question.cells().bands();
    List<Column> asked =
        bands.stream().flatMap(band -> band.columns().stream()).distinct().toList();
    List<Column> others =
        question.shown().stream().filter(column -> !asked.contains(column)).toList();
    Map<Column, Long> counts = new LinkedHashMap<>();
    if (!others.isEmpty()) {
      basis.forEach(
          question.cells(),
          bands,
          others,
          monitor,
          (band, row) -> {
            for (Column column : others) {
              if (isIn(row.text(column)) == Answer.YES) {
                counts.merge(column, 1L, Long::sum);
              }
            }
          });
    }
    return counts;
  }

  private enum Answer {
    YES,
    NO,
    TOO_LONG
  }

  /** An empty cell has no text in which anything could be. */
  private Answer isIn(String text) {
    try {
      return !text.isEmpty() && question.search().isIn(text) ? Answer.YES : Answer.NO;
    } catch (NoResultException e) {
      return Answer.TOO_LONG;
    }
  }

  /** Counts what is found, row by row. Confined to one thread. */
  private final class Tally {

    private long[] places = new long[256];
    private int count;
    private long undecided;
    private long changed;
    private long same;
    private long problems;
    private long deleted;
    private long readOnly;
    private boolean keeps;

    /** Looks into a row; gives what becomes of its cells if that is to be kept. */
    List<Filled> look(int index, ViewRow row, List<Column> columns, int[] ofColumns) {
      List<Filled> filled = List.of();
      for (int i = 0; i < ofColumns.length; i++) {
        Column column = columns.get(i);
        String text = row.text(column);
        switch (isIn(text)) {
          case NO -> {}
          case TOO_LONG -> undecided++;
          case YES -> {
            add(FoundCells.place(index, ofColumns[i]));
            CellResult result = replaced(row, column, text);
            if (keeps && !(result instanceof CellResult.Untouched)) {
              filled = filled.isEmpty() ? new ArrayList<>(2) : filled;
              filled.add(new Filled(column, result));
            }
          }
        }
      }
      return filled;
    }

    private void add(long place) {
      if (count == places.length) {
        places = Arrays.copyOf(places, count * 2);
      }
      places[count++] = place;
    }

    private CellResult replaced(ViewRow row, Column column, String text) {
      if (replacement.isEmpty()) {
        return new CellResult.Untouched();
      }
      if (row.state() == RowState.DELETED) {
        deleted++;
        return new CellResult.Untouched();
      }
      if (!row.isWritable(column)) {
        readOnly++;
        return new CellResult.Untouched();
      }
      CellResult result = replacement.get().of(row, column, text);
      switch (result) {
        case CellResult.Value value -> changed++;
        case CellResult.Rejected wrong -> problems++;
        case CellResult.Untouched untouched -> same++;
      }
      return result;
    }

    FoundCells found(Map<Column, Long> elsewhere) {
      return new FoundCells(
          question.shown(),
          Arrays.copyOf(places, count),
          new FoundCells.Outcome(changed, same, problems, deleted, readOnly),
          undecided,
          elsewhere);
    }
  }
}
