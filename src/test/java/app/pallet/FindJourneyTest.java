package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
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

/** Find and replace in the real window, by keyboard. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class FindJourneyTest {

  private static final int PRODUCTS = 200;

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
  void hitsAreCountedMarkedAndGoneTo(FxRobot robot) {
    List<String> names = begin(robot);
    String word = names.get(7).split(" ", -1)[1];
    long expected = names.stream().filter(name -> has(name, word)).count();
    int first = firstWith(names, word, 0);
    int second = firstWith(names, word, first + 1);

    robot.push(KeyCode.CONTROL, KeyCode.F).write(word).push(KeyCode.ENTER);
    chooseNames(robot);
    robot.clickOn("#find-text").push(KeyCode.ENTER);
    Journey.until(() -> label(robot, "#find-count").endsWith(" of " + expected));
    int at = Integer.parseInt(label(robot, "#find-count").split(" ", -1)[0]);
    assertThat(at).isBetween(1, 3);
    robot.interact(() -> Journey.table(robot).select(first, first, List.of(column("name"))));
    assertThat(label(robot, "#find-count")).isEqualTo("1 of " + expected);
    robot.push(KeyCode.ENTER);
    assertThat(label(robot, "#find-count")).isEqualTo("2 of " + expected);
    assertThat(cursor(robot)).isEqualTo(second);
    robot.push(KeyCode.SHIFT, KeyCode.ENTER).push(KeyCode.SHIFT, KeyCode.ENTER);
    assertThat(label(robot, "#find-count")).isEqualTo(expected + " of " + expected);
    robot.push(KeyCode.ENTER);
    assertThat(marks(robot)).isPositive();
    Journey.pictures(robot, editor, stage, "find");

    robot.clickOn("#find-text").push(KeyCode.CONTROL, KeyCode.A).write("zzzz");
    Journey.until(() -> label(robot, "#find-message").startsWith("Not found"));
    assertThat(marks(robot)).isZero();
    Journey.pictures(robot, editor, stage, "find-nothing");
    robot.push(KeyCode.ESCAPE);
    assertThat(robot.lookup("#find-bar").query().isVisible()).isFalse();
    assertThat(Journey.table(robot).lookup(".table-view").isFocused()).isTrue();
  }

  @Test
  void allHitsAreReplacedAsOneStep(FxRobot robot) {
    List<String> names = begin(robot);
    String word = names.get(7).split(" ", -1)[1];
    List<String> expected =
        names.stream().map(name -> name.replaceAll("(?i)" + word, "Quartz")).toList();
    long count = names.stream().filter(name -> has(name, word)).count();

    robot.push(KeyCode.CONTROL, KeyCode.F).write(word);
    chooseNames(robot);
    robot.push(KeyCode.CONTROL, KeyCode.H).write("Quartz");
    Journey.until(() -> label(robot, "#find-message").startsWith("makes " + count));
    assertThat(Journey.table(robot).lookupAll(".preview-after")).isNotEmpty();
    Journey.pictures(robot, editor, stage, "replace");
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.ENTER);
    Journey.until(() -> label(robot, "#find-message").equals("Replaced in " + count + " cells"));
    assertThat(names()).isEqualTo(expected);

    robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.Z);
    Journey.until(() -> workspace().changes().counts().total() == 0);
    assertThat(names()).isEqualTo(names);
  }

  @Test
  void oneHitIsReplacedAndTheNextIsGoneTo(FxRobot robot) {
    List<String> names = begin(robot);
    String word = names.get(7).split(" ", -1)[1];
    int first = firstWith(names, word, 0);
    int second = firstWith(names, word, first + 1);
    robot.push(KeyCode.CONTROL, KeyCode.F).write(word);
    chooseNames(robot);
    robot.interact(() -> Journey.table(robot).select(first, first, List.of(column("name"))));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.H).write("Quartz");
    Journey.until(() -> label(robot, "#find-message").startsWith("makes "));
    robot.push(KeyCode.ALT, KeyCode.ENTER);
    Journey.until(() -> cursor(robot) == second && names().get(first).contains("Quartz"));
    assertThat(workspace().changes().counts().total()).isEqualTo(1);
  }

  private List<String> begin(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    ProductTable table = Journey.table(robot);
    robot.interact(() -> {
      table.select(0, 0, List.of(column("name")));
      table.focusCells();
    });
    return names();
  }

  private void chooseNames(FxRobot robot) {
    robot.clickOn("#find-scope").clickOn("#find-column");
  }

  private static boolean has(String name, String word) {
    return name.toLowerCase(java.util.Locale.ROOT)
        .contains(word.toLowerCase(java.util.Locale.ROOT));
  }

  private static int firstWith(List<String> names, String word, int from) {
    int at = from;
    while (!has(names.get(at), word)) {
      at++;
    }
    return at;
  }

  private List<String> names() {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            workspace().view().order().from(0, PRODUCTS).stream()
                .map(key -> workspace().view().rowOf(key).orElseThrow().text(column("name")))
                .toList());
  }

  private static int cursor(FxRobot robot) {
    return Journey.table(robot).selection().rectangles().getLast().firstRow();
  }

  private static long marks(FxRobot robot) {
    return Journey.table(robot).lookupAll(".hit").stream()
        .filter(
            node -> node instanceof javafx.scene.shape.Path path && !path.getElements().isEmpty())
        .count();
  }

  private static String label(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  private Column column(String name) {
    return workspace().schema().require(name);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
