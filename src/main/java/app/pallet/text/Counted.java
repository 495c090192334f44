package app.pallet.text;

import java.util.Locale;

/** Numbers of things in words. English like the rest of Pallet. Stateless, for any thread. */
public final class Counted {

  private Counted() {}

  /**
   * A number of things, its thousands grouped.
   *
   * <pre>{@code
   * Counted.of(1, "row", "rows")     // 1 row
   * Counted.of(1204, "row", "rows")  // 1,204 rows
   * }</pre>
   *
   * @param one what a single thing is called
   * @param many what any other number of them is called
   */
  public static String of(long number, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? one : many);
  }
}
