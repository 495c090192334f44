package app.pallet.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that happens to a {@link ChangeSet}, with all that is needed to do it again. It does
 * not hold what was pending before: that follows from repeating everything that happened earlier.
 * Immutable.
 */
public sealed interface ChangeAction {

  /** How many rows it concerns; 0 for undo and redo, which name none. */
  int rows();

  /**
   * What is pending for a row from now on.
   *
   * @param change null for nothing
   */
  record Result(RowKey key, @Nullable RowChange change) {}

  /**
   * A step that can be undone.
   *
   * @param label what the user did, as the undo menu says it
   * @param results the touched rows, each once; the list is kept, not copied
   * @param origins where in which file these rows come from, unless they say so themselves
   */
  record Step(String label, List<Result> results, StepOrigins origins) implements ChangeAction {

    @Override
    public int rows() {
      return results.size();
    }

    /** The highest number of its rows that are to be added; 0 if there is none. */
    long highestNumber() {
      long highest = 0;
      for (Result result : results) {
        if (result.key() instanceof RowKey.New(long number)) {
          highest = Math.max(highest, number);
        }
      }
      return highest;
    }
  }

  /** The latest step is taken back. */
  record Undo() implements ChangeAction {

    @Override
    public int rows() {
      return 0;
    }
  }

  /** The step that was undone last is done again. */
  record Redo() implements ChangeAction {

    @Override
    public int rows() {
      return 0;
    }
  }

  /**
   * Rows are in the database now.
   *
   * @param keys kept, not copied
   * @param later what the user did to them meanwhile, which is pending from now on; kept, not
   *     copied
   * @param given the keys of those that were added, where cells of others may refer to them
   */
  record Settle(Set<RowKey> keys, List<Result> later, Map<RowKey.New, RowKey.Stored> given)
      implements ChangeAction {

    /** The same where no cell refers to rows that were added. */
    public Settle(Set<RowKey> keys, List<Result> later) {
      this(keys, later, Map.of());
    }

    @Override
    public int rows() {
      return keys.size();
    }
  }

  /**
   * Pending changes get a remark that is not a step, such as why the database refused them.
   *
   * @param results the changes with what is said; the list is kept, not copied
   */
  record Remark(List<Result> results) implements ChangeAction {

    @Override
    public int rows() {
      return results.size();
    }
  }
}
