package app.pallet.ui.commit;

import app.pallet.commit.CommitMode;
import app.pallet.ui.theme.Buttons;
import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/**
 * Chooses the commit mode. One of three buttons is always down, so the choice is always visible.
 */
final class ModeSwitch extends HBox {

  private static final List<CommitMode> ORDER =
      List.of(CommitMode.BATCH, CommitMode.ADD_ALL, CommitMode.ONE_BY_ONE);

  private final Map<CommitMode, ToggleButton> buttons = new EnumMap<>(CommitMode.class);

  ModeSwitch(ObjectProperty<CommitMode> mode) {
    ToggleGroup group = new ToggleGroup();
    for (CommitMode each : ORDER) {
      ToggleButton button = new ToggleButton(CommitWording.name(each));
      Buttons.name(button, "mode-" + CommitWording.slug(each), CommitWording.explain(each));
      button.setAccessibleText("Commit mode " + button.getText());
      button.getStyleClass().add(pill(each));
      button.setToggleGroup(group);
      button.setMinWidth(Region.USE_PREF_SIZE);
      buttons.put(each, button);
      getChildren().add(button);
    }
    getStyleClass().add("mode-switch");
    setId("commit-mode");
    Buttons.keepOneDown(group);
    buttons.forEach((each, button) ->
        button
            .selectedProperty()
            .addListener((observed, before, down) -> {
              if (down) {
                mode.set(each);
              }
            }));
    mode.addListener((observed, before, now) -> select(now));
    select(mode.get());
  }

  private void select(CommitMode mode) {
    buttons.forEach((each, button) -> button.setSelected(each == mode));
  }

  private static String pill(CommitMode mode) {
    return switch (ORDER.indexOf(mode)) {
      case 0 -> Styles.LEFT_PILL;
      case 1 -> Styles.CENTER_PILL;
      default -> Styles.RIGHT_PILL;
    };
  }
}
