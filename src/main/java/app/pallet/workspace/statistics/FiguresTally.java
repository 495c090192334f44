package app.pallet.workspace.statistics;

import app.pallet.operation.RowCells;
import app.pallet.schema.Column;
import app.pallet.schema.UnreadableValue;
import app.pallet.workspace.statistics.ColumnFigures.Bar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Counts the values of a column, row after row. 16 bytes are kept for each filled cell. */
final class FiguresTally {

  private static final int BARS = 12;
  private static final int FIRST_ROOM = 1_024;

  /** Decimals of a mean. */
  private static final int DECIMALS = 10;

  private static final MathContext DIGITS = new MathContext(34, RoundingMode.HALF_UP);
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private final Column column;
  private long[] hashes = new long[FIRST_ROOM];
  private double[] places = new double[FIRST_ROOM];
  private int filled;
  private long rows;
  private long unread;
  private BigDecimal sum = BigDecimal.ZERO;
  private @Nullable Object least;
  private @Nullable Object greatest;

  FiguresTally(Column column) {
    this.column = column;
  }

  void add(RowCells row) {
    rows++;
    Object value = row.value(column);
    Optional<String> rejected = row.rejectedText(column);
    if (value instanceof UnreadableValue || rejected.filter(t -> !t.isEmpty()).isPresent()) {
      unread++;
    } else if (rejected.isEmpty() && value != null && !value.equals("")) {
      add(value);
    }
  }

  private void add(Object value) {
    if (filled == hashes.length) {
      hashes = Arrays.copyOf(hashes, filled * 2);
      places = Arrays.copyOf(places, filled * 2);
    }
    hashes[filled] = hash(value);
    places[filled] = place(value);
    filled++;
    if (value instanceof Long whole) {
      sum = sum.add(BigDecimal.valueOf(whole));
    } else if (value instanceof BigDecimal number) {
      sum = sum.add(number);
    }
    if (least == null || compare(value, least) < 0) {
      least = value;
    }
    if (greatest == null || compare(value, greatest) > 0) {
      greatest = value;
    }
  }

  /** Of 64 bits, so that two of a million values hardly ever share one. */
  private static long hash(Object value) {
    return switch (value) {
      case BigDecimal number -> mixed(number.stripTrailingZeros().hashCode(), number.doubleValue());
      case String text -> {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
          hash = (hash ^ text.charAt(i)) * GOLDEN;
          hash ^= hash >>> 29;
        }
        yield hash;
      }
      default -> mixed(value.hashCode(), place(value));
    };
  }

  private static long mixed(int hash, double place) {
    return (hash * GOLDEN) ^ Double.doubleToLongBits(place);
  }

  /** Where a value lies on a line; 0 for a text. */
  private static double place(Object value) {
    return switch (value) {
      case Long whole -> whole;
      case BigDecimal number -> number.doubleValue();
      case LocalDate day -> day.toEpochDay();
      case Instant moment -> moment.toEpochMilli();
      case Boolean yes -> yes ? 1 : 0;
      default -> 0;
    };
  }

  private static int compare(Object one, Object other) {
    return switch (one) {
      case Long whole when other instanceof Long than -> Long.compare(whole, than);
      case BigDecimal number when other instanceof BigDecimal than -> number.compareTo(than);
      case LocalDate day when other instanceof LocalDate than -> day.compareTo(than);
      case Instant moment when other instanceof Instant than -> moment.compareTo(than);
      case Boolean yes when other instanceof Boolean than -> yes.compareTo(than);
      default ->
          Comparator.comparing(Object::toString, String.CASE_INSENSITIVE_ORDER)
              .thenComparing(Object::toString)
              .compare(one, other);
    };
  }

  ColumnFigures figures() {
    long[] different = Arrays.copyOf(hashes, filled);
    Arrays.sort(different);
    long distinct = 0;
    for (int i = 0; i < different.length; i++) {
      distinct += i == 0 || different[i] != different[i - 1] ? 1 : 0;
    }
    boolean isNumber = column.type().isNumeric() && filled > 0;
    return new ColumnFigures(
        column,
        rows,
        rows - filled - unread,
        unread,
        distinct,
        least,
        greatest,
        isNumber ? Optional.of(mean()) : Optional.empty(),
        bars());
  }

  private BigDecimal mean() {
    BigDecimal mean =
        sum.divide(BigDecimal.valueOf(filled), DIGITS)
            .setScale(DECIMALS, RoundingMode.HALF_UP)
            .stripTrailingZeros();
    return mean.scale() < 0 ? mean.setScale(0) : mean;
  }

  private List<Bar> bars() {
    if (least == null || greatest == null || column.type().isText()) {
      return List.of();
    }
    double from = place(least);
    double range = place(greatest) - from;
    int count = range == 0 ? 1 : bars(range);
    long[] counts = new long[count];
    for (int i = 0; i < filled; i++) {
      double part = range == 0 ? 0 : (places[i] - from) / range;
      counts[Math.min(count - 1, (int) (part * count))]++;
    }
    List<Bar> bars = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      Object lower = i == 0 ? least : value(from + range * i / count);
      Object upper = i == count - 1 ? greatest : value(from + range * (i + 1) / count);
      bars.add(new Bar(lower, upper, counts[i]));
    }
    return bars;
  }

  /** A bar for each value where there are only few whole ones. */
  private int bars(double range) {
    return switch (column.type()) {
      case YES_NO -> 2;
      case WHOLE_NUMBER, DATE -> (int) Math.min(BARS, range + 1);
      default -> BARS;
    };
  }

  private Object value(double place) {
    return switch (column.type()) {
      case WHOLE_NUMBER -> Math.round(place);
      case DATE -> LocalDate.ofEpochDay(Math.round(place));
      case TIMESTAMP -> Instant.ofEpochMilli(Math.round(place));
      case YES_NO -> place >= 1;
      default -> BigDecimal.valueOf(place).setScale(2, RoundingMode.HALF_UP);
    };
  }
}
