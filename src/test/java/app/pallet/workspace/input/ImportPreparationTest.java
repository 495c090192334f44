package app.pallet.workspace.input;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnReading.Doubt;
import app.pallet.schema.DateOrder;
import app.pallet.spreadsheet.clipboard.PastedBlock;
import app.pallet.spreadsheet.mapping.ColumnMappingException;
import app.pallet.spreadsheet.mapping.EmptyCells;
import app.pallet.spreadsheet.matching.DuplicateKeys;
import app.pallet.spreadsheet.matching.MatchKey;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.spreadsheet.source.TextRow;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.imports.ColumnChoice;
import app.pallet.workspace.imports.ColumnChoice.Target;
import app.pallet.workspace.imports.ImportChoices;
import app.pallet.workspace.imports.ImportChoices.CellPlace;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.SourceView;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import is looked at, changed and taken, on a real catalogue and real files. */
final class ImportPreparationTest {

  @TempDir private Path folder;

  private OpenCatalogue catalogue;
  private final Heard heard = new Heard();

  /** Keeps what a preparation told last. */
  private static final class Heard implements ImportPreparation.Listener {
    private @Nullable SourceView view;
    private @Nullable ImportPreview preview;
    private @Nullable Throwable failure;
    private int previews;

    List<PreviewRow> rows(RowCategory category) {
      return preview().rows().getOrDefault(category, List.of());
    }

    @Override
    public void viewed(SourceView opened, ImportChoices choices) {
      view = opened;
    }

    @Override
    public void previewing() {
      preview = null;
      failure = null;
    }

    @Override
    public void previewed(ImportPreview result) {
      preview = result;
      previews++;
    }

    @Override
    public void failed(Throwable why) {
      failure = why;
    }

    int count(RowCategory category) {
      return preview().count(category);
    }

    ImportPreview preview() {
      assertThat(failure).isNull();
      return Objects.requireNonNull(preview);
    }

    Doubt doubt(int place) {
      return Objects.requireNonNull(preview().readings().get(place)).doubt();
    }

    SourceView view() {
      return Objects.requireNonNull(view);
    }
  }

