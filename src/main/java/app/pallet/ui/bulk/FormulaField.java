package app.pallet.ui.bulk;

import app.pallet.operation.formula.FormulaException;
import app.pallet.schema.TableSchema;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import java.util.Set;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.stage.Popup;

/**
 * Where a formula or a pattern is written. It offers columns and functions for the word that is
 * being typed, and marks the part that is wrong below the text. FX thread.
 */
final class FormulaField extends VBox {

  /** Characters around a mistake that are repeated below the text. */
  private static final int AROUND = 18;

  private static final double LINE = 26;
  private static final double OFFERS_WIDTH = 250;

  private final TextArea text = new TextArea();
  private final TextFlow mistake = new TextFlow();
  private final ListView<Completion.Offer> offers = new ListView<>();
  private final Popup popup = new Popup();
  private final TableSchema schema;
  private final Set<String> functions;
  private Completion completion;

  /**
   * A field.
   *
   * @param functions the names that are offered beside columns; none for a pattern
   * @param changed told of each change of the text
   */
  FormulaField(
      String id, String initial, TableSchema schema, Set<String> functions, Runnable changed) {
    this.schema = schema;
    this.functions = functions;
    this.completion = Completion.of("", 0, schema, functions);
    text.setText(initial);
    text.setId(id);
    text.setAccessibleText(functions.isEmpty() ? "Pattern" : "Formula");
    text.setPromptText(functions.isEmpty() ? "{Brand} {Name}" : "round({Cost} * 1.4, 2) - 0.01");
    text.setPrefRowCount(2);
    text.setWrapText(true);
    text.textProperty()
        .addListener((observed, before, now) -> {
          Panes.show(mistake, false);
          changed.run();
          Platform.runLater(this::offer); // once the caret has moved, too
        });
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::steer);
    text.focusedProperty().addListener((observed, before, now) -> popup.hide());
    mistake.getStyleClass().add("formula-mistake");
    mistake.setOnMouseClicked(event -> text.requestFocus());
    Panes.show(mistake, false);
    offers.setId(id + "-offers");
    offers.getStyleClass().add("formula-offers");
    offers.setFixedCellSize(LINE);
    offers.setPrefWidth(OFFERS_WIDTH);
    offers.setFocusTraversable(false);
    offers.setCellFactory(list -> new OfferCell());
    offers.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> accept());
    popup.getContent().add(offers);
    popup.setAutoHide(true);
    getStyleClass().add("formula-field");
    getChildren().addAll(text, mistake);
  }

  /** What is written. */
  String text() {
    return text.getText();
  }

  /** Marks the part that is wrong. */
  void mark(FormulaException wrong) {
    String all = text.getText();
    int start = Math.clamp(wrong.start(), 0, all.length());
    int end = Math.clamp(wrong.end(), start, all.length());
    int from = Math.max(0, start - AROUND);
    int to = Math.min(all.length(), end + AROUND);
    Text part = new Text(start == end ? "\u2038" : all.substring(start, end));
    part.getStyleClass().add("wrong");
    mistake
        .getChildren()
        .setAll(
            around((from > 0 ? "\u2026" : "") + all.substring(from, start)),
            part,
            around(all.substring(end, to) + (to < all.length() ? "\u2026" : "")));
    Panes.show(mistake, true);
  }

  private static Text around(String text) {
    Text part = new Text(text);
    part.getStyleClass().add("around");
    return part;
  }

  private void steer(KeyEvent key) {
    if (key.getCode() == KeyCode.SPACE && key.isControlDown()) {
      offer();
      key.consume();
    } else if (!popup.isShowing()) {
      if (key.getCode() == KeyCode.TAB && !key.isControlDown()) { // the field is one stop of many
        key.consume();
        if (key.isShiftDown()) {
          text.requestFocusTraversal(TraversalDirection.PREVIOUS);
        } else {
          text.requestFocusTraversal(TraversalDirection.NEXT);
        }
      }
    } else {
      switch (key.getCode()) {
        case DOWN -> choose(key, 1);
        case UP -> choose(key, -1);
        case ENTER, TAB -> {
          accept();
          key.consume();
        }
        case ESCAPE -> {
          popup.hide();
          key.consume();
        }
        default -> {}
      }
    }
  }

  private void choose(KeyEvent key, int by) {
    int count = offers.getItems().size();
    int next = Math.floorMod(offers.getSelectionModel().getSelectedIndex() + by, count);
    offers.getSelectionModel().select(next);
    offers.scrollTo(next);
    key.consume();
  }

  private void offer() {
    completion =
        Completion.of(
            text.getText(),
            Math.min(text.getCaretPosition(), text.getText().length()),
            schema,
            functions);
    Bounds place = text.localToScreen(text.getBoundsInLocal());
    if (completion.offers().isEmpty() || !text.isFocused() || place == null) {
      popup.hide();
      return;
    }
    offers.getItems().setAll(completion.offers());
    offers.getSelectionModel().selectFirst();
    offers.setPrefHeight(LINE * completion.offers().size() + 4);
    popup.show(text, place.getMinX(), place.getMaxY());
  }

  private void accept() {
    Completion.Offer offer = offers.getSelectionModel().getSelectedItem();
    if (offer != null) {
      int caret = completion.start() + offer.inserted().length();
      text.setText(completion.with(text.getText(), offer));
      text.positionCaret(caret);
      popup.hide();
      Platform.runLater(popup::hide); // the change of the text offers anew
    }
  }

  private static final class OfferCell extends ItemCell<Completion.Offer> {
    @Override
    protected void show(Completion.Offer offer) {
      HBox line =
          Panes.line(
              "formula-offer", Labels.of(offer.shown()), Labels.of(offer.meaning(), "pane-remark"));
      setGraphic(line);
    }
  }
}
