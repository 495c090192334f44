package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.workspace.Workspace;
import app.pallet.workspace.history.HistoryRow;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Looking at what was committed and taking it back, in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class HistoryJourneyTest {

  private static final int PRODUCTS = 40;

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
  void aCommitIsFoundLookedAtAndPartlyTakenBack(FxRobot robot) {
    ready();
    List<String> names = stored("name");
    List<String> skus = stored("sku");
    commit(robot, "SKU\tName\n%s\tFirst\n%s\tSecond\n".formatted(skus.get(0), skus.get(1)));
    commit(robot, "SKU\tName\tPrice\nNEW-1\tAdded\t5\n");

    Journey.choose(robot, "history");
    Journey.until(() -> commits(robot).getItems().size() == 3);
    Journey.until(() -> rows(robot).getItems().size() == 1);
    robot.clickOn("#history-search").write("second");
    Journey.until(() -> commits(robot).getItems().size() == 1);
    Journey.until(() -> rows(robot).getItems().size() == 1);
    robot.push(KeyCode.CONTROL, KeyCode.A).write("first"); // another row of the same commit
    Journey.until(() -> shown(robot).equals(List.of(skus.get(0))));
    robot.push(KeyCode.ESCAPE);
    Journey.until(() -> commits(robot).getItems().size() == 3);
    robot.interact(() -> commits(robot).getSelectionModel().select(1));
    Journey.until(() -> rows(robot).getItems().size() == 2);
    robot.interact(() -> rows(robot).getSelectionModel().select(1));
    robot.clickOn(rows(robot)).interact(() -> rows(robot).getSelectionModel().select(1));
    robot.push(KeyCode.SPACE);
    Journey.until(() -> text(robot, "#history-undo").equals("Take back 1 row"));
    robot.clickOn("#history-undo");
    Journey.until(() -> workspace().changes().counts().total() == 1);
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty());

    assertThat(stored("name")).startsWith(names.get(0), "Second").contains("Added");
  }

  @Test
  void picturesOfTheHistory(FxRobot robot) {
    ready();
    List<String> skus = stored("sku");
    commit(robot, newProducts(24));
    commit(
        robot,
        skus.stream()
            .limit(18)
            .map(sku -> sku + "\t" + (9 + sku.hashCode() % 5) + ".95\t" + sku.length() * 7)
            .collect(Collectors.joining("\n", "SKU\tPrice\tQuantity\n", "\n")));
    Journey.choose(robot, "history");
    Journey.until(() -> rows(robot).getItems().size() == 18);
    Journey.pictures(robot, editor, rows(robot).getScene().getWindow(), "history");
    robot.clickOn("#history-close");
  }

  private static String newProducts(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(n -> "N-%03d\tTerra jug no. %d\t%d.50".formatted(n, n, 4 + n))
        .collect(Collectors.joining("\n", "SKU\tName\tPrice\n", "\n"));
  }

  private void ready() {
    Journey.awaitProducts(editor, PRODUCTS);
  }

  private void commit(FxRobot robot, String block) {
    Journey.paste(robot, editor, block);
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty());
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private List<String> stored(String column) {
    return Journey.stored(workspace(), column);
  }

  private static ListView<?> commits(FxRobot robot) {
    return robot.lookup("#history-commits").queryAs(ListView.class);
  }

  private static TableView<?> rows(FxRobot robot) {
    return robot.lookup("#history-rows").queryAs(TableView.class);
  }

  private static List<String> shown(FxRobot robot) {
    return rows(robot).getItems().stream().map(row -> ((HistoryRow) row).product()).toList();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
