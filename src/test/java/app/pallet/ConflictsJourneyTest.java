package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.draft.DraftFolder;
import app.pallet.rows.RowQuery;
import app.pallet.ui.Screenshot;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.control.ComboBox;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

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
    editor =
        Editor.over(
            shown,
            Settings.DEFAULT.askingNothing(),
            (file, monitor) -> ExampleCatalogue.create(file, PRODUCTS, monitor),
            new DraftFolder(folder.resolve("drafts")),
            folder.resolve("pallet.log"));
    editor.window().show();
    editor.controller().open(folder.resolve(System.nanoTime() + "/shop.pallet"));
  }

  @AfterEach
  void close(FxRobot robot) {
    robot.interact(() -> {
      editor.close();
      stage.hide();
    });
  }

  @Test
  void aThirdValueTheirsAndMineAreKeptAsTheUserSays(FxRobot robot) throws SQLException {
    ready();
    List<String> skus = stored("sku");
    edit(
        robot,
        "SKU\tName\n%s\tMine 1\n%s\tMine 2\n%s\tMine 3\n"
            .formatted(skus.get(0), skus.get(1), skus.get(2)));
    behindTheBack("UPDATE product SET name = 'Theirs', version = version + 1 WHERE id <= 3");
    robot.clickOn("#commit");
    until(() -> workspace().changes().problemCount() == 3);
    robot.clickOn("#problems-tab").clickOn("#resolve-conflicts");
    until(() -> choices(robot).size() == 3);
    pictures(robot);
    robot.interact(() -> choices(robot).get(0).getEditor().setText("A third"));
    robot.interact(() -> choices(robot).get(1).setValue("Theirs"));
    robot.clickOn("#conflicts-apply");
    until(() -> workspace().changes().counts().total() == 2);
    robot.clickOn("#commit");
    until(() -> workspace().changes().isEmpty());

    assertThat(stored("name")).startsWith("A third", "Theirs", "Mine 3");
  }

  private void pictures(FxRobot robot) {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      robot.interact(() -> editor.appearance().choiceProperty().set(theme));
      WaitForAsyncUtils.waitForFxEvents();
      String name = theme == ThemeChoice.LIGHT ? "conflicts.png" : "conflicts-dark.png";
      Path file = Path.of(System.getProperty("pallet.screenshots", "target/screenshots"), name);
      WaitForAsyncUtils.waitForAsyncFx(
              5_000,
              () ->
                  Screenshot.of((Stage) robot.lookup("#conflicts").query().getScene().getWindow()))
          .save(file);
      assertThat(file).isNotEmptyFile();
    }
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
    until(() ->
        editor.controller().workspace().isPresent()
            && workspace().view().size() == PRODUCTS
            && workspace().view().rowAt(0).isPresent());
  }

  private void edit(FxRobot robot, String block) {
    robot.interact(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, block)));
    robot.interact(() -> editor.controller().paste());
    until(() -> workspace().changes().counts().total() == block.lines().count() - 1);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private List<String> stored(String column) {
    var wanted = workspace().schema().require(column);
    List<String> values = new ArrayList<>();
    workspace()
        .reader()
        .forEach(RowQuery.ALL, row -> values.add(String.valueOf(row.values().get(wanted))));
    return values;
  }

  /** Waits until something has come true on the FX thread. */
  private static void until(BooleanSupplier condition) {
    try {
      WaitForAsyncUtils.waitFor(
          60,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(10_000, condition::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("It did not come true within a minute", e);
    }
    WaitForAsyncUtils.waitForFxEvents();
  }
}
