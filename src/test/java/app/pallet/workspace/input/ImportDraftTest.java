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
final class ImportDraftTest {

  @TempDir private Path folder;

  private OpenCatalogue catalogue;
  private final Heard heard = new Heard();

  /** Keeps what a draft told last. */
  private static final class Heard implements ImportDraftListener {
    private @Nullable SourceView view;
    private @Nullable ImportPreview preview;
    private @Nullable Throwable failure;
    private int previews;

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

  private ImportDraft draft(String text) throws IOException {
    return draft(text, StandardCharsets.UTF_8, Map.of());
  }

  private ImportDraft draft(String text, Charset charset, Map<String, String> remembered)
      throws IOException {
    Path file = folder.resolve("products.csv");
    Files.writeString(file, text, charset);
    ImportDraft draft =
        catalogue.workspace.input().draft(new ImportSource.OfFile(file), remembered, heard);
    draft.start();
    return draft;
  }

  private ImportChoices choices(ImportDraft draft) {
    return draft.choices().orElseThrow();
  }

  private Column column(String name) {
    return catalogue.workspace.schema().require(name);
  }

  private PasteReport take(ImportDraft draft) {
    List<PasteReport> reports = new ArrayList<>();
    catalogue.workspace.input().take(draft.accept().orElseThrow(), reports::add);
    return reports.getFirst();
  }

  @Test
  void everyRowIsCountedOnceBeforeAnythingIsTaken() throws IOException {
    String known = catalogue.text(0, "sku");
    String name = catalogue.text(1, "name");
    ImportDraft draft =
        draft(
            "sku,name,price\n%s,Renamed,\n%s,%s,\nN-1,New,3\nN-2,Bad,dear\nN-1,Again,4\n"
                .formatted(known, catalogue.text(1, "sku"), name));

    assertThat(heard.count(RowCategory.CHANGE)).isEqualTo(1);
    assertThat(heard.count(RowCategory.UNCHANGED)).isEqualTo(1);
    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(2);
    assertThat(heard.preview().rowsRead()).isEqualTo(5);
    assertThat(catalogue.workspace.changes().isEmpty()).isTrue();

    take(draft);

    assertThat(catalogue.workspace.changes().counts().edits()).isEqualTo(1);
    assertThat(catalogue.workspace.changes().counts().adds()).isEqualTo(2);
    catalogue.workspace.changes().undo();
    assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
  }

  @Test
  void theRowsOfACategoryCanBeLookedAt() throws IOException {
    draft("sku,name,price\nN-1,New,3\nN-2,Bad,dear\n");

    List<PreviewRow> bad = heard.preview().rows(RowCategory.PROBLEM);
    assertThat(bad).hasSize(1);
    assertThat(bad.getFirst().row().line()).isEqualTo(3);
    assertThat(bad.getFirst().row().cells()).containsExactly("N-2", "Bad", "dear");
    assertThat(bad.getFirst().problems()).extracting(p -> p.column()).containsExactly("price");
  }

  @Test
  void aCorrectedCellIsReadAgain() throws IOException {
    ImportDraft draft = draft("sku,name,price\nN-1,New,3\nN-2,Bad,dear\n");

    draft.choose(choices(draft).withCorrection(new CellPlace(3, 2), "12.50"));

    assertThat(heard.count(RowCategory.PROBLEM)).isZero();
    assertThat(heard.preview().rows(RowCategory.ADD).get(1).row().cells()).endsWith("12.50");
    assertThat(take(draft).problems()).isEmpty();
  }

  @Test
  void aColumnCanBeMappedLeftOutAndMadeNew() throws IOException {
    ImportDraft draft = draft("sku,what,price,Material\nN-1,New,3,oak\n");
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(1);

    ImportChoices named =
        choices(draft).withColumn(1, ColumnChoice.DROPPED.to(new Target.Existing(column("name"))));
    draft.choose(named);
    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);

    Column material = heard.view().columns().get(3).asNew();
    draft.choose(named.withColumn(3, ColumnChoice.DROPPED.to(new Target.Added(material))));

    AcceptedImport accepted = draft.accept().orElseThrow();
    assertThat(accepted.newColumns()).extracting(Column::name).containsExactly("Material");
    assertThat(accepted.mappings())
        .containsEntry("what", "name")
        .containsEntry("Material", "Material");
  }

  @Test
  void anEmptyCellOfANewColumnChangesNothing() throws IOException {
    ImportDraft draft =
        draft(
            "sku,Material\n%s,oak\n%s,\n"
                .formatted(catalogue.text(0, "sku"), catalogue.text(1, "sku")));
    Column material = heard.view().columns().get(1).asNew();
    draft.choose(
        choices(draft)
            .withColumn(1, ColumnChoice.DROPPED.to(new Target.Added(material)))
            .withEmptyCells(EmptyCells.CLEAR));

    assertThat(heard.count(RowCategory.CHANGE)).isEqualTo(1);
    assertThat(heard.count(RowCategory.UNCHANGED)).isEqualTo(1);
  }

