package app.pallet.schema;

import app.pallet.schema.table.WriteRule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes a {@link Column} step by step; what is not said keeps its unrestricted default. */
public final class ColumnBuilder {

  private final String name;
  private final ColumnType type;
  private String label;
  private List<String> aliases = List.of();
  private ColumnRole role = ColumnRole.DATA;
  private boolean required;
  private boolean unique;
  private int maxLength;
  private int precision = ColumnRules.ANY.precision();
  private int scale = ColumnRules.ANY.scale();
  private @Nullable BigDecimal minimum;
  private List<String> choices = List.of();
  private @Nullable Object defaultValue;
  private Optional<WriteRule> write = Optional.empty();
  private Column.Storage storage = Column.Storage.SCALED;
  private boolean filled;

  ColumnBuilder(String name, ColumnType type) {
    this.name = name;
    this.type = type;
    this.label = labelOf(name);
  }

  /** What the user reads; unless it is said, the name with spaces and a capital letter. */
  public ColumnBuilder label(String text) {
    label = text;
    return this;
  }

  /** Other headings by which spreadsheets call the column, separated by {@code " | "}. */
  public ColumnBuilder aliases(String headings) {
    aliases = List.of(headings.split(" \\| "));
    return this;
  }

  /** What the column is there for; data unless it is said. */
  public ColumnBuilder role(ColumnRole columnRole) {
    role = columnRole;
    return this;
  }

  /** Every row needs a value. */
  public ColumnBuilder required() {
    required = true;
    return this;
  }

  /** No two rows have the same value. */
  public ColumnBuilder unique() {
    unique = true;
    return this;
  }

  /** Limits a text to this many characters. */
  public ColumnBuilder maxLength(int characters) {
    maxLength = characters;
    return this;
  }

  /** Limits a decimal number to this many digits, of which {@code fraction} after the sign. */
  public ColumnBuilder digits(int all, int fraction) {
    precision = all;
    scale = fraction;
    return this;
  }

  /** No value is less. */
  public ColumnBuilder minimum(long smallest) {
    return minimum(BigDecimal.valueOf(smallest));
  }

  /** No value is less. */
  public ColumnBuilder minimum(BigDecimal smallest) {
    minimum = smallest;
    return this;
  }

  /** The value is one of these texts. */
  public ColumnBuilder choices(String... texts) {
    choices = List.of(texts);
    return this;
  }

  /** What a new row gets that says nothing about the column; of the class of the column's type. */
  public ColumnBuilder defaultValue(Object value) {
    defaultValue = value;
    return this;
  }

  /** When it may be written; unless it is said, data always and everything else never. */
  public ColumnBuilder write(WriteRule rule) {
    write = Optional.of(rule);
    return this;
  }

  /** Its values are kept as other programs keep them. */
  public ColumnBuilder plain() {
    storage = Column.Storage.PLAIN;
    return this;
  }

  /** Its values are bytes, which are written as texts of hexadecimal digits. */
  public ColumnBuilder bytes() {
    storage = Column.Storage.BYTES;
    return this;
  }

  /** Its values are texts, or whatever else another program has stored. */
  public ColumnBuilder open() {
    storage = Column.Storage.OPEN;
    return this;
  }

  /** The database gives an added row a value that says nothing about the column. */
  public ColumnBuilder filled() {
    filled = true;
    return this;
  }

  /** A decimal number may have any digits behind its sign, as many in all as a computer keeps. */
  public ColumnBuilder floating() {
    return digits(ColumnRules.FLOATING_DIGITS, ColumnRules.ANY_SCALE);
  }

  /** The column as it was described. */
  public Column build() {
    ColumnRules rules =
        new ColumnRules(required, unique, maxLength, precision, scale, minimum, choices);
    WriteRule usual = role == ColumnRole.DATA ? WriteRule.ALWAYS : WriteRule.NEVER;
    return new Column(
        name,
        label,
        aliases,
        type,
        role,
        rules,
        defaultValue,
        write.orElse(usual),
        storage,
        filled);
  }

  private static String labelOf(String name) {
    String words = name.replace('_', ' ').strip();
    return words.isEmpty()
        ? name
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
