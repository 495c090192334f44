package app.pallet.ui.change;

import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** Shows one changed cell: its column and its value before and after. Shows many, one by one. */
final class ChangeLine extends HBox {

  private static final PseudoClass BLANK = PseudoClass.getPseudoClass("blank");
  private static final PseudoClass TWO_LINES = PseudoClass.getPseudoClass("two-lines");

  /** Characters of both values together that a pane of usual width shows beside each other. */
  private static final int FITS_ONE_LINE = 20;

  private final Label column = Labels.of("", "change-column");
  private final Label before = Labels.of("", "change-value", "change-before");
  private final Label after = Labels.of("", "change-value");
  private final FontIcon arrow = Icons.of(Material2AL.ARROW_FORWARD, "change-arrow");
  private Form form = Form.VALUE;

  /** What is shown beside the column. */
  private enum Form {
    VALUE,
    ONE_LINE,
    TWO_LINES
  }

  ChangeLine() {
    getStyleClass().add("change-line");
    getChildren().setAll(column, after);
  }

  /** Shows a value that had none before. */
  void showValue(ChangeEntry.Difference difference) {
    show(difference, Form.VALUE);
  }

  /** Shows a value before and after. */
  void showBoth(ChangeEntry.Difference difference) {
    int length = shown(difference.before()).length() + shown(difference.after()).length();
    show(difference, length <= FITS_ONE_LINE ? Form.ONE_LINE : Form.TWO_LINES);
  }

  private void show(ChangeEntry.Difference difference, Form wanted) {
    column.setText(difference.column());
    show(before, difference.before());
    show(after, difference.after());
    if (wanted != form) {
      form = wanted;
      pseudoClassStateChanged(TWO_LINES, form == Form.TWO_LINES);
      getChildren().setAll(nodes());
    }
  }

  private List<Node> nodes() {
    return switch (form) {
      case VALUE -> List.of(column, after);
      case ONE_LINE -> List.of(column, before, arrow, after);
      case TWO_LINES -> {
        HBox second = new HBox(arrow, after);
        second.getStyleClass().add("change-line");
        yield List.of(column, new VBox(before, second));
      }
    };
  }

  private static void show(Label label, String value) {
    label.setText(shown(value));
    label.pseudoClassStateChanged(BLANK, value.isEmpty());
  }

  private static String shown(String value) {
    return value.isEmpty() ? "empty" : value;
  }
}
