package app.pallet.ui.export;

import app.pallet.rows.query.RowQuery;
import app.pallet.schema.TableSchema;
import app.pallet.workspace.export.ExportRows;
import java.util.Map;

/**
 * What there is to export.
 *
 * @param schema the catalogue's table
 * @param scopes the rows that can be exported; a scope that makes no sense now is missing
 * @param query which rows the table shows, in which order
 * @param pending number of rows with changes that are not in the database
 */
public record ExportContext(
    TableSchema schema, Map<RowScope, Scope> scopes, RowQuery query, int pending) {

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
