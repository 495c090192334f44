package app.pallet.rows.search;

import app.pallet.engine.SearchWords;
import app.pallet.engine.SearchWords.Word;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The words of a search as they stand in a {@link SearchTextFile.Chunk}, whose texts are folded and
 * whose bytes are taken for letters of Latin-1, so that Java's own, very fast search finds them.
 * Immutable.
 */
final class TextNeedle {

  private final String longest;
  private final List<String> others;
  private final List<Word> accented;

  private TextNeedle(List<String> words, List<Word> accented) {
    this.longest = words.getFirst();
    this.others = words.subList(1, words.size());
    this.accented = accented;
  }

  /** The needle of a search; empty if it has no words. */
  static Optional<TextNeedle> of(String text) {
    List<Word> words = SearchWords.of(text).words();
    List<String> folded =
        words.stream()
            .map(word -> bytes(word.folded()))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();
    List<Word> accented = words.stream().filter(word -> !word.accented().isEmpty()).toList();
    return words.isEmpty() ? Optional.empty() : Optional.of(new TextNeedle(folded, accented));
  }

  private static String bytes(String word) {
    return new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  /**
   * Looks for the words. None reaches over two texts, as it has no control character.
   *
   * @param hits gets the number of each row that has all of them
   */
  void find(SearchTextFile.Chunk chunk, BitSet hits) {
    String text = chunk.text();
    int row = 0;
    int at = text.indexOf(longest);
    while (at >= 0) {
      while (chunk.end(row) <= at) {
        row++;
      }
      int begin = row == 0 ? 0 : chunk.end(row - 1);
      int end = chunk.end(row);
      if (others.stream().allMatch(word -> text.indexOf(word, begin, end) >= 0)
          && (accented.isEmpty() || areIn(text.substring(begin, end)))) {
        hits.set(row);
      }
      at = text.indexOf(longest, end);
    }
  }

  /** Whether the words with accents are in the texts of a row that have some. */
  private boolean areIn(String row) {
    int begin = row.indexOf(SearchTextFile.ACCENTED);
    if (begin < 0) {
      return false;
    }
    byte[] bytes = row.substring(begin).getBytes(StandardCharsets.ISO_8859_1);
    String texts = new String(bytes, StandardCharsets.UTF_8);
    return accented.stream().allMatch(word -> word.isInAccented(texts));
  }
}
