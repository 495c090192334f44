package app.pallet.commit.order;

import app.pallet.change.RowChange;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which values of unique columns a change takes, and which it gives up. The check before a commit
 * and the order in which a commit writes both ask here, so that what the one lets pass the other
 * can write. Stateless.
 */
public final class UniqueClaims {

  private UniqueClaims() {}

  /** The columns of a table in which no two rows may have the same value. */
  public static List<Column> columns(TableSchema schema) {
    return schema.dataColumns().stream().filter(column -> column.rules().unique()).toList();
  }

  /**
   * The value a row wants and has not got yet, in one form for all that are equal; null if there is
   * none.
   */
  public static @Nullable Object wanted(RowChange change, Column column) {
    return change instanceof RowChange.Edit edit && !isChanged(edit, column)
        ? null
        : comparable(change.after().get(column));
  }

  /** The same for numbers that are equal but for their zeros. */
  static @Nullable Object comparable(@Nullable Object value) {
    return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
  }

  /** Whether the row's present value is free once the change is written. */
  public static boolean givesUp(RowChange change, Column column) {
    return switch (change) {
      case RowChange.Add add -> false;
      case RowChange.Edit edit -> isChanged(edit, column);
      case RowChange.Delete delete -> true;
    };
  }

  private static boolean isChanged(RowChange.Edit edit, Column column) {
    return edit.after().has(column)
        && !Objects.equals(edit.before().get(column), edit.after().get(column));
  }

  /**
   * What two values have in common if a collation of the database may take them as equal. If they
   * turn out to be different, the order is no worse.
   */
  public static Object key(Object value) {
    return value instanceof String text ? text.stripTrailing().toLowerCase(Locale.ROOT) : value;
  }
}
