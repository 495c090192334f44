package app.pallet.rows.references;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.Reference;
import app.pallet.schema.table.Reference.Target;
import app.pallet.schema.table.TableName;
import app.pallet.schema.table.WriteRule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A column that alone refers to the rows of a table, its parent: each of its cells holds what the
 * parent has in its key. Immutable, for any thread.
 *
 * @param column the column that refers
 * @param parent the table it refers to
 * @param key the parent's column that has the same values
 * @param readable the parent's column of texts by which people know its rows; empty if there is
 *     none but the key
 * @param isOwn whether the parent is the table of the column itself
 * @param takesNew whether its cells can refer to rows whose keys are not known yet, as they are no
 *     part of a key themselves
 */
public record ReferringColumn(
    Column column,
    TableName parent,
    Column key,
    Optional<Column> readable,
    boolean isOwn,
    boolean takesNew) {

  /**
   * The columns of a table that refer alone, by themselves. A column that refers with others, such
   * as one of an order and its line, is not among them, and neither is one that leads nowhere.
   */
  public static Map<Column, ReferringColumn> of(TableSchema schema) {
    Map<Column, ReferringColumn> found = new LinkedHashMap<>();
    for (Reference reference : schema.references()) {
      if (reference.columns().size() == 1 && reference.target() == Target.FOUND) {
        schema
            .column(reference.columns().getFirst())
            .ifPresent(column -> found.putIfAbsent(column, of(schema, column, reference)));
      }
    }
    return found;
  }

  private static ReferringColumn of(TableSchema schema, Column column, Reference reference) {
    String key = reference.parentColumns().getFirst();
    return new ReferringColumn(
        column,
        reference.parent(),
        new Column(
            key,
            key,
            column.aliases(),
            column.type(),
            ColumnRole.DATA,
            column.rules(),
            null,
            WriteRule.NEVER,
            column.storage(),
            false),
        reference
            .readable()
            .map(name -> Column.builder(name, ColumnType.TEXT).label(name).plain().build()),
        reference.parent().name().equals(schema.table()),
        reference.parent().name().equals(schema.table())
            ? schema.ownParents().contains(column)
            : !schema.key().names().contains(column.name()));
  }
}
