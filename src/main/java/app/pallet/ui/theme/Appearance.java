package app.pallet.ui.theme;

import java.util.function.Consumer;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/**
 * The theme of the application: the user's choice, or the system's while the user wants to follow
 * it. There is one for the whole application. FX thread.
 */
public final class Appearance {

  private final ObjectProperty<ThemeChoice> choice;
  private final ObjectBinding<Theme> theme;

  /**
   * An appearance that begins with a choice and follows a system.
   *
   * @param system what the system looks like
   */
  public Appearance(ThemeChoice choice, ObservableValue<ColorScheme> system) {
    this.choice = new SimpleObjectProperty<>(this, "choice", choice);
    this.theme =
        Bindings.createObjectBinding(() -> resolve(system.getValue()), this.choice, system);
  }

  /** An appearance that follows the system Pallet runs on and styles the whole application. */
  public static Appearance ofApplication(ThemeChoice choice) {
    Typeface.load();
    Appearance appearance = new Appearance(choice, Platform.getPreferences().colorSchemeProperty());
    appearance.apply(theme -> Application.setUserAgentStylesheet(theme.stylesheet()));
    return appearance;
  }

  /** What the user wants; change it to switch. */
  public ObjectProperty<ThemeChoice> choiceProperty() {
    return choice;
  }

  /** Hands the theme to this consumer, now and whenever it changes. */
  void apply(Consumer<Theme> wearer) {
    theme.subscribe(wearer);
  }

  private Theme resolve(ColorScheme system) {
    return switch (choice.get()) {
      case SYSTEM -> Theme.of(system);
      case LIGHT -> Theme.LIGHT;
      case DARK -> Theme.DARK;
    };
  }
}
