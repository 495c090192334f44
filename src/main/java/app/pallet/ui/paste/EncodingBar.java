package app.pallet.ui.paste;

import app.pallet.spreadsheet.source.EncodingDoubt;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.imports.SourceView;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * Asks for the encoding of a text whose words look odd; nothing can be taken before it is answered.
 * Hidden where there is no such question.
 */
final class EncodingBar extends HBox {

  private final ImportViewModel viewModel;
  private final Label question = new Label();
  private final HBox answers = new HBox();

  EncodingBar(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    question.setId("encoding-question");
    question.setWrapText(true);
    question.setGraphic(Icons.of(Feather.HELP_CIRCLE));
    question.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(question, Priority.ALWAYS);
    answers.getStyleClass().add("doubt-answers");
    answers.setMinWidth(USE_PREF_SIZE);
    setId("encoding-bar");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("message-bar", "doubt-bar");
    getChildren().addAll(question, answers);
    viewModel.viewProperty().subscribe(this::show);
  }

  private void show(Optional<SourceView> view) {
    Optional<EncodingDoubt> doubt = view.flatMap(ImportViewModel::encodingDoubt);
    Panes.show(this, doubt.isPresent());
    if (view.isPresent()
        && doubt.isPresent()
        && view.get().format() instanceof SourceFormat.Text text) {
      ask(text.dialect().charset(), doubt.get());
    }
  }

  private void ask(Charset used, EncodingDoubt doubt) {
    question.setText(
        "In which encoding is this file? Read as %s it has such words: %s"
            .formatted(SourceWording.charset(used), doubt.sample(used)));
    List<Charset> offered = Stream.concat(doubt.likelier().stream(), Stream.of(used)).toList();
    answers.getChildren().clear();
    for (int i = 0; i < offered.size(); i++) {
      Charset charset = offered.get(i);
      Button button =
          new Button("%s: %s".formatted(SourceWording.charset(charset), doubt.sample(charset)));
      button.setId("encoding-answer-" + i);
      button.getStyleClass().add("small");
      button.setOnAction(event -> viewModel.chooseCharset(charset));
      answers.getChildren().add(button);
    }
  }
}
