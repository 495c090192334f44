package app.pallet.ui.paste;

import app.pallet.spreadsheet.source.CsvDialect.Quoting;
import app.pallet.spreadsheet.source.HeaderMode;
import app.pallet.spreadsheet.source.HeadingPlace;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SourceOptions;
import app.pallet.ui.theme.Icons;
import app.pallet.workspace.imports.SourceView;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The head of the window: what is imported, how it is read, and the choices to read it better. */
final class SourcePane extends HBox {

  private final ImportViewModel viewModel;
  private final Label sentence = new Label("Opening…");
  private final LabelledChoice<Charset> charset =
      new LabelledChoice<>(
          "source-charset",
          "Encoding",
          SourceWording::charset,
          chosen -> read(options -> options.withCharset(chosen)));
  private final LabelledChoice<Character> separator =
      new LabelledChoice<>(
          "source-separator",
          "Separator",
          SourceWording::separator,
          chosen -> read(options -> options.withSeparator(chosen)));
  private final LabelledChoice<Quoting> quoting =
      new LabelledChoice<>(
          "source-quoting",
          "Quotes",
          SourceWording::quoting,
          chosen -> read(options -> options.withQuoting(chosen)));
  private final LabelledChoice<String> sheet =
      new LabelledChoice<>(
          "source-sheet",
          "Sheet",
          name -> name,
          chosen -> read(options -> options.withSheet(chosen)));
  private final LabelledChoice<HeaderMode> header =
      new LabelledChoice<>(
          "source-header",
          "Headings",
          SourceWording::header,
          chosen -> read(options -> options.withHeader(chosen)));

  SourcePane(ImportViewModel viewModel) {
    this.viewModel = viewModel;
    Label title = new Label(viewModel.name(), Icons.of(Feather.FILE_TEXT, "accent"));
    title.getStyleClass().add("source-title");
    sentence.setId("source-sentence");
    sentence.getStyleClass().add("source-sentence");
    sentence.setWrapText(true);
    VBox texts = new VBox(title, sentence);
    texts.getStyleClass().add("source-texts");
    texts.setAlignment(Pos.CENTER_LEFT);
    texts.setMinWidth(0);
    HBox.setHgrow(texts, Priority.ALWAYS);
    HBox choices = new HBox(sheet, charset, separator, quoting, header);
    choices.getStyleClass().add("source-choices");
    choices.setMinWidth(Region.USE_PREF_SIZE);
    choices.setAlignment(Pos.CENTER_RIGHT);
    getStyleClass().add("source-pane");
    setAlignment(Pos.CENTER_LEFT);
    getChildren().addAll(texts, choices);
    viewModel.viewProperty().subscribe(this::show);
  }

  private void show(Optional<SourceView> view) {
    Optional<SourceFormat> format = view.map(SourceView::format);
    sheet.setShown(format.filter(SourceFormat.Workbook.class::isInstance).isPresent());
    boolean text = format.filter(SourceFormat.Text.class::isInstance).isPresent();
    List.of(charset, separator, quoting).forEach(choice -> choice.setShown(text));
    header.setShown(format.isPresent());
    format.ifPresent(this::show);
  }

  private void show(SourceFormat format) {
    sentence.setText(SourceWording.sentence(format));
    header.show(List.of(HeaderMode.values()), mode(format.headings()));
    switch (format) {
      case SourceFormat.Text text -> {
        Charset used = text.dialect().charset();
        charset.show(SourceWording.charsets(used), used);
        char between = text.dialect().separator();
        separator.show(SourceWording.separators(between), between);
        quoting.show(List.of(Quoting.values()), text.dialect().quoting());
      }
      case SourceFormat.Workbook book -> sheet.show(book.sheets(), book.sheet());
      case SourceFormat.Block ignored -> {}
    }
  }

  private static HeaderMode mode(HeadingPlace place) {
    if (!place.above().isEmpty()) {
      return HeaderMode.DETECT;
    }
    return place.line() > 0 ? HeaderMode.FIRST_ROW : HeaderMode.NONE;
  }

  private void read(UnaryOperator<SourceOptions> change) {
    viewModel.choose(before -> before.withSource(change.apply(before.source())));
  }
}
