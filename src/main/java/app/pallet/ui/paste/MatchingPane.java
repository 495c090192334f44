package app.pallet.ui.paste;

import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.matching.MatchKey;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.LineFolding;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;

/** How rows are matched with products, and what empty cells and repeated keys mean. */
final class MatchingPane extends HBox {

  private final ImportViewModel viewModel;
  private final LabelledChoice<MatchKey> key;
  private final LabelledChoice<EmptyCells> empty;
  private final LabelledChoice<DuplicateKeys> duplicates;
  private final LabelledChoice<LineFolding> folding;

  MatchingPane(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    key =
        new LabelledChoice<>(
            "import-key",
            "Find rows by",
            MatchKey::label,
            chosen -> viewModel.choose(before -> before.withKey(chosen)));
    empty =
        new LabelledChoice<>(
            "import-empty-cells",
            "Empty cells",
            MatchingPane::wording,
            chosen -> viewModel.choose(before -> before.withEmptyCells(chosen)));
    duplicates =
        new LabelledChoice<>(
            "import-duplicates",
            "Repeated rows",
            MatchingPane::wording,
            chosen -> viewModel.choose(before -> before.withDuplicates(chosen)));
    folding =
        new LabelledChoice<>(
            "import-folding",
            "Lines without a row of their own",
            MatchingPane::wording,
            chosen -> viewModel.choose(before -> before.withFolding(chosen)));
    getStyleClass().add("matching-pane");
    setAlignment(Pos.CENTER_LEFT);
    disableProperty().bind(viewModel.choicesProperty().isEqualTo(Optional.empty()));
    getChildren().addAll(key, empty, duplicates, folding);
    InvalidationListener refresh =
        observed -> viewModel.choicesProperty().get().ifPresent(this::show);
    viewModel.choicesProperty().addListener(refresh);
    viewModel.columns().addListener(refresh);
    viewModel.previewProperty().addListener(refresh);
    refresh.invalidated(viewModel.choicesProperty());
  }

  private void show(ImportChoices choices) {
    key.show(viewModel.keys(), choices.key());
    empty.show(List.of(EmptyCells.values()), choices.emptyCells());
    duplicates.show(List.of(DuplicateKeys.values()), choices.duplicates());
    folding.show(List.of(LineFolding.values()), choices.folding());
    folding.setShown(
        choices.folding() == LineFolding.KEEP
            || viewModel.previewProperty().get().filter(p -> p.foldedLines() > 0).isPresent());
  }

  private static String wording(EmptyCells cells) {
    return switch (cells) {
      case LEAVE -> "Leave the value as it is";
      case CLEAR -> "Clear the value";
    };
  }

  private static String wording(LineFolding folding) {
    return switch (folding) {
      case FOLD -> "Fold into the one above";
      case KEEP -> "Take as rows";
    };
  }

  private static String wording(DuplicateKeys duplicates) {
    return switch (duplicates) {
      case FIRST -> "Take the first";
      case LAST -> "Take the last";
      case NONE -> "Take none of them";
    };
  }
}
