package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UiRobotTest {
  private final UiRobot robot = UiRobot.start();

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void typesCharactersThatNoKeyMakes() {
    TextField field = shown(new TextField());
    robot.click(field);
    robot.type("Größe é 世界 😀");
    assertThat(text(field)).isEqualTo("Größe é 世界 😀");
  }

  @Test
  void pressesShortcuts() {
    TextField field = shown(new TextField("gone"));
    robot.click(field);
    robot.press(KeyCode.CONTROL, KeyCode.A);
    robot.press(KeyCode.B);
    assertThat(text(field)).isEqualTo("b");
  }

  @Test
  void twoClicksAreNoDoubleClick() {
    Label label = shown(new Label("click me"));
    List<Integer> counts = clickCounts(label);
    robot.click(label);
    robot.click(label);
    robot.doubleClick(label);
    assertThat(counts).containsExactly(1, 1, 1, 2);
  }

  @Test
  void shiftClickExtendsASelection() {
    ListView<String> list = shown(listOf("a", "b", "c", "d"));
    robot.click(cell(list, 0));
    robot.clickHolding(cell(list, 2), KeyCode.SHIFT);
    assertThat(robot.onFx(() -> List.copyOf(list.getSelectionModel().getSelectedItems())))
        .containsExactly("a", "b", "c");
  }

  @Test
  void draggingHoldsTheButton() {
    Label from = new Label("from");
    Label to = new Label("to");
    HBox box = shown(new HBox(100, from, to));
    List<Boolean> held = new ArrayList<>();
    robot.runOnFx(() ->
        box.addEventFilter(
            MouseEvent.MOUSE_DRAGGED, event -> held.add(event.isPrimaryButtonDown())));
    robot.drag(from, to);
    assertThat(held).containsExactly(true, true);
  }

  @Test
  void theWheelScrollsDown() {
    ListView<String> list = shown(new ListView<>());
    robot.runOnFx(() -> {
      for (int i = 0; i < 1000; i++) {
        list.getItems().add("item " + i);
      }
    });
    robot.wheel(list, 10);
    assertThat(robot.onFx(() -> firstVisible(list))).isGreaterThan(5);
  }

  @Test
  void aContextMenuOpensAndItsItemIsClicked() {
    List<String> chosen = new ArrayList<>();
    Label label = shown(new Label("menu here"));
    robot.runOnFx(() -> {
      MenuItem item = new MenuItem("Delete");
      item.setId("delete");
      item.setOnAction(event -> chosen.add("delete"));
      label.setContextMenu(new ContextMenu(item));
    });
    robot.rightClick(label);
    robot.click("#delete");
    assertThat(chosen).containsExactly("delete");
  }

  @Test
  void aWindowBehindAModalDialogHearsNoClick() {
    Button button = shown(new Button("behind"));
    List<Integer> counts = clickCounts(button);
    robot.runOnFx(() -> {
      Stage dialog = new Stage();
      dialog.initModality(Modality.APPLICATION_MODAL);
      dialog.setX(800);
      dialog.show();
    });
    robot.click(button);
    assertThat(counts).isEmpty();
  }

  @Test
  void characterShortcutsWork() {
    List<String> chosen = new ArrayList<>();
    Button button = shown(new Button("shortcuts"));
    robot.runOnFx(() ->
        button
            .getScene()
            .getAccelerators()
            .put(KeyCombination.valueOf("Ctrl+'z'"), () -> chosen.add("undo")));
    robot.press(KeyCode.CONTROL, KeyCode.Z);
    assertThat(chosen).containsExactly("undo");
  }

  @Test
  void anExceptionInAnEventHandlerFailsTheTest() {
    Button button = shown(new Button("fails"));
    robot.runOnFx(() ->
        button.setOnAction(event -> {
          throw new IllegalArgumentException("on purpose");
        }));
    assertThatThrownBy(() -> robot.click(button))
        .isInstanceOf(AssertionError.class)
        .hasRootCauseMessage("on purpose");
  }

  @Test
  void aScreenshotShowsTheColours(@TempDir Path folder) {
    Pane pane = shown(new Pane());
    robot.runOnFx(() -> pane.setStyle("-fx-background-color: rgb(255, 128, 0)"));
    Screenshot screenshot = robot.screenshot(pane.getScene().getWindow());
    screenshot.save(folder.resolve("pictures/orange.png"));
    assertThat(screenshot.colour(200, 100)).isEqualTo(Color.rgb(255, 128, 0));
    assertThat(folder.resolve("pictures/orange.png")).isNotEmptyFile();
  }

  private <T extends Parent> T shown(T content) {
    robot.show(() -> content, 600, 400);
    return content;
  }

  private String text(TextField field) {
    return robot.onFx(field::getText);
  }

  private List<Integer> clickCounts(Node node) {
    List<Integer> counts = new ArrayList<>();
    robot.runOnFx(() -> node.setOnMouseClicked(event -> counts.add(event.getClickCount())));
    return counts;
  }

  private static ListView<String> listOf(String... items) {
    ListView<String> list = new ListView<>();
    list.getItems().addAll(items);
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    return list;
  }

  private Node cell(ListView<?> list, int index) {
    return robot.findAll(list, ".list-cell").stream()
        .filter(ListCell.class::isInstance)
        .map(ListCell.class::cast)
        .filter(cell -> cell.getIndex() == index)
        .findFirst()
        .orElseThrow();
  }

  private static int firstVisible(ListView<?> list) {
    return ((VirtualFlow<?>) list.lookup(".virtual-flow")).getFirstVisibleCell().getIndex();
  }
}
