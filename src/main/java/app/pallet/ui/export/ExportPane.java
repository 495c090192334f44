package app.pallet.ui.export;

import app.pallet.rows.query.RowQuery;
import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Everything in the export window, over a view model. */
public final class ExportPane extends VBox {

  private static final double FORM_WIDTH = 360;

  /**
   * A pane over a view model.
   *
   * @param export asks for the file and writes it
   * @param cancel closes the window
   */
  public ExportPane(ExportViewModel viewModel, Runnable export, Runnable cancel) {
    VBox form = new VBox(new RowsPane(viewModel), new FormPane(viewModel));
    form.getStyleClass().add("export-form");
    form.setMinWidth(FORM_WIDTH);
    form.setMaxWidth(FORM_WIDTH);
    ColumnsPane columns = new ColumnsPane(viewModel);
    HBox.setHgrow(columns, Priority.ALWAYS);
    HBox choices = new HBox(form, columns);
    choices.getStyleClass().add("export-choices");
    VBox.setVgrow(choices, Priority.ALWAYS);
    setId("export-pane");
    getStyleClass().add("export-pane");
    Panes.style(this, "export.css");
    getChildren().addAll(choices, new PreviewPane(viewModel), buttons(viewModel, export, cancel));
  }

  private static HBox buttons(ExportViewModel viewModel, Runnable export, Runnable cancel) {
    Button stop = Buttons.text("export-cancel", "Cancel", cancel);
    stop.setCancelButton(true);
    Button write = new Button();
    write.setId("export-write");
    write.setDefaultButton(true);
    write.getStyleClass().add(Styles.ACCENT);
    write.setOnAction(event -> export.run());
    viewModel
        .stateProperty()
        .subscribe(state -> {
          write.setText(state.action());
          write.setAccessibleText(state.action());
          write.setDisable(!state.possible());
        });
    HBox bar =
        Panes.line(
            "export-buttons", pending(viewModel.context().pending()), new Spacer(), stop, write);
    return bar;
  }

  private static Label pending(int pending) {
    Label label =
        new Label(
            Counted.of(pending, "pending change is", "pending changes are") + " not part of it.",
            Icons.of(Feather.INFO));
    label.setId("export-pending");
    label.getStyleClass().add("export-pending");
    label.setVisible(pending > 0);
    return label;
  }

  /** Shows the first lines of the file as they will be written, or why they can't be. */
  private static final class PreviewPane extends VBox {

    private static final int LINES = 7;

    private final TextArea text = new TextArea();
    private final Label problem = Labels.wrapped("", "export-problem");

    PreviewPane(ExportViewModel viewModel) {
      Label title = Labels.of("Preview", "pane-title");
      text.setId("export-preview");
      text.setAccessibleText("The first lines of the file");
      text.setEditable(false);
      text.setPrefRowCount(LINES);
      text.setMinHeight(Region.USE_PREF_SIZE);
      text.getStyleClass().addAll("monospace", "export-preview");
      problem.setId("export-problem");
      problem.setMaxSize(Double.MAX_VALUE, Region.USE_PREF_SIZE);
      getStyleClass().add("export-section");
      getChildren().addAll(title, new StackPane(text, problem));
      viewModel.stateProperty().subscribe(this::show);
    }

    private void show(ExportState state) {
      problem.setText(state.preview().problem());
      problem.setVisible(!state.preview().problem().isEmpty());
      if (!text.getText().equals(state.preview().text())) {
        text.setText(state.preview().text());
      }
    }
  }

  /** Chooses the rows. */
  private static final class RowsPane extends VBox {

    RowsPane(ExportViewModel viewModel) {
      Label title = Labels.of("Rows", "pane-title");
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
        case ALL -> "All " + Counted.of(count, "row", "rows");
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
      return searchOnly
          ? "Found by “" + query.search().strip() + "”"
          : "Found by search and filter";
    }
  }
}
