package app.pallet.ui.paste;

import app.pallet.output.RefusedOutputException;
import app.pallet.schema.CellFormat;
import app.pallet.schema.ColumnReading;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.mapping.ColumnMappingException;
import app.pallet.spreadsheet.matching.MatchKey;
import app.pallet.spreadsheet.source.EncodingDoubt;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.SpreadsheetException;
import app.pallet.text.Counted;
import app.pallet.workspace.imports.ColumnChoice;
import app.pallet.workspace.imports.ColumnChoice.Target;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportChoices.CellPlace;
import app.pallet.workspace.imports.ImportTooLargeException;
import app.pallet.workspace.imports.SourceColumn;
import app.pallet.workspace.imports.SourceView;
import app.pallet.workspace.input.AcceptedImport;
import app.pallet.workspace.input.ImportPreparation;
import app.pallet.workspace.input.ImportPreview;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The state of the import window: what the preparation has found out, and what the user has chosen.
 * It passes each choice to the preparation and shows the answer when it comes; it never waits. FX
 * thread.
 */
public final class ImportViewModel implements ImportPreparation.Listener, AutoCloseable {

  /**
   * With more changes than this, all lines are replaced at once, because each change has to be
   * shown.
   */
  private static final int MOST_SINGLE_CHANGES = 20;

