package app.pallet.ui.export;

import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.export.CsvEncoding;
import app.pallet.spreadsheet.export.CsvStyle;
import app.pallet.spreadsheet.export.ExportColumn;
import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.spreadsheet.export.ExportOptions;
import app.pallet.spreadsheet.export.ExportPreset;
import app.pallet.spreadsheet.export.ExportPreview;
import app.pallet.spreadsheet.export.FormulaTexts;
import app.pallet.text.Counted;
import app.pallet.workspace.export.ExportRequest;
import app.pallet.workspace.export.ExportRows;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the user has chosen in the export window, and what follows from it. Knows no window. FX
 * thread.
 */
public final class ExportViewModel {

  /** Rows in the preview, below the headings. */
  public static final int PREVIEW_ROWS = 4;

  private final ExportContext context;
  private final ObjectProperty<RowScope> scope;
  private final ObjectProperty<ExportPreset> preset = property(ExportPreset.PALLET);
  private final ObjectProperty<ExportFormat> format = property(ExportFormat.CSV);
  private final ObjectProperty<Character> separator = property(',');
  private final ObjectProperty<CsvEncoding> encoding = property(CsvEncoding.UTF_8);
  private final ObjectProperty<NumberStyle> numbers;
  private final ObjectProperty<FormulaTexts> formulas = property(FormulaTexts.GUARD);
  private final ObservableList<ColumnChoice> columns =
      FXCollections.observableArrayList(choice -> new Observable[] {choice.chosenProperty()});
  private final ReadOnlyObjectWrapper<ExportState> state = new ReadOnlyObjectWrapper<>();
  private Consumer<ExportRows> sampler = rows -> {};
  private List<RowValues> sample = List.of();

  /**
   * The choices of a plain CSV file.
   *
   * @param numbers the decimal sign the user is used to
   */
  public ExportViewModel(ExportContext context, NumberStyle numbers) {
    this.context = context;
    this.numbers = property(numbers);
    this.scope = property(firstScope(context));
    showColumns();
    preset.addListener(observed -> {
      separator.set(preset.get().separator());
      formulas.set(preset.get().formulas());
      showColumns();
    });
    scope.addListener(observed -> {
      sampler.accept(rows());
      refresh();
    });
    List.<Observable>of(format, separator, encoding, this.numbers, formulas, columns)
        .forEach(each -> each.addListener(observed -> refresh()));
    refresh();
  }

  private static RowScope firstScope(ExportContext context) {
    return context.scopes().containsKey(RowScope.SHOWN) ? RowScope.SHOWN : RowScope.ALL;
  }

  private static <T> ObjectProperty<T> property(T value) {
    return new SimpleObjectProperty<>(value);
  }

  /** What there is to export. */
  ExportContext context() {
    return context;
  }

  /** Which rows. */
  ObjectProperty<RowScope> scopeProperty() {
    return scope;
  }

  /** Whose headings and words; sets the separator and the columns. */
  ObjectProperty<ExportPreset> presetProperty() {
    return preset;
  }

  /** Which kind of file. */
  public ObjectProperty<ExportFormat> formatProperty() {
    return format;
  }

  /** Between the cells of a text file. */
  ObjectProperty<Character> separatorProperty() {
    return separator;
  }

  /** Of a text file. */
  ObjectProperty<CsvEncoding> encodingProperty() {
    return encoding;
  }

  /** Whose decimal sign numbers get in a text file. */
  ObjectProperty<NumberStyle> numbersProperty() {
    return numbers;
  }

  /** How texts that look like formulas are written. */
  ObjectProperty<FormulaTexts> formulasProperty() {
    return formulas;
  }

  /** The columns that can be written, in their order. */
  ObservableList<ColumnChoice> columns() {
    return columns;
  }

  /** What follows from the choices. */
  ReadOnlyObjectProperty<ExportState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Sets who reads the first rows for the preview, and asks at once. */
  public void whenSampled(Consumer<ExportRows> reader) {
    sampler = reader;
    sampler.accept(rows());
  }

  /** The first rows have come; those of another choice of rows are not shown. */
  public void showSample(ExportRows of, List<RowValues> rows) {
    if (of.equals(rows())) {
      sample = List.copyOf(rows);
      refresh();
    }
  }

  /** Chooses these columns or leaves them out, such as those a search has found. */
  void choose(List<ColumnChoice> choices, boolean chosen) {
    choices.forEach(choice -> choice.chosenProperty().set(chosen));
  }

  /** A name for the file. */
  public String suggestion() {
    String shop =
        preset.get() == ExportPreset.PALLET
            ? ""
            : "-" + preset.get().name().toLowerCase(Locale.ROOT);
    return "products" + shop + format.get().ending();
  }

  /**
   * The request to write a file. The file's ending decides its kind; a name without an ending gets
   * that of the chosen kind.
   *
   * @return empty while nothing can be exported
   */
  public Optional<ExportRequest> request(Path file) {
    boolean named = file.getFileName().toString().contains(".");
    Path target = named ? file : file.resolveSibling(file.getFileName() + format.get().ending());
    return options()
        .map(options ->
            new ExportRequest(target, rows(), options.withFormat(ExportFormat.of(target))));
  }

  private Optional<ExportOptions> options() {
    List<ExportColumn> wanted =
        columns.stream()
            .filter(choice -> choice.chosenProperty().get())
            .map(ColumnChoice::column)
            .toList();
    CsvStyle style = new CsvStyle(separator.get(), encoding.get(), numbers.get());
    return wanted.isEmpty()
        ? Optional.empty()
        : Optional.of(new ExportOptions(format.get(), style, formulas.get(), wanted));
  }

  private ExportRows rows() {
    return chosenScope().rows();
  }

  private ExportContext.Scope chosenScope() {
    return Optional.ofNullable(context.scopes().get(scope.get()))
        .orElseThrow(() -> new IllegalStateException("No rows: " + scope.get()));
  }

  private void showColumns() {
    if (preset.get() == ExportPreset.PALLET) {
      columns.setAll(context.schema().columns().stream().map(ExportViewModel::choice).toList());
    } else {
      columns.setAll(
          preset.get().columns(context.schema()).stream()
              .map(column -> new ColumnChoice(column, true))
              .toList());
    }
  }

  private static ColumnChoice choice(Column column) {
    return new ColumnChoice(ExportColumn.of(column), !column.isBookkeeping());
  }

  private void refresh() {
    int rows = chosenScope().count();
    Optional<ExportOptions> options = options();
    long chosen = options.map(wanted -> wanted.columns().size()).orElse(0);
    ExportPreview preview =
        options
            .map(wanted -> ExportPreview.of(wanted, sample))
            .orElseGet(() -> new ExportPreview("", emptyReason()));
    state.set(
        new ExportState(
            "Export " + Counted.of(rows, "row", "rows") + "…",
            "%d of %d".formatted(chosen, columns.size()),
            preview,
            chosen > 0 && rows > 0));
  }

  private String emptyReason() {
    return columns.isEmpty()
        ? "This catalogue has no column that " + preset.get().label() + " imports."
        : "Choose at least one column.";
  }
}
