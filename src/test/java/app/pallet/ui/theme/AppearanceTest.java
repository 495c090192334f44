package app.pallet.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

final class AppearanceTest {
  private final ObjectProperty<ColorScheme> system = new SimpleObjectProperty<>(ColorScheme.LIGHT);
  private final List<Theme> worn = new ArrayList<>();

  @Test
  void theSystemIsFollowedWhileItChanges() {
    Appearance appearance = new Appearance(ThemeChoice.SYSTEM, system);
    appearance.apply(worn::add);
    system.set(ColorScheme.DARK);
    system.set(ColorScheme.LIGHT);
    assertThat(worn).containsExactly(Theme.LIGHT, Theme.DARK, Theme.LIGHT);
  }

  @Test
  void aChoiceOfTheUserOutweighsTheSystem() {
    Appearance appearance = new Appearance(ThemeChoice.DARK, system);
    appearance.apply(worn::add);
    system.set(ColorScheme.DARK);
    system.set(ColorScheme.LIGHT);
    assertThat(worn).containsExactly(Theme.DARK);
  }

  @Test
  void theUserCanReturnToTheSystem() {
    Appearance appearance = new Appearance(ThemeChoice.DARK, system);
    appearance.apply(worn::add);
    appearance.choiceProperty().set(ThemeChoice.SYSTEM);
    assertThat(worn).containsExactly(Theme.DARK, Theme.LIGHT);
  }
}
