package app.pallet.workspace;

import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.spreadsheet.export.ExportOptions;
import app.pallet.spreadsheet.export.PlainCsv;
import app.pallet.workspace.export.ExportRequest;
import app.pallet.workspace.export.ExportResult;
import app.pallet.workspace.export.ExportRows;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * The simplest export there is: all rows as the database holds them, with all columns that are the
 * user's, as the kind of file that its name asks for.
 */
public final class WholeExport {

  private WholeExport() {}

  /**
   * Writes it.
   *
   * @param done gets what was written on the owner thread
   */
  public static void write(Workspace workspace, Path file, Consumer<ExportResult> done) {
    ExportOptions options =
        PlainCsv.of(workspace.schema().dataColumns()).withFormat(ExportFormat.of(file));
    workspace.export().write(new ExportRequest(file, ExportRows.ALL, options), done);
  }
}