  @BeforeEach
  void open() {
    catalogue = new OpenCatalogue(folder.resolve("c.pallet")).withProducts(3);
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  private ImportPreparation preparation(String text) throws IOException {
    return preparation(text, StandardCharsets.UTF_8, Map.of());
  }

  private ImportPreparation preparation(
      String text, Charset charset, Map<String, String> remembered) throws IOException {
    Path file = folder.resolve("products.csv");
    Files.writeString(file, text, charset);
    ImportPreparation preparation =
        catalogue.workspace.input().prepare(new ImportSource.OfFile(file), remembered, heard);
    preparation.start();
    return preparation;
  }

  private ImportChoices choices(ImportPreparation preparation) {
    return preparation.choices().orElseThrow();
  }

  private Column column(String name) {
    return catalogue.workspace.schema().require(name);
  }

  private PasteReport take(ImportPreparation preparation) {
    List<PasteReport> reports = new ArrayList<>();
    catalogue.workspace.input().take(preparation.accept().orElseThrow(), reports::add);
    return reports.getFirst();
  }

  @Test
  void everyRowIsCountedOnceBeforeAnythingIsTaken() throws IOException {
    String known = catalogue.text(0, "sku");
    String name = catalogue.text(1, "name");
    ImportPreparation preparation =
        preparation(
            "sku,name,price\n%s,Renamed,\n%s,%s,\nN-1,New,3\nN-2,Bad,dear\nN-1,Again,4\n"
                .formatted(known, catalogue.text(1, "sku"), name));

    assertThat(heard.count(RowCategory.CHANGE)).isEqualTo(1);
    assertThat(heard.count(RowCategory.UNCHANGED)).isEqualTo(1);
    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(2);
    assertThat(heard.preview().rowsRead()).isEqualTo(5);
    assertThat(catalogue.workspace.changes().isEmpty()).isTrue();

    take(preparation);

    assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(1);
    assertThat(catalogue.workspace.changes().counts().adds()).isEqualTo(2);
    catalogue.workspace.changes().undo();
    assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
  }

  @Test
  void theRowsOfACategoryCanBeLookedAt() throws IOException {
    preparation("sku,name,price\nN-1,New,3\nN-2,Bad,dear\n");

    List<PreviewRow> bad = heard.rows(RowCategory.PROBLEM);
    assertThat(bad).hasSize(1);
    assertThat(bad.getFirst().row().line()).isEqualTo(3);
    assertThat(bad.getFirst().row().cells()).containsExactly("N-2", "Bad", "dear");
    assertThat(bad.getFirst().problems()).extracting(p -> p.column()).containsExactly("price");
  }

  @Test
  void aCorrectedCellIsReadAgain() throws IOException {
    ImportPreparation preparation = preparation("sku,name,price\nN-1,New,3\nN-2,Bad,dear\n");

    preparation.choose(choices(preparation).withCorrection(new CellPlace(3, 2), "12.50"));

    assertThat(heard.count(RowCategory.PROBLEM)).isZero();
    assertThat(heard.rows(RowCategory.ADD).get(1).row().cells()).endsWith("12.50");
    assertThat(take(preparation).problems()).isEmpty();
  }

  @Test
  void aColumnCanBeMappedLeftOutAndMadeNew() throws IOException {
    ImportPreparation preparation = preparation("sku,what,price,Material\nN-1,New,3,oak\n");
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(1);

    ImportChoices named =
        choices(preparation)
            .withColumn(1, ColumnChoice.DROPPED.to(new Target.Existing(column("name"))));
    preparation.choose(named);
    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);

    Column material = heard.view().columns().get(3).asNew();
    preparation.choose(named.withColumn(3, ColumnChoice.DROPPED.to(new Target.Added(material))));

    AcceptedImport accepted = preparation.accept().orElseThrow();
    assertThat(accepted.newColumns()).extracting(Column::name).containsExactly("Material");
    assertThat(accepted.mappings())
        .containsEntry("what", "name")
        .containsEntry("Material", "Material");
  }

  @Test
  void anEmptyCellOfANewColumnChangesNothing() throws IOException {
    ImportPreparation preparation =
        preparation(
            "sku,Material\n%s,oak\n%s,\n"
                .formatted(catalogue.text(0, "sku"), catalogue.text(1, "sku")));
    Column material = heard.view().columns().get(1).asNew();
    preparation.choose(
        choices(preparation)
            .withColumn(1, ColumnChoice.DROPPED.to(new Target.Added(material)))
            .withEmptyCells(EmptyCells.CLEAR));

    assertThat(heard.count(RowCategory.CHANGE)).isEqualTo(1);
    assertThat(heard.count(RowCategory.UNCHANGED)).isEqualTo(1);
  }

  @Test
  void aColumnGivenToAnotherHeadingIsTakenFromTheFirst() throws IOException {
    ImportPreparation preparation = preparation("sku,name,title,price\nN-1,short,long,3\n");

    preparation.choose(
        choices(preparation)
            .withColumn(2, ColumnChoice.DROPPED.to(new Target.Existing(column("name")))));

    assertThat(choices(preparation).columns().get(1)).isEqualTo(ColumnChoice.DROPPED);
    take(preparation);
    assertThat(catalogue.text(3, "name")).isEqualTo("long");
  }

