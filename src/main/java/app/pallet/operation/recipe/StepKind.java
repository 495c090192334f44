package app.pallet.operation.recipe;

import app.pallet.operation.ColumnOperation;
import app.pallet.operation.CopyFrom;
import app.pallet.operation.Invert;
import app.pallet.operation.Operation;
import app.pallet.operation.SetTo;
import app.pallet.operation.ShiftDate;
import app.pallet.operation.formula.Calculate;
import app.pallet.operation.formula.FormulaException;
import app.pallet.operation.number.ChangeNumber;
import app.pallet.operation.number.Direction;
import app.pallet.operation.number.NumberRule;
import app.pallet.operation.number.Numbering;
import app.pallet.operation.recipe.StepField.Kind;
import app.pallet.operation.text.ChangeText;
import app.pallet.operation.text.ItemRule;
import app.pallet.operation.text.JoinColumns;
import app.pallet.operation.text.LetterCase;
import app.pallet.operation.text.LimitedPattern;
import app.pallet.operation.text.Template;
import app.pallet.operation.text.TextRule;
import app.pallet.schema.CellFormat;
import app.pallet.schema.CellParser;
import app.pallet.schema.CellReading;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something that a step can do: the word for it, what it is called, for which columns it is, what
 * it takes, and how the operation is made of that. Recipes, their forms and their sentences all
 * follow from what is said here.
 *
 * @param word by which it goes in a recipe
 * @param title as the user chooses it
 * @param sentence what a step does, with what it takes in braces; {@code {a/b/x}} stands for a and
 *     the number x, or for b and its amount where it is negative
 * @param fits whether a form offers it for a column
 * @param fields what it takes, those first that it needs
 */
