package app.pallet.operation.example;

import app.pallet.operation.recipe.Step;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What may have been done to texts: letters, spaces, a text before or behind, one text for another,
 * items of a list, or a pattern over other columns. It is guessed from the first example.
 */
final class TextGuesses {

  /** A shorter text of another column may stand in a text by chance. */
  private static final int TELLING = 2;

  private static final String LIST = ", ";

  private final RuleFinder finder;

  TextGuesses(RuleFinder finder) {
    this.finder = finder;
  }

  Stream<List<Step>> all() {
    Example first = finder.examples().getFirst();
    if (!(first.after() instanceof String after)) {
      return Stream.empty();
    }
    String before = first.before().text(finder.column());
    return Stream.of(
            letters().map(List::of),
            around(before, after).map(List::of),
            items(before, after).map(List::of),
            replacements(before, after).map(List::of),
            slugs().map(List::of),
            bothSides(before, after).stream(),
            template(first, after).stream().map(List::of))
        .flatMap(guesses -> guesses);
  }

  private Stream<Step> letters() {
    return Stream.concat(
        Stream.of(finder.step("trim")),
        Stream.of("upper", "lower", "title", "sentence").map(to -> finder.step("case", "to", to)));
  }

  private Stream<Step> around(String before, String after) {
    List<Step> guesses = new ArrayList<>();
    if (!before.isEmpty() && after.endsWith(before)) {
      String text = after.substring(0, after.length() - before.length());
      guesses.add(finder.step("prefix", "text", text));
    }
    if (!before.isEmpty() && after.startsWith(before)) {
      guesses.add(finder.step("suffix", "text", after.substring(before.length())));
    }
    return guesses.stream();
  }

  private Optional<List<Step>> bothSides(String before, String after) {
    int at = before.isEmpty() ? -1 : after.indexOf(before);
    return at <= 0
        ? Optional.empty()
        : Optional.of(
            List.of(
                finder.step("prefix", "text", after.substring(0, at)),
                finder.step("suffix", "text", after.substring(at + before.length()))));
  }

  private Stream<Step> items(String before, String after) {
    List<String> was = List.of(before.split(",\\s*", -1));
    List<String> is = List.of(after.split(",\\s*", -1));
    Stream<Step> added =
        is.stream()
            .filter(item -> !item.isBlank() && !was.contains(item))
            .map(item -> finder.step("add-item", "item", item));
    Stream<Step> removed =
        was.stream()
            .filter(item -> !item.isBlank() && !is.contains(item))
            .map(item -> finder.step("remove-item", "item", item));
    boolean isList = before.contains(LIST) || after.contains(LIST);
    return isList || before.isEmpty() ? Stream.concat(added, removed) : Stream.empty();
  }

  /** What differs between the two texts, as it is and as whole words. */
  private Stream<Step> replacements(String before, String after) {
    int shorter = Math.min(before.length(), after.length());
    int start = 0;
    while (start < shorter && before.charAt(start) == after.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && before.charAt(before.length() - 1 - end) == after.charAt(after.length() - 1 - end)) {
      end++;
    }
    int wordStart = start;
    while (wordStart > 0 && Character.isLetterOrDigit(before.charAt(wordStart - 1))) {
      wordStart--;
    }
    int wordEnd = end;
    while (wordEnd > 0 && Character.isLetterOrDigit(before.charAt(before.length() - wordEnd))) {
      wordEnd--;
    }
    return Stream.of(
            replacement(before, after, start, end),
            replacement(before, after, wordStart, wordEnd),
            replacement(before, after, wordStart, end),
            replacement(before, after, start, wordEnd))
        .flatMap(Optional::stream);
  }

  /** What stands in both texts between so many characters at the start and at the end. */
  private Optional<Step> replacement(String before, String after, int start, int end) {
    return before.length() - end <= start
        ? Optional.empty()
        : Optional.of(
            finder.step(
                "replace",
                "find",
                before.substring(start, before.length() - end),
                "with",
                after.substring(start, after.length() - end)));
  }

  private Stream<Step> slugs() {
    return Stream.concat(
        Stream.of(finder.step("slug")),
        finder.schema().dataColumns().stream()
            .filter(c -> c.type() == ColumnType.TEXT && !c.equals(finder.column()))
            .map(c -> finder.step("slug", "from", Step.nameOf(c, finder.schema()))));
  }

  /** The text with the names of columns where it holds what these hold, the longest first. */
  private Optional<Step> template(Example first, String after) {
    List<Column> columns =
        finder.schema().dataColumns().stream()
            .filter(column -> first.before().text(column).length() >= TELLING)
            .sorted(
                Comparator.comparingInt((Column c) -> first.before().text(c).length()).reversed())
            .toList();
    List<Object> parts = new ArrayList<>(List.of(after));
    for (Column column : columns) {
      split(parts, column, first.before().text(column));
    }
    StringBuilder pattern = new StringBuilder();
    for (Object part : parts) {
      pattern.append(
          part instanceof Column column
              ? "{" + Step.nameOf(column, finder.schema()) + "}"
              : ((String) part).replace("{", "{{").replace("}", "}}"));
    }
    return parts.stream().anyMatch(Column.class::isInstance)
        ? Optional.of(finder.step("template", "template", pattern.toString()))
        : Optional.empty();
  }

  private static void split(List<Object> parts, Column column, String held) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof String text && text.contains(held)) {
        int at = text.indexOf(held);
        parts.set(i, text.substring(0, at));
        parts.add(i + 1, column);
        parts.add(i + 2, text.substring(at + held.length()));
        i++;
      }
    }
  }
}
