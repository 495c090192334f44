package app.pallet.workspace.streamed;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.NewCatalogue;
import app.pallet.output.OutputFile;
import app.pallet.schema.CellFormat;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.export.ProblemRows;
import app.pallet.spreadsheet.mapping.ColumnInference;
import app.pallet.spreadsheet.mapping.InferredColumn;
import app.pallet.spreadsheet.matching.MatchKey;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.TabularSource;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.imports.ColumnChoice;
import app.pallet.workspace.imports.ColumnChoice.Target;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportReading;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.ImportSuggestion;
import app.pallet.workspace.imports.ImportWishes;
import app.pallet.workspace.imports.InputProblems;
import app.pallet.workspace.imports.LineFolding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * A source, and the open catalogue into which it is to be imported without a preview, as the
 * command line does. Closing it also closes the catalogue.
 */
public final class PreparedImport implements AutoCloseable {

  private static final int CHECK_EVERY = 1_000;

  private final CatalogueDatabase database;
  private final ImportSource source;
  private final ImportChoices choices;
  private final StreamedImport.Matching matching;

  /** Present only if the catalogue was made for this import. */
  private final Optional<NewCatalogue> made;

  private boolean isKept;

  private PreparedImport(
      CatalogueDatabase database,
      Optional<NewCatalogue> made,
      ImportSource source,
      ImportChoices choices,
      StreamedImport.Matching matching) {
    this.database = database;
    this.made = made;
    this.source = source;
    this.choices = choices;
    this.matching = matching;
  }

  /**
   * Opens a catalogue, or makes an ordinary one if there is none.
   *
   * @throws app.pallet.database.file.CatalogueException if that can't be done
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if the source can't be read
   * @throws IllegalArgumentException if the wishes name columns that do not exist
   */
  public static PreparedImport into(Path catalogue, ImportSource source, ImportWishes wishes) {
    return orTakenAway(
        NewCatalogue.at(catalogue),
        made ->
            orClosed(
                CatalogueDatabase.openOrCreate(
                    catalogue, ProductSchema.create(), ConnectionSettings.DEFAULT),
                made,
                source,
                wishes));
  }

  /**
   * Takes a database that is open already, also one that can only be read, to find out what an
   * import would do with it. It is closed with this, or at once if this fails.
   *
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if the source can't be read
   * @throws IllegalArgumentException if the wishes name columns that do not exist
   */
  public static PreparedImport into(
      CatalogueDatabase database, ImportSource source, ImportWishes wishes) {
    return orClosed(database, Optional.empty(), source, wishes);
  }

  /** If the preparation fails, no new catalogue is left. */
  private static PreparedImport orTakenAway(
      Optional<NewCatalogue> made, Function<Optional<NewCatalogue>, PreparedImport> preparation) {
    try {
      return preparation.apply(made);
    } catch (RuntimeException e) {
      made.ifPresent(NewCatalogue::takeAway);
      throw e;
    }
  }

