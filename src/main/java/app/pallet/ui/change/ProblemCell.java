package app.pallet.ui.change;

import app.pallet.change.RowProblem;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a problem: where it is, the value that was not taken, and what is wrong with it. */
final class ProblemCell extends ItemCell<ProblemEntry> {

  /** Pixels of a line that padding, marker and scroll bar take. */
  private static final double AROUND_MESSAGE = 64;

  private final FontIcon marker = Icons.of(Feather.ALERT_CIRCLE, "state-marker");
  private final Label place = Labels.of("", "problem-place");
  private final Label value = Labels.of("", "problem-value");
  private final Text message = new Text();
  private final Tooltip whole = Labels.wrappedTooltip(480);
  private final HBox content;

  /**
   * A cell that wraps its message.
   *
   * @param listWidth the list's width in pixels
   */
  ProblemCell(ReadOnlyDoubleProperty listWidth) {
    message.wrappingWidthProperty().bind(listWidth.subtract(AROUND_MESSAGE));
    message.getStyleClass().add("problem-message");
    VBox texts = new VBox(place, value, message);
    texts.getStyleClass().add("problem-texts");
    HBox.setHgrow(texts, Priority.ALWAYS);
    content = new HBox(marker, texts);
    content.getStyleClass().add("problem-content");
    content.setAlignment(Pos.TOP_LEFT);
    getStyleClass().add("problem-cell");
    setPrefWidth(0);
  }

  @Override
  protected void clear() {
    getStyleClass().remove("warning");
  }

  @Override
  protected void show(ProblemEntry entry) {
    RowProblem problem = entry.problem();
    if (problem.severity() == RowProblem.Severity.WARNING) {
      getStyleClass().add("warning");
    }
    marker.setIconCode(marker(problem.severity()));
    show(place, entry.place());
    show(value, problem.value().replaceAll("\\s+", " "));
    message.setText(problem.sentence());
    whole.setText(problem.sentence());
    setTooltip(whole);
    setGraphic(content);
  }

  private static void show(Label label, String text) {
    label.setText(text);
    Panes.show(label, !text.isEmpty());
  }

  private static Ikon marker(RowProblem.Severity severity) {
    return switch (severity) {
      case ERROR -> Feather.ALERT_CIRCLE;
      case REFUSED -> Feather.SLASH;
      case CONFLICT -> Feather.USERS;
      case WARNING -> Feather.ALERT_TRIANGLE;
    };
  }
}
