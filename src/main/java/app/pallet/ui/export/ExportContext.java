package app.pallet.ui.export;

import app.pallet.schema.TableSchema;
import app.pallet.workspace.ExportRows;
import java.util.Map;

/**
 * What there is to export.
 *
 * @param schema the catalogue's table
 * @param scopes the rows that can be exported; a scope that makes no sense now is missing
 * @param search what is searched for, or an empty text
 * @param pending number of rows with changes that are not in the database
 */
public record ExportContext(
    TableSchema schema, Map<RowScope, Scope> scopes, String search, int pending) {

  public ExportContext {
    scopes = Map.copyOf(scopes);
  }

  /**
   * Rows that can be exported.
   *
   * @param rows which rows
   * @param count how many they are
   */
  public record Scope(ExportRows rows, int count) {}
}