  private static PreparedImport orClosed(
      CatalogueDatabase database,
      Optional<NewCatalogue> made,
      ImportSource source,
      ImportWishes wishes) {
    try {
      return into(database, made, source, wishes);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static PreparedImport into(
      CatalogueDatabase database,
      Optional<NewCatalogue> made,
      ImportSource source,
      ImportWishes wishes) {
    ImportSource other = source.into(database.file());
    try {
      TabularSource texts = other.look(wishes.options());
      ImportChoices choices = ImportSuggestion.choices(texts, database.schema(), wishes, Map.of());
      return new PreparedImport(database, made, other, choices, StreamedImport.Matching.BY_KEY);
    } catch (RuntimeException e) {
      other.endLook();
      throw e;
    }
  }

  /**
   * Finds out what an import would do with an open catalogue, which stays open.
   *
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if the source can't be read
   * @throws IllegalArgumentException if the wishes name columns that do not exist
   */
  public static StreamedReport rehearse(
      CatalogueDatabase database, ImportSource source, ImportWishes wishes, WorkMonitor monitor) {
    PreparedImport prepared = into(database, Optional.empty(), source, wishes);
    try {
      return prepared.streamed(CellFormat.PLAIN, Optional.empty(), 1).run(monitor);
    } finally {
      prepared.source.endLook();
    }
  }

  /**
   * Makes a catalogue with the columns of the source. Their types fit all its cells. Every row will
   * be a product.
   *
   * @param wishes the wishes, whose key is a heading
   * @throws app.pallet.database.file.CatalogueException if the file already exists
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if the source can't be read
   * @throws CancellationException if the monitor is cancelled; nothing is made
   */
  public static PreparedImport asNew(
      Path catalogue, ImportSource source, ImportWishes wishes, WorkMonitor monitor) {
    monitor.begin("Looking at " + source.name(), WorkMonitor.UNKNOWN);
    ColumnInference inference = infer(source, wishes, monitor);
    TableSchema schema = inference.schema(wishes.key());
    List<ColumnChoice> columns = new ArrayList<>();
    for (InferredColumn inferred : inference.columns()) {
      Target target = new Target.Existing(schema.require(inferred.column().name()));
      columns.add(new ColumnChoice(target, Optional.of(inferred.format())));
    }
    ImportChoices choices =
        new ImportChoices(
            wishes.options(),
            columns,
            MatchKey.of(schema.match()),
            wishes.emptyCells(),
            wishes.duplicates(),
            LineFolding.KEEP,
            Map.of());
    return orTakenAway(
        NewCatalogue.at(catalogue),
        made ->
            new PreparedImport(
                CatalogueDatabase.create(catalogue, schema, ConnectionSettings.DEFAULT),
                made,
                source,
                choices,
                StreamedImport.Matching.ALL_NEW));
  }

  private static ColumnInference infer(
      ImportSource source, ImportWishes wishes, WorkMonitor monitor) {
    try (TabularSource texts = source.open(wishes.options())) {
      ColumnInference inference =
          new ColumnInference(texts.header(), texts.format() instanceof SourceFormat.Workbook);
      for (long row = 1; texts.hasNext(); row++) {
        inference.accept(texts.next());
        if (row % CHECK_EVERY == 0) {
          monitor.step(CHECK_EVERY);
        }
      }
      return inference;
    }
  }

  /** The table into which it goes. */
  public TableSchema schema() {
    return database.schema();
  }

  /** The same import with other ways to read its columns. */
  public PreparedImport reading(UnaryOperator<ColumnChoice> way) {
    List<ColumnChoice> columns = choices.columns().stream().map(way).toList();
    return new PreparedImport(database, made, source, choices.withColumns(columns), matching);
  }

  /**
   * Writes rows that had problems into a CSV file, as they are in the source, with what is wrong.
   *
   * @return number of rows written
   * @throws app.pallet.spreadsheet.source.SpreadsheetException if the file can't be written
   */
  public int saveProblemRows(OutputFile output, List<RowProblem> problems, WorkMonitor monitor) {
    try (TabularSource texts = ImportReading.texts(source, choices)) {
      return ProblemRows.write(output, texts, InputProblems.byLine(problems), monitor);
    }
  }

  /**
   * Adds the new columns to the catalogue, and opens it again. This object must not be used any
   * more.
   */
  public PreparedImport withNewColumns() {
    if (choices.newColumns().isEmpty()) {
      return this;
    }
    choices.requireRoom(database.schema());
    database.addColumns(choices.newColumns());
    database.close();
    CatalogueDatabase again = CatalogueDatabase.open(database.file(), database.settings());
    return new PreparedImport(again, made, source, choices.withColumnsAdded(), matching);
  }

  /** The import of all rows in portions. It can be run once. */
  public StreamedImport streamed(CellFormat format, Optional<CommitPlan> plan, int mostProblems) {
    return new StreamedImport(database, source, choices, format, matching, plan, mostProblems);
  }

  /** Keeps a catalogue that was made for this import, even if no product was added to it. */
  public void keep() {
    isKept = true;
  }

  /**
   * Closes the catalogue. Removes it if it was made for this import, no product was added to it,
   * and {@link #keep} was not called.
   */
  @Override
  public void close() {
    source.endLook();
    database.close();
    if (!isKept) {
      made.ifPresent(NewCatalogue::takeAway);
    }
  }
}
