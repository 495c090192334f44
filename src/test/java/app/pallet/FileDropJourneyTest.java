package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.glass.ui.headless.DraggedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Files that are dragged from a file manager over the real window. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class FileDropJourneyTest {

  private static final int PRODUCTS = 50;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;
  private ImportHandle window;
  private Path prices;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor = Journey.begin(shown, Settings.DEFAULT.askingNothing(), PRODUCTS, folder);
  }

  @BeforeEach
  void ready(FxRobot robot) throws IOException {
    window = new ImportHandle(robot);
    prices = Files.writeString(folder.resolve("prices.csv"), "SKU,Name,Price\nDROP-1,Jug,12.50\n");
    Journey.awaitProducts(editor, PRODUCTS);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void aTableIsWelcomedWhileItIsOverTheWindowAndShownInTheImportWindowOnceDropped(FxRobot robot) {
    boolean isWelcome =
        drag(
            List.of(prices),
            files -> files.moveTo(middle().getX(), middle().getY()) && hint(robot).isVisible());
    assertThat(isWelcome).isTrue();
    assertThat(hint(robot).isVisible()).isFalse();
    assertThat(window.find("#import-pane")).isEmpty();

    boolean isTaken =
        drag(List.of(prices), files -> files.dropAt(middle().getX(), middle().getY()));
    assertThat(isTaken).isTrue();
    window.settled();
    assertThat(hint(robot).isVisible()).isFalse();
    assertThat(window.counts()).containsExactly(1, 0, 0, 0);
    window.take("Take 1 change");
    Journey.until(
        () -> editor.controller().workspace().orElseThrow().changes().counts().adds() == 1);
  }

  @Test
  void whatIsNoTableIsRefused(FxRobot robot) throws IOException {
    Path picture = Files.writeString(folder.resolve("photo.jpg"), "no table");

    assertThat(drag(List.of(picture), files -> files.dropAt(middle().getX(), middle().getY())))
        .isFalse();
    assertThat(hint(robot).isVisible()).isFalse();
    assertThat(window.find("#import-pane")).isEmpty();
  }

  @Test
  void ofSeveralTablesTheFirstIsShownAndTheUserIsTold(FxRobot robot) throws IOException {
    Path other = Files.writeString(folder.resolve("stock.csv"), "SKU,Quantity\nDROP-2,3\n");

    assertThat(
            drag(List.of(prices, other), files -> files.dropAt(middle().getX(), middle().getY())))
        .isTrue();
    assertThat(Journey.told(editor))
        .contains("One file at a time. This is prices.csv; drop the others after it.");
    window.settled();
    assertThat(window.counts()).containsExactly(1, 0, 0, 0);
    robot.push(KeyCode.ESCAPE);
    Journey.until(() -> window.find("#import-pane").isEmpty());
  }

  /** Drags files over the window and away again, unless they are dropped. */
  private static boolean drag(List<Path> files, Predicate<DraggedFiles> how) {
    boolean answer =
        WaitForAsyncUtils.waitForAsyncFx(
            5_000,
            () -> {
              try (DraggedFiles dragged = new DraggedFiles(files)) {
                return how.test(dragged);
              }
            });
    WaitForAsyncUtils.waitForFxEvents();
    return answer;
  }

  private Point2D middle() {
    return new Point2D(stage.getX() + stage.getWidth() / 2, stage.getY() + stage.getHeight() / 2);
  }

  private static Node hint(FxRobot robot) {
    return robot.lookup(".drop-hint").query();
  }
}
