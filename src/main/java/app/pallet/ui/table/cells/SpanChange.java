package app.pallet.ui.table.cells;

import java.util.AbstractList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/**
 * A change of consecutive elements that costs the same for one as for a million: what JavaFX's own
 * change builder would copy element by element is only counted here.
 */
public final class SpanChange<E> extends ListChangeListener.Change<E> {

  private enum Kind {
    STRUCTURE,
    UPDATE
  }

  private final Kind kind;
  private final int from;
  private final int to;
  private final List<E> removed;
  private boolean started;

  private SpanChange(ObservableList<E> list, Kind kind, int from, int to, List<E> removed) {
    super(list);
    this.kind = kind;
    this.from = from;
    this.to = to;
    this.removed = removed;
  }

  /** The list became longer at its end. */
  static <E> SpanChange<E> grown(ObservableList<E> list, int oldSize) {
    return new SpanChange<>(list, Kind.STRUCTURE, oldSize, list.size(), List.of());
  }

  /**
   * The list became shorter at its end.
   *
   * @param stand what every removed element is given as, since the real ones are gone
   */
  static <E> SpanChange<E> shrunk(ObservableList<E> list, int oldSize, E stand) {
    List<E> gone = new Repeated<>(stand, oldSize - list.size());
    return new SpanChange<>(list, Kind.STRUCTURE, list.size(), list.size(), gone);
  }

  /** Elements changed at their places. */
  static <E> SpanChange<E> updated(ObservableList<E> list, int from, int to) {
    return new SpanChange<>(list, Kind.UPDATE, from, to, List.of());
  }

  /**
   * Everything may be another now.
   *
   * @param removed an element that was in it, standing for all, or none where it was empty
   */
  public static <E> SpanChange<E> replaced(ObservableList<E> list, List<E> removed) {
    return new SpanChange<>(list, Kind.STRUCTURE, 0, Math.min(1, list.size()), removed);
  }

  @Override
  public boolean next() {
    boolean first = !started;
    started = true;
    return first;
  }

  @Override
  public void reset() {
    started = false;
  }

  @Override
  public int getFrom() {
    return from;
  }

  @Override
  public int getTo() {
    return to;
  }

  @Override
  public List<E> getRemoved() {
    return removed;
  }

  @Override
  public boolean wasUpdated() {
    return kind == Kind.UPDATE;
  }

  @Override
  protected int[] getPermutation() {
    return new int[0];
  }

  @Override
  public String toString() {
    return "%s %d to %d, %d removed".formatted(kind, from, to, removed.size());
  }

  private static final class Repeated<E> extends AbstractList<E> {

    private final E element;
    private final int count;

    Repeated(E element, int count) {
      this.element = element;
      this.count = count;
    }

    @Override
    public E get(int index) {
      return element;
    }

    @Override
    public int size() {
      return count;
    }
  }
}
