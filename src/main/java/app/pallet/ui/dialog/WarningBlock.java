package app.pallet.ui.dialog;

import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.workspace.checks.CommitWarning;
import app.pallet.workspace.checks.CommitWarning.BarcodeDigit;
import app.pallet.workspace.checks.CommitWarning.Example;
import app.pallet.workspace.checks.CommitWarning.ManyRowsChanged;
import app.pallet.workspace.checks.CommitWarning.PriceMoved;
import app.pallet.workspace.checks.CommitWarning.RowsDeleted;
import app.pallet.workspace.checks.CommitWarning.RowsReferring;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** One thing that may be a slip: what and how many, and below it the worst examples. */
final class WarningBlock extends VBox {

  private WarningBlock(Ikon icon, String title) {
    Label label = new Label(title, Icons.of(icon));
    label.getStyleClass().add("warning-title");
    label.setWrapText(true);
    getStyleClass().add("warning-block");
    getChildren().add(label);
  }

  static WarningBlock of(CommitWarning warning) {
    return switch (warning) {
      case RowsDeleted deleted -> {
        WarningBlock block =
            new WarningBlock(
                Feather.TRASH_2, Counted.of(deleted.count(), "row is", "rows are") + " deleted");
        block.addNames(deleted.examples().stream().map(Example::title).toList(), deleted.count());
        yield block;
      }
      case PriceMoved moved -> {
        WarningBlock block =
            new WarningBlock(
                Feather.TRENDING_UP,
                "%s moves by more than %s %% for %s"
                    .formatted(
                        moved.column().label(),
                        Wording.grouped(moved.percent()),
                        Counted.of(moved.count(), "row", "rows")));
        block.addExamples(moved.examples(), moved.count());
        yield block;
      }
      case ManyRowsChanged many ->
          new WarningBlock(
              Feather.LAYERS,
              "%s of %s change: %d %%"
                  .formatted(
                      Wording.grouped(many.count()),
                      Counted.of(many.total(), "row", "rows"),
                      many.percent()));
      case RowsReferring(var rows) ->
          new WarningBlock(rows.isInTheWay() ? Feather.SLASH : Feather.LINK, rows.sentence());
      case BarcodeDigit digit -> {
        WarningBlock block =
            new WarningBlock(
                Feather.HASH,
                Counted.of(digit.count(), "barcode has", "barcodes have") + " a wrong check digit");
        block.addNames(digit.examples().stream().map(Example::after).toList(), digit.count());
        yield block;
      }
    };
  }

  /** A backup that could not be made. */
  static WarningBlock ofBackup(String reason) {
    WarningBlock block = new WarningBlock(Feather.ARCHIVE, "Today’s backup could not be made");
    block.addText(reason);
    return block;
  }

  private void addText(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().add("warning-text");
    getChildren().add(label);
  }

  private void addNames(List<String> names, int all) {
    if (!names.isEmpty()) {
      addText(names.stream().collect(Collectors.joining(", ")) + more(names.size(), all));
    }
  }

  private static String more(int shown, int all) {
    return all > shown ? " and %s more".formatted(Wording.grouped(all - shown)) : "";
  }

  private void addExamples(List<Example> examples, int all) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("warning-examples");
    ColumnConstraints name = new ColumnConstraints();
    name.setHgrow(Priority.ALWAYS);
    ColumnConstraints number = new ColumnConstraints();
    number.setHalignment(HPos.RIGHT);
    ColumnConstraints arrow = new ColumnConstraints();
    grid.getColumnConstraints().addAll(name, number, arrow, number);
    for (Example example : examples) {
      Label after = Labels.of(example.after(), "warning-after");
      grid.addRow(
          grid.getRowCount(),
          new Label(example.title()),
          new Label(example.before()),
          Icons.of(Feather.ARROW_RIGHT),
          after);
    }
    getChildren().add(grid);
    if (all > examples.size()) {
      addText("The worst %d of %s".formatted(examples.size(), Wording.grouped(all)));
    }
  }
}
