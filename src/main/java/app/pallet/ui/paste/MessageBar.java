package app.pallet.ui.paste;

import app.pallet.spreadsheet.mapping.CutOff;
import app.pallet.spreadsheet.source.EncodingDoubt;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.imports.ImportDecisions;
import app.pallet.workspace.imports.MissingParents;
import app.pallet.workspace.imports.SourceView;
import app.pallet.workspace.input.ImportPreview;
import app.pallet.workspace.input.RowCategory;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * A line of the import window that tells or asks something, and is hidden while it has nothing to
 * say.
 */
final class MessageBar extends HBox {

  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final Label message = Labels.wrapped("");
  private final HBox buttons = new HBox();

  private MessageBar(String id, String messageId, Ikon icon, String styleClass) {
    message.setId(messageId);
    message.setGraphic(Icons.of(icon));
    message.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(message, Priority.ALWAYS);
    buttons.getStyleClass().add("doubt-answers");
    buttons.setMinWidth(USE_PREF_SIZE);
    setId(id);
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("message-bar", styleClass);
    getChildren().addAll(message, buttons);
  }

  /** Says this, or hides the bar where it is empty. */
  private void say(String text, Button... offered) {
    message.setText(text);
    buttons.getChildren().setAll(offered);
    Panes.show(buttons, offered.length > 0);
    Panes.show(this, !text.isEmpty());
  }

  /** Says why the import isn't possible as it is chosen, and what to do. */
  static MessageBar ofFailure(ImportViewModel viewModel) {
    MessageBar bar =
        new MessageBar("failure-bar", "import-failure", Feather.ALERT_OCTAGON, "failure-bar");
    viewModel.failureProperty().subscribe(failure -> bar.say(failure));
    return bar;
  }

  /** Warns of a file that ends in the middle of a row. */
  static MessageBar ofCutOff(ImportViewModel viewModel) {
    MessageBar bar =
        new MessageBar("cut-off-bar", "cut-off-message", Feather.SCISSORS, "doubt-bar");
    Button show =
        Buttons.small(
            "cut-off-show",
            "Show the row",
            () -> viewModel.rows().shownProperty().set(RowCategory.PROBLEM));
    viewModel
        .previewProperty()
        .subscribe(preview ->
            bar.say(preview.flatMap(ImportPreview::cutOff).map(CutOff::sentence).orElse(""), show));
    return bar;
  }

  /** Says what was decided that the user might not expect. */
  static MessageBar ofDecisions(ImportViewModel viewModel) {
    MessageBar bar =
        new MessageBar("decisions-bar", "import-decisions", Feather.INFO, "decisions-bar");
    Button lines =
        Buttons.small(
            "choose-headings", "Choose the headings…", () -> viewModel.rows().showLines());
    viewModel
        .previewProperty()
        .subscribe(preview -> bar.say(preview.map(ImportPreview::decisions), lines));
    return bar;
  }

  private void say(Optional<ImportDecisions> decisions, Button lines) {
    List<String> sentences = new ArrayList<>();
    decisions.flatMap(ImportDecisions::warning).ifPresent(sentences::add);
    decisions.map(ImportDecisions::sentences).ifPresent(sentences::addAll);
    boolean doubtful =
        decisions
            .filter(d -> d.warning().isPresent() || d.format().headings().inDoubt())
            .isPresent();
    boolean above = decisions.filter(d -> !d.format().headings().above().isEmpty()).isPresent();
    pseudoClassStateChanged(WARNING, doubtful);
    say(String.join(" · ", sentences), above ? new Button[] {lines} : new Button[0]);
  }

  /** Says which names other tables do not have, and offers to add rows of these names. */
  static MessageBar ofParents(ImportViewModel viewModel) {
    MessageBar bar =
        new MessageBar("parents-bar", "import-parents", Feather.GIT_BRANCH, "doubt-bar");
    Button add =
        Buttons.small("add-parents", "Add them", () -> viewModel.choose(c -> c.withParents(true)));
    Button leave =
        Buttons.small(
            "leave-parents", "Don’t add them", () -> viewModel.choose(c -> c.withParents(false)));
    viewModel
        .previewProperty()
        .subscribe(preview -> {
          List<MissingParents.Names> names =
              preview.map(ImportPreview::decisions).map(ImportDecisions::parents).orElse(List.of());
          String text =
              names.stream().map(MissingParents.Names::sentence).collect(Collectors.joining(" · "));
          bar.say(text, viewModel.addsParents() ? leave : add);
        });
    return bar;
  }

  /** Asks about the first column whose values can be read in two ways. */
  static MessageBar ofDoubt(ImportViewModel viewModel) {
    MessageBar bar =
        new MessageBar("doubt-bar", "doubt-question", Feather.HELP_CIRCLE, "doubt-bar");
    InvalidationListener refresh = observed -> bar.askAboutColumn(viewModel);
    viewModel.columns().addListener(refresh);
    bar.askAboutColumn(viewModel);
    return bar;
  }

  private void askAboutColumn(ImportViewModel viewModel) {
    List<ColumnLine> doubts =
        viewModel.columns().stream()
            .filter(line -> line.status() == ColumnLine.Status.IN_DOUBT)
            .toList();
    Optional<ReadingQuestion> asked = doubts.stream().findFirst().flatMap(ReadingQuestion::about);
    if (asked.isEmpty()) {
      say("");
      return;
    }
    ColumnLine line = doubts.getFirst();
    String more = doubts.size() > 1 ? " (and %d more)".formatted(doubts.size() - 1) : "";
    List<Button> answers = new ArrayList<>();
    for (ReadingQuestion.Answer answer : asked.get().answers()) {
      answers.add(
          Buttons.small(
              "doubt-answer-" + answers.size(),
              answer.label(),
              () -> viewModel.chooseFormat(line, answer.format())));
    }
    say(line.source().heading() + ", " + asked.get().text() + more, answers.toArray(Button[]::new));
  }

  /**
   * Asks for the encoding of a text whose words look odd. Nothing can be taken before the user has
   * answered.
   */
  static MessageBar ofEncoding(ImportViewModel viewModel) {
    MessageBar bar =
        new MessageBar("encoding-bar", "encoding-question", Feather.HELP_CIRCLE, "doubt-bar");
    viewModel.viewProperty().subscribe(view -> bar.askForEncoding(viewModel, view));
    return bar;
  }

  private void askForEncoding(ImportViewModel viewModel, Optional<SourceView> view) {
    Optional<EncodingDoubt> found = view.flatMap(ImportViewModel::encodingDoubt);
    if (found.isEmpty() || !(view.get().format() instanceof SourceFormat.Text text)) {
      say("");
      return;
    }
    EncodingDoubt doubt = found.get();
    Charset used = text.dialect().charset();
    List<Button> answers = new ArrayList<>();
    for (Charset charset : Stream.concat(doubt.likelier().stream(), Stream.of(used)).toList()) {
      answers.add(
          Buttons.small(
              "encoding-answer-" + answers.size(),
              "%s: %s".formatted(SourceWording.charset(charset), doubt.sample(charset)),
              () -> viewModel.chooseCharset(charset)));
    }
    say(
        "In which encoding is this file? Read as %s it has such words: %s"
            .formatted(SourceWording.charset(used), doubt.sample(used)),
        answers.toArray(Button[]::new));
  }
}
