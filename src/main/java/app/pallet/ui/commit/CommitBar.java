package app.pallet.ui.commit;

import app.pallet.commit.CommitMode;
import app.pallet.commit.TransactionScope;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

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

  /** Chooses what a transaction spans; its menu says what each choice means for the user's rows. */
  private static final class ScopeMenu extends MenuButton {

    ScopeMenu(ObjectProperty<TransactionScope> scope) {
      textProperty()
          .bind(Bindings.createStringBinding(() -> CommitWording.name(scope.get()), scope));
      Buttons.name(this, "transaction-scope", "What one transaction spans");
      getStyleClass().add("scope-menu");
      setMinWidth(Region.USE_PREF_SIZE);
      setPopupSide(Side.BOTTOM);
      for (TransactionScope each : TransactionScope.values()) {
        getItems().add(item(each, scope));
      }
    }

    private static MenuItem item(TransactionScope each, ObjectProperty<TransactionScope> scope) {
      FontIcon check = Icons.of(Feather.CHECK);
      check.visibleProperty().bind(scope.isEqualTo(each));
      Label name = Labels.of(CommitWording.name(each), "choice-name");
      Label meaning = Labels.of(CommitWording.explain(each), "choice-meaning");
      HBox content = new HBox(check, new VBox(name, meaning));
      content.getStyleClass().add("choice");
      CustomMenuItem item = new CustomMenuItem(content);
      item.setId("scope-" + CommitWording.slug(each));
      item.setOnAction(event -> scope.set(each));
      return item;
    }
  }
}
