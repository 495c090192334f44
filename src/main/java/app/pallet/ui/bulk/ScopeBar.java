package app.pallet.ui.bulk;

import app.pallet.ui.export.RowScope;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * Chooses which rows are meant, each choice with its count. Rows that are not shown are never meant
 * without a word about it.
 */
final class ScopeBar extends VBox {

  private final Map<RowScope, ToggleButton> buttons = new EnumMap<>(RowScope.class);
  private final Label hidden = Labels.wrapped("", "bulk-note");
  private final RowChoice choice;

  ScopeBar(RowChoice choice) {
    this.choice = choice;
    ToggleGroup group = new ToggleGroup();
    HBox bar = new HBox();
    for (RowScope scope : List.of(RowScope.SELECTED, RowScope.SHOWN, RowScope.ALL)) {
      ToggleButton button = new ToggleButton();
      button.setId("bulk-" + scope.name().toLowerCase(Locale.ROOT));
      button.setToggleGroup(group);
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
      button.setOnAction(event -> {
        if (scope == RowScope.SELECTED) {
          choice.pickSelected();
        }
        choice.scopeProperty().set(scope);
      });
      buttons.put(scope, button);
      bar.getChildren().add(button);
    }
    Buttons.keepOneDown(group);
    bar.getStyleClass().add("scope-bar");
    getStyleClass().add("bulk-part");
    getChildren().addAll(bar, hidden);
    choice.countsProperty().addListener(observed -> show());
    choice.scopeProperty().addListener(observed -> show());
    show();
  }

  private void show() {
    Map<RowScope, Integer> counts = choice.countsProperty().get();
    buttons.forEach((scope, button) -> {
      Integer count = counts.get(scope);
      Panes.show(button, count != null);
      button.setText(name(scope) + "  " + Wording.grouped(count == null ? 0 : count));
      button.setSelected(scope == choice.scopeProperty().get());
    });
    int all = counts.getOrDefault(RowScope.ALL, 0);
    int notShown = all - counts.getOrDefault(RowScope.SHOWN, 0);
    hidden.setText(
        "%s of these rows are not shown by the search and filters that are on."
            .formatted(Wording.grouped(notShown)));
    Panes.show(hidden, choice.scopeProperty().get() == RowScope.ALL && notShown > 0);
  }

  private static String name(RowScope scope) {
    return switch (scope) {
      case SELECTED -> "Selected";
      case SHOWN -> "Shown";
      case ALL -> "All";
    };
  }
}
