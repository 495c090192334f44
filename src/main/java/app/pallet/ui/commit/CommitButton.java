package app.pallet.ui.commit;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Popovers;
import atlantafx.base.theme.Styles;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/**
 * The one prominent button, filled while there is something to commit, and beside it the arrow that
 * opens the options. FX thread.
 */
public final class CommitButton extends HBox {

  private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
  private static final PseudoClass RUNNING = PseudoClass.getPseudoClass("running");

  private final Button commit = new Button();
  private final BooleanProperty isShort = new SimpleBooleanProperty(this, "short");

  /**
   * A button over a view model.
   *
   * @param onCommit starts the commit
   * @param options makes what the arrow opens
   */
  public CommitButton(
      CommitViewModel viewModel, Runnable onCommit, Supplier<CommitOptions> options) {
    commit.setId("commit");
    commit.setGraphic(Icons.of(Feather.UPLOAD_CLOUD));
    commit.getStyleClass().addAll(Styles.ACCENT, "commit-main");
    commit
        .textProperty()
        .bind(
            Bindings.when(isShort)
                .then(viewModel.shortTextProperty())
                .otherwise(viewModel.buttonTextProperty()));
    commit.accessibleTextProperty().bind(viewModel.buttonTextProperty());
    commit.disableProperty().bind(viewModel.blockedProperty());
    commit.setOnAction(event -> onCommit.run());
    commit.setMinWidth(Region.USE_PREF_SIZE);
    commit.setTooltip(Buttons.tooltip(""));
    commit.getTooltip().textProperty().bind(viewModel.hintProperty());
    Button more = Buttons.icon("commit-options", Feather.CHEVRON_DOWN, "How to commit", () -> {});
    more.getStyleClass().remove(Styles.FLAT);
    more.getStyleClass().addAll(Styles.ACCENT, "commit-more");
    more.setOnAction(event -> open(options.get(), more));
    setId("commit-button");
    getStyleClass().add("commit-split");
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(Region.USE_PREF_SIZE);
    getChildren().addAll(commit, more);
    viewModel.nothingProperty().subscribe(none -> pseudoClassStateChanged(IDLE, none));
    viewModel.committingProperty().subscribe(runs -> pseudoClassStateChanged(RUNNING, runs));
  }

  private static void open(CommitOptions options, Button at) {
    options.whenDone(Popovers.card(options, at)::hide);
    options.focusFirst();
  }

  /** What the button says now. */
  public ObservableStringValue textProperty() {
    return commit.textProperty();
  }

  /** Has the button say less, where there is no room, or all again. */
  public void shorten(boolean less) {
    isShort.set(less);
  }
}
