package app.pallet.rows.search;

import app.pallet.engine.SearchPattern;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A searched text as it stands in a {@link SearchTextFile.Chunk}, whose bytes are taken for letters
 * of Latin-1 so that Java's own, very fast search finds them. It finds just what {@link
 * SearchPattern} finds: a part that can be written in one way only is looked for, or each way of
 * writing a letter, and the letters around what was found are compared one by one. Immutable.
 */
final class TextNeedle {

  private final List<String> anchors;
  private final List<List<String>> before;
  private final List<List<String>> behind;

  private TextNeedle(List<List<String>> letters, int from, int to) {
    anchors =
        to - from == 1
            ? letters.get(from)
            : List.of(
                String.join("", letters.subList(from, to).stream().map(List::getFirst).toList()));
    before = letters.subList(0, from).reversed();
    behind = letters.subList(to, letters.size());
  }

  /**
   * The needle of a text, of which the first 1,000 characters count as they do in a pattern.
   *
   * @return empty where folded bytes can't tell what a pattern can, which is then to be asked
   */
  static Optional<TextNeedle> of(String text) {
    List<List<String>> letters = new ArrayList<>();
    for (int letter : new SearchPattern(text, SearchPattern.Place.ANYWHERE).letters()) {
      List<Integer> spellings = List.copyOf(SearchPattern.spellings(letter));
      // U+FFFD stands for broken bytes, a surrogate is half a letter, and İ is an i but not an I.
      boolean odd = letter == 0xfffd || Character.getType(letter) == Character.SURROGATE;
      boolean half = letter > 0x7f && spellings.stream().anyMatch(spelling -> spelling <= 0x7f);
      if (odd || half) {
        return Optional.empty();
      }
      letters.add(
          letter <= 0x7f
              ? List.of(Character.toString(letter).toLowerCase(Locale.ROOT))
              : spellings.stream().map(TextNeedle::bytes).toList());
    }
    return letters.isEmpty() ? Optional.empty() : Optional.of(anchored(letters));
  }

  /** Anchors it at the longest part that can be written in only one way, or at its first letter. */
  private static TextNeedle anchored(List<List<String>> letters) {
    int from = 0;
    int to = 1;
    int begin = 0;
    boolean found = false;
    for (int i = 0; i < letters.size(); i++) {
      if (letters.get(i).size() > 1) {
        begin = i + 1;
      } else if (!found || i + 1 - begin > to - from) {
        found = true;
        from = begin;
        to = i + 1;
      }
    }
    return new TextNeedle(letters, from, to);
  }

  private static String bytes(int letter) {
    byte[] utf8 = Character.toString(letter).getBytes(StandardCharsets.UTF_8);
    return new String(utf8, StandardCharsets.ISO_8859_1);
  }

  /**
   * Looks for it.
   *
   * @param hits gets the number of each row that has it
   */
  void find(SearchTextFile.Chunk chunk, BitSet hits) {
    for (String anchor : anchors) {
      find(anchor, chunk, hits);
    }
  }

  private void find(String anchor, SearchTextFile.Chunk chunk, BitSet hits) {
    String text = chunk.text();
    int row = 0;
    int at = text.indexOf(anchor);
    while (at >= 0) {
      while (chunk.end(row) <= at) {
        row++;
      }
      if (fitsBefore(text, at) && fitsBehind(text, at + anchor.length())) {
        hits.set(row);
        at = text.indexOf(anchor, chunk.end(row));
      } else {
        at = text.indexOf(anchor, at + 1);
      }
    }
  }

  private boolean fitsBefore(String text, int end) {
    int place = end;
    for (int i = 0; i < before.size() && place >= 0; i++) {
      place = before(before.get(i), text, place);
    }
    return place >= 0;
  }

  private boolean fitsBehind(String text, int begin) {
    int place = begin;
    for (int i = 0; i < behind.size() && place >= 0; i++) {
      place = behind(behind.get(i), text, place);
    }
    return place >= 0;
  }

  /** Where a letter that ends at a place begins, or -1. */
  private static int before(List<String> ways, String text, int end) {
    for (String way : ways) {
      if (text.startsWith(way, end - way.length())) {
        return end - way.length();
      }
    }
    return -1;
  }

  /** Where a letter that begins at a place ends, or -1. */
  private static int behind(List<String> ways, String text, int begin) {
    for (String way : ways) {
      if (text.startsWith(way, begin)) {
        return begin + way.length();
      }
    }
    return -1;
  }
}
