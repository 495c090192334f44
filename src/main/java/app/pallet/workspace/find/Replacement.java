package app.pallet.workspace.find;

import app.pallet.operation.CellResult;
import app.pallet.operation.NoResultException;
import app.pallet.operation.text.TextRule;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.workspace.view.ViewRow;
import java.util.Objects;

/** Puts something into the place of what is found in a cell. Immutable, for any thread. */
public record Replacement(TextRule rule) {

  /**
   * What a cell becomes, in which something was found.
   *
   * @param text of the cell
   */
  public CellResult of(ViewRow row, Column column, String text) {
    CellResult result;
    try {
      String after = rule.apply(text);
      result =
          after.equals(text)
              ? new CellResult.Untouched()
              : CellResult.ofText(column, after, CellFormat.PLAIN);
    } catch (NoResultException e) {
      result = CellResult.refused(row, column, e.why());
    }
    boolean isSame =
        result instanceof CellResult.Value(var value)
            && Objects.equals(value, row.value(column))
            && row.rejectedText(column).isEmpty();
    return isSame ? new CellResult.Untouched() : result;
  }
}
