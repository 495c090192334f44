package app.pallet.ui.log;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.log.LogLine.Level;
import java.time.Clock;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LogPaneTest {

  private static final int LINES = 2_000;

  private final UiRobot robot = UiRobot.start();

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void ofAllSelectedLinesAScreenReaderIsToldOfThoseOnTheScreen() {
    LogInbox inbox = new LogInbox(Clock.systemUTC(), LINES);
    LogViewModel log = new LogViewModel(inbox, LINES);
    for (int i = 1; i <= LINES; i++) {
      inbox.add(Level.INFO, "Batch " + i);
    }
    robot.show(() -> new LogPane(log, text -> {}), 600, 300);
    robot.runOnFx(log::fetch);
    ListView<?> list = (ListView<?>) robot.find("#log-list");
    robot.runOnFx(() -> list.getSelectionModel().selectAll());

    List<?> told =
        robot.onFx(
            () -> (List<?>) list.queryAccessibleAttribute(AccessibleAttribute.SELECTED_ITEMS));

    assertThat(told).hasSizeBetween(5, 20);
    assertThat(told).allSatisfy(line -> assertThat(((ListCell<?>) line).isSelected()).isTrue());
  }
}
