package app.pallet.operation.formula;

import app.pallet.schema.Column;
import com.ezylang.evalex.data.EvaluationValue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The text of a formula on its way to the library that calculates. Columns, texts and words are
 * taken out, and one letter of a range that nobody types stands for each; everything else keeps its
 * place, so that the places of errors are right. What is not known here never gets to the library.
 */
final class FormulaText {

  /** The first of the letters that stand for operands: any that count as letters would do. */
  private static final char FIRST = '一';

  private static final int LONGEST = 2_000;
  private static final int DEEPEST = 50;
  private static final int MOST_DIGITS = 34;
  private static final String SIGNS = "+-*/=<>!&|,";

  private final String text;
  private final Function<String, Optional<Column>> called;
  private final StringBuilder plain = new StringBuilder();
  private final List<Operand> operands = new ArrayList<>();
  private final Map<Integer, Integer> ends = new HashMap<>();
  private final Deque<Integer> open = new ArrayDeque<>();
  private int at;

  /** What a letter stands for. */
  sealed interface Operand {

    /** A column's value. */
    record Of(Column column) implements Operand {}

    /** The same value for each row. */
    record Constant(EvaluationValue value) implements Operand {}
  }

  /**
   * A formula whose operands have been taken out.
   *
   * @param plain what is left, as long as the text
   * @param operands what the letters stand for
   * @param ends where operands end, by where they begin
   */
  record Scanned(String plain, List<Operand> operands, Map<Integer, Integer> ends) {

    /** The place of an operand's letter among the operands. */
    static int index(String letter) {
      return letter.charAt(0) - FIRST;
    }

    /** An error at a place that the library has named, counted from 1. */
    FormulaException error(String message, int first, int last) {
      int start = Math.clamp(first - 1, 0, plain.length());
      int end = ends.getOrDefault(start, Math.clamp(last, start, plain.length()));
      return new FormulaException(message, start, end);
    }
  }

  private FormulaText(String text, Function<String, Optional<Column>> called) {
    this.text = text;
    this.called = called;
  }

  /**
   * Takes the operands out.
   *
   * @param called finds a column by a name of it
   * @throws FormulaException if there is anything in the text that has no place in a formula
   */
  static Scanned scan(String text, Function<String, Optional<Column>> called) {
    return new FormulaText(text, called).scan();
  }

  private Scanned scan() {
    if (text.isBlank()) {
      throw new FormulaException("The formula is empty", 0, text.length());
    }
    if (text.length() > LONGEST) {
      throw new FormulaException("A formula has up to 2,000 characters", LONGEST, text.length());
    }
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '{' -> column('}');
        case '[' -> column(']');
        case '"', '\'' -> quoted(c);
        case '(', ')' -> bracket(c);
        default -> {
          if (Character.isWhitespace(c)) {
            put(" ", at + 1);
          } else if (SIGNS.indexOf(c) >= 0) {
            put(String.valueOf(c), at + 1);
          } else if (isOfNumber(c)) {
            number();
          } else if (Character.isLetter(c) || c == '_') {
            word();
          } else {
            throw wrong(
                "'%s' has no meaning here".formatted(Character.toString(text.codePointAt(at))),
                at + 1);
          }
        }
      }
    }
    if (!open.isEmpty()) {
      at = open.pop();
      throw wrong("This bracket is not closed", at + 1);
    }
    return new Scanned(plain.toString(), List.copyOf(operands), Map.copyOf(ends));
  }

  private void bracket(char c) {
    if (c == '(') {
      open.push(at);
    } else if (open.poll() == null) {
      throw wrong("This bracket has no partner", at + 1);
    }
    if (open.size() > DEEPEST) {
      throw wrong("There are more than 50 brackets in one another", at + 1);
    }
    put(String.valueOf(c), at + 1);
  }

  private void column(char closing) {
    int end = text.indexOf(closing, at);
    if (end < 0) {
      throw wrong("This bracket of a column's name is not closed", text.length());
    }
    String name = text.substring(at + 1, end);
    operand(
        new Operand.Of(
            called
                .apply(name)
                .orElseThrow(() -> wrong("There is no column \"%s\"".formatted(name), end + 1))),
        end + 1);
  }

  /** A text; a quotation mark in it is written twice. */
  private void quoted(char mark) {
    StringBuilder value = new StringBuilder();
    int end = at + 1;
    while (end < text.length()) {
      char c = text.charAt(end++);
      if (c != mark) {
        value.append(c);
      } else if (end < text.length() && text.charAt(end) == mark) {
        value.append(text.charAt(end++));
      } else {
        constant(EvaluationValue.stringValue(value.toString()), end);
        return;
      }
    }
    throw wrong("This text is not closed by %s".formatted(mark), text.length());
  }

  private void number() {
    int end = at;
    int digits = 0;
    int points = 0;
    while (end < text.length() && isOfNumber(text.charAt(end))) {
      char c = text.charAt(end++);
      points += c == '.' ? 1 : 0;
      digits += c == '.' ? 0 : 1;
    }
    boolean isPlain = points <= 1 && digits >= 1 && digits <= MOST_DIGITS;
    if (!isPlain || text.charAt(end - 1) == '.' || isLetterAt(end)) {
      throw wrong(
          "A number is written as 12 or 12.5, with up to 34 digits and without an exponent",
          isLetterAt(end) ? end + 1 : end);
    }
    put(text.substring(at, end), end);
  }

  private boolean isLetterAt(int index) {
    return index < text.length()
        && (Character.isLetter(text.charAt(index)) || text.charAt(index) == '_');
  }

  private static boolean isOfNumber(char c) {
    return (c >= '0' && c <= '9') || c == '.';
  }

  private void word() {
    int end = at;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    String word = text.substring(at, end);
    int next = end;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    boolean isCalled = next < text.length() && text.charAt(next) == '(';
    switch (word.toLowerCase(Locale.ROOT)) {
      case "and" -> put("&&", end);
      case "or" -> put("||", end);
      case "not" -> put("!", end);
      case "true" -> constant(EvaluationValue.TRUE, end);
      case "false" -> constant(EvaluationValue.FALSE, end);
      case "null" -> constant(EvaluationValue.NULL_VALUE, end);
      case String name when isCalled -> function(name, end);
      default -> nameOfColumn(word, end);
    }
  }

  private void function(String name, int end) {
    if (!Functions.NAMES.contains(name)) {
      throw wrong(
          "There is no function \"%s\"; there are %s"
              .formatted(name, String.join(", ", Functions.NAMES)),
          end);
    }
    put(name, end);
  }

  private void nameOfColumn(String name, int end) {
    Column column =
        called
            .apply(name)
            .orElseThrow(() ->
                wrong(
                    "There is no column \"%s\"; a text is written as \"%s\"".formatted(name, name),
                    end));
    operand(new Operand.Of(column), end);
  }

  private void constant(EvaluationValue value, int end) {
    operand(new Operand.Constant(value), end);
  }

  private void operand(Operand operand, int end) {
    ends.put(at, end);
    put(Character.toString(FIRST + operands.size()), end);
    operands.add(operand);
  }

  /** Puts something in the place of the text from here to an end, and goes on behind it. */
  private void put(String kept, int end) {
    plain.append(kept).append(" ".repeat(end - at - kept.length()));
    at = end;
  }

  private FormulaException wrong(String message, int end) {
    return new FormulaException(message, at, end);
  }
}
