package app.pallet.workspace;

import app.pallet.change.RowKey;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.PlainText;
import app.pallet.work.DirectRunner;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.SourceView;
import app.pallet.workspace.input.ImportPreparation;
import app.pallet.workspace.input.ImportPreview;
import app.pallet.workspace.input.PasteListener;
import app.pallet.workspace.input.PasteReport;
import app.pallet.workspace.input.PasteWay;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.turns.WorkspaceListener;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.CellState;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A workspace over a new catalogue file, where everything happens on the test's thread. */
public class OpenCatalogue implements WorkspaceListener, AutoCloseable {

  public final List<String> told = new ArrayList<>();
  public final List<ImportSource> doubtful = new ArrayList<>();
  public final Map<String, String> remembered = new HashMap<>();
  public final Workspace workspace;

  public OpenCatalogue(Path file) {
    this(file, CellFormat.PLAIN);
  }

  public OpenCatalogue(Path file, CellFormat format) {
    this(file, format, ProductSchema.create());
  }

  public OpenCatalogue(Path file, CellFormat format, TableSchema schema) {
    this(file, format, schema, PendingWork.IN_MEMORY);
  }

  public OpenCatalogue(Path file, PendingWork pending) {
    this(file, CellFormat.PLAIN, ProductSchema.create(), pending);
  }

  private OpenCatalogue(Path file, CellFormat format, TableSchema schema, PendingWork pending) {
    this(
        CatalogueDatabase.openOrCreate(file, schema, ConnectionSettings.DEFAULT),
        new DirectRunner(),
        new DirectRunner(),
        format,
        pending);
  }

  /** One over a database that is open already. */
  public OpenCatalogue(CatalogueDatabase database, PendingWork pending) {
    this(database, new DirectRunner(), new DirectRunner(), CellFormat.PLAIN, pending);
  }

  /** One whose background works as these do. */
  public OpenCatalogue(Path file, WorkRunner reader, WorkRunner writer) {
    this(
        CatalogueDatabase.openOrCreate(file, ProductSchema.create(), ConnectionSettings.DEFAULT),
        reader,
        writer,
        CellFormat.PLAIN,
        PendingWork.IN_MEMORY);
  }

  /** One over a database that is open already, and is closed with it. */
  public OpenCatalogue(CatalogueDatabase database) {
    this(database, PendingWork.IN_MEMORY);
  }

  private OpenCatalogue(
      CatalogueDatabase database,
      WorkRunner reader,
      WorkRunner writer,
      CellFormat format,
      PendingWork pending) {
    workspace = new Workspace(database, reader, writer, format, this, pending);
    workspace.show(workspace.query());
  }

  /** Commits so many products and so on, named and priced by their numbers. */
  public OpenCatalogue withProducts(int count) {
    StringBuilder block = new StringBuilder("SKU\tName\tPrice\tQuantity\n");
    IntStream.rangeClosed(1, count)
        .forEach(n -> block.append("A-%d\tProduct %d\t%d.50\t%d\n".formatted(n, n, n, n * 10)));
    paste(block.toString(), 0, "sku");
    commit();
    return this;
  }

  public PasteReport paste(String text, int row, String firstColumn) {
    return paste(text, row, firstColumn, List.of());
  }

  public PasteReport paste(String text, int row, String firstColumn, List<CellBlock> selected) {
    return paste(text, row, firstColumn, selected, new ArrayList<>());
  }

  /** Collects what is offered for what could not be taken. */
  public PasteReport paste(
      String text, int row, String firstColumn, List<CellBlock> selected, List<Runnable> offers) {
    return paste(text, row, firstColumn, selected, PasteWay.AS_IT_IS, offers);
  }

  /** Where the latest block lies that was pasted at a place. */
  public final List<CellBlock> placed = new ArrayList<>();

