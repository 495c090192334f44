package app.pallet.ui.draft;

import app.pallet.ui.theme.Icons;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The lines that offer a draft and that warn while one can't be written. FX thread. */
public final class DraftBars {

  private static final String BLOCKED =
      "Possible once nothing else is pending: commit or undo that first";

  private DraftBars() {}

  /**
   * The line that offers a draft.
   *
   * @param busy whether other work runs, so that nothing can be restored
   */
  public static Region offer(
      DraftViewModel viewModel, DraftActions actions, BooleanExpression busy) {
    Label question = new Label("", Icons.of(Feather.ROTATE_CCW));
    question.setId("draft-offer");
    question.getStyleClass().add("draft-question");
    question.textProperty().bind(viewModel.offerProperty());
    question.setMinWidth(Region.USE_PREF_SIZE);
    Label details = new Label();
    details.setId("draft-details");
    details.getStyleClass().add("draft-details");
    details
        .textProperty()
        .bind(
            Bindings.when(viewModel.restorableProperty())
                .then(viewModel.offerDetailsProperty())
                .otherwise(BLOCKED));
    Button restore = button("restore-draft", "Restore", actions::restoreDraft);
    restore.getStyleClass().add(Styles.ACCENT);
    restore.disableProperty().bind(busy.or(viewModel.restorableProperty().not()));
    Button discard = button("discard-draft", "Discard…", actions::discardDraft);
    discard.disableProperty().bind(busy);
    Button later = button("leave-draft", "Later", actions::leaveDraft);
    later.disableProperty().bind(busy);
    HBox bar = bar("info", question, details, gap(), restore, discard, later);
    return bar;
  }

  /** The line that warns of a draft that can't be written. */
  public static Region warning(DraftViewModel viewModel, DraftActions actions) {
    Label warning = new Label("", Icons.of(Feather.ALERT_TRIANGLE));
    warning.setId("draft-warning");
    warning.setWrapText(true);
    warning.textProperty().bind(viewModel.warningProperty());
    Button retry = button("retry-draft", "Try again", actions::retryDraft);
    HBox bar = bar("warning", warning, gap(), retry);
    return bar;
  }

  private static HBox bar(String styleClass, Node... nodes) {
    HBox bar = new HBox(nodes);
    bar.getStyleClass().addAll("message-strip", styleClass);
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  private static Region gap() {
    return new Spacer();
  }

  private static Button button(String id, String text, Runnable action) {
    Button button = new Button(text);
    button.setId(id);
    button.getStyleClass().add(Styles.SMALL);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> action.run());
    return button;
  }
}
