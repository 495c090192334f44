package app.pallet.ui.paste;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowProblem;
import app.pallet.commit.CommitPlan;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.spreadsheet.source.SourceFormat;
import app.pallet.work.DirectRunner;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.imports.ColumnChoice.Target;
import app.pallet.workspace.imports.ImportChoices.CellPlace;
import app.pallet.workspace.imports.ImportSource;
import app.pallet.workspace.imports.SourceView;
import app.pallet.workspace.input.RowCategory;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.turns.WorkspaceListener;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.InvalidationListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The state of the import window, over a real draft, real files and a real catalogue. */
final class ImportViewModelTest {

  @TempDir private Path folder;
  private Workspace workspace;

  @BeforeEach
  void open() {
    workspace =
        new Workspace(
            CatalogueDatabase.openOrCreate(
                folder.resolve("c.pallet"), ProductSchema.create(), ConnectionSettings.DEFAULT),
            new DirectRunner(),
            new DirectRunner(),
            CellFormat.PLAIN,
            new WorkspaceListener() {
              @Override
              public void failed(String task, Throwable failure) {
                throw new AssertionError(task, failure);
              }
            },
            PendingWork.IN_MEMORY);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  @Test
  void aGermanFileIsUnderstoodWithoutAQuestion() throws IOException {
    ImportViewModel model =
        model(
            "Artikelnummer;Bezeichnung;Preis;Notiz\nA-1;Größe XL;1.299,50;x\n",
            Charset.forName("windows-1252"));

    assertThat(model.columns())
        .extracting(ColumnLine::status)
        .containsExactly(
            ColumnLine.Status.KEY,
            ColumnLine.Status.MAPPED,
            ColumnLine.Status.MAPPED,
            ColumnLine.Status.LEFT_OUT);
    assertThat(model.rows().count(RowCategory.ADD)).isEqualTo(1);
    assertThat(model.rows().rows())
        .singleElement()
        .extracting(row -> row.row().line())
        .isEqualTo(2L);
    assertThat(model.takeable().get()).isTrue();
    assertThat(workspace.changes().isEmpty()).isTrue();
  }

  @Test
  void anotherSeparatorReadsTheSourceAgain() throws IOException {
    ImportViewModel model = model("SKU;Name\nA-1;Mug, blue\n");

    model.choose(before -> before.withSource(before.source().withSeparator(',')));
    assertThat(model.columns()).hasSize(2).noneMatch(ColumnLine::key);
    assertThat(model.failureProperty().get())
        .startsWith("No column is mapped to SKU")
        .contains("Choose SKU for one of the columns");
    assertThat(model.takeable().get()).isFalse();

    model.choose(before -> before.withSource(before.source().withSeparator(';')));
    assertThat(model.failureProperty().get()).isEmpty();
    assertThat(model.takeable().get()).isTrue();
    assertThat(((SourceFormat.Text) view(model).format()).dialect().separator()).isEqualTo(';');
  }

  @Test
  void datesThatCanBeReadTwiceAreAskedAboutAndNoLongerOnceAnswered() throws IOException {
    ImportViewModel model = model("SKU,From,Name\nA-1,03/04/2026,x\nA-2,05/06/2026,y\n");
    ColumnLine line = model.columns().get(1);
    Column from = Column.builder("from", ColumnType.DATE).label("From").build();
    model.chooseTarget(line, new Target.Added(from));

    ColumnLine asked = model.columns().get(1);
    assertThat(asked.status()).isEqualTo(ColumnLine.Status.IN_DOUBT);
    ReadingQuestion question = ReadingQuestion.about(asked).orElseThrow();
    assertThat(question.text()).isEqualTo("“03/04/2026”: day or month first?");
    assertThat(question.answers())
        .extracting(ReadingQuestion.Answer::label)
        .containsExactly("Day first: 3 April", "Month first: 4 March");
    assertThat(model.rows().count(RowCategory.PROBLEM)).isEqualTo(2);

    model.chooseFormat(asked, question.answers().getFirst().format());
    assertThat(model.columns().get(1).status()).isEqualTo(ColumnLine.Status.ADDED);
    assertThat(model.rows().count(RowCategory.PROBLEM)).isZero();
    assertThat(model.rows().count(RowCategory.ADD)).isEqualTo(2);
  }

  @Test
  void aColumnThatIsTakenByAnotherOneIsLeftOutThere() throws IOException {
    ImportViewModel model = model("SKU,Name,Title\nA-1,first,second\n");
    Target name = model.columns().get(1).choice().target();

    model.chooseTarget(model.columns().get(2), name);
    assertThat(model.columns())
        .extracting(ColumnLine::targetLabel)
        .containsExactly("SKU", "Leave out", "Name");
  }

  @Test
  void targetsSayWhichHeadingFillsThemNow() throws IOException {
    ImportViewModel model = model("SKU,Benennung\nA-1,x\n");
    List<TargetOption> options = model.targets(model.columns().get(1));

    assertThat(options.get(0).label()).isEqualTo("New column: Benennung");
    assertThat(options.get(1).target()).isEqualTo(new Target.Dropped());
    assertThat(options)
        .filteredOn(option -> option.label().equals("SKU"))
        .extracting(TargetOption::remark)
        .containsExactly("from “SKU”");
  }

  @Test
  void allColumnsThatAreLeftOutBecomeNewOnesAtOnce() throws IOException {
    int columns = 1_500;
    String header =
        IntStream.range(0, columns).mapToObj(i -> "Extra " + i).collect(Collectors.joining(","));
    ImportViewModel model = model("SKU," + header + "\nA-1" + ",x".repeat(columns) + "\n");

    model.addAllLeftOut();
    assertThat(model.columns())
        .filteredOn(line -> line.status() == ColumnLine.Status.ADDED)
        .hasSize(columns);
    assertThat(model.takeable().get()).isTrue();
  }

  @Test
  void aMendedCellMovesItsRowToAnotherCount() throws IOException {
    ImportViewModel model = model("SKU,Price,Name\nA-1,free,x\nA-2,2.50,y\n");
    model.rows().show(RowCategory.PROBLEM);
    ProblemLine line = model.rows().problems().getFirst();
    assertThat(line.place()).isEqualTo("line 2 · Price");
    assertThat(line.problem().severity()).isEqualTo(RowProblem.Severity.ERROR);
    int added = model.rows().count(RowCategory.ADD);

    model.correct(new CellPlace(2, 1), "9.90");
    assertThat(model.rows().count(RowCategory.PROBLEM)).isZero();
    assertThat(model.rows().count(RowCategory.ADD)).isEqualTo(added + 1);
    assertThat(model.rows().problems()).isEmpty();
  }

  @Test
  void problemsAreFilteredByAnyOfTheirWords() throws IOException {
    ImportViewModel model = model("SKU,Price,Quantity,Name\nA-1,free,1,x\nA-2,2.50,many,y\n");
    model.rows().show(RowCategory.PROBLEM);
    assertThat(model.rows().problems()).hasSize(2);

    model.rows().filterProperty().set("MANY");
    assertThat(model.rows().problems())
        .singleElement()
        .extracting(ProblemLine::place)
        .isEqualTo("line 3 · Quantity");
    assertThat(model.rows().rows()).hasSize(1);
  }

  @Test
  void whatComesInWhileACellIsEditedWaits() throws IOException {
    ImportViewModel model = model("SKU,Price,Name\nA-1,free,x\nA-2,none,y\n");
    model.rows().show(RowCategory.PROBLEM);

    model.hold();
    model.correct(new CellPlace(2, 1), "9.90");
    assertThat(model.rows().rows()).hasSize(2);
    assertThat(model.takeable().get()).isFalse();

    model.release();
    assertThat(model.rows().rows()).hasSize(1);
    assertThat(model.takeable().get()).isTrue();
  }

  @Test
  void whatTheCatalogueHasJustSoIsNothingToTake() throws IOException {
    ImportViewModel first = model("SKU,Name\nA-1,Mug\n");
    workspace.input().take(first.accept().orElseThrow(), report -> {});
    workspace.commit(CommitPlan.DEFAULT, event -> {}, report -> {});
    ImportViewModel second = model("SKU,Name\nA-1,Mug\n");

    assertThat(second.rows().count(RowCategory.UNCHANGED)).isEqualTo(1);
    assertThat(second.rows().shownProperty().get()).isEqualTo(RowCategory.UNCHANGED);
    assertThat(second.takeable().get()).isFalse();
  }

  @Test
  void rowsWithProblemsAreSavedAndTheWindowSaysSo() throws IOException {
    ImportViewModel model = model("SKU,Price,Name\nA-1,free,x\nA-2,2.50,y\n");
    Path file = folder.resolve("problem-rows.csv");

    model.saveProblemRows(file);
    assertThat(model.noteProperty().get()).isEqualTo("Saved 1 row to problem-rows.csv.");
    assertThat(Files.readString(file)).contains("A-1,free").doesNotContain("A-2");
  }

  @Test
  void rowsThatCannotBeSavedDoNotKeepTheImportFromBeingTaken() throws IOException {
    ImportViewModel model = model("SKU,Price,Name\nA-1,free,x\nA-2,2.50,y\n");

    model.saveProblemRows(folder.resolve("no such folder/problem-rows.csv"));
    assertThat(model.failureProperty().get()).startsWith("The rows can't be saved");
    assertThat(model.takeable().get()).isTrue();
  }

  @Test
  void aFileThatIsGoneIsToldAndNothingCanBeTaken() {
    ImportViewModel model =
        model(new ImportSource.OfFile(folder.resolve("gone.csv")), RememberedMappings.NONE);

    assertThat(model.failureProperty().get()).contains("gone.csv").endsWith("Nothing was taken.");
    assertThat(model.viewProperty().get()).isEmpty();
    assertThat(model.workingProperty().get()).isFalse();
    assertThat(model.takeable().get()).isFalse();
  }

  @Test
  void aHeadingIsTakenForWhatItWasLastTime() throws IOException {
    RememberedMappings remembered = RememberedMappings.NONE.with(Map.of("Text 4", "description"));
    Path file = file("SKU,Text 4\nA-1,Hand-made\n", StandardCharsets.UTF_8);
    ImportViewModel model = model(new ImportSource.OfFile(file), remembered);

    assertThat(model.columns().get(1).targetLabel()).isEqualTo("Description");
    assertThat(model.accept().orElseThrow().mappings()).containsEntry("Text 4", "description");
  }

  @Test
  void aSourceOfAsManyColumnsAsAWorkbookCanHaveIsShownAndItsLimitSaidBeforeAccept()
      throws IOException {
    int wide = 16_000;
    String fields =
        IntStream.range(0, wide).mapToObj(i -> "Field " + i).collect(Collectors.joining(","));
    ImportViewModel model = model("SKU,Name," + fields + "\nA-1,Mug" + ",x".repeat(wide) + "\n");
    assertThat(model.columns()).hasSize(wide + 2);
    assertThat(model.takeable().get()).isTrue();
    AtomicInteger looks = new AtomicInteger();
    model.columns().addListener((InvalidationListener) observed -> looks.incrementAndGet());

    model.addAllLeftOut();

    assertThat(model.failureProperty().get())
        .isEqualTo(
            "With 16,000 new columns the catalogue would have 16,023, and it can have 2,000 at"
                + " most. Leave out 14,023 of them or more.");
    assertThat(model.takeable().get()).isFalse();
    assertThat(looks).as("not one for each column").hasValueLessThan(5);
  }

  private static SourceView view(ImportViewModel model) {
    return model.viewProperty().get().orElseThrow();
  }

  @Test
  void theLinesOfTheSourceCanBeLookedAtAndOneChosenForTheHeadings() throws IOException {
    ImportViewModel model = model("Price list\n\nSKU,Name\nTeil,Farbe\nA-1,red\n");
    assertThat(said(model)).contains("The headings are in line 3; the row above is left out");
    model.rows().showLines();
    assertThat(model.rows().rows())
        .extracting(row -> row.row().line())
        .containsExactly(1L, 3L, 4L, 5L);
    assertThat(model.isHeadings(3)).isTrue();

    model.chooseHeadings(4);
    assertThat(model.isHeadings(4)).isTrue();
    assertThat(model.columns())
        .extracting(line -> line.source().heading())
        .containsExactly("Teil", "Farbe");
    assertThat(model.rows().rows())
        .extracting(row -> row.row().line())
        .containsExactly(1L, 3L, 4L, 5L);

    model.rows().show(RowCategory.ADD);
    assertThat(model.rows().linesProperty().get()).isFalse();
  }

  @Test
  void anEncodingThatIsNotPlainlyWesternHasToBeChosen() throws IOException {
    Charset cyrillic = Charset.forName("windows-1251");
    ImportViewModel model = model("SKU;Name\nA-1;Чайник\n", cyrillic);
    assertThat(model.taken()).isEqualTo(1);
    assertThat(model.takeable().get()).isFalse();

    model.chooseCharset(cyrillic);
    assertThat(model.takeable().get()).isTrue();
    assertThat(model.rows().rows().getFirst().row().cells()).containsExactly("A-1", "Чайник");

    model.chooseCharset(Charset.forName("windows-1252"));
    assertThat(model.takeable().get()).as("the user's word counts").isTrue();
  }

  @Test
  void aColumnWithoutAHeadingThatBeginsFarBelowCanBeMapped() throws IOException {
    StringBuilder text = new StringBuilder("SKU,Name\n");
    for (int i = 0; i < 5_000; i++) {
      text.append("A-").append(i).append(",x\n");
    }
    ImportViewModel model = model(text + "B,y,,remark\n");
    assertThat(model.columns()).hasSize(4);
    assertThat(model.changes()).isEqualTo(5_001);
    assertThat(said(model)).contains("Cells without a heading are left out: column 4");

    model.chooseTarget(
        model.columns().get(3), new Target.Existing(workspace.schema().require("description")));
    assertThat(model.columns().get(3).column()).contains(workspace.schema().require("description"));
    assertThat(said(model)).doesNotContain("column 4");
    assertThat(model.takeable().get()).isTrue();
  }

  private static String said(ImportViewModel model) {
    return String.join("\n", model.previewProperty().get().orElseThrow().decisions().sentences());
  }

  private ImportViewModel model(String text) throws IOException {
    return model(text, StandardCharsets.UTF_8);
  }

  private ImportViewModel model(String text, Charset charset) throws IOException {
    return model(new ImportSource.OfFile(file(text, charset)), RememberedMappings.NONE);
  }

  private ImportViewModel model(ImportSource source, RememberedMappings remembered) {
    ImportViewModel model =
        new ImportViewModel(
            workspace.schema(),
            source.name(),
            listener -> workspace.input().prepare(source, remembered.byHeading(), listener));
    model.start();
    return model;
  }

  private Path file(String text, Charset charset) throws IOException {
    return Files.writeString(folder.resolve("products.csv"), text, charset);
  }
}
