package app.pallet.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowValues;
import app.pallet.rows.keys.KeySnapshot;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.NumberStyle;
import app.pallet.spreadsheet.export.CsvEncoding;
import app.pallet.spreadsheet.export.ExportColumn;
import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.spreadsheet.export.ExportPreset;
import app.pallet.spreadsheet.export.FormulaTexts;
import app.pallet.workspace.export.ExportRequest;
import app.pallet.workspace.export.ExportRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The choices without a window. */
final class ExportViewModelTest {

  private final ExportViewModel viewModel = ExportSample.viewModel();

  private List<String> chosen() {
    return viewModel.columns().stream()
        .filter(choice -> choice.chosenProperty().get())
        .map(ColumnChoice::heading)
        .toList();
  }

  private void only(String... names) {
    List<String> wanted = List.of(names);
    viewModel
        .columns()
        .forEach(choice -> choice.chosenProperty().set(wanted.contains(choice.heading())));
  }

  private String preview() {
    return viewModel.stateProperty().get().preview().text();
  }

  @Test
  void allDataColumnsOfAllRowsAreOfferedFirst() {
    assertThat(viewModel.scopeProperty().get()).isEqualTo(RowScope.SHOWN);
    assertThat(chosen()).contains("sku", "price").doesNotContain("id", "created", "version");
    assertThat(viewModel.columns()).extracting(ColumnChoice::heading).contains("created");
    assertThat(viewModel.stateProperty().get().action()).isEqualTo("Export 1,204 rows…");
    assertThat(viewModel.stateProperty().get().possible()).isTrue();
  }

  @Test
  void thePreviewIsWhatWillBeWritten() {
    only("sku", "name", "price");
    assertThat(preview()).startsWith("sku,name,price\nMUG-1,\"Mug, blue\",12.90\n");

    viewModel.separatorProperty().set(';');
    viewModel.numbersProperty().set(NumberStyle.COMMA);
    assertThat(preview()).startsWith("sku;name;price\nMUG-1;Mug, blue;12,90\n");

    viewModel.formatProperty().set(ExportFormat.XLSX);
    assertThat(preview()).contains("sku   │ name");
  }

  @Test
  void formulasAreGuardedInThePreviewToo() {
    only("description");
    assertThat(preview()).contains("'=1+1");
    viewModel.formulasProperty().set(FormulaTexts.KEEP);
    assertThat(preview()).contains("\n=1+1");
  }

  @Test
  void aShopGetsTextsAsTheyAre() {
    viewModel.presetProperty().set(ExportPreset.SHOPIFY);
    assertThat(viewModel.formulasProperty().get()).isEqualTo(FormulaTexts.KEEP);
    assertThat(preview()).contains("=1+1").doesNotContain("'=1+1");
    viewModel.presetProperty().set(ExportPreset.PALLET);
    assertThat(viewModel.formulasProperty().get()).isEqualTo(FormulaTexts.GUARD);
  }

  @Test
  void whatTheEncodingLacksIsSaidBeforeAnythingIsWritten() {
    viewModel.encodingProperty().set(CsvEncoding.WINDOWS_1252);
    assertThat(viewModel.stateProperty().get().preview().problem())
        .contains("row 3, column name")
        .contains("choose UTF-8");
  }

  @Test
  void aPresetBringsItsColumnsItsSeparatorAndAName() {
    viewModel.presetProperty().set(ExportPreset.PRESTASHOP);
    assertThat(viewModel.separatorProperty().get()).isEqualTo(';');
    assertThat(chosen()).contains("Reference #", "Active (0/1)");
    assertThat(viewModel.suggestion()).isEqualTo("products-prestashop.csv");

    viewModel.presetProperty().set(ExportPreset.PALLET);
    assertThat(viewModel.separatorProperty().get()).isEqualTo(',');
    assertThat(chosen()).contains("sku");
  }

  @Test
  void withoutAColumnNothingCanBeExported() {
    viewModel.choose(viewModel.columns(), false);
    assertThat(viewModel.stateProperty().get().possible()).isFalse();
    assertThat(viewModel.stateProperty().get().preview().problem())
        .isEqualTo("Choose at least one column.");
    assertThat(viewModel.request(Path.of("a.csv"))).isEmpty();
  }

  @Test
  void theNameOfTheFileDecidesWhatKindItIs() {
    ExportRequest book = viewModel.request(Path.of("shop.xlsx")).orElseThrow();
    assertThat(book.options().format()).isEqualTo(ExportFormat.XLSX);

    viewModel.formatProperty().set(ExportFormat.XLSX);
    assertThat(viewModel.request(Path.of("shop")).orElseThrow().file())
        .isEqualTo(Path.of("shop.xlsx"));
    assertThat(viewModel.request(Path.of("shop.csv")).orElseThrow().options().format())
        .isEqualTo(ExportFormat.CSV);
  }

  @Test
  void whatIsWantedIsWhatWasChosen() {
    viewModel.scopeProperty().set(RowScope.SELECTED);
    only("sku", "name");
    ExportRequest request = viewModel.request(Path.of("a.csv")).orElseThrow();
    assertThat(request.rows()).isInstanceOf(ExportRows.Picked.class);
    assertThat(request.options().columns())
        .extracting(ExportColumn::heading)
        .containsExactly("sku", "name");
  }

  @Test
  void otherRowsAreReadForThePreviewAndLateOnesDropped() {
    List<ExportRows> asked = new ArrayList<>();
    viewModel.whenSampled(asked::add);
    viewModel.scopeProperty().set(RowScope.ALL);
    assertThat(asked).hasSize(2);

    only("sku");
    RowValues late = RowValues.of(ExportSample.SCHEMA.require("sku"), "LATE");
    viewModel.showSample(asked.getFirst(), List.of(late));
    assertThat(preview()).doesNotContain("LATE");
    viewModel.showSample(asked.getLast(), List.of(late));
    assertThat(preview()).contains("LATE");
  }

  @Test
  void aCatalogueWithoutTheShopsColumnsSaysSo() {
    ExportViewModel other = ExportSample.ofOtherColumns();
    other.presetProperty().set(ExportPreset.SHOPIFY);
    assertThat(other.stateProperty().get().preview().problem())
        .isEqualTo("This catalogue has no column that Shopify imports.");
    assertThat(other.stateProperty().get().possible()).isFalse();
  }

  @Test
  void anEmptyCatalogueHasNothingToExport() {
    ExportContext empty =
        new ExportContext(
            ExportSample.SCHEMA,
            Map.of(
                RowScope.ALL, new ExportContext.Scope(new ExportRows.Picked(KeySnapshot.EMPTY), 0)),
            RowQuery.ALL,
            0);
    ExportViewModel none = new ExportViewModel(empty, NumberStyle.POINT);
    assertThat(none.stateProperty().get().possible()).isFalse();
  }
}
