package app.pallet.change;

/**
 * Where a row of input came from.
 *
 * @param source a file's name, or what else the user calls it, such as {@code clipboard}
 * @param line the line it begins at, from 1, as an editor counts; 0 where there are no lines
 */
public record RowOrigin(String source, long line) {

  /** A value typed into the table. */
  public static final RowOrigin TYPED = new RowOrigin("table", 0);

  /** The line and the source, such as {@code prices.csv, line 12}; empty where it has no line. */
  public String place() {
    return line > 0 ? source + ", line " + line : "";
  }
}
