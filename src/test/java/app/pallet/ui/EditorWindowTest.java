package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.log.LogLine.Level;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.ui.window.WindowPlacement;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.event.Event;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class EditorWindowTest {
  private static final WindowPlacement SOMEWHERE = new WindowPlacement(40, 30, 1200, 700, false);

  private final UiRobot robot = UiRobot.start();
  private final EditorViewModel editor = robot.onFx(EditorSample::empty);
  private final AtomicBoolean mayClose = new AtomicBoolean(true);
  private final Stage stage = robot.onFx(Stage::new);

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void theWindowIsWhereItWasAndSaysWhereItIs() {
    EditorWindow window = open(SOMEWHERE);
    assertThat(stage.getX()).isEqualTo(40);
    assertThat(stage.getWidth()).isEqualTo(1200);
    robot.runOnFx(() -> stage.setX(60));
    assertThat(robot.onFx(window::placement))
        .isEqualTo(new WindowPlacement(60, 30, 1200, 700, false));
  }

  @Test
  void aWindowOfAScreenThatIsGoneComesBackToThisOne() {
    open(new WindowPlacement(9_000, 9_000, 1200, 700, false));
    assertThat(stage.getX()).isLessThan(1600);
    assertThat(stage.getY()).isLessThan(1200);
  }

  @Test
  void theTitleNamesTheCatalogue() {
    open(SOMEWHERE);
    assertThat(stage.getTitle()).isEqualTo("Pallet");
    robot.runOnFx(() -> editor.catalogueProperty().set("Shop"));
    assertThat(stage.getTitle()).isEqualTo("Shop – Pallet");
  }

  @Test
  void whatMustNotCloseStaysOpen() {
    open(SOMEWHERE);
    mayClose.set(false);
    wishToClose();
    assertThat(stage.isShowing()).isTrue();
    mayClose.set(true);
    wishToClose();
    assertThat(stage.isShowing()).isFalse();
  }

  @Test
  void aLogLineOfAnotherThreadAppearsByItself() {
    open(SOMEWHERE);
    editor.log().inbox().add(Level.INFO, "from the test's thread");
    robot.waitUntil("the line is shown", () -> editor.log().lines().size() == 1);
    assertThat(editor.log().lines().getFirst().text()).isEqualTo("from the test's thread");
  }

  @Test
  void progressMovesByItself() {
    open(SOMEWHERE);
    SampledMonitor monitor = new SampledMonitor();
    robot.runOnFx(() -> editor.progress().follow(new RunningWork("Commit", monitor)));
    monitor.begin("Committing", 4);
    monitor.worked(3);
    robot.waitUntil(
        "progress is sampled", () -> editor.progress().fractionProperty().get() == 0.75);
    assertThat(editor.progress().taskProperty().get()).isEqualTo("Committing");
  }

  private EditorWindow open(WindowPlacement placement) {
    EditorWindow window =
        robot.onFx(() -> {
          Appearance appearance =
              new Appearance(ThemeChoice.LIGHT, new SimpleObjectProperty<>(ColorScheme.LIGHT));
          EditorPane pane = new EditorPane(editor, new RecordedActions(), appearance);
          return new EditorWindow(stage, editor, pane, placement, mayClose::get);
        });
    robot.runOnFx(window::show);
    return window;
  }

  private void wishToClose() {
    robot.runOnFx(
        () -> Event.fireEvent(stage, new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
  }
}
