package app.pallet.engine.sqlite;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * The product table as SQL. The database holds the rules that must hold whoever writes the file:
 * what is required, unique, at least, or one of some choices. Lengths and forms of texts are
 * checked in Java, where every database agrees about them.
 */
public final class TableDefinition {

  /** Rules that SQLite only tells by the name of their constraint. */
  enum Check {
    MINIMUM,
    CHOICES,
    YES_NO;

    String nameFor(Column column) {
      return column.name() + ":" + name();
    }
  }

  private TableDefinition() {}

  /** The statement that makes the table. */
  public static String create(TableSchema schema) {
    StringJoiner parts = new StringJoiner(",\n  ", "(\n  ", "\n)");
    schema.columns().forEach(column -> parts.add(define(column)));
    return "CREATE TABLE " + SqlName.quote(schema.table()) + ' ' + parts + " STRICT";
  }

  /** The statement that adds a column, empty in every row, to the table that is there. */
  public static String add(TableSchema schema, Column column) {
    return "ALTER TABLE " + SqlName.quote(schema.table()) + " ADD COLUMN " + define(column);
  }

  private static String define(Column column) {
    StringBuilder sql = new StringBuilder(SqlName.quote(column.name()));
    if (column.role() == ColumnRole.ID) {
      return sql.append(" INTEGER PRIMARY KEY NOT NULL").toString();
    }
    sql.append(new SqliteCodec(column).isInteger() ? " INTEGER" : " TEXT");
    if (column.rules().required() || column.role() == ColumnRole.VERSION) {
      sql.append(" NOT NULL");
    }
    if (column.rules().unique()) {
      sql.append(" UNIQUE");
    }
    BigDecimal minimum = column.rules().minimum();
    if (minimum != null) {
      check(sql, column, Check.MINIMUM, ">= " + scaledUp(column, minimum));
    }
    if (!column.rules().choices().isEmpty()) {
      String choices =
          column.rules().choices().stream()
              .map(SqlName::literal)
              .collect(Collectors.joining(", ", "IN (", ")"));
      check(sql, column, Check.CHOICES, choices);
    }
    if (column.type() == ColumnType.YES_NO) {
      check(sql, column, Check.YES_NO, "IN (0, 1)");
    }
    return sql.toString();
  }

  private static void check(StringBuilder sql, Column column, Check check, String condition) {
    sql.append(" CONSTRAINT ")
        .append(SqlName.quote(check.nameFor(column)))
        .append(" CHECK (")
        .append(SqlName.quote(column.name()))
        .append(' ')
        .append(condition)
        .append(')');
  }

  /** The smallest stored number that is not below the minimum. */
  private static long scaledUp(Column column, BigDecimal minimum) {
    int scale = column.type() == ColumnType.WHOLE_NUMBER ? 0 : column.rules().scale();
    return minimum.setScale(scale, RoundingMode.CEILING).unscaledValue().longValueExact();
  }
}
