package app.pallet.cli;

import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.checks.CommitWarning.BarcodeDigit;
import app.pallet.workspace.checks.CommitWarning.ManyRowsChanged;
import app.pallet.workspace.checks.CommitWarning.PriceMoved;
import app.pallet.workspace.checks.CommitWarning.RowsDeleted;
import java.util.List;
import java.util.Locale;

/** Says what may be a slip, a sentence each. */
final class Warnings {

  private Warnings() {}

  /** Those that the window would ask about. */
  static List<String> sentences(List<CommitWarning> warnings) {
    return warnings.stream().filter(CommitWarning::asks).map(Warnings::sentence).toList();
  }

  private static String sentence(CommitWarning warning) {
    return switch (warning) {
      case PriceMoved moved -> {
        CommitWarning.Example worst = moved.examples().getFirst();
        yield String.format(
            Locale.ROOT,
            "%s moves by more than %d %% for %,d products, the worst %s from %s to %s",
            moved.column().label(),
            moved.percent(),
            moved.count(),
            worst.title(),
            worst.before(),
            worst.after());
      }
      case ManyRowsChanged many ->
          String.format(
              Locale.ROOT,
              "%,d of %,d products in the catalogue change, %d %%",
              many.count(),
              many.total(),
              many.percent());
      case RowsDeleted deleted ->
          String.format(Locale.ROOT, "%,d products are deleted", deleted.count());
      case BarcodeDigit digit ->
          String.format(Locale.ROOT, "%,d barcodes have a wrong check digit", digit.count());
    };
  }
}