  /** The same in another way. */
  public PasteReport paste(
      String text,
      int row,
      String firstColumn,
      List<CellBlock> selected,
      PasteWay way,
      List<Runnable> offers) {
    List<PasteReport> reports = new ArrayList<>();
    List<Column> columns = workspace.schema().columns();
    List<Column> rest = columns.subList(columns.indexOf(column(firstColumn)), columns.size());
    PasteListener listener =
        new PasteListener() {
          @Override
          public void placed(CellBlock cells, List<CellBlock> before) {
            placed.add(cells);
          }

          @Override
          public void pasted(PasteReport report) {
            reports.add(report);
          }

          @Override
          public void pastedOntoDeleted(PasteReport report, Runnable again) {
            reports.add(report);
            offers.add(again);
          }

          @Override
          public void pastedBeyond(PasteReport report, ImportSource source) {
            reports.add(report);
            offers.add(() -> doubtful.add(source));
          }

          @Override
          public void inDoubt(ImportSource source) {
            doubtful.add(source);
          }

          @Override
          public Map<String, String> remembered() {
            return remembered;
          }
        };
    workspace.input().paste(PlainText.of(text), row, rest, selected, way, listener);
    return reports.isEmpty()
        ? new PasteReport(
            "", List.of(), List.of(), 0, 0, 0, 0, List.of(), PasteReport.LeftOut.NOTHING)
        : reports.getFirst();
  }

  /** Imports a file as its headings suggest, without a change of the user. */
  public PasteReport importFile(Path file) {
    List<PasteReport> reports = new ArrayList<>();
    ImportPreparation.Listener quiet =
        new ImportPreparation.Listener() {
          @Override
          public void viewed(SourceView view, ImportChoices choices) {}

          @Override
          public void previewing() {}

          @Override
          public void previewed(ImportPreview preview) {}

          @Override
          public void failed(Throwable failure) {
            throw new AssertionError(file + " can't be imported", failure);
          }
        };
    try (ImportPreparation preparation =
        workspace.input().prepare(new ImportSource.OfFile(file), Map.of(), quiet)) {
      preparation.start();
      workspace.input().take(preparation.accept().orElseThrow(), reports::add);
    }
    return reports.getFirst();
  }

  /** Adds a row; its key. */
  public RowKey.New addRow() {
    List<RowKey.New> added = new ArrayList<>();
    workspace.edits().addRow(added::add);
    return added.getFirst();
  }

  /** Adds a row when its turn has come. */
  public void addLater() {
    workspace.edits().addRow(key -> {});
  }

  public CommitReport commit() {
    return commit(CommitPlan.DEFAULT);
  }

  public CommitReport commit(CommitPlan plan) {
    List<CommitReport> reports = new ArrayList<>();
    workspace.commit(plan, event -> {}, reports::add);
    return reports.getFirst();
  }

  public Column column(String name) {
    return workspace.schema().require(name);
  }

  /** The text of a cell of the view. */
  public String text(int row, String column) {
    return workspace.view().rowAt(row).orElseThrow().text(column(column));
  }

  /** The texts of a column in all rows of the view. */
  public List<String> texts(String column) {
    return IntStream.range(0, workspace.view().size()).mapToObj(row -> text(row, column)).toList();
  }

  public CellState state(int row, String column) {
    return workspace.view().rowAt(row).orElseThrow().state(column(column));
  }

  public RowKey key(int row) {
    return workspace.view().keyAt(row);
  }

  /** One column of all rows that the database holds. */
  public List<Object> stored(String column) {
    List<Object> values = new ArrayList<>();
    workspace
        .reader()
        .forEach(
            app.pallet.rows.query.RowQuery.ALL,
            row -> {
              RowValues cells = row.values();
              values.add(String.valueOf(cells.get(column(column))));
            });
    return values;
  }

  public CellBlock block(int first, int last, String... columns) {
    return new CellBlock(first, last, java.util.Arrays.stream(columns).map(this::column).toList());
  }

  @Override
  public void told(String message) {
    told.add(message);
  }

  @Override
  public void failed(String task, Throwable failure) {
    throw new AssertionError(task, failure);
  }

  @Override
  public void close() {
    workspace.close();
  }
}