  private final TableSchema schema;
  private final ImportPreparation preparation;
  private final String name;
  private final ReadOnlyObjectWrapper<Optional<SourceView>> view =
      new ReadOnlyObjectWrapper<>(this, "view", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ImportChoices>> choices =
      new ReadOnlyObjectWrapper<>(this, "choices", Optional.empty());
  private final ReadOnlyObjectWrapper<Optional<ImportPreview>> preview =
      new ReadOnlyObjectWrapper<>(this, "preview", Optional.empty());
  private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working", true);
  private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper(this, "failure", "");
  private final ReadOnlyStringWrapper note = new ReadOnlyStringWrapper(this, "note", "");
  private final ObjectProperty<Optional<Runnable>> held =
      new SimpleObjectProperty<>(this, "held", Optional.empty());
  private final ObservableList<ColumnLine> columns = FXCollections.observableArrayList();
  private final PreviewRows rows = new PreviewRows(this);
  private boolean holding;
  private boolean saving;

  /**
   * A window that has not looked at its source yet.
   *
   * @param name what the user calls the source
   * @param opening makes the preparation, with this view model as its listener
   */
  public ImportViewModel(
      TableSchema schema,
      String name,
      Function<ImportPreparation.Listener, ImportPreparation> opening) {
    this.schema = schema;
    this.name = name;
    this.preparation = opening.apply(this);
  }

  /** Begins to look at the source. */
  public void start() {
    preparation.start();
  }

  /** What the user calls the source. */
  String name() {
    return name;
  }

  /** What the source looks like; empty until it was opened. */
  ReadOnlyObjectProperty<Optional<SourceView>> viewProperty() {
    return view.getReadOnlyProperty();
  }

  /** What the user has chosen; empty until the source was opened. */
  ReadOnlyObjectProperty<Optional<ImportChoices>> choicesProperty() {
    return choices.getReadOnlyProperty();
  }

  /** Whether names that other tables do not have become rows of theirs. */
  boolean addsParents() {
    return choices.get().filter(ImportChoices::addsParents).isPresent();
  }

  /** What would become of the rows, by the newest choices that were previewed. */
  ReadOnlyObjectProperty<Optional<ImportPreview>> previewProperty() {
    return preview.getReadOnlyProperty();
  }

  /** Whether the source is being read; what is shown may be of older choices then. */
  ReadOnlyBooleanProperty workingProperty() {
    return working.getReadOnlyProperty();
  }

  /** Why the import isn't possible as it is chosen, and what to do; or an empty text. */
  ReadOnlyStringProperty failureProperty() {
    return failure.getReadOnlyProperty();
  }

  /** The columns of the source, in its order. */
  ObservableList<ColumnLine> columns() {
    return columns;
  }

  /** The rows and problems under the counts. */
  PreviewRows rows() {
    return rows;
  }

  /** Number of rows that would be added or changed, as far as is known. */
  int changes() {
    return rows.count(app.pallet.workspace.input.RowCategory.ADD)
        + rows.count(app.pallet.workspace.input.RowCategory.CHANGE);
  }

  /** Number of rows that would become pending, including those with problems; 0 if not known. */
  int taken() {
    return preparation.accept().map(AcceptedImport::changeCount).orElse(0);
  }

  /** Whether the import can be taken as it is chosen now. */
  BooleanExpression takeable() {
    return Bindings.createBooleanBinding(
        () ->
            !working.get()
                && taken() > 0
                && view.get().flatMap(ImportViewModel::encodingDoubt).isEmpty(),
        working,
        failure,
        preview,
        view);
  }

  /** Changes a choice; does nothing before the source was opened. */
  void choose(UnaryOperator<ImportChoices> change) {
    choices
        .get()
        .ifPresent(before -> {
          ImportChoices now = change.apply(before);
          if (!now.equals(before)) {
            choices.set(Optional.of(now));
            working.set(true);
            refreshColumns();
            preparation.choose(now);
          }
        });
  }

  /**
   * Chooses the target of a column. A product's own number can only be used to find the product.
   */
  void chooseTarget(ColumnLine line, Target target) {
    choose(before -> {
      ImportChoices mapped =
          before.withColumn(line.source().place(), new ColumnChoice(target, Optional.empty()));
      return target instanceof Target.Existing existing && existing.column().isReadOnly()
          ? mapped.withKey(MatchKey.of(existing.column()))
          : mapped;
    });
  }

  /** Chooses how a column is read. */
  void chooseFormat(ColumnLine line, CellFormat format) {
    choose(before ->
        before.withColumn(
            line.source().place(), new ColumnChoice(line.choice().target(), Optional.of(format))));
  }

  /** Chooses the encoding in which the source is read. */
  void chooseCharset(Charset charset) {
    choose(before -> before.withSource(before.source().withCharset(charset)));
  }

  /** Chooses the line of the source that holds the headings; nothing above it is data. */
  void chooseHeadings(long line) {
    choose(before -> before.withSource(before.source().withHeaderLine(line)));
  }

  /** Whether the headings stand in a line of the source. */
  boolean isHeadings(long line) {
    return view.get().filter(v -> v.format().headings().line() == line).isPresent();
  }

  /** Why the encoding of a source may be another one than it is read in. */
  static Optional<EncodingDoubt> encodingDoubt(SourceView view) {
    return view.format() instanceof SourceFormat.Text text
        ? text.dialect().doubt()
        : Optional.empty();
  }

  /** Makes new columns of all that are left out. */
  void addAllLeftOut() {
    choose(before -> {
      List<ColumnChoice> all = new ArrayList<>(before.columns());
      for (ColumnLine line : columns) {
        if (line.choice().target() instanceof Target.Dropped) {
          Target added = new Target.Added(line.source().asNew());
          all.set(line.source().place(), new ColumnChoice(added, Optional.empty()));
        }
      }
      return before.withColumns(all);
    });
  }

  /** Corrects a cell of the source. */
  void correct(CellPlace place, String text) {
    choose(before -> before.withCorrection(place, text));
  }

  /** All possible targets: a new column, none, or a column of the catalogue. */
  List<TargetOption> targets(ColumnLine line) {
    return TargetOptions.of(line, columns, schema);
  }

  /** The columns by which products can be found: those that are filled, and the one in use. */
  List<MatchKey> keys() {
    List<MatchKey> keys = new ArrayList<>();
    columns.stream()
        .filter(line -> line.choice().target() instanceof Target.Existing)
        .flatMap(line -> line.column().stream())
        .map(MatchKey::of)
        .forEach(keys::add);
    MatchKey whole = new MatchKey(schema.keyColumns());
    if (!whole.isOne() && whole.columns().stream().map(MatchKey::of).allMatch(keys::contains)) {
      keys.add(whole);
    }
    choices.get().map(ImportChoices::key).filter(key -> !keys.contains(key)).ifPresent(keys::add);
    return keys;
  }

  /** The catalogue's table. */
  TableSchema schema() {
    return schema;
  }

  /** Takes the import over; empty if that isn't possible now. */
  public Optional<AcceptedImport> accept() {
    return preparation.accept();
  }

  /** Writes the rows with problems into a file, and says so when that is done. */
  public void saveProblemRows(Path file) {
    saving = true;
    preparation.saveProblemRows(
        file,
        rows -> {
          saving = false;
          note.set(
              "Saved %s to %s.".formatted(Counted.of(rows, "row", "rows"), file.getFileName()));
        });
  }

  /** What was done last, or an empty text. */
  ReadOnlyStringProperty noteProperty() {
    return note.getReadOnlyProperty();
  }

  /** Keeps what is shown while a cell is edited; new results wait. */
  void hold() {
    holding = true;
  }

  /** Shows what has come in while a cell was edited. */
  void release() {
    holding = false;
    Optional<Runnable> waiting = held.get();
    held.set(Optional.empty());
    waiting.ifPresent(Runnable::run);
  }

  @Override
  public void viewed(SourceView source, ImportChoices suggested) {
    view.set(Optional.of(source));
    choices.set(Optional.of(suggested));
    preview.set(Optional.empty());
    refreshColumns();
  }

  @Override
  public void previewing() {
    note.set("");
    saving = false;
    working.set(true);
    failure.set("");
  }

  @Override
  public void previewed(ImportPreview newest) {
    if (holding) {
      held.set(Optional.of(() -> previewed(newest)));
      return;
    }
    preview.set(Optional.of(newest));
    refreshColumns();
    failure.set("");
    working.set(false);
  }

  @Override
  public void failed(Throwable thrown) {
    held.set(Optional.empty());
    working.set(false);
    failure.set(
        saving
            ? FailureWording.ofSaving(thrown)
            : FailureWording.of(thrown, choices.get(), columns));
    saving = false;
  }

  @Override
  public void close() {
    preparation.close();
  }

  /** Replaces only the lines that have changed, so that the list keeps its scroll position. */
  private void refreshColumns() {
    if (view.get().isEmpty() || choices.get().isEmpty()) {
      return;
    }
    List<SourceColumn> sources = view.get().get().columns();
    ImportChoices chosen = choices.get().get();
    Map<Integer, ColumnReading> readings =
        preview.get().map(ImportPreview::readings).orElse(Map.of());
    List<ColumnLine> lines = new ArrayList<>(sources.size());
    for (SourceColumn source : sources) {
      ColumnChoice choice = chosen.columns().get(source.place());
      boolean key =
          choice.target() instanceof Target.Existing existing
              && chosen.key().columns().contains(existing.column());
      Optional<ColumnReading> reading = Optional.ofNullable(readings.get(source.place()));
      lines.add(new ColumnLine(source, choice, reading, key));
    }
    List<Integer> changed =
        IntStream.range(0, Math.min(lines.size(), columns.size()))
            .filter(i -> !lines.get(i).equals(columns.get(i)))
            .boxed()
            .toList();
    if (lines.size() != columns.size() || changed.size() > MOST_SINGLE_CHANGES) {
      columns.setAll(lines);
    } else {
      changed.forEach(i -> columns.set(i, lines.get(i)));
    }
  }

  /** Why an import isn't possible and what to do about it, in the words of the window. */
  private static final class FailureWording {

    private FailureWording() {}

    /** Why rows could not be saved. */
    static String ofSaving(Throwable failure) {
      if (failure instanceof RefusedOutputException) { // says itself what to do
        return "The rows can't be saved: " + failure.getMessage() + ".";
      }
      return "The rows can't be saved: "
          + Objects.requireNonNullElse(failure.getMessage(), failure.toString())
          + ". Choose another place for them.";
    }

    static String of(Throwable failure, Optional<ImportChoices> choices, List<ColumnLine> columns) {
      if (choices.isPresent() && columns.stream().noneMatch(ColumnLine::key)) {
        return "No column is mapped to %s, by which rows are to be found. Choose %s for one of the columns, or find rows by another column."
            .formatted(choices.get().key().label(), choices.get().key().label());
      }
      String message = Objects.requireNonNullElse(failure.getMessage(), failure.toString());
      return switch (failure) {
        case SpreadsheetException ignored when choices.isPresent() ->
            message + ". Try another encoding, separator or sheet above, or mend the file.";
        case SpreadsheetException ignored -> message + ". Nothing was taken.";
        case ColumnMappingException ignored -> message;
        case ImportTooLargeException ignored -> message + ". Nothing was taken.";
        default -> "The source can't be read: " + message + ". Nothing was taken.";
      };
    }
  }
}
