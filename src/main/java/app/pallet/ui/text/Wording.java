package app.pallet.ui.text;

import app.pallet.text.Counted;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts numbers and times into words as the user reads them. English like the rest of the window.
 * Stateless, for any thread.
 */
public final class Wording {

  private Wording() {}

  /** A number with its thousands grouped: {@code 1,204}. */
  public static String grouped(long number) {
    return NumberFormat.getIntegerInstance(Locale.ENGLISH).format(number);
  }

  /** The size of a file: {@code 820 bytes}, {@code 14 kB}, {@code 3.2 MB}. */
  public static String size(long bytes) {
    if (bytes < 1_000) {
      return Counted.of(bytes, "byte", "bytes");
    }
    if (bytes < 1_000_000) {
      return grouped(Math.round(bytes / 1e3)) + " kB";
    }
    return bytes < 1_000_000_000
        ? String.format(Locale.ENGLISH, "%.1f MB", bytes / 1e6)
        : String.format(Locale.ENGLISH, "%.1f GB", bytes / 1e9);
  }

  /**
   * How many there are of something.
   *
   * @param what as it stands behind the number, such as {@code added}
   */
  public record Count(long number, String what) {}

  /** Several counts in a line, leaving out those that are zero: {@code 3 added · 12 edited}. */
  public static String tally(Count... counts) {
    return Stream.of(counts)
        .filter(count -> count.number() > 0)
        .map(count -> grouped(count.number()) + " " + count.what())
        .collect(Collectors.joining(" · "));
  }

  /** A name as it stands within a sentence: {@code price}, but {@code SKU} stays. */
  public static String inSentence(String name) {
    boolean isWord = name.length() > 1 && Character.isLowerCase(name.charAt(1));
    return isWord ? name.substring(0, 1).toLowerCase(Locale.ENGLISH) + name.substring(1) : name;
  }

  /** A pace without more digits than it deserves: {@code 0.8}, {@code 61.3}, {@code 52,310}. */
  public static String pace(double unitsPerSecond) {
    return unitsPerSecond < 100
        ? String.format(Locale.ENGLISH, "%.1f", unitsPerSecond)
        : grouped(Math.round(unitsPerSecond));
  }

  /** A pace where there is little room: {@code 840}, {@code 9.5k}, {@code 98k}. */
  public static String shortened(double unitsPerSecond) {
    if (unitsPerSecond < 1_000) {
      return grouped(Math.round(unitsPerSecond));
    }
    double thousands = unitsPerSecond / 1_000;
    return thousands < 10
        ? String.format(Locale.ENGLISH, "%.1fk", thousands)
        : grouped(Math.round(thousands)) + "k";
  }

  /** A ratio: {@code 1.0×}, {@code 37×}. */
  public static String ratio(double ratio) {
    return (ratio < 10 ? String.format(Locale.ENGLISH, "%.1f", ratio) : grouped(Math.round(ratio)))
        + "×";
  }

  /** How long something took or takes: {@code 84 ms}, {@code 2.4 s}, {@code 3 min 05 s}. */
  public static String duration(Duration duration) {
    long millis = duration.toMillis();
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 60_000) {
      return String.format(Locale.ENGLISH, "%.1f s", millis / 1_000.0);
    }
    if (millis < 3_600_000) {
      return String.format("%d min %02d s", duration.toMinutes(), duration.toSecondsPart());
    }
    return String.format("%d h %02d min", duration.toHours(), duration.toMinutesPart());
  }

  /** The time left in steps a reader can follow: {@code less than a second}, {@code 12 s}. */
  public static String timeLeft(Duration left) {
    long seconds = left.toSeconds();
    if (seconds < 1) {
      return "less than a second";
    }
    return seconds < 60 ? seconds + " s" : duration(Duration.ofSeconds(seconds));
  }
}
