package app.pallet.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.export.ExportFormat;
import app.pallet.spreadsheet.export.ExportPreset;
import app.pallet.ui.UiRobot;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The export window's contents, by mouse and keys, and pictures of them. */
final class ExportPaneTest {

  private final UiRobot robot = UiRobot.start();
  private final List<String> told = new ArrayList<>();

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  private Stage show(ExportViewModel viewModel, ThemeChoice theme) {
    return robot.show(
        () -> {
          Appearance.ofApplication(theme);
          return new ExportPane(viewModel, () -> told.add("export"), () -> told.add("cancel"));
        },
        860,
        680);
  }

  private ExportViewModel viewModel(Consumer<ExportViewModel> choices) {
    return robot.onFx(() -> {
      ExportViewModel viewModel = ExportSample.viewModel();
      choices.accept(viewModel);
      return viewModel;
    });
  }

  private void picture(Stage stage, String name) {
    Path folder = Path.of(System.getProperty("pallet.screenshots", "target/screenshots"));
    robot.screenshot(stage).save(folder.resolve(name + ".png"));
  }

  @ParameterizedTest
  @EnumSource(
      value = ThemeChoice.class,
      names = {"LIGHT", "DARK"})
  void choicesAndPreviewAreSeenAtOnce(ThemeChoice theme) {
    Stage stage = show(viewModel(choices -> {}), theme);
    picture(stage, theme == ThemeChoice.LIGHT ? "export" : "export-dark");
    assertThat(((TextInputControl) robot.find("#export-preview")).getText())
        .startsWith("sku,name,");
    assertThat(((Labeled) robot.find("#export-pending")).getText())
        .isEqualTo("3 pending changes are not part of it.");
  }

  @Test
  void aWorkbookLeavesTheChoicesOfTextAside() {
    Stage stage =
        show(
            viewModel(choices -> {
              choices.formatProperty().set(ExportFormat.XLSX);
              choices.presetProperty().set(ExportPreset.SHOPIFY);
            }),
            ThemeChoice.LIGHT);
    picture(stage, "export-workbook");
    assertThat(robot.find("#export-separator").isDisabled()).isTrue();
    assertThat(robot.find("#export-preset").isDisabled()).isFalse();
  }

  @Test
  void columnsAreFoundTickedAndLeftOut() {
    ExportViewModel viewModel = viewModel(choices -> {});
    Stage stage = show(viewModel, ThemeChoice.LIGHT);
    robot.click("#export-columns-none");
    picture(stage, "export-nothing");
    assertThat(robot.find("#export-write").isDisabled()).isTrue();
    robot.click("#export-column-search");
    robot.type("price");
    robot.click("#export-columns-all");
    ListView<?> list = (ListView<?>) robot.find("#export-columns");
    assertThat(robot.onFx(() -> list.getItems().size())).isEqualTo(2);
    assertThat(((TextInputControl) robot.find("#export-preview")).getText())
        .startsWith("price,compare_at_price\n12.90,");
  }

  @Test
  void theSpaceBarTicksAColumn() {
    ExportViewModel viewModel = viewModel(choices -> {});
    show(viewModel, ThemeChoice.LIGHT);
    ListView<?> list = (ListView<?>) robot.find("#export-columns");
    robot.runOnFx(() -> {
      list.requestFocus();
      list.getFocusModel().focus(0);
    });
    robot.press(KeyCode.SPACE);
    assertThat(robot.onFx(() -> viewModel.columns().getFirst().chosenProperty().get())).isTrue();
  }

  @Test
  void otherRowsAreChosenAndExported() {
    show(viewModel(choices -> {}), ThemeChoice.LIGHT);
    robot.click("#export-rows-selected");
    assertThat(((Labeled) robot.find("#export-write")).getText()).isEqualTo("Export 3 rows…");
    robot.click("#export-write");
    robot.press(KeyCode.ESCAPE);
    assertThat(told).containsExactly("export", "cancel");
  }

  @Test
  void whatCannotBeChosenIsGrey() {
    ExportViewModel other = robot.onFx(ExportSample::ofOtherColumns);
    Stage stage = show(other, ThemeChoice.DARK);
    robot.runOnFx(() -> other.presetProperty().set(ExportPreset.SHOPIFY));
    picture(stage, "export-no-columns");
    assertThat(robot.find("#export-rows-selected").isDisabled()).isTrue();
    assertThat(robot.find("#export-pending").isVisible()).isFalse();
  }
}