public record StepKind(
    String word,
    String title,
    String sentence,
    Predicate<Column> fits,
    List<StepField> fields,
    Function<StepArguments, Operation> make) {

  private static final StepField FROM =
      StepField.of("from", "Beginning with", Kind.COLUMN, "").orNot();
  private static final StepField ROUNDING =
      StepField.choice("rounding", "Rounded", "half-up", "half-even", "up", "down").orNot();
  private static final StepField DIRECTION =
      StepField.choice("direction", "Direction", "nearest", "up", "down");
  private static final StepField SEPARATOR =
      StepField.text("separator", "Between two items", ", ").orNot();
  private static final StepField IGNORE_CASE =
      StepField.of("ignore-case", "Any case", Kind.FLAG, "false").orNot();
  private static final Pattern PLACE = Pattern.compile("\\{(?:([^/}]*)/([^/}]*)/)?([a-z-]+)}");

  private static final Map<String, StepKind> ALL =
      Stream.of(numbers(), anything(), texts(), parts(), items(), others())
          .flatMap(List::stream)
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toMap(
                      StepKind::word, kind -> kind, (one, other) -> one, LinkedHashMap::new),
                  Collections::unmodifiableMap));

  public StepKind {
    fields = List.copyOf(fields);
  }

  private static boolean isNumber(Column column) {
    return column.type().isNumeric();
  }

  private static boolean isText(Column column) {
    return column.type() == ColumnType.TEXT;
  }

  private static List<StepKind> numbers() {
    return List.of(
        number(
            "percent",
            "Raise or lower by %",
            "{raise by/lower by/by} %",
            a -> new NumberRule.Percent(a.number("by")),
            StepField.number("by", "Percent", "10")),
        number(
            "add",
            "Raise or lower by an amount",
            "{raise by/lower by/by}",
            a -> new NumberRule.Add(a.number("by")),
            StepField.number("by", "Amount", "1")),
        number(
            "multiply",
            "Multiply",
            "multiply by {by}",
            a -> new NumberRule.Multiply(a.number("by")),
            StepField.number("by", "Factor", "1.2")),
        number(
            "ending",
            "Give an ending",
            "end in {ending}, {direction}",
            a -> new NumberRule.Ending(a.number("ending"), direction(a)),
            StepField.number("ending", "Ending", "0.95"),
            DIRECTION),
        number(
            "round",
            "Round",
            "round to {to}, {direction}",
            a -> new NumberRule.RoundTo(a.number("to"), direction(a)),
            StepField.number("to", "To a multiple of", "0.05"),
            DIRECTION),
        number(
            "floor",
            "Raise to at least",
            "at least {limit}",
            a -> new NumberRule.AtLeast(a.number("limit")),
            StepField.number("limit", "Least", "1")),
        number(
            "ceiling",
            "Lower to at most",
            "at most {limit}",
            a -> new NumberRule.AtMost(a.number("limit")),
            StepField.number("limit", "Most", "100")),
        new StepKind(
            "margin",
            "Margin over a cost",
            "a margin of {percent} %",
            StepKind::isNumber,
            List.of(
                StepField.number("percent", "Percent", "40"),
                StepField.of("from", "Over", Kind.COLUMN, "").orNot(),
                ROUNDING),
            a -> change(a, new NumberRule.Margin(a.number("percent")))));
  }

  private static List<StepKind> anything() {
    return List.of(
        of(
            "set",
            "Set",
            "set to \u201c{to}\u201d",
            column -> true,
            StepKind::set,
            StepField.of("to", "Value", Kind.VALUE, "")),
        of(
            "copy",
            "Take from another column",
            "take from {from}",
            column -> true,
            a -> new CopyFrom(a.target(), a.source("from"), a.rounding()),
            StepField.of("from", "Column", Kind.COLUMN, ""),
            ROUNDING),
        of(
            "formula",
            "Formula",
            "= {formula}",
            column -> true,
            StepKind::formula,
            StepField.of("formula", "Formula", Kind.FORMULA, ""),
            ROUNDING),
        of("clear", "Empty", "empty", column -> !column.rules().required(), a -> put(a, "")));
  }

  private static List<StepKind> texts() {
    return List.of(
        text(
            "prefix",
            "Put before",
            "put \u201c{text}\u201d before",
            a -> new TextRule.Prefix(a.text("text")),
            StepField.text("text", "Text", "")),
        text(
            "suffix",
            "Put behind",
            "put \u201c{text}\u201d behind",
            a -> new TextRule.Suffix(a.text("text")),
            StepField.text("text", "Text", "")),
        text(
            "replace",
            "Replace",
            "replace \u201c{find}\u201d with \u201c{with}\u201d",
            a -> new TextRule.Replace(a.text("find"), a.text("with"), a.flag("ignore-case")),
            StepField.text("find", "Find", ""),
            StepField.text("with", "Replace with", ""),
            IGNORE_CASE),
        text(
            "regex",
            "Replace by a regular expression",
            "replace what matches {find} with \u201c{with}\u201d",
            StepKind::match,
            StepField.text("find", "Expression", ""),
            StepField.text("with", "Replace with", ""),
            IGNORE_CASE),
        text("trim", "Trim spaces", "trim spaces", a -> new TextRule.Trim()),
        text(
            "case",
            "Change case",
            "{to} case",
            a -> new TextRule.Case(a.choice("to", LetterCase.class, LetterCase.LOWER)),
            StepField.choice("to", "Case", "title", "sentence", "upper", "lower")));
  }

  /** Texts that are put together, or taken apart. */
  private static List<StepKind> parts() {
    return List.of(
        of(
            "template",
            "Pattern over columns",
            "write as {template}",
            StepKind::isText,
            a -> new Template(a.target(), a.pattern("template")),
            StepField.of("template", "Pattern", Kind.TEMPLATE, "")),
        of(
            "join",
            "Join columns",
            "join {columns}",
            StepKind::isText,
            a -> new JoinColumns(a.target(), a.columns("columns"), a.text("separator", " ")),
            StepField.of("columns", "Columns", Kind.COLUMNS, ""),
            StepField.text("separator", "Between them", " ").orNot()),
        text(
            "split",
            "Take a part",
            "take part {part} of what \u201c{separator}\u201d separates",
            a -> new TextRule.Part(a.text("separator"), a.whole("part", 1)),
            StepField.text("separator", "Separated by", ","),
            StepField.number("part", "Part", "1")),
        text("slug", "Make an address", "make an address of it", a -> new TextRule.Address()));
  }

  private static List<StepKind> items() {
    return List.of(
        text(
            "add-item",
            "Add to the list",
            "add \u201c{item}\u201d",
            a -> new ItemRule.AddItem(a.text("item"), separator(a)),
            StepField.text("item", "Item", ""),
            SEPARATOR),
        text(
            "remove-item",
            "Take from the list",
            "take \u201c{item}\u201d away",
            a -> new ItemRule.RemoveItem(a.text("item"), separator(a)),
            StepField.text("item", "Item", ""),
            SEPARATOR),
        text(
            "replace-item",
            "Replace in the list",
            "put \u201c{with}\u201d in place of \u201c{item}\u201d",
            a -> new ItemRule.ReplaceItem(a.text("item"), a.text("with"), separator(a)),
            StepField.text("item", "Item", ""),
            StepField.text("with", "Replace with", ""),
            SEPARATOR));
  }

  private static List<StepKind> others() {
    return List.of(
        of(
            "shift",
            "Move by days or months",
            "move by {months} months and {days} days",
            column -> column.type() == ColumnType.DATE || column.type() == ColumnType.TIMESTAMP,
            a -> new ShiftDate(a.target(), a.whole("months", 0), a.whole("days", 0)),
            StepField.number("months", "Months", "0"),
            StepField.number("days", "Days", "7")),
        of(
            "invert",
            "Turn round",
            "yes becomes no, no becomes yes",
            column -> column.type() == ColumnType.YES_NO,
            a -> new Invert(a.target())),
        of(
            "number",
            "Number the rows",
            "number from {start} in steps of {step}",
            column -> isNumber(column) || isText(column),
            StepKind::numbering,
            StepField.number("start", "First", "1"),
            StepField.number("step", "Step", "1"),
            StepField.number("digits", "Digits", "0").orNot(),
            StepField.text("prefix", "Before it", "").orNot()));
  }

  private static StepKind of(
      String word,
      String title,
      String sentence,
      Predicate<Column> fits,
      Function<StepArguments, Operation> make,
      StepField... fields) {
    return new StepKind(word, title, sentence, fits, List.of(fields), make);
  }

  private static StepKind number(
      String word,
      String title,
      String sentence,
      Function<StepArguments, NumberRule> rule,
      StepField... fields) {
    return new StepKind(
        word,
        title,
        sentence,
        StepKind::isNumber,
        Stream.concat(Stream.of(fields), Stream.of(FROM, ROUNDING)).toList(),
        a -> change(a, rule.apply(a)));
  }

  private static StepKind text(
      String word,
      String title,
      String sentence,
      Function<StepArguments, TextRule> rule,
      StepField... fields) {
    return new StepKind(
        word,
        title,
        sentence,
        StepKind::isText,
        Stream.concat(Stream.of(fields), Stream.of(FROM)).toList(),
        a -> new ChangeText(a.target(), a.source("from"), rule.apply(a)));
  }

  private static Operation change(StepArguments a, NumberRule rule) {
    return new ChangeNumber(a.target(), a.source("from"), rule, a.rounding());
  }

  private static Operation set(StepArguments a) {
    Column column = a.target();
    Optional<Object> named = a.named(column, a.text("to"));
    if (named.isPresent()) {
      return SetTo.of(
          a.text("to"),
          List.of(ColumnOperation.requireWritable(column)),
          c -> new CellReading.Value(named.get()));
    }
    if (CellParser.parse(column, a.text("to"), CellFormat.PLAIN)
        instanceof CellReading.Rejected(String message, String accepted)) {
      throw new RecipeException(
          "\"to\": \"%s\" can't be taken: %s; accepted is %s"
              .formatted(a.text("to"), message, accepted));
    }
    return put(a, a.text("to"));
  }

  private static Operation put(StepArguments a, String text) {
    Column column = ColumnOperation.requireWritable(a.target());
    return SetTo.of(text, List.of(column), CellFormat.PLAIN);
  }

  private static Direction direction(StepArguments a) {
    return a.choice("direction", Direction.class, Direction.NEAREST);
  }

  private static String separator(StepArguments a) {
    return a.text("separator", ", ");
  }

  private static Operation numbering(StepArguments a) {
    return new Numbering(
        a.target(),
        a.large("start", 1),
        a.large("step", 1),
        a.whole("digits", 0),
        a.text("prefix", ""));
  }

  private static TextRule match(StepArguments a) {
    return new TextRule.Match(
        LimitedPattern.of(a.text("find"), a.flag("ignore-case")), a.text("with"));
  }

  private static Operation formula(StepArguments a) {
    String text = a.text("formula");
    try {
      return new Calculate(a.target(), a.formula(text), a.rounding());
    } catch (FormulaException e) {
      throw new RecipeException(
          "%s, at character %d of \"%s\"".formatted(e.getMessage(), e.start() + 1, text), e);
    }
  }

  /** All that can be done, in the order in which it is offered. */
  public static List<StepKind> all() {
    return List.copyOf(ALL.values());
  }

  /** What a form offers for a column, the most usual first. */
  public static List<StepKind> of(Column column) {
    return ALL.values().stream().filter(kind -> kind.fits.test(column)).toList();
  }

  /**
   * What a step can do by a word.
   *
   * @throws RecipeException if the word is none of them
   */
  public static StepKind of(String name) {
    StepKind kind = ALL.get(name);
    if (kind == null) {
      throw new RecipeException(
          "\"%s\" is nothing that a step can do; it can %s"
              .formatted(name, String.join(", ", ALL.keySet())));
    }
    return kind;
  }

  /** The words of what it takes. */
  List<String> words() {
    return fields.stream().map(StepField::word).toList();
  }

  /**
   * The operation of a step on a table.
   *
   * @param answers by the names of the questions
   * @param names what a text stands for in a column that refers to other rows
   * @throws RecipeException if a column, a word or a value doesn't fit; its cause is a {@link
   *     FormulaException} with the place if that is in a formula
   */
  public Operation operation(
      Step step,
      TableSchema schema,
      Map<String, String> answers,
      BiFunction<Column, String, Optional<Object>> names) {
    StepArguments arguments = new StepArguments(step, schema, answers, names);
    arguments.requireOnly(words());
    return make.apply(arguments);
  }

  /** What a step does, as the user reads it; what is asked for stands in angle brackets. */
  String told(Step step) {
    Matcher place = PLACE.matcher(sentence);
    StringBuilder told = new StringBuilder();
    while (place.find()) {
      String value = value(step, place.group(3));
      String lead = place.group(1);
      if (lead != null) {
        boolean lowers = value.startsWith("-");
        value = (lowers ? place.group(2) : lead) + " " + (lowers ? value.substring(1) : value);
      }
      place.appendReplacement(told, Matcher.quoteReplacement(value));
    }
    place.appendTail(told);
    if (step.arguments().containsKey("from") && !sentence.contains("{from}")) {
      told.append(" from ").append(value(step, "from"));
    }
    return told.toString();
  }

  private String value(Step step, String word) {
    return switch (step.arguments().get(word)) {
      case Argument.Given(List<String> all) -> String.join(", ", all);
      case Argument.Asked asked -> "\u2039" + asked.name() + "\u203a";
      case null ->
          fields.stream()
              .filter(field -> field.word().equals(word))
              .map(StepField::initial)
              .findFirst()
              .orElse("");
    };
  }
}
