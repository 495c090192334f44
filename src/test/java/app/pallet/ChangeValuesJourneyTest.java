package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import app.pallet.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Values of many rows are changed in the real window, previewed, undone and committed. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class ChangeValuesJourneyTest {

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
  void pricesAreRaisedRoundedPreviewedChangedUndoneAndCommitted(FxRobot robot) {
    begin(robot, 9);
    List<String> before = texts(0, 9);
    Journey.until(() -> apply(robot).equals("Change 9 rows"));
    choose(robot, "#step-kind-1", "Raise or lower by %");
    robot.clickOn("#bulk-add-step");
    choose(robot, "#step-kind-2", "Give an ending");
    Journey.until(() -> text(robot, "#bulk-changed").startsWith("9 change"));

    List<String> shown = previewed(robot);
    assertThat(shown)
        .as("only the rows that are meant")
        .hasSize(9)
        .allMatch(price -> price.endsWith(".95"));
    assertThat(texts(0, 9)).as("nothing is pending").isEqualTo(before);
    Journey.until(() ->
        robot
            .lookup("#status-bar")
            .queryAs(StatusBar.class)
            .getText()
            .equals("Preview: nothing is changed yet"));
    Journey.pictures(robot, editor, stage, "change-values");

    CheckBox first = robot.lookup(".bulk-row .check-box").query();
    robot.interact(first::fire);
    Journey.until(() -> apply(robot).equals("Change 8 rows"));
    robot.interact(() -> {
      Journey.table(robot).select(4, 4, List.of(workspace().schema().require("price")));
      Journey.table(robot).focusCells();
    });
    robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
    Journey.until(() -> apply(robot).equals("Change 7 rows"));
    robot.push(KeyCode.CONTROL, KeyCode.BACK_SPACE);
    Journey.until(() -> apply(robot).equals("Change 8 rows"));
    robot.clickOn("#bulk-apply");
    Journey.until(() -> workspace().changes().counts().edits() == 8);
    assertThat(texts(0, 1)).isEqualTo(before.subList(0, 1));
    assertThat(texts(1, 9)).allMatch(price -> price.endsWith(".95"));
    assertThat(robot.lookup("#change-values-pane").tryQuery()).isEmpty();
    assertThat(robot.lookup(".grid-cell .preview-after").queryAll()).isEmpty();

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Journey.until(() -> workspace().changes().isEmpty());
    assertThat(texts(0, 9)).isEqualTo(before);
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Journey.until(() -> workspace().changes().isEmpty() && !workspace().isCommitting());
    assertThat(Journey.stored(workspace(), "price").stream().filter(p -> p.endsWith(".9500")))
        .hasSizeGreaterThanOrEqualTo(8);
  }

  @Test
  void aMistakeInAFormulaIsMarkedAtItsPlaceAndColumnsAreCompleted(FxRobot robot) {
    begin(robot, 4);
    choose(robot, "#step-kind-1", "Formula");
    enter(robot, "#step-formula-1", "round({Prise} * 2, 1)");
    Journey.until(() -> !robot.lookup(".formula-mistake .wrong").queryAll().isEmpty());
    assertThat(robot.lookup(".formula-mistake .wrong").queryText().getText()).isEqualTo("{Prise}");
    assertThat(text(robot, ".step-problem")).contains("Prise");
    assertThat(robot.lookup("#bulk-apply").queryButton().isDisabled()).isTrue();
    Journey.pictures(robot, editor, stage, "change-values-formula");

    enter(robot, "#step-formula-1", "");
    robot.clickOn("#step-formula-1").write("round(Pri");
    Journey.until(() -> robot.lookup("#step-formula-1-offers").tryQuery().isPresent());
    robot.push(KeyCode.ENTER).write(" * 2, 1)");
    assertThat(robot.lookup("#step-formula-1").queryAs(TextArea.class).getText())
        .isEqualTo("round(Price * 2, 1)");
    Journey.until(() -> apply(robot).equals("Change 4 rows"));
  }

  @Test
  void aRecipeIsSavedWithAQuestionAndRunOnOtherRows(FxRobot robot) {
    begin(robot, 3);
    choose(robot, "#step-kind-1", "Raise or lower by %");
    Journey.until(() -> apply(robot).equals("Change 3 rows"));
    robot.clickOn("#bulk-save");
    Journey.until(() -> robot.lookup("#recipe-name").tryQuery().isPresent());
    enter(robot, "#recipe-name", "Spring");
    robot.clickOn("#recipe-ask-by-1");
    robot.clickOn("#recipe-save");
    Journey.until(() -> robot.lookup("#bulk-answer-percent").tryQuery().isPresent());
    robot.clickOn("#bulk-cancel");
    assertThat(editor.settings().recipes().called("Spring").orElseThrow().questions())
        .containsExactly("percent");

    select(robot, 2);
    robot.clickOn("#recipes-tab");
    robot.clickOn("Spring");
    Journey.pictures(robot, editor, stage, "recipes");
    robot.clickOn("#recipe-run-0");
    Journey.until(() -> robot.lookup("#bulk-answer-percent").tryQuery().isPresent());
    List<String> before = texts(0, 2);
    enter(robot, "#bulk-answer-percent", "100");
    Journey.until(() -> apply(robot).equals("Change 2 rows"));
    robot.clickOn("#bulk-apply");
    Journey.until(() -> workspace().changes().counts().edits() == 2);
    assertThat(workspace().queue().undoLabel()).contains("Recipe Spring");
    assertThat(texts(0, 2))
        .isEqualTo(
            before.stream()
                .map(t -> new BigDecimal(t).multiply(new BigDecimal(2)))
                .map(Object::toString)
                .toList());
  }

  @Test
  void editsByHandBecomeARecipe(FxRobot robot) {
    ready();
    robot.interact(() -> {
      for (int row = 0; row < 3; row++) {
        var key = workspace().view().keyAt(row);
        String name = texts(row, row + 1, "name").getFirst();
        workspace().edits().setCell(key, workspace().schema().require("name"), name + " (new)");
      }
    });
    robot.clickOn("#recipes-tab");
    robot.clickOn("#recipe-from-edits");
    Journey.until(() -> robot.lookup("#recipe-keep-0").tryQuery().isPresent());
    assertThat(robot.lookup("Explains all 3 edits of this column").tryQuery()).isPresent();
    robot.clickOn("#recipe-keep-0");
    Journey.until(() -> robot.lookup("#recipe-name").tryQuery().isPresent());
    enter(robot, "#recipe-name", "Mark as new");
    robot.clickOn("#recipe-save");
    assertThat(editor.settings().recipes().called("Mark as new").orElseThrow().steps())
        .singleElement()
        .satisfies(step -> assertThat(step.operation()).isEqualTo("suffix"));
  }

  @Test
  void keysGoToThePanelAtOnceAndAfterItToTheTable(FxRobot robot) {
    begin(robot, 3);
    robot.write("12");
    assertThat(robot.lookup("#cell-editor").tryQuery()).isEmpty();
    Node owner = stage.getScene().getFocusOwner();
    assertThat(((TextInputControl) owner).getText()).endsWith("12");

    robot.push(KeyCode.ALT, KeyCode.DIGIT1);
    assertThat(focused()).as("another panel takes its place").isEqualTo("product-table");
    robot.push(KeyCode.ALT, KeyCode.DIGIT5);
    assertThat(robot.lookup("#recipes").tryQuery()).isPresent();
    robot.push(KeyCode.ALT, KeyCode.DIGIT6);
    assertThat(robot.lookup("#cell-editor").tryQuery()).as("Alt writes nothing").isEmpty();
    assertThat(focused()).isEqualTo("product-table");
  }

  private String focused() {
    return stage.getScene().getFocusOwner().getId();
  }

  /** Opens the panel for the prices of the first rows. */
  private void begin(FxRobot robot, int rows) {
    ready();
    select(robot, rows);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.E);
    Journey.until(() -> robot.lookup("#change-values-pane").tryQuery().isPresent());
    assertThat(robot.lookup("#bulk-column").<ComboBox<Column>>query().getValue().name())
        .isEqualTo("price");
  }

  private void select(FxRobot robot, int rows) {
    robot.interact(() -> {
      Journey.table(robot).select(0, rows - 1, List.of(workspace().schema().require("price")));
      Journey.table(robot).focusCells();
    });
  }

  private void ready() {
    Journey.awaitProducts(editor, PRODUCTS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void choose(FxRobot robot, String box, String title) {
    ComboBox<Object> kinds = robot.lookup(box).query();
    robot.interact(() ->
        kinds.setValue(
            kinds.getItems().stream()
                .filter(kind -> kinds.getConverter().toString(kind).equals(title))
                .findFirst()
                .orElseThrow()));
  }

  private static void enter(FxRobot robot, String field, String text) {
    TextInputControl control = robot.lookup(field).query();
    robot.interact(() -> {
      control.requestFocus();
      control.setText(text);
      control.positionCaret(text.length());
    });
  }

  private static String apply(FxRobot robot) {
    Button button = robot.lookup("#bulk-apply").query();
    return button.isDisabled() ? "" : button.getText();
  }

  private static String text(FxRobot robot, String node) {
    return robot.lookup(node).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }

  private static List<String> previewed(FxRobot robot) {
    return robot.lookup(".grid-cell .preview-after").<Labeled>queryAll().stream()
        .map(Labeled::getText)
        .toList();
  }

  private List<String> texts(int from, int to) {
    return texts(from, to, "price");
  }

  private List<String> texts(int from, int to, String column) {
    Column wanted = workspace().schema().require(column);
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            IntStream.range(from, to)
                .mapToObj(row -> workspace().view().rowAt(row).orElseThrow().text(wanted))
                .toList());
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
