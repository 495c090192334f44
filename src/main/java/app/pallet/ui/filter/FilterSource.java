package app.pallet.ui.filter;

import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import java.util.List;

/**
 * The open catalogue as filters need it.
 *
 * @param catalogue the name under which its views are remembered
 * @param columns its columns; none if there is no catalogue
 * @param format how typed numbers and dates are meant
 * @param forBox counts for the box in which a condition is made
 * @param forList counts for the list beside the table
 * @param changes changes values in all their rows
 * @param view the table to arrange
 */
public record FilterSource(
    String catalogue,
    List<Column> columns,
    CellFormat format,
    FacetCounts forBox,
    FacetCounts forList,
    ValueChanges changes,
    OpenView view) {

  /** No catalogue. */
  public static final FilterSource NONE =
      new FilterSource(
          "",
          List.of(),
          CellFormat.PLAIN,
          FacetCounts.NONE,
          FacetCounts.NONE,
          ValueChanges.NONE,
          OpenView.NONE);

  public FilterSource {
    columns = List.copyOf(columns);
  }
}
