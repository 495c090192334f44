package app.pallet.workspace.imports;

import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.mapping.ColumnInference;
import app.pallet.spreadsheet.mapping.ColumnMappingException;
import java.util.List;

/** Keeps an import from asking for more columns than a catalogue can have. */
public final class NewColumnLimit {

  private NewColumnLimit() {}

  /**
   * Makes sure that a table has room for columns.
   *
   * @throws ColumnMappingException if it hasn't, saying how many are too many
   */
  public static void require(TableSchema schema, List<Column> added) {
    int all = schema.columns().size() + added.size();
    int surplus = all - ColumnInference.MOST_COLUMNS;
    if (surplus > 0) {
      throw new ColumnMappingException(
          "With %,d new columns the catalogue would have %,d, and it can have %,d at most. Leave out %,d of them or more."
              .formatted(added.size(), all, ColumnInference.MOST_COLUMNS, surplus));
    }
  }
}
