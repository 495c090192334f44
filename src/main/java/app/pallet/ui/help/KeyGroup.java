package app.pallet.ui.help;

import java.util.List;
import javafx.scene.input.KeyCombination;

/**
 * Keys that belong together in the list of keys.
 *
 * @param title what they have in common
 */
public record KeyGroup(String title, List<Line> lines) {

  public KeyGroup {
    lines = List.copyOf(lines);
  }

  /**
   * What some keys do.
   *
   * @param shown the combinations that are told
   * @param all these, and others that do the same
   */
  public record Line(String what, List<KeyCombination> shown, List<KeyCombination> all) {

    public Line {
      shown = List.copyOf(shown);
      all = List.copyOf(all);
    }
  }
}
