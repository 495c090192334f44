package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.Screenshot;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The import window as a user sees and uses it, found by the ids of its parts. Test's thread. */
final class ImportHandle {

  private final FxRobot robot;

  ImportHandle(FxRobot robot) {
    this.robot = robot;
  }

  /** From the list of problems: Enter goes into the cell, Enter keeps what was typed. */
  void mendFirstByKeys() {
    robot.clickOn("#import-problems");
    robot.push(KeyCode.HOME).push(KeyCode.ENTER);
    robot.write("9.90").push(KeyCode.ENTER);
  }

  /** Saves what the window looks like. */
  void picture(String name) {
    robot.moveTo("#source-sentence");
    WaitForAsyncUtils.waitForFxEvents();
    Path file = Path.of(System.getProperty("pallet.screenshots", "target/screenshots"), name);
    Window window = robot.lookup("#import-pane").query().getScene().getWindow();
    WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Screenshot.of(window)).save(file);
    assertThat(file).isNotEmptyFile();
  }

  /** Waits until the window is open and shows what the newest choices would do. */
  void settled() {
    Journey.until(() -> settledNow());
  }

  /** Whether the window shows what the newest choices would do. */
  boolean settledNow() {
    return find("#import-progress").filter(bar -> !bar.getParent().isVisible()).isPresent();
  }

  String shownText() {
    return find("#source-sentence").map(node -> ((Labeled) node).getText()).orElse("");
  }

  /** Takes the import by its button, which must say this. */
  void take(String label) {
    settled();
    assertThat(text("#take-import")).isEqualTo(label);
    Button take = robot.lookup("#take-import").queryButton();
    robot.clickOn(take);
    Journey.until(() -> find("#import-pane").isEmpty());
  }

  /** Chooses an item of a box. */
  void choose(String id, String item) {
    ComboBox<?> box = robot.lookup(id).queryComboBox();
    int index =
        IntStream.range(0, box.getItems().size())
            .filter(i -> item.equals(box.getItems().get(i)))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> box.getSelectionModel().select(index));
  }

  /** To add, to change, unchanged, with problems. */
  List<Integer> counts() {
    return List.of("add", "change", "unchanged", "problem").stream()
        .map(kind -> robot.lookup("#count-" + kind + " .count-number").queryAs(Labeled.class))
        .map(number -> Integer.parseInt(number.getText()))
        .toList();
  }

  Optional<Node> find(String id) {
    return robot.lookup(id).tryQuery();
  }

  String text(String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }

  /** The highest cell of a table that shows this text. */
  Node highestCell(String text) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot
        .lookup(node ->
            node instanceof TableCell<?, ?> cell
                && text.equals(cell.getText())
                && cell.getIndex() >= 0)
        .queryAll()
        .stream()
        .min(Comparator.comparingDouble(cell -> cell.localToScreen(0, 0).getY()))
        .orElseThrow();
  }

  /** Asks something of the window until it comes true, and tells how long it took to answer. */
  long longestWait(BooleanSupplier condition) {
    long longest = 0;
    AtomicBoolean answer = new AtomicBoolean();
    while (!answer.get()) {
      long asked = System.nanoTime();
      robot.interactNoWait(() -> answer.set(condition.getAsBoolean()));
      WaitForAsyncUtils.waitForFxEvents(1);
      longest = Math.max(longest, System.nanoTime() - asked);
    }
    return longest / 1_000_000;
  }
}
