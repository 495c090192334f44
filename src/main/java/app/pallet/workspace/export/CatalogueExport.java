package app.pallet.workspace.export;

import app.pallet.change.RowValues;
import app.pallet.output.OutputFile;
import app.pallet.rows.RowReader;
import app.pallet.rows.UnreadableCells;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.spreadsheet.export.ExportColumn;
import app.pallet.spreadsheet.export.SpreadsheetExport;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.turns.BackgroundTasks;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Writes rows of the catalogue into files, in the background. Owner thread. */
public final class CatalogueExport {

  private final RowView view;
  private final RowReader reader;
  private final BackgroundTasks tasks;

  public CatalogueExport(RowView view, RowReader reader, BackgroundTasks tasks) {
    this.view = view;
    this.reader = reader;
    this.tasks = tasks;
  }

  /**
   * Writes rows as the database holds them into a file.
   *
   * @param done gets what was written on the owner thread
   */
  public void write(ExportRequest request, Consumer<ExportResult> done) {
    tasks.read("Export " + request.file().getFileName(), monitor -> write(request, monitor), done);
  }

  /** The rows of the blocks, each once, from top to bottom, without those yet to be added. */
  public ExportRows.Picked picked(List<CellBlock> blocks) {
    return new ExportRows.Picked(KeySnapshot.of(view.storedIds(blocks).distinct().toArray()));
  }

  /**
   * Reads the first rows of an export, to show what it will write.
   *
   * @param limit how many at most
   * @param done gets them on the owner thread
   */
  public void sample(ExportRows rows, int limit, Consumer<List<RowValues>> done) {
    tasks.look(
        "Preview",
        monitor -> {
          KeySnapshot keys = keys(rows);
          List<RowValues> values = new ArrayList<>(limit);
          reader
              .read(keys.ids(0, Math.min(limit, keys.size())))
              .forEach(row -> values.add(row.values()));
          return values;
        },
        done);
  }

  private ExportResult write(ExportRequest request, WorkMonitor monitor) {
    KeySnapshot keys = keys(request.rows());
    UnreadableCells unreadable =
        new UnreadableCells(
            reader.schema(),
            request.options().columns().stream().map(ExportColumn::column).toList());
    long rows =
        SpreadsheetExport.write(
            OutputFile.at(request.file()).sparing(reader.catalogue(), "the open catalogue"),
            request.options(),
            consumer ->
                reader.forEach(
                    keys,
                    row -> {
                      unreadable.look(row.values());
                      consumer.accept(row.values());
                    }),
            keys.size(),
            monitor);
    return new ExportResult(rows, unreadable.count(), unreadable.named());
  }

  private KeySnapshot keys(ExportRows rows) {
    return switch (rows) {
      case ExportRows.Matching(var query) -> reader.keys(query);
      case ExportRows.Picked(var keys) -> keys;
    };
  }
}
