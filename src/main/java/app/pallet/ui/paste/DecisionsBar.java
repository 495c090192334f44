package app.pallet.ui.paste;

import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Panes;
import app.pallet.workspace.imports.ImportDecisions;
import app.pallet.workspace.input.ImportPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says what was decided that the user might not expect; hidden where nothing was. */
final class DecisionsBar extends HBox {

  private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

  private final Label message = new Label();
  private final Button lines = new Button("Choose the headings…");

  DecisionsBar(ImportViewModel viewModel) {
    message.setId("import-decisions");
    message.setWrapText(true);
    message.setGraphic(Icons.of(Feather.INFO));
    message.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(message, Priority.ALWAYS);
    lines.setId("choose-headings");
    lines.getStyleClass().add("small");
    lines.setMinWidth(USE_PREF_SIZE);
    lines.setOnAction(event -> viewModel.rows().showLines());
    setId("decisions-bar");
    setAlignment(Pos.CENTER_LEFT);
    getStyleClass().addAll("message-bar", "decisions-bar");
    getChildren().addAll(message, lines);
    viewModel.previewProperty().subscribe(preview -> show(preview.map(ImportPreview::decisions)));
  }

  private void show(Optional<ImportDecisions> decisions) {
    List<String> sentences = new ArrayList<>();
    decisions.flatMap(ImportDecisions::warning).ifPresent(sentences::add);
    decisions.map(ImportDecisions::sentences).ifPresent(sentences::addAll);
    boolean doubtful =
        decisions
            .filter(d -> d.warning().isPresent() || d.format().headings().inDoubt())
            .isPresent();
    pseudoClassStateChanged(WARNING, doubtful);
    message.setText(String.join(" · ", sentences));
    boolean above = decisions.filter(d -> !d.format().headings().above().isEmpty()).isPresent();
    Panes.show(lines, above);
    Panes.show(this, !sentences.isEmpty());
  }
}
