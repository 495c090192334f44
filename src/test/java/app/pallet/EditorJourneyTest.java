package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.ui.Screenshot;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The whole job in the real window, by mouse and keys, against a real catalogue file. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class EditorJourneyTest {

  private static final int PRODUCTS = 300;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor = Journey.begin(shown, Settings.DEFAULT.askingNothing(), PRODUCTS, folder);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void aPriceIsEditedByClickingCommittedAndInTheDatabase(FxRobot robot) {
    ready();
    robot.doubleClickOn(Journey.cell(robot, name(robot, 0)));
    robot.push(KeyCode.CONTROL, KeyCode.A).write("Renamed by hand");
    robot.clickOn(Journey.cell(robot, name(robot, 3)));
    assertThat(counts(robot)).isEqualTo(new ChangeCounts(0, 1, 0, 0));
    assertThat(button(robot, "#commit")).isEqualTo("Commit 1 change");

    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty());

    assertThat(stored("name")).startsWith("Renamed by hand").hasSize(PRODUCTS);
    assertThat(robot.lookup("Renamed by hand").tryQuery()).isPresent();
  }

  @Test
  void aBlockFromASpreadsheetIsPastedUndoneAndPastedAgain(FxRobot robot) {
    ready();
    String sku = stored("sku").getFirst();
    Journey.copy(
        robot, "SKU\tName\tPrice\n%s\tPasted over\t12,50\nNEW-1\tAdded\tfree\n".formatted(sku));
    robot.clickOn(Journey.cell(robot, name(robot, 0))).push(KeyCode.CONTROL, KeyCode.V);
    Journey.until(() -> workspace().changes().counts().total() == 2);
    assertThat(counts(robot)).isEqualTo(new ChangeCounts(1, 1, 0, 1));

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(counts(robot).total()).isZero();
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(counts(robot).total()).isEqualTo(2);

    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().counts().total() == 1);
    assertThat(stored("name")).startsWith("Pasted over").doesNotContain("Added");
    assertThat(stored("price")).startsWith("12.5000");
  }

  @Test
  void aCommitIsCancelledAndTheRestIsStillPending(FxRobot robot) {
    ready();
    paste(robot, 20_000);
    robot.interact(() -> editor.viewModel().commit().batchSizeProperty().set(50));
    robot.clickOn("#commit");
    robot.interact(() -> editor.viewModel().progress().cancel());
    Journey.until(() -> !workspace().isCommitting());

    int left = counts(robot).total();
    assertThat(left).isPositive();
    assertThat(stored("sku")).hasSize(PRODUCTS + 20_000 - left);
  }

  @Test
  void theModesAreComparedAndTheLogAndChartSayWhatWasMeasured(FxRobot robot) {
    ready();
    paste(robot, 600);
    robot.push(KeyCode.F9);
    Journey.until(() -> editor.viewModel().rates().size() == 3);

    assertThat(counts(robot).adds()).isEqualTo(600);
    assertThat(stored("sku")).hasSize(PRODUCTS);
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty());
    Journey.until(() -> log().contains("of one by one, measured at"));
    assertThat(log()).contains("one by one 500 rows (a sample)").contains("600 of 600 rows");
  }

  @Test
  void aSearchShowsWhatItFindsAndARowThatIsAddedAfterIt(FxRobot robot) {
    ready();
    robot.push(KeyCode.CONTROL, KeyCode.N);
    Journey.until(() -> workspace().view().size() == PRODUCTS + 1);
    robot.push(KeyCode.CONTROL, KeyCode.L).write("espresso");
    Journey.until(() -> workspace().view().storedSize() < PRODUCTS / 2);

    int found = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> workspace().view().storedSize());
    assertThat(found).isPositive();
    int shown = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> workspace().view().size());
    assertThat(shown).isEqualTo(found);

    robot.push(KeyCode.CONTROL, KeyCode.N);
    Journey.until(() -> workspace().view().size() == found + 1);
  }

  /** With {@code -Dpallet.screenshots=assets/screenshots} they become those of the README. */
  @Test
  void picturesOfTheEditorForTheReadme(FxRobot robot) {
    ready();
    picturesque(robot);
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      robot.interact(() -> editor.appearance().choiceProperty().set(theme));
      WaitForAsyncUtils.waitForFxEvents();
      String name = theme == ThemeChoice.LIGHT ? "editor.png" : "editor-dark.png";
      Path file = Path.of(System.getProperty("pallet.screenshots", "target/screenshots"), name);
      WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Screenshot.of(stage)).save(file);
      assertThat(file).isNotEmptyFile();
    }
  }

  /** Edits, adds, deletes and problems where they can be seen, and a measured comparison. */
  private void picturesque(FxRobot robot) {
    hideDescriptions(robot);
    paste(robot, 3_000);
    robot.push(KeyCode.F9);
    Journey.until(() -> editor.viewModel().rates().size() == 3);
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty());
    List<String> skus = stored("sku");
    Journey.copy(
        robot,
        "SKU\tName\tPrice\tQuantity\n%s\tTerra jug, hand-made\t24.90\t12\n%s\t\ton request\t0\n%s\t\t19.95\t240\n"
            .formatted(skus.get(1), skus.get(3), skus.get(6)));
    robot.clickOn(Journey.cell(robot, name(robot, 0))).push(KeyCode.CONTROL, KeyCode.V);
    Journey.until(() -> workspace().changes().counts().total() == 3);
    robot.clickOn(Journey.cell(robot, name(robot, 4)));
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    robot.clickOn(Journey.cell(robot, name(robot, 0)));
    Journey.until(() -> workspace().changes().counts().total() == 4);
    robot.lookup("#notice-close").tryQuery().ifPresent(robot::clickOn);
  }

  /** Leaves room for prices and quantities in a window of 1,280 pixels. */
  private void hideDescriptions(FxRobot robot) {
    robot.interact(() -> {
      ProductTable table = robot.lookup("#product-grid").queryAs(ProductTable.class);
      table.setColumnLayout(
          table.columnLayout().stream()
              .map(c ->
                  List.of("description", "brand").contains(c.name())
                      ? new ColumnLayout(c.name(), c.width(), false)
                      : c)
              .toList());
    });
  }

  private void ready() {
    Journey.awaitProducts(editor, PRODUCTS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void paste(FxRobot robot, int rows) {
    String lines =
        IntStream.range(0, rows)
            .mapToObj(n -> "P-%06d\tPasted %d\t%d.50".formatted(n, n, n % 90))
            .collect(Collectors.joining("\n"));
    Journey.copy(robot, "SKU\tName\tPrice\n" + lines + "\n");
    robot.clickOn(Journey.cell(robot, name(robot, 0))).push(KeyCode.CONTROL, KeyCode.V);
    Journey.until(() -> workspace().changes().counts().adds() == rows);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private ChangeCounts counts(FxRobot robot) {
    WaitForAsyncUtils.waitForFxEvents();
    return workspace().changes().counts();
  }

  private String name(FxRobot robot, int row) {
    WaitForAsyncUtils.waitForFxEvents();
    return Journey.name(workspace(), row);
  }

  private List<String> stored(String column) {
    return Journey.stored(workspace(), column);
  }

  private String log() {
    return editor.viewModel().log().text(List.of());
  }

  private static String button(FxRobot robot, String id) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
