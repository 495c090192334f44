package app.pallet.ui.paste;

import app.pallet.text.Counted;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.input.ImportPreview;
import app.pallet.workspace.input.RowCategory;
import atlantafx.base.controls.Spacer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * Four counts of what would happen to the rows, and the first lines of the source. What is pressed
 * is shown below.
 */
final class CountBar extends HBox {

  private static final PseudoClass NONE = PseudoClass.getPseudoClass("none");

  private final ImportViewModel viewModel;
  private final List<Count> counts;
  private final ToggleButton lines = new ToggleButton("First lines");
  private final Label folded = Labels.of("", "pane-remark");
  private final Label remark = Labels.of("", "pane-remark");

  /** A kind of rows, the button that shows them, and how many there are. */
  private record Count(RowCategory category, ToggleButton button, Label number) {}

  CountBar(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    counts = Stream.of(RowCategory.values()).map(this::count).toList();
    ToggleGroup group = new ToggleGroup();
    lines.setId("count-lines");
    lines.setToggleGroup(group);
    lines.getStyleClass().add("count-button");
    lines.setMinWidth(USE_PREF_SIZE);
    lines.setTooltip(new Tooltip("Click the line that holds the headings"));
    lines.setOnAction(event -> {
      lines.setSelected(true);
      viewModel.rows().showLines();
    });
    for (Count count : counts) {
      count.button().setToggleGroup(group);
      getChildren().add(count.button());
    }
    getChildren().add(lines);
    folded.setId("folded-lines");
    getChildren().add(folded);
    getChildren().addAll(new Spacer(), remark);
    getStyleClass().add("count-bar");
    setAlignment(Pos.CENTER_LEFT);
    viewModel.rows().shownProperty().subscribe(this::press);
    viewModel
        .rows()
        .linesProperty()
        .subscribe(shown -> {
          if (shown) {
            lines.setSelected(true);
          } else {
            press(viewModel.rows().shownProperty().get());
          }
        });
    viewModel.previewProperty().subscribe(this::show);
    viewModel.workingProperty().subscribe(working -> setOpacity(working ? 0.55 : 1));
  }

  /** Says at the right how many rows are not shown. */
  void setRemark(String text) {
    remark.setText(text);
  }

  private void press(RowCategory shown) {
    counts.stream()
        .filter(count -> count.category() == shown)
        .forEach(count -> count.button().setSelected(true));
  }

  private void show(Optional<ImportPreview> preview) {
    for (Count count : counts) {
      int rows = viewModel.rows().count(count.category());
      String number = preview.isPresent() ? Wording.grouped(rows) : "–";
      count.number().setText(number);
      count.button().setAccessibleText(number + " " + wording(count.category()));
      count.button().pseudoClassStateChanged(NONE, rows == 0);
    }
    long lines = preview.map(ImportPreview::foldedLines).orElse(0L);
    folded.setText(Counted.of(lines, "line", "lines") + " folded into the row above");
    Panes.show(folded, lines > 0);
  }

  private Count count(RowCategory category) {
    Label number = Labels.of("–", "count-number");
    Label words = Labels.of(wording(category), "count-words");
    HBox content = Panes.line("count-content", Icons.of(icon(category)), number, words);
    String name = category.name().toLowerCase(Locale.ROOT);
    ToggleButton button = new ToggleButton();
    button.setGraphic(content);
    button.setId("count-" + name);
    button.getStyleClass().addAll("count-button", name);
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(event -> {
      button.setSelected(true); // one of them is always pressed
      viewModel.rows().show(category);
    });
    return new Count(category, button, number);
  }

  private static String wording(RowCategory category) {
    return switch (category) {
      case ADD -> "to add";
      case CHANGE -> "to change";
      case UNCHANGED -> "unchanged";
      case PROBLEM -> "with problems";
    };
  }

  private static Ikon icon(RowCategory category) {
    return switch (category) {
      case ADD -> Feather.PLUS_CIRCLE;
      case CHANGE -> Feather.EDIT_2;
      case UNCHANGED -> Feather.CHECK_CIRCLE;
      case PROBLEM -> Feather.ALERT_TRIANGLE;
    };
  }
}
