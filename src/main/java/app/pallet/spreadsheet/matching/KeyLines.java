package app.pallet.spreadsheet.matching;

import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.spreadsheet.mapping.KeySpelling;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The lines at which the keys of a source stand, so that a key that comes more than once is
 * refused. Confined to one thread at a time.
 */
final class KeyLines {

  /** With more of them, a file's keys are written so throughout, and one says nothing. */
  private static final int MOST_RESPELLED = 100_000;

  private final MatchKey key;
  private final DuplicateKeys duplicates;

  /** Where each key stands for the first time, or for the last time if the last row is taken. */
  private final LineTable lines = new LineTable();

  /** Where keys stand for the second time. Filled only if none of the rows is taken. */
  private final LineTable secondLines = new LineTable();

  /** The keys that are not written in the shortest way, by that way; the first ones only. */
  private final Map<String, String> respelled = new HashMap<>();

  KeyLines(MatchKey key, DuplicateKeys duplicates) {
    this.key = key;
    this.duplicates = duplicates;
  }

  /** Whether all rows have to be expected before the first is asked about. */
  boolean needsAll() {
    return duplicates != DuplicateKeys.FIRST;
  }

  /** Notes a row about which {@link #refusal} will be asked. */
  void expect(RowMapping mapping) {
    Object value = key.value(mapping.values());
    if (value == null || !needsAll() || KeyMatcher.spoiled(mapping).isPresent()) {
      return;
    }
    long line = mapping.origin().line();
    if (duplicates == DuplicateKeys.LAST) {
      lines.put(value, line);
    } else if (lines.putIfAbsent(value, line) != LineTable.NONE) {
      secondLines.putIfAbsent(value, line);
    }
  }

  /** Why a row is not the one of its key that is taken. To be asked once for each row, in order. */
  Optional<RowProblem> refusal(RowMapping mapping, Object value) {
    long line = mapping.origin().line();
    return switch (duplicates) {
      case FIRST -> {
        long first = lines.putIfAbsent(value, line);
        yield first == LineTable.NONE
            ? Optional.empty()
            : Optional.of(problem(mapping, value, first, first));
      }
      case LAST -> {
        long last = lines.get(value);
        yield last == line || last == LineTable.NONE
            ? Optional.empty()
            : Optional.of(problem(mapping, value, last, last));
      }
      case NONE -> {
        long second = secondLines.get(value);
        long first = lines.get(value);
        yield second == LineTable.NONE
            ? Optional.empty()
            : Optional.of(problem(mapping, value, first == line ? second : first, 0));
      }
    };
  }

  /**
   * The key of another row that may be the same one in another spelling, as {@code 1001} and {@code
   * 1001.0} are; to be asked once for each row that becomes a new product, in order, after {@link
   * #refusal}.
   */
  Optional<String> alike(String said) {
    String bare = KeySpelling.bare(said);
    if (bare.equals(said)) {
      return Optional.ofNullable(respelled.get(said));
    }
    String other =
        respelled.size() < MOST_RESPELLED ? respelled.putIfAbsent(bare, said) : respelled.get(bare);
    if (other != null && !other.equals(said)) {
      return Optional.of(other);
    }
    return lines.get(bare) == LineTable.NONE ? Optional.empty() : Optional.of(bare);
  }

  private RowProblem problem(RowMapping mapping, Object value, long other, long taken) {
    long line = mapping.origin().line();
    String message =
        "Lines %d and %d have the same %s; %s"
            .formatted(
                Math.min(line, other),
                Math.max(line, other),
                key.label(),
                taken == 0 ? "neither is taken" : "line " + taken + " is taken");
    return new RowProblem(
        mapping.origin(),
        key.first().name(),
        MatchKey.text(value),
        message,
        "one line for each " + key.label(),
        Severity.ERROR);
  }
}
