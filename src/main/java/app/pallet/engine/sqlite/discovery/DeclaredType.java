package app.pallet.engine.sqlite.discovery;

import app.pallet.engine.sqlite.SqlName;
import app.pallet.schema.ColumnType;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the words of a declared type mean: to SQLite, which turns what is stored by its affinity
 * (section 3.1 of SQLite's "Datatypes"), and to people.
 *
 * @param words such as {@code VARCHAR(40)}, empty if there are none
 * @param affinity what SQLite makes of them
 */
record DeclaredType(String words, Affinity affinity) {

  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\(\\s*(\\d{1,9})\\s*(?:,\\s*(\\d{1,9})\\s*)?\\)");

  /** What SQLite turns values into where that loses nothing. */
  enum Affinity {
    INTEGER,
    TEXT,
    BLOB,
    REAL,
    NUMERIC
  }

  /**
   * Reads the words.
   *
   * @param strict whether the table is strict, where ANY turns nothing
   */
  static DeclaredType of(String words, boolean strict) {
    String upper = words.toUpperCase(Locale.ROOT);
    Affinity affinity;
    if (strict && upper.equals("ANY")) {
      affinity = Affinity.BLOB;
    } else if (upper.contains("INT")) {
      affinity = Affinity.INTEGER;
    } else if (containsOne(upper, "CHAR", "CLOB", "TEXT")) {
      affinity = Affinity.TEXT;
    } else if (upper.isEmpty() || upper.contains("BLOB")) {
      affinity = Affinity.BLOB;
    } else if (containsOne(upper, "REAL", "FLOA", "DOUB")) {
      affinity = Affinity.REAL;
    } else {
      affinity = Affinity.NUMERIC;
    }
    return new DeclaredType(words, affinity);
  }

  private static boolean containsOne(String text, String... parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  /** Whether any value is as good as any other. */
  boolean isOpen() {
    return affinity == Affinity.BLOB && !bare().contains("BLOB");
  }

  /** The words without what is in brackets. */
  private String bare() {
    return IN_BRACKETS.matcher(words).replaceAll("").toUpperCase(Locale.ROOT).trim();
  }

  /** What its values are to people; empty for bytes, and where only the cells can tell. */
  Optional<ColumnType> type() {
    return switch (affinity) {
      case INTEGER -> Optional.of(ColumnType.WHOLE_NUMBER);
      case TEXT -> Optional.of(ColumnType.TEXT);
      case REAL -> Optional.of(ColumnType.DECIMAL);
      case BLOB -> Optional.empty();
      case NUMERIC ->
          Optional.of(
              switch (bare()) {
                case "BOOL", "BOOLEAN" -> ColumnType.YES_NO;
                case "DATE" -> ColumnType.DATE;
                case "MONEY", "SMALLMONEY", "CURRENCY" -> ColumnType.MONEY;
                default -> isText() ? ColumnType.TEXT : ColumnType.DECIMAL;
              });
    };
  }

  /** Whether it stands for texts, but SQLite keeps those that look like numbers as numbers. */
  boolean turnsTexts() {
    return affinity == Affinity.NUMERIC && type().equals(Optional.of(ColumnType.TEXT));
  }

  /** Words for texts, or for what is kept as text, that SQLite takes for numbers. */
  private boolean isText() {
    return containsOne(bare(), "TIME", "STRING", "UUID", "JSON", "ENUM", "XML", "INET");
  }

  /**
   * The condition, in SQL, on which a cell holds what it should not.
   *
   * @param column whose cell
   */
  String isMisfit(String column) {
    String name = SqlName.quote(column);
    return switch (affinity) {
      case INTEGER -> isNone(name, "'integer'");
      case TEXT -> isNone(name, "'text'");
      case REAL -> isNone(name, "'real', 'integer'");
      case BLOB -> isOpen() ? "0" : isNone(name, "'blob'");
      case NUMERIC ->
          switch (type().orElse(ColumnType.DECIMAL)) {
            case YES_NO ->
                "%1$s IS NOT NULL AND (typeof(%1$s) <> 'integer' OR %1$s NOT IN (0, 1))"
                    .formatted(name);
            case DATE ->
                "%1$s IS NOT NULL AND (typeof(%1$s) <> 'text' OR date(%1$s) IS NOT %1$s)"
                    .formatted(name);
            case TEXT -> name + " IS NOT NULL AND typeof(" + name + ") = 'blob'";
            default -> isNone(name, "'integer', 'real'");
          };
    };
  }

  /** The condition that a cell holds something, but none of these. */
  private static String isNone(String name, String types) {
    return "%1$s IS NOT NULL AND typeof(%1$s) NOT IN (%2$s)".formatted(name, types);
  }

  /** The characters that the words allow a text. */
  OptionalInt longest() {
    Matcher length = IN_BRACKETS.matcher(words);
    return affinity == Affinity.TEXT && length.find() && length.group(2) == null
        ? OptionalInt.of(Integer.parseInt(length.group(1)))
        : OptionalInt.empty();
  }

  /** The digits of a decimal number, before and behind its sign. */
  OptionalInt digits() {
    Matcher length = IN_BRACKETS.matcher(words);
    return isDecimal() && length.find()
        ? OptionalInt.of(Integer.parseInt(length.group(1)))
        : OptionalInt.empty();
  }

  /** The digits of a decimal number behind its sign. */
  OptionalInt scale() {
    Matcher length = IN_BRACKETS.matcher(words);
    return isDecimal() && length.find() && length.group(2) != null
        ? OptionalInt.of(Integer.parseInt(length.group(2)))
        : OptionalInt.empty();
  }

  private boolean isDecimal() {
    return affinity == Affinity.NUMERIC || affinity == Affinity.REAL;
  }
}
