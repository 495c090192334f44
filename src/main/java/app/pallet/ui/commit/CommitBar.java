package app.pallet.ui.commit;

import app.pallet.commit.CommitMode;
import app.pallet.commit.TransactionScope;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** How to commit, the comparison of the ways to, and at its end the one prominent button. */
public final class CommitBar extends HBox {

  private final Button commit = new Button();
  private final Button compare = new Button("Compare modes");

  /**
   * A bar over a view model.
   *
   * @param onCommit starts the commit
   * @param onCompare starts the comparison of modes
   */
  public CommitBar(CommitViewModel viewModel, Runnable onCommit, Runnable onCompare) {
    ModeSwitch mode = new ModeSwitch(viewModel.modeProperty());
    BatchSizeField batchSize = new BatchSizeField(viewModel.batchSizeProperty());
    ScopeMenu scope = new ScopeMenu(viewModel.scopeProperty());
    mode.disableProperty().bind(viewModel.busyProperty());
    scope.disableProperty().bind(viewModel.busyProperty());
    batchSize
        .disableProperty()
        .bind(
            viewModel
                .busyProperty()
                .or(
                    viewModel
                        .modeProperty()
                        .isEqualTo(CommitMode.ONE_BY_ONE)
                        .and(viewModel.scopeProperty().isEqualTo(TransactionScope.PER_BATCH))));

    compare.setId("compare-modes");
    compare.setGraphic(Icons.of(Feather.BAR_CHART_2));
    compare.setOnAction(event -> onCompare.run());
    compare.disableProperty().bind(viewModel.blockedProperty());
    compare.setMinWidth(Region.USE_PREF_SIZE);
    compare.setTooltip(
        new Tooltip("Measure all three modes with the pending rows on a scratch copy (F9)"));

    commit.setId("commit");
    commit.setGraphic(Icons.of(Feather.UPLOAD_CLOUD));
    commit.getStyleClass().addAll(Styles.ACCENT, "commit-button");
    commit.textProperty().bind(viewModel.buttonTextProperty());
    commit.accessibleTextProperty().bind(viewModel.buttonTextProperty());
    commit.disableProperty().bind(viewModel.blockedProperty());
    commit.setOnAction(event -> onCommit.run());
    commit.setMinWidth(Region.USE_PREF_SIZE);
    Tooltip hint = new Tooltip();
    hint.textProperty().bind(viewModel.hintProperty());
    commit.setTooltip(hint);

    getStyleClass().add("commit-bar");
    setAlignment(Pos.CENTER_RIGHT);
    setId("commit-bar");
    getChildren().addAll(mode, batchSize, scope, compare, commit);
  }
}
