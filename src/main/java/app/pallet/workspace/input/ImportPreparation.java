package app.pallet.workspace.input;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowProblem;
import app.pallet.output.OutputFile;
import app.pallet.schema.CellFormat;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.export.ProblemRows;
import app.pallet.spreadsheet.matching.RowFinder;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.work.Latest;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportReading;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportSuggestion;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.imports.InputProblems;
import app.pallet.workspace.imports.SourceView;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An import that the user looks at before anything of it is taken. Owner thread. Sources are
 * opened, read and matched in the background. If the user changes choices quickly, only the newest
 * are found out and told.
 */
public final class ImportPreparation implements AutoCloseable {

  private final ImportSource source;
  private final Context context;
  private final Listener listener;
  private final Latest latest = new Latest();
  private Optional<ImportChoices> choices = Optional.empty();
  private Optional<SourceView> view = Optional.empty();
  private Optional<AcceptedImport> accepted = Optional.empty();

  /**
   * What the preparation needs of the workspace.
   *
   * @param catalogue the file of the open catalogue
   * @param runner where sources are read
   * @param format how numbers are read in columns whose texts don't show it
   * @param remembered names of columns by the headings that were taken for them before
   */
  record Context(
      Path catalogue,
      WorkRunner runner,
      TableSchema schema,
      ChangeSet changes,
      RowFinder finder,
      CellFormat format,
      Map<String, String> remembered) {}

  ImportPreparation(ImportSource source, Context context, Listener listener) {
    this.source = source;
    this.context = context;
    this.listener = listener;
  }

  /** Opens the source. The listener hears of it. */
  public void start() {
    view(ImportWishes.NONE);
  }

  /** The newest choices; empty until the source has been opened. */
  public Optional<ImportChoices> choices() {
    return choices;
  }

  /**
   * Finds out what other choices would do. If they open the source in another way, its columns are
   * suggested anew.
   */
  public void choose(ImportChoices wanted) {
    boolean reopen = choices.filter(c -> c.source().equals(wanted.source())).isEmpty();
    choices = Optional.of(wanted);
    if (reopen) {
      view(ImportWishes.of(wanted));
    } else {
      preview(wanted);
    }
  }

  /** The import that can be taken; empty until the newest choices have been found out. */
  public Optional<AcceptedImport> accept() {
    return accepted;
  }

  /**
   * Writes the rows that have problems into a CSV file, as they are in the source, with what is
   * wrong. The user can correct the file and import it again. Does nothing until the newest choices
   * have been found out.
   *
   * @param done gets the number of rows
   */
  public void saveProblemRows(Path file, Consumer<Integer> done) {
    if (accepted.isEmpty() || choices.isEmpty()) {
      return;
    }
    ImportChoices wanted = choices.get();
    OutputFile output =
        source.spared(OutputFile.at(file).sparing(context.catalogue(), "the open catalogue"));
    Map<Long, List<RowProblem>> problems = InputProblems.byLine(accepted.get().problems());
    context
        .runner()
        .start(
            "Save problem rows",
            monitor -> {
              try (TabularSource texts = ImportReading.texts(source, wanted)) {
                return ProblemRows.write(output, texts, problems, monitor);
              }
            },
            WorkListener.of(done, listener::failed));
  }

  /** Gives up the import, or ends it after it was taken. */
  @Override
  public void close() {
    latest.drop();
  }

  private void view(ImportWishes wishes) {
    start(
        "Open " + source.name(),
        monitor -> {
          try (TabularSource texts = source.open(wishes.options())) {
            return ImportSuggestion.of(texts, context.schema(), wishes, context.remembered());
          }
        },
        suggestion -> {
          choices = Optional.of(suggestion.choices());
          view = Optional.of(suggestion.view());
          listener.viewed(suggestion.view(), suggestion.choices());
          preview(suggestion.choices());
        });
  }

  private void preview(ImportChoices wanted) {
    listener.previewing();
    start(
        "Preview " + source.name(),
        new ImportRehearsal(
            "Import " + source.name(),
            source,
            wanted,
            context.format(),
            context.finder(),
            context.changes(),
            context.schema()),
        result -> {
          accepted = Optional.of(result.accepted());
          widen(wanted, result.preview());
          listener.previewed(result.preview());
        });
  }

  /** Shows columns without a heading that only later rows have, so that they can be mapped. */
  private void widen(ImportChoices wanted, ImportPreview preview) {
    int width = preview.decisions().nameless().width();
    if (view.isPresent() && width > wanted.columns().size()) {
      List<TextRow> rows =
          preview.rows().values().stream().flatMap(List::stream).map(PreviewRow::row).toList();
      SourceView wider = ImportSuggestion.widened(view.get(), rows, width, context.schema());
      ImportChoices chosen = wanted.widened(width);
      view = Optional.of(wider);
      choices = Optional.of(chosen);
      listener.viewed(wider, chosen);
    }
  }

  private <T> void start(String name, Work<T> work, Consumer<T> done) {
    accepted = Optional.empty();
    latest.start(context.runner(), name, work, WorkListener.of(done, listener::failed));
  }

  /** Hears of an import that is being prepared. Called on the owner thread. */
  public interface Listener {

    /**
     * The source has been opened as the choices say.
     *
     * @param choices the suggestion for its columns
     */
    void viewed(SourceView view, ImportChoices choices);

    /** What the newest choices would do is being found out. */
    void previewing();

    /** It is known what the newest choices would do. */
    void previewed(ImportPreview preview);

    /** The source can't be read, or can't be read with these choices. */
    void failed(Throwable failure);
  }
}
