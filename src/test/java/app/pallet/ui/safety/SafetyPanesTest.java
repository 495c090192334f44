package app.pallet.ui.safety;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.file.Backup;
import app.pallet.ui.UiRobot;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.checks.Safety;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The settings and the list of backups. */
final class SafetyPanesTest {

  private final UiRobot robot = UiRobot.start();
  private final SafetyViewModel viewModel =
      new SafetyViewModel(Safety.DEFAULT, Path.of("/home/ann/.local/share/pallet/backups"));
  private final List<Object> done = new ArrayList<>();

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void settingsCountAtOnce(ThemeChoice theme) {
    Stage stage = settings(theme);
    robot.screenshot(stage).save(Path.of("target/screenshots/settings-" + theme + ".png"));

    type("#price-percent-text", "20");
    type("#deleted-rows-text", "5");
    type("#backups-kept-text", "30");
    type("#history-days-text", "90");
    robot.click("#settings-done");

    assertThat(viewModel.safety())
        .isEqualTo(new Safety(new GuardLimits(20, 30, 100, 5), 30, 90, 256));
    assertThat(done).hasSize(1);
  }

  @Test
  void whatIsNoNumberIsPutBack() {
    settings(ThemeChoice.LIGHT);

    type("#price-percent-text", "abc");
    type("#backups-kept-text", "0");
    robot.click("#settings-done");

    assertThat(viewModel.safety().limits().pricePercent()).isEqualTo(50);
    assertThat(viewModel.safety().backupsKept()).isPositive();
  }

  @Test
  void theDefaultsComeBack() {
    settings(ThemeChoice.LIGHT);
    type("#price-percent-text", "20");

    robot.click("#settings-defaults");

    assertThat(viewModel.safety()).isEqualTo(Safety.DEFAULT);
    assertThat(((TextField) robot.find("#price-percent-text")).getText()).isEqualTo("50");
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void theLatestBackupIsOpenedUnlessAnotherIsChosen(ThemeChoice theme) {
    List<Backup> backups =
        LongStream.of(12, 11, 10)
            .mapToObj(number ->
                new Backup(
                    Path.of("b" + number),
                    number,
                    Instant.parse("2026-03-%dT08:02:00Z".formatted(number)),
                    number * 1_234_567))
            .toList();
    Stage stage = backups(theme, backups);
    robot.screenshot(stage).save(Path.of("target/screenshots/backups-" + theme + ".png"));

    robot.click("#backup-open");

    assertThat(done).containsExactly("closed", backups.getFirst());
  }

  @Test
  void withoutBackupsThereIsNothingToOpen() {
    backups(ThemeChoice.LIGHT, List.of());

    assertThat(robot.find("#backup-open").isDisabled()).isTrue();
    robot.press(KeyCode.ESCAPE);
    assertThat(done).containsExactly("closed");
  }

  private Stage settings(ThemeChoice theme) {
    return robot.show(
        () -> {
          Appearance.ofApplication(theme);
          return new SettingsPane(viewModel, () -> done.add("closed"));
        },
        640,
        580);
  }

  private Stage backups(ThemeChoice theme, List<Backup> backups) {
    return robot.show(
        () -> {
          Appearance.ofApplication(theme);
          return new BackupsPane(backups, done::add, () -> done.add("closed"));
        },
        520,
        420);
  }

  private void type(String field, String typed) {
    robot.click(field);
    TextField text = (TextField) robot.find(field);
    robot.runOnFx(text::selectAll);
    robot.type(typed);
  }
}
