package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Saying how conflicts with somebody else shall end, in the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class ConflictsJourneyTest {

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
  void aThirdValueTheirsAndMineAreKeptAsTheUserSays(FxRobot robot) throws SQLException {
    ready();
    List<String> skus = stored("sku");
    Journey.paste(
        robot,
        editor,
        "SKU\tName\n%s\tMine 1\n%s\tMine 2\n%s\tMine 3\n"
            .formatted(skus.get(0), skus.get(1), skus.get(2)));
    behindTheBack("UPDATE product SET name = 'Theirs', version = version + 1 WHERE id <= 3");
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().problemCount() == 3);
    robot.clickOn("#problems-tab").clickOn("#resolve-conflicts");
    Journey.until(() -> choices(robot).size() == 3);
    Window window = robot.lookup("#conflicts").query().getScene().getWindow();
    Journey.pictures(robot, editor, window, "conflicts");
    robot.interact(() -> choices(robot).get(0).getEditor().setText("A third"));
    robot.interact(() -> choices(robot).get(1).setValue("Theirs"));
    robot.clickOn("#conflicts-apply");
    Journey.until(() -> workspace().changes().counts().total() == 2);
    robot.clickOn("#commit");
    Journey.until(() -> workspace().changes().isEmpty());

    assertThat(stored("name")).startsWith("A third", "Theirs", "Mine 3");
  }

  private static List<ComboBox<String>> choices(FxRobot robot) {
    return robot.lookup("#conflicts .combo-box").<ComboBox<String>>queryAll().stream()
        .sorted(Comparator.comparingDouble(box -> box.localToScreen(0, 0).getY()))
        .toList();
  }

  private void behindTheBack(String sql) throws SQLException {
    try (Connection connection = workspace().database().writer().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void ready() {
    Journey.awaitProducts(editor, PRODUCTS);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private List<String> stored(String column) {
    return Journey.stored(workspace(), column);
  }
}
