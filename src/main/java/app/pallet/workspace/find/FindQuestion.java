package app.pallet.workspace.find;

import app.pallet.operation.text.TextSearch;
import app.pallet.schema.Column;
import app.pallet.workspace.view.RowSelection;
import java.util.List;
import java.util.Optional;

/**
 * What is looked for, and where.
 *
 * @param with what shall stand in its place; empty if it is only looked for
 * @param cells where it is looked for
 * @param shown all columns that are shown, from left to right; those beyond the cells are looked at
 *     if nothing is found
 */
public record FindQuestion(
    TextSearch search, Optional<String> with, RowSelection cells, List<Column> shown) {

  public FindQuestion {
    shown = List.copyOf(shown);
  }

  /** The same question about other cells. */
  public FindQuestion in(RowSelection others) {
    return new FindQuestion(search, with, others, shown);
  }
}
