package app.pallet.workspace.edge;

import app.pallet.change.RowKey;
import app.pallet.schema.Column;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.edge.EdgeSearch.Kind;
import app.pallet.workspace.pending.Basis;
import app.pallet.workspace.pending.Proposals;
import app.pallet.workspace.turns.EditQueue;
import app.pallet.workspace.view.RowOrder;
import app.pallet.workspace.view.RowView;
import app.pallet.workspace.view.ViewRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Finds the edges of blocks of values, with what is pending: at once among rows that are at hand,
 * else in the background. Owner thread.
 */
public final class BlockEdges {

  /** Rows that are looked at without letting anybody wait. */
  private static final int AT_HAND = 2_000;

  private static final int FIRST_PORTION = 500;
  private static final int LARGEST_PORTION = 10_000;

  private final RowView view;
  private final Proposals proposals;
  private final EditQueue queue;

  public BlockEdges(RowView view, Proposals proposals, EditQueue queue) {
    this.view = view;
    this.proposals = proposals;
    this.queue = queue;
  }

  /**
   * Finds an edge, once all that the user did before has taken effect.
   *
   * @param done gets its row on the owner thread; empty if there is none, or if looking for it was
   *     stopped
   */
  public void find(EdgeSearch search, Consumer<OptionalInt> done) {
    List<Optional<OptionalInt>> found = new ArrayList<>();
    queue.look(turn -> {
      RowOrder order = view.order();
      Walk walk = new Walk(search, order.size());
      walk.over(this::isFilledAtHand, search.column(), AT_HAND);
      if (walk.isOver()) {
        found.add(Optional.of(walk.result()));
      } else {
        proposals.lookInBackground(
            turn,
            "Find the last value",
            (basis, monitor) -> far(walk, search.column(), order, basis, monitor),
            result -> found.add(Optional.of(result)));
      }
    });
    queue.whenIdle( // also when the search has failed or was stopped
        () -> done.accept(found.isEmpty() ? OptionalInt.empty() : found.getFirst().orElseThrow()));
  }

  private Optional<Boolean> isFilledAtHand(int index, Column column) {
    return view.rowOf(view.keyAt(index)).map(row -> isFilled(row, column));
  }

  private static OptionalInt far(
      Walk walk, Column column, RowOrder order, Basis basis, WorkMonitor monitor) {
    monitor.begin("Find the last value", walk.left());
    int portion = FIRST_PORTION;
    while (!walk.isOver()) {
      int from = walk.next();
      List<RowKey> keys = new ArrayList<>();
      for (int i = from; keys.size() < portion && walk.isInside(i); i += walk.step()) {
        keys.add(order.keyAt(i));
      }
      @Nullable ViewRow[] rows = basis.rows(keys, List.of(column));
      IntFunction<@Nullable ViewRow> at = index -> rows[Math.abs(index - from)];
      walk.over(
          (index, asked) -> {
            ViewRow row = at.apply(index);
            return Optional.of(row != null && isFilled(row, asked));
          },
          column,
          keys.size());
      monitor.step(keys.size());
      portion = Math.min(LARGEST_PORTION, portion * 4);
    }
    return walk.result();
  }

  private static boolean isFilled(ViewRow row, Column column) {
    Optional<String> rejected = row.rejectedText(column);
    if (rejected.isPresent()) {
      return !rejected.get().isEmpty();
    }
    return switch (row.value(column)) {
      case null -> false;
      case String text -> !text.isEmpty();
      default -> true;
    };
  }

  /** Tells whether a cell holds anything; empty if that is not known. */
  @FunctionalInterface
  private interface Filled {
    Optional<Boolean> at(int index, Column column);
  }

  /** A way through the rows to the edge. */
  private static final class Walk {

    private final EdgeSearch search;
    private final int size;
    private int at;
    private int last;
    private boolean isFirstFilled;
    private Optional<Boolean> wanted = Optional.empty();
    private Optional<OptionalInt> result = Optional.empty();

    Walk(EdgeSearch search, int size) {
      this.search = search;
      this.size = size;
      this.at = search.row();
      this.last = search.row();
      if (!isInside(at)) {
        result = Optional.of(OptionalInt.empty());
      }
    }

    /** Goes over so many rows at most, as far as it is known what is in them. */
    void over(Filled filled, Column column, int most) {
      for (int i = 0; i < most && !isOver(); i++) {
        Optional<Boolean> now = filled.at(at, column);
        if (now.isEmpty()) {
          return;
        }
        step(now.get());
      }
    }

    private void step(boolean isFilled) {
      if (at == search.row()) {
        isFirstFilled = isFilled;
      } else if (wanted.isEmpty()) { // the second cell tells what is looked for
        if (search.kind() == Kind.RUN && !isFilled) {
          result = Optional.of(OptionalInt.empty());
          return;
        }
        boolean isInBlock = isFilled && (isFirstFilled || search.kind() == Kind.RUN);
        wanted = Optional.of(!isInBlock);
        if (isFilled && !isInBlock) { // from an empty cell to the filled one beside it
          result = Optional.of(OptionalInt.of(at));
          return;
        }
        last = isFilled ? at : last;
      } else if (isFilled == wanted.get()) {
        result = Optional.of(OptionalInt.of(isFilled ? at : last));
        return;
      } else {
        last = isFilled ? at : last;
      }
      at += search.step();
      if (!isInside(at)) {
        result = Optional.of(end());
      }
    }

    /** Where the way ends with the rows. */
    private OptionalInt end() {
      boolean isRun = search.kind() == Kind.RUN;
      return isRun && wanted.isEmpty() ? OptionalInt.empty() : OptionalInt.of(at - search.step());
    }

    boolean isOver() {
      return result.isPresent();
    }

    OptionalInt result() {
      return result.orElseThrow();
    }

    int next() {
      return at;
    }

    int step() {
      return search.step();
    }

    boolean isInside(int index) {
      return index >= 0 && index < size;
    }

    int left() {
      return search.step() > 0 ? size - at : at + 1;
    }
  }
}
