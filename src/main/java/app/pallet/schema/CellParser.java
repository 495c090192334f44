package app.pallet.schema;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a cell's text into a value of its column and checks it against the column's rules. Never
 * throws for what a user may type. Stateless, for any thread.
 */
public final class CellParser {

  private static final Map<String, Boolean> YES_NO_WORDS =
      Map.ofEntries(
          Map.entry("true", true),
          Map.entry("false", false),
          Map.entry("yes", true),
          Map.entry("no", false),
          Map.entry("y", true),
          Map.entry("n", false),
          Map.entry("1", true),
          Map.entry("0", false),
          Map.entry("on", true),
          Map.entry("off", false),
          Map.entry("ja", true),
          Map.entry("nein", false),
          Map.entry("wahr", true),
          Map.entry("falsch", false),
          Map.entry("oui", true),
          Map.entry("non", false),
          Map.entry("vrai", true),
          Map.entry("faux", false),
          Map.entry("enabled", true),
          Map.entry("disabled", false),
          Map.entry("active", true),
          Map.entry("inactive", false),
          Map.entry("aktiv", true),
          Map.entry("inaktiv", false),
          Map.entry("actif", true),
          Map.entry("inactif", false),
          Map.entry("published", true),
          Map.entry("draft", false),
          Map.entry("archived", false));

  private static final int FIRST_COMBINING = 0x300;

  private CellParser() {}

  /**
   * Reads a text that was typed, pasted or imported.
   *
   * @param column the column it is for
   * @param text as it stands in the cell
   * @param format how ambiguous texts are meant
   */
  public static CellReading parse(Column column, String text, CellFormat format) {
    if (isEmpty(column, text)) {
      return CellRules.check(column, null);
    }
    if (column.storage() == Column.Storage.BYTES) {
      return UnreadableValue.ofBytes(CellText.trim(text))
          .<CellReading>map(CellReading.Value::new)
          .orElseGet(() ->
              new CellReading.Rejected(
                  "Is not written in hexadecimal digits", CellRules.accepted(column)));
    }
    CellReading reading =
        switch (column.type()) {
          case TEXT -> text(column, text);
          case WHOLE_NUMBER -> whole(text, format);
          case DECIMAL, MONEY -> decimal(column, text, format);
          case YES_NO -> yesNo(text);
          case CHOICE -> choice(column, text);
          case DATE -> DateText.read(CellText.trim(text), format.dates());
          case TIMESTAMP -> timestamp(CellText.trim(text));
        };
    return reading instanceof CellReading.Value(var value)
        ? CellRules.check(column, value)
        : reading;
  }

  /** Whether a text stands for an empty cell: white space is a value in free text only. */
  public static boolean isEmpty(Column column, String text) {
    return text.isEmpty() || (!keepsBlanks(column) && CellText.isBlank(text));
  }

  /** Keys are compared, so they get one form; every other text stays as it is. */
  private static CellReading text(Column column, String text) {
    if (Identifiers.isShortened(text) && column.isIdentifier()) {
      return new CellReading.Rejected(
          "Was shortened by a spreadsheet, so digits are missing",
          "all digits, from a column that the spreadsheet holds as text");
    }
    return new CellReading.Value(keepsBlanks(column) ? text : keyForm(text));
  }

  /**
   * The one form in which a text of a unique column is kept: without white space at its ends, and
   * with composed letters.
   */
  public static String keyForm(String text) {
    String key = CellText.trim(text);
    return isComposed(key) ? key : Normalizer.normalize(key, Normalizer.Form.NFC);
  }

  /** Whether a text surely has one form only; saves the time to find that out for every key. */
  private static boolean isComposed(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= FIRST_COMBINING) {
        return false;
      }
    }
    return true;
  }

  private static boolean keepsBlanks(Column column) {
    return column.type() == ColumnType.TEXT
        && (!column.rules().unique() || column.storage() != Column.Storage.SCALED);
  }

  /** A number that stands for itself, not for a cell; empty if a text is none. */
  public static Optional<BigDecimal> number(String text, NumberStyle style) {
    return NumberText.read(text, style) instanceof NumberText.Parsed(BigDecimal number)
        ? Optional.of(number)
        : Optional.empty();
  }

  private static CellReading whole(String text, CellFormat format) {
    return switch (NumberText.read(text, format.numbers())) {
      case NumberText.Rejected(String message) -> rejectedWhole(message);
      case NumberText.Parsed(BigDecimal number) -> {
        if (scale(number) > 0) {
          yield rejectedWhole("Has a fraction");
        }
        yield CellRules.fitsLong(number)
            ? new CellReading.Value(number.longValueExact())
            : CellRules.tooLargeAWhole();
      }
    };
  }

  private static CellReading.Rejected rejectedWhole(String message) {
    return new CellReading.Rejected(message, "a whole number such as 120 or 1,200");
  }

  private static CellReading decimal(Column column, String text, CellFormat format) {
    int scale = column.rules().isFloating() ? Integer.MAX_VALUE : column.rules().scale();
    NumberText.Reading reading =
        column.type() == ColumnType.DECIMAL
            ? NumberText.readShare(text, format.numbers())
            : NumberText.read(text, format.numbers());
    return switch (reading) {
      case NumberText.Rejected(String message) -> rejectedDecimal(message, column, format);
      case NumberText.Parsed(BigDecimal number) ->
          number.scale() > scale && scale(number) > scale
              ? rejectedDecimal("Has too many decimals", column, format)
              : new CellReading.Value(column.normal(number));
    };
  }

  private static CellReading.Rejected rejectedDecimal(
      String message, Column column, CellFormat format) {
    ColumnRules rules = column.rules();
    String example = "a number such as 12%c50 with up to ".formatted(format.numbers().decimal());
    return new CellReading.Rejected(
        message,
        example
            + (rules.isFloating() ? rules.precision() + " digits" : rules.scale() + " decimals"));
  }

  /** Digits after the decimal sign without needless zeros. */
  private static int scale(BigDecimal number) {
    return number.scale() == 0 ? 0 : number.stripTrailingZeros().scale();
  }

  private static CellReading yesNo(String text) {
    Boolean value = YES_NO_WORDS.get(CellText.trim(text).toLowerCase(Locale.ROOT));
    return value == null
        ? new CellReading.Rejected("Is neither yes nor no", "yes or no, true or false, 1 or 0")
        : new CellReading.Value(value);
  }

  private static CellReading choice(Column column, String text) {
    if (column.rules().choices().contains(text)) { // one may differ from another by its case alone
      return new CellReading.Value(text);
    }
    String wanted = CellText.trim(text);
    return column.rules().choices().stream()
        .filter(wanted::equalsIgnoreCase)
        .findFirst()
        .<CellReading>map(CellReading.Value::new)
        .orElseGet(() -> CellRules.notAChoice(column));
  }

  private static CellReading timestamp(String text) {
    try {
      return new CellReading.Value(Instant.ofEpochMilli(Instant.parse(text).toEpochMilli()));
    } catch (DateTimeParseException | ArithmeticException e) { // none, or too far to count
      return new CellReading.Rejected(
          "Is not a date and time", "a moment such as 2026-11-22T14:02:00Z");
    }
  }
}
