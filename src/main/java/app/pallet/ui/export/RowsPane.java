package app.pallet.ui.export;

import app.pallet.ui.text.Wording;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/** Chooses the rows. */
final class RowsPane extends VBox {

  RowsPane(ExportViewModel viewModel) {
    Label title = new Label("Rows");
    title.getStyleClass().add("pane-title");
    getChildren().add(title);
    getStyleClass().add("export-section");
    ToggleGroup group = new ToggleGroup();
    for (RowScope scope : RowScope.values()) {
      Optional<ExportContext.Scope> rows =
          Optional.ofNullable(viewModel.context().scopes().get(scope));
      RadioButton button = new RadioButton(text(scope, rows, viewModel.context().search()));
      button.setId(scope.id());
      button.setToggleGroup(group);
      button.setDisable(rows.isEmpty());
      button.setSelected(viewModel.scopeProperty().get() == scope);
      button.setOnAction(event -> viewModel.scopeProperty().set(scope));
      getChildren().add(button);
    }
  }

  private static String text(RowScope scope, Optional<ExportContext.Scope> rows, String search) {
    long count = rows.map(ExportContext.Scope::count).orElse(0);
    return switch (scope) {
      case ALL -> "All " + Wording.counted(count, "row", "rows");
      case SHOWN -> {
        String shown =
            search.isBlank() ? "All in the order shown" : "Found by “" + search.strip() + "”";
        yield rows.isEmpty() ? "As searched and sorted" : shown + ": " + Wording.grouped(count);
      }
      case SELECTED -> rows.isEmpty() ? "Selected rows" : Wording.grouped(count) + " selected";
    };
  }
}
