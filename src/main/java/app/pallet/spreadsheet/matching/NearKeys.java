package app.pallet.spreadsheet.matching;

import java.util.List;
import java.util.Locale;

/**
 * Rows whose key is nearly that of a product.
 *
 * @param edited rows that edit a product, because their key can only be another spelling of its key
 * @param editedExample the first of these, or {@link Example#NONE}
 * @param alike rows that are added as new products although their key is much like that of an
 *     existing one, or of another row
 * @param alikeExample the first of these, or {@link Example#NONE}
 */
public record NearKeys(long edited, Example editedExample, long alike, Example alikeExample) {

  /** None. */
  public static final NearKeys NONE = new NearKeys(0, Example.NONE, 0, Example.NONE);

  /**
   * One of the rows.
   *
   * @param line where it stands
   * @param said its key there
   * @param product the key of the product or of the other row
   */
  public record Example(long line, String said, String product) {
    static final Example NONE = new Example(0, "", "");
  }

  /** These rows and others that come after them. */
  public NearKeys plus(NearKeys more) {
    return new NearKeys(
        edited + more.edited,
        edited > 0 ? editedExample : more.editedExample,
        alike + more.alike,
        alike > 0 ? alikeExample : more.alikeExample);
  }

  static NearKeys joined(List<NearKeys> parts) {
    return parts.stream().reduce(NONE, NearKeys::plus);
  }

  /** Tells the user which keys were taken for another spelling; an empty text if none was. */
  public String editedSentence() {
    return edited == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d %s found by another spelling of the key, such as “%s” in line %d for %s",
            edited,
            edited == 1 ? "product was" : "products were",
            editedExample.said(),
            editedExample.line(),
            editedExample.product());
  }

  /** Tells the user which keys may be another spelling; an empty text if there is none. */
  public String alikeSentence() {
    return alike == 0
        ? ""
        : String.format(
            Locale.ROOT,
            "%,d %s nearly the key of another row and %s new, such as “%s” in line"
                + " %d beside %s",
            alike,
            alike == 1 ? "row has" : "rows have",
            alike == 1 ? "is" : "are",
            alikeExample.said(),
            alikeExample.line(),
            alikeExample.product());
  }
}
