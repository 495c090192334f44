package app.pallet.ui.export;

import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.export.CsvEncoding;
import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.spreadsheet.export.ExportPreset;
import app.pallet.spreadsheet.export.FormulaTexts;
import app.pallet.ui.theme.Labels;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Chooses the form of the file. */
final class FormPane extends VBox {

  FormPane(ExportViewModel viewModel) {
    Label title = Labels.of("File", "pane-title");
    GridPane grid = grid();
    new LabelledChoice<>(
            "export-preset",
            "Made for",
            List.of(ExportPreset.values()),
            viewModel.presetProperty(),
            FormPane::name)
        .addTo(grid, 0);
    new LabelledChoice<>(
            "export-format",
            "File type",
            List.of(ExportFormat.values()),
            viewModel.formatProperty(),
            FormPane::name)
        .addTo(grid, 1);
    List<LabelledChoice<?>> textOnly =
        List.of(
            new LabelledChoice<>(
                "export-separator",
                "Separator",
                List.of(',', ';', '\t', '|'),
                viewModel.separatorProperty(),
                FormPane::name),
            new LabelledChoice<>(
                "export-encoding",
                "Encoding",
                List.of(CsvEncoding.values()),
                viewModel.encodingProperty(),
                CsvEncoding::label),
            new LabelledChoice<>(
                "export-decimal",
                "Decimal sign",
                List.of(NumberStyle.values()),
                viewModel.numbersProperty(),
                FormPane::name));
    for (int i = 0; i < textOnly.size(); i++) {
      textOnly.get(i).addTo(grid, i + 2);
    }
    viewModel
        .formatProperty()
        .subscribe(
            format -> textOnly.forEach(choice -> choice.setDisable(format == ExportFormat.XLSX)));
    CheckBox guard = guard(viewModel);
    viewModel
        .formatProperty()
        .subscribe(
            format -> guard.setDisable(format == ExportFormat.XLSX)); // texts there never run
    getStyleClass().add("export-section");
    getChildren().addAll(title, grid, guard, remark());
  }

  private static GridPane grid() {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("export-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setMinWidth(Region.USE_PREF_SIZE);
    ColumnConstraints boxes = new ColumnConstraints();
    boxes.setHgrow(Priority.ALWAYS);
    boxes.setFillWidth(true);
    grid.getColumnConstraints().addAll(names, boxes);
    return grid;
  }

  private static CheckBox guard(ExportViewModel viewModel) {
    CheckBox guard = new CheckBox("Keep texts from running as formulas");
    guard.setId("export-guard");
    viewModel
        .formulasProperty()
        .subscribe(formulas -> guard.setSelected(formulas == FormulaTexts.GUARD));
    guard
        .selectedProperty()
        .subscribe(
            on -> viewModel.formulasProperty().set(on ? FormulaTexts.GUARD : FormulaTexts.KEEP));
    return guard;
  }

  private static Label remark() {
    Label remark =
        Labels.wrapped(
            "In CSV a text such as =1+1 gets an apostrophe, which an import takes away.",
            "export-remark");
    remark.setMinHeight(Region.USE_PREF_SIZE);
    return remark;
  }

  private static String name(ExportPreset preset) {
    return preset == ExportPreset.PALLET ? "Pallet and spreadsheets" : preset.label();
  }

  private static String name(ExportFormat format) {
    return switch (format) {
      case CSV -> "CSV";
      case XLSX -> "Excel workbook";
    };
  }

  private static String name(char separator) {
    return switch (separator) {
      case ',' -> "Comma";
      case ';' -> "Semicolon";
      case '\t' -> "Tab";
      default -> "Vertical bar";
    };
  }

  private static String name(NumberStyle style) {
    return switch (style) {
      case POINT -> "Point: 1234.50";
      case COMMA -> "Comma: 1234,50";
    };
  }
}
