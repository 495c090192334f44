package app.pallet.ui.theme;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Makes icons that take size and colour from the style sheet. */
public final class Icons {

  private Icons() {}

  /** An icon of the size that fits beside text. */
  public static FontIcon of(Ikon ikon, String... styleClasses) {
    FontIcon icon = new FontIcon(ikon);
    icon.getStyleClass().addAll(styleClasses);
    return icon;
  }
}
