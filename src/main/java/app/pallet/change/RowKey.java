package app.pallet.change;

import app.pallet.schema.CellRules;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.PendingParent;
import app.pallet.text.CodePointOrder;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which row is meant, as long as it is not shown to the user. Equal by value; for any thread. */
public sealed interface RowKey {

  /**
   * A row that is yet to be added.
   *
   * @param number given by the change set, growing with every new row
   */
  record New(long number) implements RowKey {

    /** What a cell holds that refers to this row. */
    public PendingParent.OwnRow parent() {
      return new PendingParent.OwnRow(number);
    }
  }

  /**
   * Puts keys in the place of values that refer to rows which have been added.
   *
   * @param given gives the keys they got, each a whole number, and null for other rows
   */
  static UnaryOperator<Object> put(Function<New, ? extends @Nullable Stored> given) {
    return value ->
        value instanceof PendingParent.OwnRow(long number)
                && given.apply(new New(number)) instanceof Id(long id)
            ? (Object) id
            : value;
  }

  /**
   * A row of the database. Keys that are one whole number come first, in the order of their
   * numbers; those of parts follow in the order of their parts, and rows without a key come last.
   */
  sealed interface Stored extends RowKey, Comparable<Stored> {

    /**
     * The number of an {@link Id}, for code that knows no other keys.
     *
     * @throws UnsupportedOperationException if the key is made of parts
     */
    long id();

    @Override
    default int compareTo(Stored other) {
      if (this instanceof Id(long id)) { // nearly always, and quicker than a switch
        return other instanceof Id(long that) ? Long.compare(id, that) : -1;
      }
      if (this instanceof Parts parts) {
        return switch (other) {
          case Id that -> 1;
          case Parts that -> parts.compareParts(that);
          case Unkeyed that -> -1;
        };
      }
      return other instanceof Unkeyed(long that)
          ? Long.compare(((Unkeyed) this).rowNumber(), that)
          : 1;
    }
  }

  /**
   * A row whose key is one whole number, as in every table that Pallet makes.
   *
   * @param id the number
   */
  record Id(long id) implements Stored {}

  /**
   * A row whose key columns do not tell it apart for sure: one of them is empty, or holds bytes or
   * a text that can't be compared exactly. It can be looked at for as long as nobody gives its
   * number to another row, and is never written.
   *
   * @param rowNumber by which the database finds it now
   */
  record Unkeyed(long rowNumber) implements Stored {
    @Override
    public long id() {
      throw new UnsupportedOperationException("A row without a key can only be read");
    }
  }

  /**
   * A row whose key is a text, a UUID, bytes or a decimal number, or has several columns:
   *
   * <pre>{@code
   * RowKey.Stored customer = RowKey.Parts.of("ALFKI");
   * RowKey.Stored line = RowKey.Parts.of(10248, 11); // order and product
   * line.equals(RowKey.Parts.of(10248L, new BigDecimal("11.0"))) // true: the numbers are the same
   * }</pre>
   *
   * <p>Numbers are equal if their values are, whatever their digits and Java types; texts only if
   * every character is the same. Keys are ordered part by part: numbers by value, then texts by the
   * code points of their characters, then UUIDs and bytes by their bits; a key that goes on comes
   * last.
   */
  final class Parts implements Stored {

    private final Object[] parts;
    private final int hash;

    private Parts(Object[] parts) {
      this.parts = parts;
      this.hash = Arrays.hashCode(parts);
    }

    /**
     * The key with these values of its columns.
     *
     * @param values one for each key column, in their order: a {@code String}, a {@code UUID}, a
     *     {@code Long} or another whole number, a {@code BigDecimal}, an {@code UnreadableValue} of
     *     bytes
     * @throws IllegalArgumentException if there is none, or one of another type
     */
    public static Parts of(Object... values) {
      if (values.length == 0) {
        throw new IllegalArgumentException("A key needs at least one value");
      }
      Object[] parts = new Object[values.length];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = normal(values[i]);
      }
      return new Parts(parts);
    }

    /** One form for all numbers of the same value, so that they are equal. */
    private static Object normal(Object value) {
      return switch (value) {
        case String text -> text;
        case UUID uuid -> uuid;
        case Long number -> number;
        case Integer number -> number.longValue();
        case BigDecimal number -> normal(number);
        case UnreadableValue bytes when bytes.form() == UnreadableValue.Form.BYTES -> bytes;
        default -> throw new IllegalArgumentException("No key has a value of " + value.getClass());
      };
    }

    private static Object normal(BigDecimal number) {
      BigDecimal shortest = number.stripTrailingZeros();
      return CellRules.fitsLong(shortest) ? (Object) shortest.longValueExact() : shortest;
    }

    /** The values of the key columns in their order: texts, UUIDs, numbers and bytes. */
    public List<Object> values() {
      return List.of(parts);
    }

    @Override
    public long id() {
      throw new UnsupportedOperationException("The key " + this + " is not one whole number");
    }

    private int compareParts(Parts other) {
      int shared = Math.min(parts.length, other.parts.length);
      for (int i = 0; i < shared; i++) {
        int order = compare(parts[i], other.parts[i]);
        if (order != 0) {
          return order;
        }
      }
      return Integer.compare(parts.length, other.parts.length);
    }

    private static int compare(Object one, Object other) {
      if (one instanceof Long number && other instanceof Long that) {
        return number.compareTo(that);
      }
      if (one instanceof String text && other instanceof String that) {
        return CodePointOrder.TEXTS.compare(text, that);
      }
      if (one instanceof UUID uuid && other instanceof UUID that) {
        int high =
            Long.compareUnsigned(uuid.getMostSignificantBits(), that.getMostSignificantBits());
        return high != 0
            ? high
            : Long.compareUnsigned(uuid.getLeastSignificantBits(), that.getLeastSignificantBits());
      }
      if (one instanceof UnreadableValue bytes && other instanceof UnreadableValue that) {
        return bytes.compareTo(that);
      }
      int kinds = Integer.compare(kind(one), kind(other));
      return kinds != 0 ? kinds : decimal(one).compareTo(decimal(other));
    }

    private static int kind(Object part) {
      return switch (part) {
        case String _ -> 1;
        case UUID _ -> 2;
        case UnreadableValue _ -> 3;
        default -> 0;
      };
    }

    private static BigDecimal decimal(Object number) {
      return number instanceof Long whole ? BigDecimal.valueOf(whole) : (BigDecimal) number;
    }

    @Override
    public boolean equals(Object other) {
      return this == other
          || (other instanceof Parts that && hash == that.hash && Arrays.equals(parts, that.parts));
    }

    @Override
    public int hashCode() {
      return hash;
    }

    /** The values for logs and tests, such as {@code (10248, 11)}. */
    @Override
    public String toString() {
      return Arrays.stream(parts).map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
  }
}
