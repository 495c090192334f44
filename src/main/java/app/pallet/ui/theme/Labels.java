package app.pallet.ui.theme;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;

/** Makes the labels of a pane, and the tooltips that show long texts in full. FX thread. */
public final class Labels {

  private Labels() {}

  /** A text with style classes. */
  public static Label of(String text, String... styleClasses) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /** A text that wraps if it is too long. */
  public static Label wrapped(String text, String... styleClasses) {
    Label label = of(text, styleClasses);
    label.setWrapText(true);
    return label;
  }

  /** An empty tooltip for texts of any length: it is no wider than so many pixels. */
  public static Tooltip wrappedTooltip(double widest) {
    Tooltip tooltip = new Tooltip();
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(widest);
    return tooltip;
  }
}
