package app.pallet.engine;

import java.math.RoundingMode;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one column are stored. Resolved once for a statement, so that a batch asks no
 * column about its type for every row. Immutable, for any thread.
 */
public interface ValueCodec {

  /** Whether the stored form is a {@link Long}; else it is a {@link String}. */
  boolean isInteger();

  /** How many digits of a stored number stand behind its decimal point. */
  int scale();

  /**
   * The stored form of a value; of an {@link app.pallet.schema.UnreadableValue} what another
   * program stored.
   *
   * @param value of the class of the column's type, an unreadable one, or null for an empty cell
   * @throws ArithmeticException for a decimal number with more digits than the column has, which
   *     {@link app.pallet.schema.CellRules} refuses before
   */
  @Nullable Object toStored(@Nullable Object value);

  /**
   * The stored form of the nearest value that a cell of the column can hold, to compare cells with.
   *
   * @param value of the class of the column's type; a number may have any size and more digits than
   *     the column has
   * @param rounding towards which side, where the value itself can't be stored
   */
  Object nearest(Object value, RoundingMode rounding);

  /**
   * The value of a stored form; an {@link app.pallet.schema.UnreadableValue} if the column can't
   * have stored it, so that another program did.
   *
   * @param stored what the driver gives, or null for an empty cell
   */
  @Nullable Object fromStored(@Nullable Object stored);

  /**
   * Binds a value in its stored form.
   *
   * @param index of the parameter, from 1
   */
  void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException;

  /**
   * Reads a value.
   *
   * @param index of the result's column, from 1
   */
  @Nullable Object read(ResultSet result, int index) throws SQLException;
}
