package app.pallet.workspace.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowValues;
import app.pallet.rows.query.RowQuery;
import app.pallet.rows.query.SortOrder;
import app.pallet.spreadsheet.export.ExportOptions;
import app.pallet.spreadsheet.export.PlainCsv;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.WholeExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CatalogueExportTest {

  @TempDir private Path folder;

  private OpenCatalogue catalogue(int products) {
    return new OpenCatalogue(folder.resolve("c.pallet")).withProducts(products);
  }

  private List<String> skus(OpenCatalogue catalogue, ExportRows rows) throws IOException {
    Path file = folder.resolve("out.csv");
    ExportOptions options = PlainCsv.of(List.of(catalogue.column("sku")));
    List<ExportResult> written = new ArrayList<>();
    catalogue.workspace.export().write(new ExportRequest(file, rows, options), written::add);
    List<String> lines = Files.readAllLines(file);
    assertThat(written).containsExactly(new ExportResult(lines.size() - 1L, 0, List.of()));
    return lines.subList(1, lines.size());
  }

  @Test
  void writesWhatIsSearchedForInItsOrder() throws IOException {
    try (OpenCatalogue catalogue = catalogue(12)) {
      SortOrder falling =
          new SortOrder(catalogue.column("quantity"), SortOrder.Direction.DESCENDING);
      RowQuery query = new RowQuery("A-1", Optional.of(falling));
      assertThat(skus(catalogue, new ExportRows.Matching(query)))
          .containsExactly("A-12", "A-11", "A-10", "A-1");
    }
  }

  @Test
  void writesTheSelectedRowsOnceEachWithoutThoseYetToBeAdded() throws IOException {
    try (OpenCatalogue catalogue = catalogue(5)) {
      catalogue.addRow();
      ExportRows.Picked picked =
          catalogue
              .workspace
              .export()
              .picked(
                  List.of(
                      catalogue.block(1, 2, "sku"),
                      catalogue.block(2, 2, "name"),
                      catalogue.block(4, 5, "sku")));
      assertThat(picked.keys().size()).isEqualTo(3);
      assertThat(skus(catalogue, picked)).containsExactly("A-2", "A-3", "A-5");
    }
  }

  @Test
  void whatIsPendingIsNotPartOfIt() throws IOException {
    try (OpenCatalogue catalogue = catalogue(2)) {
      catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("sku"), "NEW");
      catalogue.addRow();
      assertThat(skus(catalogue, ExportRows.ALL)).containsExactly("A-1", "A-2");
    }
  }

  @Test
  void aSampleIsTheFirstRows() {
    try (OpenCatalogue catalogue = catalogue(9)) {
      List<RowValues> sample = new ArrayList<>();
      catalogue.workspace.export().sample(ExportRows.ALL, 4, sample::addAll);
      assertThat(sample)
          .extracting(row -> row.get(catalogue.column("sku")))
          .containsExactly("A-1", "A-2", "A-3", "A-4");
    }
  }

  @Test
  void theNameOfTheFileMakesItAWorkbook() throws IOException {
    try (OpenCatalogue catalogue = catalogue(1)) {
      Path file = folder.resolve("out.xlsx");
      WholeExport.write(
          catalogue.workspace, file, result -> assertThat(result.rows()).isEqualTo(1));
      assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }
  }
}
