package app.pallet.rows.query;

import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRules;
import app.pallet.schema.ColumnType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Reads the value a condition compares with. It is read like a cell, but without the column's
 * rules. Stateless, for any thread.
 */
public final class Operand {

  private static final CellReading NOTHING =
      new CellReading.Rejected("Is missing", "a value to compare with");

  private Operand() {}

  /** Which moment of a day is meant if a column holds moments but only a day was typed. */
  public enum Moment {
    /** Its first. */
    FIRST,
    /** Its last. */
    LAST
  }

  /** Reads a text. An empty text is rejected, because there are operators for empty cells. */
  public static CellReading read(Column column, String text, CellFormat format, Moment moment) {
    if (text.isEmpty()) {
      return NOTHING;
    }
    if (column.type().isText()) {
      return new CellReading.Value(text);
    }
    CellReading reading = CellParser.parse(withoutRules(column, column.type()), text, format);
    if (column.type() == ColumnType.TIMESTAMP
        && CellParser.parse(withoutRules(column, ColumnType.DATE), text, format)
            instanceof CellReading.Value(LocalDate day)) {
      return new CellReading.Value(momentOf(day, moment));
    }
    return CellReading.EMPTY.equals(reading) ? NOTHING : reading;
  }

  private static Instant momentOf(LocalDate day, Moment moment) {
    return switch (moment) {
      case FIRST -> day.atStartOfDay(ZoneOffset.UTC).toInstant();
      case LAST -> day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusMillis(1);
    };
  }

  /** A bound may be less than the least that a cell may hold, for example. */
  private static Column withoutRules(Column column, ColumnType type) {
    ColumnRules rules = column.rules();
    return new Column(
        column.name(),
        column.label(),
        column.aliases(),
        type,
        column.role(),
        new ColumnRules(false, false, 0, rules.precision(), rules.scale(), null, rules.choices()),
        null,
        column.write(),
        column.storage(),
        column.isFilled());
  }
}