  @Test
  void aColumnGivenToAnotherHeadingIsTakenFromTheFirst() throws IOException {
    ImportDraft draft = draft("sku,name,title,price\nN-1,short,long,3\n");

    draft.choose(
        choices(draft).withColumn(2, ColumnChoice.DROPPED.to(new Target.Existing(column("name")))));

    assertThat(choices(draft).columns().get(1)).isEqualTo(ColumnChoice.DROPPED);
    take(draft);
    assertThat(catalogue.text(3, "name")).isEqualTo("long");
  }

  @Test
  void whatHeadingsWereTakenForBeforeIsSuggestedAgain() throws IOException {
    draft("sku,what,price\nN-1,New,3\n", StandardCharsets.UTF_8, Map.of("what", "name"));

    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);
  }

  @Test
  void aFileIsOpenedAgainInAnotherWay() throws IOException {
    ImportDraft draft = draft("sku;name;price\nN-1;Käse;3,50\n", StandardCharsets.UTF_8, Map.of());
    assertThat(heard.view().format()).isInstanceOf(SourceFormat.Text.class);

    draft.choose(
        choices(draft)
            .withSource(choices(draft).source().withCharset(Charset.forName("windows-1252"))));

    assertThat(heard.view().firstRows().getFirst().cells().get(1)).isEqualTo("KÃ¤se");
    assertThat(heard.count(RowCategory.ADD)).isEqualTo(1);
  }

  @Test
  void datesInDoubtAreAskedForAndReadAsAnswered() throws IOException {
    ImportDraft draft = draft("sku,name,price,available from\nN-1,New,3,03/04/2026\n");
    int place = 3;
    ImportChoices mapped =
        choices(draft)
            .withColumn(
                place, ColumnChoice.DROPPED.to(new Target.Existing(column("available_from"))));
    draft.choose(mapped);
    assertThat(heard.doubt(place)).isEqualTo(Doubt.DATE_ORDER);
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(1);

    CellFormat dayFirst = CellFormat.PLAIN.withDates(DateOrder.DAY_FIRST);
    draft.choose(mapped.withColumn(place, mapped.columns().get(place).read(dayFirst)));

    assertThat(heard.doubt(place)).isEqualTo(Doubt.NONE);
    take(draft);
    assertThat(catalogue.text(3, "available_from")).isEqualTo("2026-04-03");
  }

  @Test
  void rowsFindTheirProductByAnotherColumnAndDuplicatesAreChosen() throws IOException {
    ImportDraft draft = draft("id,name\n1,By id\n1,By id again\n99,Nobody\n");
    assertThat(heard.failure).isInstanceOf(ColumnMappingException.class);
    assertThat(draft.accept()).isEmpty();

    ImportChoices byId =
        choices(draft)
            .withColumn(0, ColumnChoice.DROPPED.to(new Target.Existing(column("id"))))
            .withKey(column("id"));
    draft.choose(byId.withDuplicates(DuplicateKeys.LAST));

    assertThat(heard.count(RowCategory.CHANGE)).isEqualTo(1);
    assertThat(heard.count(RowCategory.PROBLEM)).isEqualTo(2);
    take(draft);
    assertThat(catalogue.text(0, "name")).isEqualTo("By id again");
  }

  @Test
  void problemRowsAreSavedAsTheyStandInTheSource() throws IOException {
    ImportDraft draft = draft("sku,name,price\nN-1,New,3\nN-2,\"Bad, very\",dear\n");
    Path saved = folder.resolve("problems.csv");
    List<Integer> rows = new ArrayList<>();

    draft.saveProblemRows(saved, rows::add);

    assertThat(rows).containsExactly(1);
    assertThat(Files.readString(saved)).contains("N-2,\"Bad, very\",dear,").contains("Problem");
  }

  @Test
  void pendingProblemRowsAreSavedWithAllTheirColumns() throws IOException {
    take(draft("sku,name,price\n%s,,dear\n".formatted(catalogue.text(0, "sku"))));
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
    ImportDraft draft =
        catalogue.workspace.input().draft(new ImportSource.OfBlock(block), Map.of(), heard);
    draft.start();

    take(draft);

    assertThat(catalogue.workspace.changes().counts()).isEqualTo(new ChangeCounts(1, 0, 0, 0));
    assertThat(catalogue.text(3, "price")).isEqualTo("4.50");
  }

  @Test
  void aFileThatCannotBeReadIsToldAndNothingIsThere() {
    ImportDraft draft =
        catalogue
            .workspace
            .input()
            .draft(new ImportSource.OfFile(folder.resolve("none.csv")), Map.of(), heard);
    draft.start();

    assertThat(heard.failure).hasMessageContaining("none.csv");
    assertThat(draft.accept()).isEmpty();
    assertThat(heard.previews).isZero();
  }
}
