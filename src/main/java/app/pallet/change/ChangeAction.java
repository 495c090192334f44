package app.pallet.change;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a {@link ChangeSet}, complete enough to do it again. What was pending before a
 * step is not in it: it comes from doing again all that was done before. Immutable.
 */
public sealed interface ChangeAction {

  /** How many rows it says something about; 0 for what is known without them. */
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
   * @param origins where in which file these rows come from, as far as they don't say it themselves
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
   */
  record Settle(Set<RowKey> keys, List<Result> later) implements ChangeAction {

    @Override
    public int rows() {
      return keys.size();
    }
  }

  /**
   * Something is said about pending changes that is no step, such as why the database refused them.
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
