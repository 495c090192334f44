package app.pallet.ui.history;

import app.pallet.commit.ledger.PastCommit;
import app.pallet.text.Counted;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.PaneHeader;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** Everything in the history window: commits at the left, the rows of one at the right. */
final class HistoryPane extends VBox {

  private static final double LIST_WIDTH = 300;

  /** Typing pauses this long before a search begins. */
  private static final Duration TYPING = Duration.millis(250);

  HistoryPane(HistoryViewModel viewModel, Runnable undo, Runnable close) {
    ListView<PastCommit> commits = commits(viewModel);
    PaneHeader title = new PaneHeader("Rows");
    title.remarkProperty().bind(viewModel.remarkProperty());
    RowsTable table = new RowsTable(viewModel);
    VBox.setVgrow(table, Priority.ALWAYS);
    VBox rows = new VBox(title, table);
    HBox.setHgrow(rows, Priority.ALWAYS);
    HBox content = new HBox(commits, rows);
    content.getStyleClass().add("history-content");
    VBox.setVgrow(content, Priority.ALWAYS);
    setId("history-pane");
    getStyleClass().add("history-pane");
    Panes.style(this, "history.css");
    getChildren().addAll(searchRow(viewModel), content, buttons(viewModel, undo, close));
  }

  private static HBox searchRow(HistoryViewModel viewModel) {
    ClearableField field =
        new ClearableField("history-search", Feather.SEARCH, "Search by row or value");
    PauseTransition pause = new PauseTransition(TYPING);
    pause.setOnFinished(event -> viewModel.search());
    field.textProperty().bindBidirectional(viewModel.searchProperty());
    field.textProperty().addListener((observed, before, now) -> pause.playFromStart());
    HBox.setHgrow(field, Priority.ALWAYS);
    HBox row = new HBox(field);
    row.getStyleClass().add("history-search-row");
    return row;
  }

  private static ListView<PastCommit> commits(HistoryViewModel viewModel) {
    ListView<PastCommit> list = new ListView<>(viewModel.commits());
    list.setId("history-commits");
    list.setAccessibleText("Commits");
    list.setCellFactory(ignored -> new CommitCell());
    list.setMinWidth(LIST_WIDTH);
    list.setMaxWidth(LIST_WIDTH);
    EmptyState none = new EmptyState(Feather.CLOCK, "", "");
    none.titleProperty()
        .bind(
            viewModel
                .searchProperty()
                .map(text -> text.isBlank() ? "Nothing committed yet" : "Nothing found"));
    none.hintProperty()
        .bind(
            viewModel
                .searchProperty()
                .map(text ->
                    text.isBlank()
                        ? "Each commit is listed here and can be taken back."
                        : "No commit has this in a row's name or a value."));
    list.setPlaceholder(none);
    list.getSelectionModel()
        .selectedItemProperty()
        .addListener((observed, before, now) -> {
          Optional<PastCommit> wanted = Optional.ofNullable(now);
          if (!wanted.equals(viewModel.selectedProperty().get())) {
            viewModel.select(wanted);
          }
        });
    viewModel
        .selectedProperty()
        .subscribe(commit -> commit.ifPresent(list.getSelectionModel()::select));
    return list;
  }

  private static HBox buttons(HistoryViewModel viewModel, Runnable undo, Runnable close) {
    Label hint =
        Labels.of(
            "Taking back makes pending changes. Nothing is written before you commit them.",
            "history-hint");
    Button done = Buttons.text("history-close", "Close", close);
    done.setCancelButton(true);
    Button back = new Button();
    back.setId("history-undo");
    back.setDefaultButton(true);
    back.setMinWidth(Region.USE_PREF_SIZE);
    back.getStyleClass().add(Styles.ACCENT);
    back.setOnAction(event -> undo.run());
    viewModel
        .chosenProperty()
        .subscribe(count -> {
          back.setText("Take back " + Counted.of(count.intValue(), "row", "rows"));
          back.setDisable(count.intValue() == 0);
        });
    HBox bar = Panes.line("history-buttons", hint, new Spacer(), done, back);
    return bar;
  }
}
