package app.pallet.ui.paste;

import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Asks about the first column whose values can be read in two ways; hidden where none is left. */
final class DoubtBar extends HBox {

  private final ImportViewModel viewModel;
  private final Label question = new Label();
  private final HBox answers = new HBox();

  DoubtBar(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    question.setId("doubt-question");
    question.setGraphic(Icons.of(Feather.HELP_CIRCLE));
    question.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(question, Priority.ALWAYS);
    answers.getStyleClass().add("doubt-answers");
    answers.setMinWidth(USE_PREF_SIZE);
    setId("doubt-bar");
    getStyleClass().addAll("message-bar", "doubt-bar");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(question, answers);
    InvalidationListener refresh = observed -> refresh();
    viewModel.columns().addListener(refresh);
    refresh();
  }

  private void refresh() {
    List<ColumnLine> doubts =
        viewModel.columns().stream()
            .filter(line -> line.status() == ColumnLine.Status.IN_DOUBT)
            .toList();
    Optional<ReadingQuestion> asked = doubts.stream().findFirst().flatMap(ReadingQuestion::about);
    Panes.show(this, asked.isPresent());
    asked.ifPresent(found -> show(found, doubts));
  }

  private void show(ReadingQuestion found, List<ColumnLine> doubts) {
    ColumnLine line = doubts.getFirst();
    String more = doubts.size() > 1 ? " (and %d more)".formatted(doubts.size() - 1) : "";
    question.setText(line.source().heading() + ", " + found.text() + more);
    answers.getChildren().clear();
    for (int i = 0; i < found.answers().size(); i++) {
      ReadingQuestion.Answer answer = found.answers().get(i);
      Button button = new Button(answer.label());
      button.setId("doubt-answer-" + i);
      button.getStyleClass().add("small");
      button.setOnAction(event -> viewModel.chooseFormat(line, answer.format()));
      answers.getChildren().add(button);
    }
  }
}
