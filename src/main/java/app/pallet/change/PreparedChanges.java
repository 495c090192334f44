package app.pallet.change;

import java.util.List;
import java.util.stream.Stream;

/** Changes that are merged with what was pending, ready to be recorded. Immutable. */
public final class PreparedChanges {

  private final long revision;
  private final ChangeStep step;
  private final List<RowChange> wanted;

  PreparedChanges(long revision, ChangeStep step, List<RowChange> wanted) {
    this.revision = revision;
    this.step = step;
    this.wanted = wanted;
  }

  long revision() {
    return revision;
  }

  ChangeStep step() {
    return step;
  }

  List<RowChange> wanted() {
    return wanted;
  }

  /** Everything that is wrong with the changes, missing cells of rows to be added included. */
  public Stream<RowProblem> problems() {
    return step.swaps().stream()
        .map(ChangeStep.Swap::after)
        .flatMap(after -> after == null ? Stream.empty() : after.problems().stream());
  }
}
