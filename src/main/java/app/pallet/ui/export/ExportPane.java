package app.pallet.ui.export;

import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
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
    getStylesheets()
        .add(Objects.requireNonNull(ExportPane.class.getResource("export.css")).toExternalForm());
    getChildren().addAll(choices, new PreviewPane(viewModel), buttons(viewModel, export, cancel));
  }

  private static HBox buttons(ExportViewModel viewModel, Runnable export, Runnable cancel) {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button stop = new Button("Cancel");
    stop.setId("export-cancel");
    stop.setCancelButton(true);
    stop.setOnAction(event -> cancel.run());
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
    HBox bar = new HBox(pending(viewModel.context().pending()), space, stop, write);
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("export-buttons");
    return bar;
  }

  private static Label pending(int pending) {
    Label label =
        new Label(
            Wording.counted(pending, "pending change is", "pending changes are")
                + " not part of it.",
            Icons.of(Feather.INFO));
    label.setId("export-pending");
    label.getStyleClass().add("export-pending");
    label.setVisible(pending > 0);
    return label;
  }
}
