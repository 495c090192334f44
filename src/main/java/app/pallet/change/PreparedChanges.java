package app.pallet.change;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A step that has been worked out from what is pending and is ready to be recorded by {@link
 * ChangeSet#record(PreparedChanges)}. Where it was worked out from a shared snapshot, what is
 * pending after it has been put together too, so that recording takes next to none of the owner's
 * time however many rows there are.
 */
public final class PreparedChanges {

  private final long revision;
  private final ChangeStep step;
  private final ChangeAction.Step action;
  private final Source source;
  private final Set<RowKey> changedAdds;
  private final @Nullable PendingChanges result;
  private final boolean moved;

  /**
   * What a step was merged from, to merge it again.
   *
   * @param origins where the changes come from, as far as they don't say it themselves
   * @param gone how many changes were left out when it was merged again
   */
  record Source(List<RowChange> wanted, Map<RowKey, RowOrigin> origins, int gone) {

    /** The step is not to be merged again. */
    static final Source NONE = new Source(List.of(), Map.of(), 0);
  }

  PreparedChanges(PendingSnapshot before, ChangeStep step, Source source, boolean isShared) {
    this.revision = before.revision();
    this.step = step;
    this.action = step.action();
    this.source = source;
    this.changedAdds =
        source.wanted().stream()
            .filter(RowChange.Add.class::isInstance)
            .map(RowChange::key)
            .filter(before.pending().byKey()::containsKey)
            .collect(Collectors.toUnmodifiableSet());
    this.result = isShared ? before.pending().copy() : null;
    this.moved = result != null && result.put(step, ChangeStep.Swap::after);
  }

  long revision() {
    return revision;
  }

  ChangeStep step() {
    return step;
  }

  /**
   * What a journal will be told when they are recorded: this very object, so that it may be written
   * down before.
   */
  public ChangeAction.Step action() {
    return action;
  }

  Source source() {
    return source;
  }

  /** How many changes were left out because their new rows have gone since they were made. */
  public int gone() {
    return source.gone();
  }

  /** The rows that were to be added already and are changed by these. */
  Set<RowKey> changedAdds() {
    return changedAdds;
  }

  /** What is pending once they are recorded, to be taken over at most once; null to work it out. */
  @Nullable PendingChanges result() {
    return result;
  }

  /** Whether rows to be added come or go; only known together with the result. */
  boolean moved() {
    return moved;
  }

  /** How many rows they touch. */
  public int rows() {
    return step.swaps().size();
  }

  /** What is pending after them for the rows they touch, but for those of which nothing is. */
  public Stream<RowChange> results() {
    return step.swaps().stream().map(ChangeStep.Swap::after).flatMap(Stream::ofNullable);
  }

  /** Everything that is wrong with the changes, missing cells of rows to be added included. */
  public Stream<RowProblem> problems() {
    return results().flatMap(after -> after.problems().stream());
  }
}
