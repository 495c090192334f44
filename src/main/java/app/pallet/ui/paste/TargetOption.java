package app.pallet.ui.paste;

import app.pallet.workspace.imports.ColumnChoice.Target;
import java.util.Locale;

/**
 * A possible target for a column of the source.
 *
 * @param target the thing
 * @param label what the user reads
 * @param remark a note beside the label, such as its type or which column fills it now
 */
public record TargetOption(Target target, String label, String remark) {

  /** Whether a search finds it; {@code lowerCase} is in lower case. */
  boolean matches(String lowerCase) {
    return label.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
