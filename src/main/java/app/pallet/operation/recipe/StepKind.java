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
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Something that a step can do: the word for it, the words of what it takes, and how the operation
 * is made of these.
 */
record StepKind(List<String> words, Function<StepArguments, Operation> make) {

  private static final Map<String, StepKind> ALL = all();

  private static Map<String, StepKind> all() {
    Map<String, StepKind> all = new LinkedHashMap<>();
    all.put("set", of(StepKind::set, "to"));
    all.put("clear", of(a -> put(a, "")));
    all.put(
        "copy",
        of(a -> new CopyFrom(a.target(), a.source("from"), a.rounding()), "from", "rounding"));
    numbers(all);
    texts(all);
    all.put(
        "shift",
        of(
            a -> new ShiftDate(a.target(), a.whole("months", 0), a.whole("days", 0)),
            "months",
            "days"));
    all.put("invert", of(a -> new Invert(a.target())));
    all.put("formula", of(StepKind::formula, "formula", "rounding"));
    return Collections.unmodifiableMap(all);
  }

  private static void numbers(Map<String, StepKind> all) {
    number(all, "add", a -> new NumberRule.Add(a.number("by")), "by");
    number(all, "percent", a -> new NumberRule.Percent(a.number("by")), "by");
    number(all, "multiply", a -> new NumberRule.Multiply(a.number("by")), "by");
    number(all, "margin", a -> new NumberRule.Margin(a.number("percent")), "percent");
    number(
        all, "round", a -> new NumberRule.RoundTo(a.number("to"), direction(a)), "to", "direction");
    number(
        all,
        "ending",
        a -> new NumberRule.Ending(a.number("ending"), direction(a)),
        "ending",
        "direction");
    number(all, "floor", a -> new NumberRule.AtLeast(a.number("limit")), "limit");
    number(all, "ceiling", a -> new NumberRule.AtMost(a.number("limit")), "limit");
    all.put("number", of(StepKind::numbering, "start", "step", "digits", "prefix"));
  }

  private static void texts(Map<String, StepKind> all) {
    text(all, "prefix", a -> new TextRule.Prefix(a.text("text")), "text");
    text(all, "suffix", a -> new TextRule.Suffix(a.text("text")), "text");
    text(all, "trim", a -> new TextRule.Trim());
    text(
        all,
        "case",
        a -> new TextRule.Case(a.choice("to", LetterCase.class, LetterCase.LOWER)),
        "to");
    text(
        all,
        "replace",
        a -> new TextRule.Replace(a.text("find"), a.text("with"), a.flag("ignore-case")),
        "find",
        "with",
        "ignore-case");
    text(all, "regex", StepKind::match, "find", "with", "ignore-case");
    text(all, "slug", a -> new TextRule.Address());
    text(
        all,
        "split",
        a -> new TextRule.Part(a.text("separator"), a.whole("part", 1)),
        "separator",
        "part");
    all.put("template", of(a -> new Template(a.target(), a.pattern("template")), "template"));
    all.put(
        "join",
        of(
            a -> new JoinColumns(a.target(), a.columns("columns"), a.text("separator", " ")),
            "columns",
            "separator"));
    text(
        all,
        "add-item",
        a -> new ItemRule.AddItem(a.text("item"), separator(a)),
        "item",
        "separator");
    text(
        all,
        "remove-item",
        a -> new ItemRule.RemoveItem(a.text("item"), separator(a)),
        "item",
        "separator");
    text(
        all,
        "replace-item",
        a -> new ItemRule.ReplaceItem(a.text("item"), a.text("with"), separator(a)),
        "item",
        "with",
        "separator");
  }

  private static StepKind of(Function<StepArguments, Operation> make, String... words) {
    return new StepKind(List.of(words), make);
  }

  private static void number(
      Map<String, StepKind> all,
      String name,
      Function<StepArguments, NumberRule> rule,
      String... words) {
    all.put(
        name,
        new StepKind(
            more(words, "from", "rounding"),
            a -> new ChangeNumber(a.target(), a.source("from"), rule.apply(a), a.rounding())));
  }

  private static void text(
      Map<String, StepKind> all,
      String name,
      Function<StepArguments, TextRule> rule,
      String... words) {
    all.put(
        name,
        new StepKind(
            more(words, "from"), a -> new ChangeText(a.target(), a.source("from"), rule.apply(a))));
  }

  private static List<String> more(String[] words, String... others) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of(others));
    return List.copyOf(all);
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

  /**
   * What a step can do by a word.
   *
   * @throws RecipeException if the word is none of them
   */
  static StepKind of(String name) {
    StepKind kind = ALL.get(name);
    if (kind == null) {
      throw new RecipeException(
          "\"%s\" is nothing that a step can do; it can %s"
              .formatted(name, String.join(", ", ALL.keySet())));
    }
    return kind;
  }

  /** All words, with those of what each takes. */
  static Map<String, List<String>> known() {
    Map<String, List<String>> all = new LinkedHashMap<>();
    ALL.forEach((name, kind) -> all.put(name, kind.words()));
    return Collections.unmodifiableMap(all);
  }

  /** The operation of a step on a table. */
  Operation operation(
      Step step,
      TableSchema schema,
      Map<String, String> answers,
      BiFunction<Column, String, Optional<Object>> names) {
    StepArguments arguments = new StepArguments(step, schema, answers, names);
    arguments.requireOnly(words);
    return make.apply(arguments);
  }
}
