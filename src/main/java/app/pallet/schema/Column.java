package app.pallet.schema;

import app.pallet.schema.table.WriteRule;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one description of a column, which the table, its editors, paste, import, export, validation,
 * the database and the command line all read. Immutable; made with {@link ColumnBuilder}.
 *
 * @param name its name in the database and on the command line
 * @param label its heading as the user reads it
 * @param aliases other headings under which spreadsheets know it
 * @param type what its values are
 * @param role whether it is the user's data or Pallet's book-keeping
 * @param rules what a cell may hold
 * @param defaultValue what an added row holds where nothing else was given, or null
 * @param write when it may be written
 * @param storage how the database keeps its values
 * @param isFilled whether the database gives an added row a value if nothing is said
 */
public record Column(
    String name,
    String label,
    List<String> aliases,
    ColumnType type,
    ColumnRole role,
    ColumnRules rules,
    @Nullable Object defaultValue,
    WriteRule write,
    Storage storage,
    boolean isFilled) {

  /** How a database keeps the values of a column. */
  public enum Storage {
    /** As Pallet does: decimal numbers as whole ones of a fixed scale, so that none is rounded. */
    SCALED,
    /** As other programs do: numbers as numbers. */
    PLAIN,
    /** As bytes, which are shown and typed in hexadecimal digits. */
    BYTES,
    /** As texts, among which any other kind of value is as good. */
    OPEN
  }

  public Column {
    if (label.isEmpty()) {
      throw new IllegalArgumentException("A column needs a label");
    }
    if (name.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("A column's name can't hold a NUL character");
    }
    if (defaultValue != null && !type.valueClass().isInstance(defaultValue)) {
      throw new IllegalArgumentException(
          name + ": default " + defaultValue + " is not a " + type.label());
    }
    aliases = List.copyOf(aliases);
  }

  /** A column of a table that Pallet has made: of its columns, only data is written. */
  public Column(
      String name,
      String label,
      List<String> aliases,
      ColumnType type,
      ColumnRole role,
      ColumnRules rules,
      @Nullable Object defaultValue) {
    this(
        name,
        label,
        aliases,
        type,
        role,
        rules,
        defaultValue,
        role == ColumnRole.DATA ? WriteRule.ALWAYS : WriteRule.NEVER,
        Storage.SCALED,
        false);
  }

  /** Starts the description of a data column. */
  public static ColumnBuilder builder(String name, ColumnType type) {
    return new ColumnBuilder(name, type);
  }

  /**
   * The one form of a decimal number of the column, so that equal numbers are equal objects: with
   * the column's scale, or with more digits where the database holds more.
   *
   * @throws ArithmeticException if the column keeps fewer digits than the number has
   */
  public BigDecimal normal(BigDecimal number) {
    if (storage == Storage.SCALED) {
      return number.setScale(rules.scale(), RoundingMode.UNNECESSARY);
    }
    BigDecimal stripped = number.stripTrailingZeros();
    int scale = Math.max(Math.max(0, rules.scale()), stripped.scale());
    return stripped.setScale(scale, RoundingMode.UNNECESSARY);
  }

  /** Whether the user can't write it in any row. */
  public boolean isReadOnly() {
    return write == WriteRule.NEVER;
  }

  /**
   * Whether the user can write it in a row.
   *
   * @param isAdded whether the row is still to be added
   */
  public boolean isWritable(boolean isAdded) {
    return switch (write) {
      case ALWAYS -> true;
      case ON_ADD -> isAdded;
      case NEVER -> false;
    };
  }

  /**
   * Whether it is Pallet's book-keeping, which few users want to see, and not data. The key of
   * somebody else's table is data, although it may be a number.
   */
  public boolean isBookkeeping() {
    return role != ColumnRole.DATA && storage == Storage.SCALED;
  }

  /**
   * Whether its texts name a product, as article numbers and barcodes do: it is unique, or has a
   * heading of these. A number that a spreadsheet has shortened is refused there.
   */
  public boolean isIdentifier() {
    return Identifiers.isIdentifier(this);
  }

  /** Whether its name or label is one that article numbers and barcodes have. */
  public boolean isNamedAsIdentifier() {
    return Identifiers.isNamed(this);
  }

  /** Whether its texts are barcodes, by its name or label. */
  public boolean isBarcode() {
    return Identifiers.isBarcode(this);
  }

  /** Of its name alone: columns are keys of maps wherever rows are, and have many parts. */
  @Override
  public int hashCode() {
    return name.hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
