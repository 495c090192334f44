package app.pallet.ui.bulk;

import app.pallet.operation.recipe.Step;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a word in a formula or a pattern can be completed to.
 *
 * @param start where the word begins: an index of the text
 * @param end behind its last character
 * @param offers what can stand in its place, the best first
 */
record Completion(int start, int end, List<Offer> offers) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Set<String> NOT_COLUMNS =
      Set.of("and", "or", "not", "true", "false", "null");
  private static final int MOST = 12;

  /**
   * Something that can stand there.
   *
   * @param shown as the user chooses it
   * @param meaning what it is
   * @param inserted what is written; the cursor stands behind it
   */
  record Offer(String shown, String meaning, String inserted) {}

  /**
   * Completes the word before the cursor.
   *
   * @param functions the names of functions; none in a pattern, where columns stand in braces
   */
  static Completion of(String text, int caret, TableSchema schema, Set<String> functions) {
    int brace = openBrace(text, caret);
    if (brace < 0 && (functions.isEmpty() || isQuoted(text, caret))) {
      return new Completion(caret, caret, List.of());
    }
    int start = brace >= 0 ? brace : wordStart(text, caret);
    String typed = text.substring(brace >= 0 ? brace + 1 : start, caret).toLowerCase(Locale.ROOT);
    int end = brace >= 0 && caret < text.length() && closes(text.charAt(caret)) ? caret + 1 : caret;
    if (brace < 0 && typed.isEmpty()) {
      return new Completion(caret, caret, List.of());
    }
    Stream<Offer> columns =
        schema.dataColumns().stream()
            .filter(column -> contains(column.label(), typed) || contains(column.name(), typed))
            .sorted(Comparator.comparing(column -> !starts(column.label(), typed))) // stable
            .map(column -> offer(schema, column, brace >= 0));
    Stream<Offer> calls =
        functions.stream()
            .filter(name -> brace < 0 && name.startsWith(typed))
            .map(name -> new Offer(name, "function", name + "("));
    return new Completion(start, end, Stream.concat(columns, calls).limit(MOST).toList());
  }

  /** How a column is written in a formula: as a word if it is one, or else in braces. */
  private static Offer offer(TableSchema schema, Column column, boolean inBraces) {
    String name = Step.nameOf(column, schema);
    boolean isWord = WORD.matcher(name).matches() && !NOT_COLUMNS.contains(name);
    return new Offer(
        column.label(), column.type().label(), inBraces || !isWord ? "{" + name + "}" : name);
  }

  /** Everything of a text, with one offer in the place of the word. */
  String with(String text, Offer offer) {
    return text.substring(0, start) + offer.inserted() + text.substring(end);
  }

  private static int openBrace(String text, int caret) {
    for (int i = caret - 1; i >= 0; i--) {
      char sign = text.charAt(i);
      if (closes(sign)) {
        return -1;
      }
      if (sign == '{' || sign == '[') {
        return i;
      }
    }
    return -1;
  }

  private static boolean closes(char sign) {
    return sign == '}' || sign == ']';
  }

  private static boolean isQuoted(String text, int caret) {
    return text.chars().limit(caret).filter(sign -> sign == '"').count() % 2 == 1;
  }

  private static int wordStart(String text, int caret) {
    int start = caret;
    while (start > 0
        && (Character.isLetterOrDigit(text.charAt(start - 1)) || text.charAt(start - 1) == '_')) {
      start--;
    }
    return start < caret && Character.isDigit(text.charAt(start)) ? caret : start;
  }

  private static boolean contains(String name, String typed) {
    return name.toLowerCase(Locale.ROOT).contains(typed);
  }

  private static boolean starts(String name, String typed) {
    return name.toLowerCase(Locale.ROOT).startsWith(typed);
  }
}
