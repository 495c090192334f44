package app.pallet.ui.paste;

import app.pallet.workspace.imports.ColumnChoice.Target;
import java.util.Locale;

/**
 * One of the things a column of the source can become.
 *
 * @param target the thing
 * @param label what the user reads
 * @param remark what else there is to know, such as its type or who fills it now
 */
public record TargetOption(Target target, String label, String remark) {

  /** Whether a search finds it; {@code lowerCase} is in lower case. */
  boolean matches(String lowerCase) {
    return label.toLowerCase(Locale.ROOT).contains(lowerCase);
  }
}