  @Test
  void whatHeadingsWereTakenForBeforeIsSuggestedAgain() throws IOException {
    preparation("sku,what,price\nN-1,New,3\n", StandardCharsets.UTF_8, Map.of("what", "name"));

    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);
  }

  @Test
  void aFileIsOpenedAgainInAnotherWay() throws IOException {
    ImportPreparation preparation =
        preparation("sku;name;price\nN-1;Käse;3,50\n", StandardCharsets.UTF_8, Map.of());
    assertThat(heard.view().format()).isInstanceOf(SourceFormat.Text.class);

    preparation.choose(
        choices(preparation)
            .withSource(
                choices(preparation).source().withCharset(Charset.forName("windows-1252"))));

    assertThat(heard.view().firstRows().getFirst().cells().get(1)).isEqualTo("KÃ¤se");
    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);
  }

  @Test
  void datesInDoubtAreAskedForAndReadAsAnswered() throws IOException {
    ImportPreparation preparation =
        preparation("sku,name,price,available from\nN-1,New,3,03/04/2026\n");
    int place = 3;
    ImportChoices mapped =
        choices(preparation)
            .withColumn(
                place, ColumnChoice.DROPPED.to(new Target.Existing(column("available_from"))));
    preparation.choose(mapped);
    assertThat(heard.doubt(place)).isEqualTo(Doubt.DATE_ORDER);
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(1);

    CellFormat dayFirst = CellFormat.PLAIN.withDates(DateOrder.DAY_FIRST);
    preparation.choose(mapped.withColumn(place, mapped.columns().get(place).read(dayFirst)));

    assertThat(heard.doubt(place)).isEqualTo(Doubt.NONE);
    take(preparation);
    assertThat(catalogue.text(3, "available_from")).isEqualTo("2026-04-03");
  }

  @Test
  void rowsFindTheirProductByAnotherColumnAndDuplicatesAreChosen() throws IOException {
    ImportPreparation preparation = preparation("id,name\n1,By id\n1,By id again\n99,Nobody\n");
    assertThat(heard.failure).isInstanceOf(ColumnMappingException.class);
    assertThat(preparation.accept()).isEmpty();

    ImportChoices byId =
        choices(preparation)
            .withColumn(0, ColumnChoice.DROPPED.to(new Target.Existing(column("id"))))
            .withKey(MatchKey.of(column("id")));
    preparation.choose(byId.withDuplicates(DuplicateKeys.LAST));

    assertThat(heard.count(RowCategory.CHANGE)).isEqualTo(1);
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(2);
    take(preparation);
    assertThat(catalogue.text(0, "name")).isEqualTo("By id again");
  }

  @Test
  void problemRowsAreSavedAsTheyStandInTheSource() throws IOException {
    ImportPreparation preparation =
        preparation("sku,name,price\nN-1,New,3\nN-2,\"Bad, very\",dear\n");
    Path saved = folder.resolve("problems.csv");
    List<Integer> rows = new ArrayList<>();

    preparation.saveProblemRows(saved, rows::add);

    assertThat(rows).containsExactly(1);
    assertThat(Files.readString(saved)).contains("N-2,\"Bad, very\",dear,").contains("Problem");
  }

  @Test
  void pendingProblemRowsAreSavedWithAllTheirColumns() throws IOException {
    take(preparation("sku,name,price\n%s,,dear\n".formatted(catalogue.text(0, "sku"))));
    Path saved = folder.resolve("problems.csv");
    List<Integer> rows = new ArrayList<>();

    catalogue.workspace.input().saveProblemRows(saved, rows::add);

    assertThat(rows).containsExactly(1);
    assertThat(Files.readString(saved))
        .contains(catalogue.text(0, "name"))
        .contains("dear")
        .contains("price: ");
  }

  @Test
  void aBlockFromTheClipboardIsLookedAtToo() {
    PastedBlock block =
        new PastedBlock(
            List.of(
                new TextRow(1, List.of("Price", "SKU", "Name")),
                new TextRow(2, List.of("4,50", "N-1", "New"))),
            false);
    ImportPreparation preparation =
        catalogue.workspace.input().prepare(new ImportSource.OfBlock(block), Map.of(), heard);
    preparation.start();

    take(preparation);

    assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(1, 0, 0, 0));
    assertThat(catalogue.text(3, "price")).isEqualTo("4.50");
  }

  @Test
  void aFileThatCannotBeReadIsToldAndNothingIsThere() {
    ImportPreparation preparation =
        catalogue
            .workspace
            .input()
            .prepare(new ImportSource.OfFile(folder.resolve("none.csv")), Map.of(), heard);
    preparation.start();

    assertThat(heard.failure).hasMessageContaining("none.csv");
    assertThat(preparation.accept()).isEmpty();
    assertThat(heard.previews).isZero();
  }
}
