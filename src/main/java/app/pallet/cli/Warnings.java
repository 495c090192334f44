package app.pallet.cli;

import app.pallet.workspace.CommitWarning;
import app.pallet.workspace.CommitWarning.BarcodeDigit;
import app.pallet.workspace.CommitWarning.ManyRowsChanged;
import app.pallet.workspace.CommitWarning.PriceMoved;
import app.pallet.workspace.CommitWarning.RowsDeleted;
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
            "%s of %,d products moves by more than %d %%, the worst %s from %s to %s",
            moved.column().label(),
            moved.count(),
            moved.percent(),
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
