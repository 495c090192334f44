package app.pallet.change;

import app.pallet.schema.Column;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is to happen to one row. Holds finished values: applying it computes nothing. Immutable. */
public sealed interface RowChange {

  /** The row it is about. */
  RowKey key();

  /** What is wrong with it; a change with an {@link RowProblem.Severity#ERROR} isn't committed. */
  List<RowProblem> problems();

  /** The same change with other problems. */
  RowChange withProblems(List<RowProblem> others);

  /** The wanted values. */
  RowValues after();

  /** The values that are known from before; nothing for a row to be added. */
  RowValues before();

  /** Whether nothing keeps it from being committed. */
  default boolean isCommittable() {
    return problems().isEmpty() // nearly all are, and a commit asks it of every one
        || problems().stream()
            .noneMatch(p -> p.severity() == RowProblem.Severity.ERROR || isDoubt(p));
  }

  /**
   * Whether a problem is that the row may be in already: only the user can say so, and no edit or
   * undo puts an end to it.
   */
  default boolean isDoubt(RowProblem problem) {
    return this instanceof Add && problem.isConflict();
  }

  /** Whether somebody else is in the way of it. */
  default boolean isInConflict() {
    return problems().stream().anyMatch(RowProblem::isConflict);
  }

  /** Where it came from, as far as it says so itself. */
  default RowOrigin origin() {
    return RowOrigin.TYPED;
  }

  /** The same change without what the database said in the last commit, but for doubts. */
  default RowChange withoutRefusals() {
    return problems().isEmpty() || problems().stream().noneMatch(RowProblem::isFromCommit)
        ? this
        : withProblems(problems().stream().filter(p -> !p.isFromCommit() || isDoubt(p)).toList());
  }

  /** The same change with each of its wanted values as an operator has it. */
  @SuppressWarnings("ReferenceEquality") // values that are the same are the same object
  default RowChange mapped(UnaryOperator<Object> values) {
    RowValues mapped = after().mapped(values);
    return mapped == after() ? this : wanting(mapped);
  }

  /** The same change with another wanted value of a cell. */
  default RowChange with(Column column, Object value) {
    return wanting(after().with(column, value));
  }

  private RowChange wanting(RowValues values) {
    return switch (this) {
      case Add add -> new Add(add.key(), values, add.origin(), add.problems());
      case Edit edit -> new Edit(edit.key(), edit.before(), values, edit.stamp(), edit.problems());
      case Delete delete -> delete;
    };
  }

  /** The first problem of a cell. */
  default Optional<RowProblem> problemOf(Column column) {
    return problems().stream().filter(p -> p.concerns(column)).findFirst();
  }

  /** Whether the cell's value or problem comes from this change. */
  default boolean touches(Column column) {
    return after().has(column) || problemOf(column).isPresent();
  }

  /**
   * A row to be added.
   *
   * @param after its values
   * @param origin where it came from
   */
  record Add(RowKey.New key, RowValues after, RowOrigin origin, List<RowProblem> problems)
      implements RowChange {

    public Add {
      problems = List.copyOf(problems);
    }

    @Override
    public RowValues before() {
      return RowValues.EMPTY;
    }

    @Override
    public Add withProblems(List<RowProblem> others) {
      return new Add(key, after, origin, others);
    }
  }

  /**
   * A row to be changed.
   *
   * @param before the changed columns as they were read
   * @param after the changed columns as they shall be: the same columns
   * @param stamp by which the row is recognised as the one that was read
   */
  record Edit(
      RowKey.Stored key,
      RowValues before,
      RowValues after,
      RowStamp stamp,
      List<RowProblem> problems)
      implements RowChange {

    /** Refuses a row without a key, which nobody could write. */
    public Edit {
      if (key instanceof RowKey.Unkeyed) {
        throw new IllegalArgumentException("A row without a key can only be read");
      }
      problems = List.copyOf(problems);
    }

    @Override
    public Edit withProblems(List<RowProblem> others) {
      return new Edit(key, before, after, stamp, others);
    }

    /** The same change of a row that has another stamp by now. */
    public Edit withStamp(RowStamp other) {
      return new Edit(key, before, after, other, problems);
    }
  }

  /**
   * A row to be deleted.
   *
   * @param before the row as it was read
   * @param stamp by which the row is recognised as the one that was read
   */
  record Delete(RowKey.Stored key, RowValues before, RowStamp stamp, List<RowProblem> problems)
      implements RowChange {

    public Delete {
      problems = List.copyOf(problems);
    }

    @Override
    public Delete withProblems(List<RowProblem> others) {
      return new Delete(key, before, stamp, others);
    }

    @Override
    public RowValues after() {
      return RowValues.EMPTY;
    }
  }
}
