package app.pallet.ui.export;

import app.pallet.rows.query.RowQuery;
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
      RadioButton button = new RadioButton(text(scope, rows, viewModel.context().query()));
      button.setId(scope.id());
      button.setToggleGroup(group);
      button.setDisable(rows.isEmpty());
      button.setSelected(viewModel.scopeProperty().get() == scope);
      button.setOnAction(event -> viewModel.scopeProperty().set(scope));
      getChildren().add(button);
    }
  }

  private static String text(RowScope scope, Optional<ExportContext.Scope> rows, RowQuery query) {
    long count = rows.map(ExportContext.Scope::count).orElse(0);
    return switch (scope) {
      case ALL -> "All " + Wording.counted(count, "row", "rows");
      case SHOWN -> {
        String shown = shown(query);
        yield rows.isEmpty()
            ? "As searched, filtered and sorted"
            : shown + ": " + Wording.grouped(count);
      }
      case SELECTED -> rows.isEmpty() ? "Selected rows" : Wording.grouped(count) + " selected";
    };
  }

  private static String shown(RowQuery query) {
    if (!query.isSearching()) {
      return "All in the order shown";
    }
    boolean searchOnly = query.filter().isEmpty() && query.within().isEmpty();
    return searchOnly ? "Found by “" + query.search().strip() + "”" : "Found by search and filter";
  }
}
