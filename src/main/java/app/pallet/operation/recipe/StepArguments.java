package app.pallet.operation.recipe;

import app.pallet.operation.formula.Formula;
import app.pallet.operation.text.TextPattern;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a step is given, read as what its operation takes. */
final class StepArguments {

  /** An exponent would make numbers that take forever to be written out. */
  private static final Pattern NUMBER = Pattern.compile("[-+]?\\d{1,19}(\\.\\d{1,18})?");

  private final Step step;
  private final TableSchema schema;
  private final Map<String, String> answers;
  private final BiFunction<Column, String, Optional<Object>> names;

  StepArguments(
      Step step,
      TableSchema schema,
      Map<String, String> answers,
      BiFunction<Column, String, Optional<Object>> names) {
    this.names = names;
    this.step = step;
    this.schema = schema;
    this.answers = answers;
  }

  /** The value that a name means in a column that refers to other rows. */
  Optional<Object> named(Column column, String text) {
    return names.apply(column, text);
  }

  /** The column that is filled. */
  Column target() {
    return called(step.column(), "column");
  }

  /** Another column; the one that is filled where none is named. */
  Column source(String word) {
    return has(word) ? called(text(word), word) : target();
  }

  List<Column> columns(String word) {
    return texts(word).stream().map(name -> called(name, word)).toList();
  }

  TextPattern pattern(String word) {
    return TextPattern.parse(text(word), schema::called);
  }

  Formula formula(String text) {
    return Formula.parse(text, schema::called);
  }

  private Column called(String name, String word) {
    return schema
        .called(name)
        .orElseThrow(() ->
            wrong(
                word,
                "there is no column \"%s\"; there are %s"
                    .formatted(
                        name,
                        schema.dataColumns().stream()
                            .map(Column::name)
                            .collect(Collectors.joining(", ")))));
  }

  boolean has(String word) {
    return step.arguments().containsKey(word);
  }

  String text(String word) {
    List<String> texts = texts(word);
    if (texts.size() != 1) {
      throw wrong(word, "one value is wanted, not a list");
    }
    return texts.getFirst();
  }

  String text(String word, String otherwise) {
    return has(word) ? text(word) : otherwise;
  }

  private List<String> texts(String word) {
    Argument argument = step.arguments().get(word);
    if (argument == null) {
      throw wrong(word, "is missing");
    }
    return argument.texts(answers);
  }

  BigDecimal number(String word) {
    String text = text(word).strip();
    if (!NUMBER.matcher(text).matches()) {
      throw wrong(word, "\"%s\" is no number such as 12.5 or -5".formatted(text));
    }
    return new BigDecimal(text);
  }

  /** A whole number of up to nine digits. */
  int whole(String word, int otherwise) {
    if (!has(word)) {
      return otherwise;
    }
    try {
      return number(word).intValueExact();
    } catch (ArithmeticException e) {
      throw wrong(word, "\"%s\" is no whole number".formatted(text(word)));
    }
  }

  /** The same of 64 bits. */
  long large(String word, long otherwise) {
    if (!has(word)) {
      return otherwise;
    }
    try {
      return number(word).longValueExact();
    } catch (ArithmeticException e) {
      throw wrong(word, "\"%s\" is no whole number".formatted(text(word)));
    }
  }

  boolean flag(String word) {
    return switch (text(word, "false")) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(word, "true or false is wanted");
    };
  }

  <E extends Enum<E>> E choice(String word, Class<E> type, E otherwise) {
    if (!has(word)) {
      return otherwise;
    }
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> spelt(each).equalsIgnoreCase(text(word)))
        .findFirst()
        .orElseThrow(() ->
            wrong(
                word,
                "\"%s\" is none of %s"
                    .formatted(
                        text(word),
                        Arrays.stream(type.getEnumConstants())
                            .map(StepArguments::spelt)
                            .collect(Collectors.joining(", ")))));
  }

  private static String spelt(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** How a result is rounded to the decimals of its column. */
  RoundingMode rounding() {
    return switch (choice("rounding", Rounding.class, Rounding.HALF_UP)) {
      case HALF_UP -> RoundingMode.HALF_UP;
      case HALF_EVEN -> RoundingMode.HALF_EVEN;
      case UP -> RoundingMode.CEILING;
      case DOWN -> RoundingMode.FLOOR;
    };
  }

  private enum Rounding {
    HALF_UP,
    HALF_EVEN,
    UP,
    DOWN
  }

  private static RecipeException wrong(String word, String what) {
    return new RecipeException("\"%s\": %s".formatted(word, what));
  }

  /** Refuses words that the operation doesn't take. */
  void requireOnly(List<String> words) {
    Optional<String> unknown =
        step.arguments().keySet().stream().filter(word -> !words.contains(word)).findFirst();
    if (unknown.isPresent()) {
      throw wrong(
          unknown.get(),
          words.isEmpty()
              ? "the step takes nothing but a column"
              : "is not known here; known are " + String.join(", ", words));
    }
  }
}
