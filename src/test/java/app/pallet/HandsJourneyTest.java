package app.pallet;

import static app.pallet.Journey.table;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import app.pallet.ui.EditorCommand;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What hands know from a spreadsheet, in the real window over a real catalogue. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class HandsJourneyTest {

  private static final int PRODUCTS = 2_000;

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
  void cellsAreDrawnCountedJumpedOverAndPasted(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    select(robot, 0, 0, "category");
    robot.write("Lamps").push(KeyCode.ENTER);
    select(robot, 0, 0, "category");
    robot.drag("#fill-handle", MouseButton.PRIMARY);
    robot.moveBy(0, 3 * 30);
    Journey.pictures(robot, editor, stage, "fill");
    robot.drop();
    Journey.until(() -> texts("category", 4).equals(List.of("Lamps", "Lamps", "Lamps", "Lamps")));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Journey.until(() -> changes() == 1);

    select(robot, 0, 0, "quantity");
    robot.write("10").push(KeyCode.ENTER);
    select(robot, 0, PRODUCTS - 1, "quantity");
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
    Journey.until(() -> changes() >= PRODUCTS - 1);
    Journey.until(() -> texts("quantity", 3).equals(List.of("10", "11", "12")));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Journey.until(() -> changes() == 1);

    select(robot, 0, 0, "sku");
    robot.push(KeyCode.CONTROL, KeyCode.DOWN);
    Journey.until(() -> table(robot).selection().ranges().getFirst().firstRow() == PRODUCTS - 1);

    Journey.copy(robot, "1\t2\n3\t4\n");
    select(robot, 4, 4, "price");
    robot.push(KeyCode.CONTROL, KeyCode.V);
    Journey.until(() -> table(robot).selection().cellCount() == 4);
    assertThat(table(robot).selection().ranges().getFirst().lastRow()).isEqualTo(5);
  }

  @Test
  void whatIsTypedIsWorkedOutOverEachSelectedCell(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    select(robot, 0, 1, "price");
    robot.write("100").push(KeyCode.ENTER);
    robot.write("50").push(KeyCode.ENTER);
    Journey.until(() -> texts("price", 2).equals(List.of("100.00", "50.00")));
    select(robot, 0, 1, "price");
    robot.write("+10%");
    assertThat(robot.lookup("#typed-hint").queryLabeled().getText()).isEqualTo("100.00 → 110.00");
    Journey.pictures(robot, editor, stage, "typed");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    Journey.until(() -> texts("price", 2).equals(List.of("110.00", "55.00")));
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    Journey.until(() -> texts("price", 2).equals(List.of("100.00", "50.00")));
  }

  @Test
  void aValueIsChangedInAllItsRows(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    robot.interact(() -> editor.controller().perform(EditorCommand.VALUES));
    TitledPane pane = robot.lookup("#facet-brand").query();
    robot.interact(() -> pane.setExpanded(true));
    Journey.until(() -> pane.lookup(".counted-value .check-box") != null);
    CheckBox first = (CheckBox) pane.lookup(".counted-value .check-box");
    robot.interact(first::requestFocus);
    robot.push(KeyCode.F2);
    robot.lookup("#value-editor").queryTextInputControl();
    Journey.pictures(robot, editor, stage, "value-changed");
    robot.write("Everything else").push(KeyCode.ENTER);
    Journey.until(() -> changes() > 50);
    assertThat(editor.viewModel().undoLabelProperty().get()).isEqualTo("Change Brand");
    robot.interact(() -> editor.controller().perform(EditorCommand.UNDO));
    Journey.until(() -> changes() == 0);
  }

  @Test
  void theFiguresOfAColumnAreShownAtItsHeading(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    select(robot, 0, 0, "price");
    robot.interact(() -> editor.controller().perform(EditorCommand.STATISTICS));
    Journey.until(() -> robot.lookup("#statistics-rows-shown").tryQuery().isPresent());
    assertThat(robot.lookup("#statistics-rows-shown").queryLabeled().getText()).isEqualTo("2,000");
    assertThat(robot.lookup(".histogram-bar").queryAll()).hasSize(12);
    Journey.pictures(
        robot,
        editor,
        robot.lookup("#statistics").query().getScene().getWindow(),
        "column-statistics");
    robot.push(KeyCode.ESCAPE);
    Journey.until(() -> robot.lookup("#statistics").tryQuery().isEmpty());
  }

  private void select(FxRobot robot, int first, int last, String column) {
    Column wanted = workspace().schema().require(column);
    robot.interact(() -> {
      table(robot).finishEditing();
      table(robot).select(first, last, List.of(wanted));
      table(robot).focusCells();
    });
  }

  private List<String> texts(String column, int rows) {
    return IntStream.range(0, rows)
        .mapToObj(row -> workspace().view().rowAt(row).orElseThrow())
        .map(row -> row.text(workspace().schema().require(column)))
        .toList();
  }

  private int changes() {
    return workspace().changes().counts().total();
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
