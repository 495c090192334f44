package app.pallet.ui.palette;

import java.util.List;
import org.kordamp.ikonli.Ikon;

/**
 * Something that the palette offers.
 *
 * @param title what it is found by
 * @param remark what else the user should know, such as why it can't be done; may be empty
 * @param keys its keys, one text for each combination
 * @param isPossible whether it can be done now
 * @param action does it
 */
public record PaletteEntry(
    Kind kind,
    String title,
    Ikon icon,
    String remark,
    List<String> keys,
    boolean isPossible,
    Runnable action) {

  /** What is offered, in the order in which the user sees it. */
  public enum Kind {
    COMMAND("Commands", ">"),
    RECIPE("Recipes", ""),
    COLUMN("Columns", "@"),
    ROW("Rows", "#");

    private final String heading;
    private final String sign;

    Kind(String heading, String sign) {
      this.heading = heading;
      this.sign = sign;
    }

    String heading() {
      return heading;
    }

    /** What a text begins with that asks for nothing else; empty if there is no such sign. */
    String sign() {
      return sign;
    }
  }
}
