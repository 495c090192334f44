package app.pallet.ui.table.editing;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Edits a text of any length in a box that grows with it; Alt+Enter breaks the line. */
final class TextEditor implements CellEditor {

  private static final double TALLEST = 240;

  /** Room for the box's border, padding and caret beside the text, in pixels. */
  private static final double SIDES = 26;

  private static final double ENDS = 12;

  private final TextArea area = new TextArea();

  TextEditor() {
    area.getStyleClass().addAll("cell-editor", "text-editor");
    area.setWrapText(true);
    area.setPrefColumnCount(0);
    Text measure = new Text();
    measure.textProperty().bind(area.textProperty());
    measure.fontProperty().bind(area.fontProperty());
    measure.wrappingWidthProperty().bind(Bindings.max(40, area.widthProperty().subtract(SIDES)));
    area.prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.min(TALLEST, measure.getLayoutBounds().getHeight() + ENDS),
                measure.layoutBoundsProperty()));
  }

  @Override
  public Region node() {
    return area;
  }

  @Override
  public void start(String text, Start start) {
    area.setText(text);
    area.requestFocus();
    area.end();
  }

  @Override
  public String text() {
    return area.getText();
  }

  @Override
  public boolean take(KeyEvent event) {
    if (event.getCode() == KeyCode.ENTER && event.isAltDown()) {
      area.replaceSelection("\n");
      return true;
    }
    return false;
  }
}
