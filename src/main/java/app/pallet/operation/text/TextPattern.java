package app.pallet.operation.text;

import app.pallet.operation.RowCells;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with columns in it, such as {@code {brand} {name} {weight} kg}. Two braces stand for one.
 * Immutable, for any thread.
 *
 * @param texts what stands before, between and behind the columns: one more than columns
 * @param columns in their order
 */
public record TextPattern(List<String> texts, List<Column> columns) {

  private static final Pattern COLUMN = Pattern.compile("\\{\\{|}}|\\{([^{}]*)}|[{}]");
  private static final Pattern SPACES = Pattern.compile(" {2,}");

  public TextPattern {
    texts = List.copyOf(texts);
    columns = List.copyOf(columns);
  }

  /**
   * Reads a pattern.
   *
   * @param called finds a column by a name of it
   * @throws IllegalArgumentException if a brace has no partner, or there is no such column
   */
  public static TextPattern parse(String text, Function<String, Optional<Column>> called) {
    List<String> texts = new ArrayList<>();
    List<Column> columns = new ArrayList<>();
    StringBuilder piece = new StringBuilder();
    Matcher matcher = COLUMN.matcher(text);
    int from = 0;
    while (matcher.find()) {
      piece.append(text, from, matcher.start());
      from = matcher.end();
      String name = matcher.group(1);
      if (name != null) {
        int place = matcher.start() + 1;
        columns.add(
            called
                .apply(name)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "There is no column \"%s\", at character %d of \"%s\""
                            .formatted(name, place, text))));
        texts.add(piece.toString());
        piece.setLength(0);
      } else if (matcher.group().length() == 2) {
        piece.append(matcher.group().charAt(0));
      } else {
        throw new IllegalArgumentException(
            "A brace has no partner, at character %d of \"%s\". Write it twice for a brace itself"
                .formatted(matcher.start() + 1, text));
      }
    }
    texts.add(piece.append(text, from, text.length()).toString());
    return new TextPattern(texts, columns);
  }

  /** The first column whose text of this row could not be taken. */
  public Optional<Column> unusable(RowCells row) {
    return columns.stream().filter(each -> row.rejectedText(each).isPresent()).findFirst();
  }

  /** The text for a row; empty where all columns are. An empty column leaves no second space. */
  public String of(RowCells row) {
    StringBuilder result = new StringBuilder(texts.getFirst());
    int filled = 0;
    for (int i = 0; i < columns.size(); i++) {
      String text = row.text(columns.get(i));
      filled += text.isEmpty() ? 0 : 1;
      result.append(text).append(texts.get(i + 1));
    }
    if (filled == columns.size()) {
      return result.toString();
    }
    return filled == 0 ? "" : SPACES.matcher(result).replaceAll(" ").strip();
  }
}
