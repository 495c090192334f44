package app.pallet.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What a search costs in several ways, in the shape in which {@code src/bench/run search --json}
 * prints it.
 *
 * @param rows products in the catalogue
 * @param processors that a search may use
 * @param rounds of which each figure of a search is the median
 * @param texts what Pallet keeps for searching
 * @param trigrams a full-text index of SQLite for comparison, which Pallet does not make
 * @param words what was searched for
 * @param adds what it costs to add products with and without
 */
public record SearchResult(
    int rows,
    int processors,
    int rounds,
    Making texts,
    Making trigrams,
    List<Word> words,
    List<Adds> adds) {

  public SearchResult {
    words = List.copyOf(words);
    adds = List.copyOf(adds);
  }

  /**
   * What it takes to make something for searching.
   *
   * @param millis to make it, in milliseconds
   * @param megabytes of its size
   */
  public record Making(double millis, double megabytes) {}

  /**
   * A search in several ways, each to the last row found, in milliseconds.
   *
   * @param text what was searched for
   * @param found rows that have it
   * @param scan through the table
   * @param texts in the texts that Pallet keeps
   * @param trigrams in the full-text index; empty where it can't answer
   */
  public record Word(
      String text, int found, double scan, double texts, Optional<Double> trigrams) {}

  /**
   * What it costs to add products to the catalogue.
   *
   * @param by who adds them
   * @param rows how many
   * @param without microseconds a row with nothing kept for searching
   * @param with the same with it
   */
  public record Adds(String by, int rows, double without, double with) {}
}
