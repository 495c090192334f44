package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.ui.dialog.DialogQuestions;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.ErrorDialog;
import app.pallet.ui.dialog.FileDialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.OwnedWindows;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Imports in the real window, by mouse and keys, against a real catalogue file. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class ImportJourneyTest {

  private static final int PRODUCTS = 200;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;
  private ImportHandle window;
  private Path chosen = Path.of("");

  @Start
  void open(Stage shown) {
    stage = shown;
    FileDialogs files =
        new FileDialogs() {
          @Override
          public Optional<Path> open(String title, FileKind kind) {
            return Optional.of(chosen);
          }

          @Override
          public Optional<Path> save(String title, FileKind kind, String suggestion) {
            return Optional.of(chosen.resolveSibling(suggestion));
          }
        };
    editor =
        Editor.over(
            shown,
            Settings.DEFAULT.askingNothing(),
            (file, monitor) ->
                Files.exists(file)
                    ? CatalogueDatabase.openOrCreate(
                        file, ProductSchema.create(), ConnectionSettings.DEFAULT)
                    : ExampleCatalogue.create(file, PRODUCTS, monitor),
            new DraftFolder(folder.resolve("drafts")),
            folder.resolve("pallet.log"),
            notifier ->
                new Dialogs(
                    files,
                    new DialogQuestions(shown),
                    notifier,
                    new ErrorDialog(shown),
                    new OwnedWindows(shown)));
    editor.window().show();
    editor.controller().open(folder.resolve(System.nanoTime() + "/shop.pallet"));
  }

  @BeforeEach
  void ready(FxRobot robot) {
    window = new ImportHandle(robot);
    Journey.awaitProducts(editor, PRODUCTS);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void aGermanFileIsReadShownTakenAndCommitted(FxRobot robot) throws IOException {
    List<String> skus = stored("sku");
    String unchanged = "%s;%s;;\n".formatted(skus.get(1), stored("name").get(1));
    importFile(
        robot,
        "preise.csv",
        Charset.forName("windows-1252"),
        "Artikelnummer;Bezeichnung;Preis;Interne Notiz\n"
            + skus.getFirst()
            + ";Größe XL, rot;1.299,50;x\n"
            + unchanged
            + "NEU-1;Grüner Krug;12,90;x\n");

    assertThat(window.text("#source-sentence"))
        .isEqualTo("Windows-1252 text, separated by semicolons, headings in the first row");
    assertThat(window.counts()).containsExactly(1, 1, 1, 0);
    assertThat(window.text("#target-2")).isEqualTo("Price");
    assertThat(window.text("#target-3")).isEqualTo("Leave out");
    assertThat(window.text("#reading-2")).isEqualTo("1.234,50");
    assertThat(pending().total()).isZero();

    window.take("Take 2 changes");
    assertThat(pending()).isEqualTo(new ChangeCounts(1, 1, 0, 0));
    assertThat(stored("name")).doesNotContain("Größe XL, rot");
    commit(robot);
    assertThat(stored("name")).contains("Größe XL, rot", "Grüner Krug").hasSize(PRODUCTS + 1);
    assertThat(stored("price")).startsWith("1299.5000").endsWith("12.9000");
  }

  @Test
  void controlShiftAndVShowsTheClipboardInTheImportWindowAndPastesNothing(FxRobot robot) {
    List<String> before = stored("name");
    String sku = stored("sku").get(7);
    Journey.copy(robot, "SKU\tName\n" + sku + "\tFrom the clipboard\nNEW-1\tNew\n");
    robot.interact(() -> Journey.table(robot).focusCells());

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

    Journey.until(() -> window.find("#import-pane").isPresent());
    window.settled();
    assertThat(pending().total()).isZero();
    assertThat(window.counts()).containsExactly(1, 1, 0, 0);
    window.take("Take 2 changes");
    assertThat(pending()).isEqualTo(new ChangeCounts(1, 1, 0, 0));
    assertThat(Journey.name(workspace(), 7)).isEqualTo("From the clipboard");
    assertThat(Journey.name(workspace(), 0)).isEqualTo(before.getFirst());
  }

  @Test
  void controlShiftAndVSaysWhereThereIsNothingToPaste(FxRobot robot) {
    robot.interact(() -> {
      Clipboard.getSystemClipboard().clear();
      Journey.table(robot).focusCells();
    });

    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);

    assertThat(Journey.told(editor))
        .anySatisfy(told -> assertThat(told).startsWith("Nothing to paste"));
    assertThat(window.find("#import-pane")).isEmpty();
  }

  @Test
  void aWorkbookIsReadFromTheSheetThatIsChosen(FxRobot robot) throws IOException {
    String sku = stored("sku").getFirst();
    chosen = folder.resolve("stock.xlsx");
    try (OutputStream out = Files.newOutputStream(chosen);
        Workbook book = new Workbook(out, "Pallet", "1.0")) {
      Worksheet notes = book.newWorksheet("Notes");
      notes.value(0, 0, "Remark");
      notes.value(1, 0, "nothing to import");
      Worksheet prices = book.newWorksheet("Prices");
      List<String> header = List.of("SKU", "Price", "Quantity");
      for (int i = 0; i < header.size(); i++) {
        prices.value(0, i, header.get(i));
      }
      prices.value(1, 0, sku);
      prices.value(1, 1, 1234.5);
      prices.value(1, 2, 7);
    }
    robot.push(KeyCode.CONTROL, KeyCode.I);
    Journey.until(
        () -> window.find("#source-sheet").isPresent() && window.shownText().contains("Notes"));
    window.choose("#source-sheet", "Prices");
    window.settled();

    assertThat(window.text("#source-sentence"))
        .isEqualTo("Sheet “Prices”, one of 2, headings in the first row");
    window.take("Take 1 change");
    commit(robot);
    assertThat(stored("price")).startsWith("1234.5000");
    assertThat(stored("quantity")).startsWith("7");
  }

  @Test
  void theHeadingsAreChosenByAClickOnTheirLine(FxRobot robot) throws IOException {
    importFile(
        robot,
        "titles.csv",
        StandardCharsets.UTF_8,
        "Price list 2026\n\nSKU,Name\nArticle number,Title\nNEW-1,Mug\n");
    assertThat(window.text("#import-decisions"))
        .isEqualTo("The headings are in line 3; the row above is left out: “Price list 2026”");
    assertThat(window.text("#source-sentence")).endsWith("headings in line 3");
    assertThat(window.counts()).containsExactly(2, 0, 0, 0);

    robot.clickOn("#choose-headings");
    robot.clickOn(window.highestCell("Article number"));
    Journey.until(() -> window.shownText().endsWith("headings in line 4"));
    window.settled();
    assertThat(window.counts()).containsExactly(1, 0, 0, 0);
    window.take("Take 1 change");
    commit(robot);
    assertThat(stored("sku")).contains("NEW-1").doesNotContain("Article number", "SKU");
  }

  @Test
  void anOddEncodingIsAskedForBeforeAnythingCanBeTaken(FxRobot robot) throws IOException {
    Charset cyrillic = Charset.forName("windows-1251");
    importFile(robot, "tea.csv", cyrillic, "SKU;Name;Price\nTEA-1;Чайник;599\nTEA-2;Чашка;120\n");
    assertThat(window.text("#encoding-question")).contains("×àéíèê");
    assertThat(window.find("#take-import").orElseThrow().isDisabled()).isTrue();
    assertThat(window.text("#encoding-answer-0")).isEqualTo("Windows-1251: Чайник, Чашка");

    robot.clickOn("#encoding-answer-0");
    window.settled();
    Journey.until(() -> !window.find("#encoding-bar").orElseThrow().isVisible());
    window.take("Take 2 changes");
    commit(robot);
    assertThat(stored("name")).contains("Чайник", "Чашка");
  }

  @Test
  void aPasteWithHeadingsInAnotherOrderIsLookedAtFirst(FxRobot robot) {
    String sku = stored("sku").get(2);
    String text = "Price\tName\tSKU\n45.10\tIn another order\t%s\n".formatted(sku);
    robot.interact(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.V);
    window.settled();

    assertThat(window.text("#target-0")).isEqualTo("Price");
    assertThat(window.text("#target-2")).isEqualTo("SKU");
    assertThat(window.counts()).containsExactly(0, 1, 0, 0);
    assertThat(pending().total()).isZero();
    window.take("Take 1 change");
    commit(robot);
    assertThat(stored("name").get(2)).isEqualTo("In another order");
    assertThat(stored("price").get(2)).isEqualTo("45.1000");
  }

  @Test
  void columnsOfAFileBecomeColumnsOfTheCatalogue(FxRobot robot) throws IOException {
    List<String> skus = stored("sku");
    importFile(
        robot,
        "colours.csv",
        StandardCharsets.UTF_8,
        "SKU,Colour,Shelf life\n%s,red,30\n%s,blue,45\n".formatted(skus.get(0), skus.get(1)));
    robot.clickOn("#target-1");
    robot.write("new").push(KeyCode.ENTER);
    window.settled();
    robot.clickOn("#target-2");
    robot.write("new").push(KeyCode.ENTER);
    window.settled();
    assertThat(window.text("#target-1")).isEqualTo("New column: Colour");
    assertThat(workspace().schema().column("Colour")).isEmpty();

    window.take("Take 2 changes");
    Journey.until(() ->
        editor
            .controller()
            .workspace()
            .filter(open -> open.schema().column("Colour").isPresent())
            .isPresent());
    Journey.until(() -> pending().total() == 2);
    assertThat(workspace().schema().columns().stream().map(Column::label))
        .contains("Colour", "Shelf life");
    commit(robot);
    assertThat(stored("Colour")).startsWith("red", "blue");
    assertThat(stored("Shelf life")).startsWith("30", "45");
    assertThat(editor.controller().mappings().byHeading()).containsEntry("Colour", "Colour");
  }

  @Test
  void badRowsAreMendedInPlaceBeforeTheyAreTaken(FxRobot robot) throws IOException {
    int rows = 50;
    importFile(robot, "bad.csv", StandardCharsets.UTF_8, ImportTexts.bad(rows));
    assertThat(window.counts()).containsExactly(rows - 5, 0, 0, 5);
    robot.clickOn("#count-problem");
    window.mendFirstByKeys();
    Journey.until(() -> window.settledNow() && window.counts().getLast() == 4);
    for (int mended = 2; mended <= 5; mended++) {
      robot.doubleClickOn(window.highestCell("on request"));
      robot.write("9.90");
      robot.push(KeyCode.ENTER);
      int left = 5 - mended;
      Journey.until(() -> window.settledNow() && window.counts().getLast() == left);
    }
    assertThat(pending().total()).isZero();

    window.take("Take 50 changes");
    assertThat(pending()).isEqualTo(new ChangeCounts(rows, 0, 0, 0));
    commit(robot);
    assertThat(stored("price").subList(PRODUCTS, PRODUCTS + rows))
        .filteredOn("9.9000"::equals)
        .hasSize(5);
  }

  @Test
  void rowsWithProblemsAreSavedWithTheReason(FxRobot robot) throws IOException {
    importFile(robot, "bad-again.csv", StandardCharsets.UTF_8, ImportTexts.bad(20));
    robot.clickOn("#save-problem-rows");
    Journey.until(() -> window.text("#import-remark").startsWith("Saved 2 rows"));
    assertThat(Files.readString(chosen.resolveSibling("problem-rows.csv")))
        .contains("B-0000", "B-0010", "on request")
        .doesNotContain("B-0001");
  }

  @Test
  void aFileThatEndsInTheMiddleOfARowIsSaidToBeCutOff(FxRobot robot) throws IOException {
    importFile(
        robot,
        "cut.csv",
        StandardCharsets.UTF_8,
        "SKU,Name,Price,Quantity\nK-1,Jug,12.50,3\nK-2,Bowl,8.00,5\nK-3,Pl");

    assertThat(window.text("#cut-off-message"))
        .startsWith("The file seems to be cut off: line 4 ends after 2 of 4 columns");
    assertThat(window.counts()).containsExactly(2, 0, 0, 1);
    window.picture("import-cut-off.png");
    robot.clickOn("#cut-off-show");
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(window.highestCell("Pl")).isNotNull();
    window.picture("import-cut-off-row.png");
  }

  @Test
  void aFileThatCannotBeReadSaysWhyInTheWindow(FxRobot robot) throws IOException {
    chosen = folder.resolve("picture.csv");
    Files.write(chosen, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13});
    robot.push(KeyCode.CONTROL, KeyCode.I);
    Journey.until(() -> window.find("#import-failure").isPresent());
    Journey.until(() -> !window.text("#import-failure").isEmpty());
    assertThat(window.text("#import-failure"))
        .contains("picture.csv")
        .contains("Nothing was taken");
    assertThat(robot.lookup("#take-import").queryButton().isDisabled()).isTrue();
    robot.push(KeyCode.ESCAPE);
    Journey.until(() -> window.find("#import-pane").isEmpty());
    assertThat(pending().total()).isZero();
  }

  /** With {@code -Dpallet.screenshots=assets/screenshots} they become those of the user guide. */
  @Test
  void picturesOfTheImportForTheUserGuide(FxRobot robot) throws IOException {
    importFile(
        robot,
        "Preisliste Herbst 2026.csv",
        Charset.forName("windows-1252"),
        ImportTexts.picturesque(stored("sku"), stored("name")));
    robot.clickOn("#target-4");
    robot.write("new").push(KeyCode.ENTER);
    window.settled();
    robot.clickOn("#type-4").clickOn("date");
    window.settled();
    robot.clickOn("#count-add");
    picturesInBothThemes(robot, "import");
    robot.clickOn("#doubt-answer-0");
    window.settled();
    robot.clickOn("#count-problem");
    picturesInBothThemes(robot, "import-problems");
  }

  private void picturesInBothThemes(FxRobot robot, String name) {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      robot.interact(() -> editor.appearance().choiceProperty().set(theme));
      window.picture(name + (theme == ThemeChoice.LIGHT ? ".png" : "-dark.png"));
    }
  }

  @Test
  void aWorkbookOfSixteenThousandColumnsLeavesTheWindowResponsive(FxRobot robot)
      throws IOException {
    chosen = folder.resolve("wide.xlsx");
    try (OutputStream out = Files.newOutputStream(chosen);
        Workbook workbook = new Workbook(out, "Pallet", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("Wide");
      for (int column = 0; column < 16_000; column++) {
        sheet.value(0, column, column == 0 ? "SKU" : "Field " + column);
        for (int row = 1; row <= 20; row++) {
          sheet.value(row, column, "V-" + row);
        }
      }
    }
    robot.push(KeyCode.CONTROL, KeyCode.I);
    long opening =
        window.longestWait(() -> window.find("#import-pane").isPresent() && window.settledNow());
    robot.clickOn("#add-all-left-out");
    long adding = window.longestWait(() -> window.settledNow());

    assertThat(window.text("#import-failure")).contains("2,000 at most");
    assertThat(robot.lookup("#take-import").queryButton().isDisabled()).isTrue();
    assertThat(Math.max(opening, adding)).as("milliseconds").isLessThan(2_500);
  }

  @Test
  void aPasteWithAnUnknownHeadingOpensTheWindowByItselfAndIsTakenFromIt(FxRobot robot) {
    String sku = stored("sku").getFirst();
    robot.interact(() ->
        Clipboard.getSystemClipboard()
            .setContent(
                Map.of(
                    DataFormat.PLAIN_TEXT,
                    "SKU\tPrice\tInterne Notiz\n" + sku + "\t7.35\tprüfen\nNEU-1\t8.50\tneu\n")));
    robot.clickOn(window.highestCell(stored("name").getFirst())).push(KeyCode.CONTROL, KeyCode.V);
    window.settled();

    assertThat(pending().total()).isZero();
    assertThat(window.counts().get(1)).isEqualTo(1);
    robot.push(KeyCode.ESCAPE);
    Journey.until(() -> window.find("#import-pane").isEmpty());
    assertThat(pending().total()).isZero();
  }

  private void importFile(FxRobot robot, String name, Charset charset, String text)
      throws IOException {
    chosen = folder.resolve(name);
    Files.write(chosen, text.getBytes(charset));
    robot.push(KeyCode.CONTROL, KeyCode.I);
    window.settled();
  }

  private void commit(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    robot.clickOn("#commit");
    Journey.until(() -> isCommitted() || window.find("#commit-anyway").isPresent());
    window.find("#commit-anyway").ifPresent(robot::clickOn); // prices that fall are asked about
    Journey.until(this::isCommitted);
  }

  private boolean isCommitted() {
    return workspace().changes().isEmpty() && !workspace().isCommitting();
  }

  private ChangeCounts pending() {
    return workspace().changes().counts();
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private List<String> stored(String column) {
    return Journey.stored(workspace(), column);
  }
}
