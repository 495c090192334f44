package app.pallet.database.file;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.List;

/** A product table with the worst names a file could bring along. */
public final class HostileSchema {

  private static final List<String> NAMES =
      List.of(
          "Robert'); DROP TABLE \"product\"; --",
          "\"",
          "'",
          "`",
          "[x]",
          "select",
          "order",
          "rowid",
          "a.b",
          "UNIQUE constraint failed: x.y",
          "Größe (cm) 😀",
          "price:MINIMUM",
          ":name",
          "?1",
          "{alias}",
          "%s\\",
          "a, b",
          "line\nbreak",
          "</name>&amp;<!--",
          "c0",
          "t");

  private HostileSchema() {}

  /** A table whose every data column is a text of some hostile name; the first one is its key. */
  public static TableSchema create() {
    java.util.ArrayList<Column> columns = new java.util.ArrayList<>();
    columns.add(Column.builder("primary key", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build());
    columns.add(Column.builder(NAMES.getFirst(), ColumnType.TEXT).unique().required().build());
    NAMES.stream()
        .skip(1)
        .map(n -> Column.builder(n, ColumnType.TEXT).build())
        .forEach(columns::add);
    columns.add(
        Column.builder("version\"", ColumnType.WHOLE_NUMBER).role(ColumnRole.VERSION).build());
    return new TableSchema("pro\"duct'; --", columns, NAMES.getFirst());
  }
}
