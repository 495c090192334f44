package app.pallet.ui.theme;

import java.net.URL;
import java.util.Objects;
import javafx.application.ColorScheme;

/** One of Pallet's two looks: AtlantaFX Primer with Pallet's own rules on top. */
public enum Theme {
  /** Dark text on white. */
  LIGHT("light.css"),
  /** Light text on near black. */
  DARK("dark.css");

  private final String file;

  Theme(String file) {
    this.file = file;
  }

  /** The theme that fits what the system says it looks like. */
  static Theme of(ColorScheme system) {
    return system == ColorScheme.DARK ? DARK : LIGHT;
  }

  /**
   * Address of the style sheet, for {@link javafx.application.Application#setUserAgentStylesheet}.
   */
  String stylesheet() {
    URL address = Theme.class.getResource(file);
    return Objects.requireNonNull(address, file).toExternalForm();
  }
}
