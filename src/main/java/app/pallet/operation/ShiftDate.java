package app.pallet.operation;

import app.pallet.schema.CellRules;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Set;

/**
 * Moves dates, and moments of UTC, forward or back. Months are added first; a day that the month
 * doesn't have becomes its last. An empty cell stays empty.
 *
 * @param months how many, negative for the past
 * @param days how many, negative for the past
 */
public record ShiftDate(Column column, int months, int days) implements ColumnOperation {

  private static final int MOST = 100_000;
  private static final int LAST_YEAR = 9999;

  public ShiftDate {
    ColumnOperation.requireWritable(column);
    boolean holdsDays = column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP;
    ColumnOperation.require(holdsDays, column, "dates");
    if (Math.abs((long) months) > MOST || Math.abs((long) days) > MOST) {
      throw new IllegalArgumentException("A date can be moved by up to 100,000 days or months");
    }
  }

  @Override
  public Set<Column> reads() {
    return Set.of(column);
  }

  @Override
  public CellResult apply(RowCells row, Column cell, RowCells first) {
    if (row.rejectedText(column).isPresent()) {
      return CellResult.unusable(row, column, column);
    }
    try {
      return switch (row.value(column)) {
        case LocalDate day -> of(row, day.plusMonths(months).plusDays(days));
        case Instant moment -> of(row, moved(moment));
        case null, default -> new CellResult.Untouched();
      };
    } catch (DateTimeException e) { // beyond what Java counts
      return beyond(row);
    }
  }

  private LocalDateTime moved(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneOffset.UTC).plusMonths(months).plusDays(days);
  }

  private CellResult of(RowCells row, LocalDate day) {
    return isBeyond(day.getYear()) ? beyond(row) : checked(day, day.toString());
  }

  private CellResult of(RowCells row, LocalDateTime moment) {
    return isBeyond(moment.getYear())
        ? beyond(row)
        : checked(moment.toInstant(ZoneOffset.UTC), moment.toString());
  }

  private CellResult checked(Object value, String text) {
    return CellResult.of(CellRules.check(column, value), text);
  }

  private static boolean isBeyond(int year) {
    return year < 1 || year > LAST_YEAR;
  }

  private CellResult beyond(RowCells row) {
    return CellResult.refused(row, column, "Would leave the years 1 to 9999");
  }
}
