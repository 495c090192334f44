package app.pallet.ui.commit;

import app.pallet.commit.CommitMode;
import app.pallet.commit.TransactionScope;
import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.work.Progress;
import java.util.Locale;

/** The choices of a commit in the words of the window. */
public final class CommitWording {

  private CommitWording() {}

  /** A mode as a button and the chart name it. */
  public static String name(CommitMode mode) {
    return switch (mode) {
      case BATCH -> "Batch";
      case ADD_ALL -> "Add all";
      case ONE_BY_ONE -> "One by one";
    };
  }

  /** How far a commit is, in a sentence. */
  public static String soFar(Progress progress) {
    return progress.total() > 0 && progress.done() > 0
        ? "So far it has written %s of %s."
            .formatted(
                Wording.grouped(progress.done()), Counted.of(progress.total(), "row", "rows"))
        : "It is being prepared and has written nothing yet.";
  }

  public static String slug(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static String explain(CommitMode mode) {
    return switch (mode) {
      case BATCH -> "Many rows in one transaction, by few statements";
      case ADD_ALL -> "One transaction, but each row on its own";
      case ONE_BY_ONE -> "A transaction for each row, to compare";
    };
  }

  static String name(TransactionScope scope) {
    return switch (scope) {
      case PER_BATCH -> "Each batch stays";
      case ALL_OR_NOTHING -> "All or nothing";
    };
  }

  static String explain(TransactionScope scope) {
    return switch (scope) {
      case PER_BATCH -> "Every finished batch stays. Rows that fail stay pending.";
      case ALL_OR_NOTHING -> "One bad row, or Cancel, takes everything back.";
    };
  }
}
