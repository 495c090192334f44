package app.pallet.ui.theme;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;

/** Makes buttons that look the same and can be found and read aloud. */
public final class Buttons {

  private static final Duration TOOLTIP_DELAY = Duration.millis(400);

  private Buttons() {}

  /** A flat button with only an icon; the tooltip is its name for a screen reader too. */
  public static Button icon(String id, Ikon ikon, String tooltip, Runnable action) {
    Button button = new Button();
    button.setGraphic(Icons.of(ikon));
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
    button.setOnAction(event -> action.run());
    name(button, id, tooltip);
    return button;
  }

  /** A button with a text, which is never cut off. */
  public static Button text(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }

  /** The same, small, for bars and the headers of panes. */
  public static Button small(String id, String text, Runnable action) {
    Button button = text(id, text, action);
    button.getStyleClass().add(Styles.SMALL);
    return button;
  }

  /** Keeps one button of a group down: a click on the one that is down would leave none. */
  public static void keepOneDown(ToggleGroup group) {
    group
        .selectedToggleProperty()
        .addListener((observed, before, now) -> {
          if (now == null) {
            group.selectToggle(before);
          }
        });
  }

  /** Gives a button its id, tooltip and accessible text. */
  public static void name(ButtonBase button, String id, String tooltip) {
    button.setId(id);
    button.setTooltip(tooltip(tooltip));
    button.setAccessibleText(tooltip);
  }

  /** A tooltip that comes soon enough to be of use. */
  public static Tooltip tooltip(String text) {
    Tooltip tooltip = new Tooltip(text);
    tooltip.setShowDelay(TOOLTIP_DELAY);
    return tooltip;
  }
}
