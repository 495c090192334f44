package app.pallet.ui.paste;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.util.List;

/** The types a new column can have. */
final class NewColumnTypes {

  /** All but a choice, whose list nobody has given. */
  static final List<ColumnType> ALL =
      List.of(
          ColumnType.TEXT,
          ColumnType.WHOLE_NUMBER,
          ColumnType.DECIMAL,
          ColumnType.MONEY,
          ColumnType.YES_NO,
          ColumnType.DATE,
          ColumnType.TIMESTAMP);

  private NewColumnTypes() {}

  /** The column with another type and no rules. */
  static Column retyped(Column column, ColumnType type) {
    return Column.builder(column.name(), type).label(column.label()).build();
  }
}
