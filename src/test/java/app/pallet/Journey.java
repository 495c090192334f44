package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.draft.DraftFolder;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.Column;
import app.pallet.ui.CatalogueOpener;
import app.pallet.ui.Screenshot;
import app.pallet.ui.log.LogLine;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** What every journey through the real window begins, waits and looks with. Test's thread. */
final class Journey {

  private Journey() {}

  /** Shows an editor that opens an example catalogue of its own; FX thread. */
  static Editor begin(Stage stage, Settings settings, int products, Path folder) {
    Editor editor =
        show(
            stage,
            settings,
            (file, monitor) -> ExampleCatalogue.create(file, products, monitor),
            folder);
    editor.controller().open(folder.resolve(System.nanoTime() + "/shop.pallet"));
    return editor;
  }

  /** Shows an editor that has no catalogue yet; FX thread. */
  static Editor show(Stage stage, Settings settings, CatalogueOpener opener, Path folder) {
    Editor editor =
        Editor.over(
            stage,
            settings,
            opener,
            new DraftFolder(folder.resolve("drafts")),
            folder.resolve("pallet.log"));
    editor.window().show();
    return editor;
  }

  /** The table of products. */
  static ProductTable table(FxRobot robot) {
    return robot.lookup("#product-grid").queryAs(ProductTable.class);
  }

  /** Waits until the products are there to be seen. */
  static void awaitProducts(Editor editor, int products) {
    until(() ->
        editor
            .controller()
            .workspace()
            .filter(open -> open.view().size() == products && open.view().rowAt(0).isPresent())
            .isPresent());
  }

  /** Closes the editor with all its windows, and waits until all is closed. */
  static void end(FxRobot robot, Editor editor, Stage stage) {
    AtomicBoolean closed = new AtomicBoolean();
    robot.interact(() -> {
      Window.getWindows().stream().filter(w -> w != stage).toList().forEach(Window::hide);
      editor.close(() -> closed.set(true));
      stage.hide();
    });
    until(closed::get);
  }

  /** One column of all rows that the database holds. */
  static List<String> stored(Workspace workspace, String column) {
    Column wanted = workspace.schema().require(column);
    List<String> values = new ArrayList<>();
    workspace
        .reader()
        .forEach(RowQuery.ALL, row -> values.add(String.valueOf(row.values().get(wanted))));
    return values;
  }

  /** The name of the product in a row of the view. */
  static String name(Workspace workspace, int row) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> workspace.view().rowAt(row).orElseThrow().text(workspace.schema().require("name")));
  }

  /** Chooses a command in the menu bar. */
  static void choose(FxRobot robot, String command) {
    robot.clickOn("#" + item(robot, command).getParentMenu().getId()).clickOn("#menu-" + command);
  }

  /** Whether the menu bar lets a command be chosen. */
  static boolean offers(FxRobot robot, String command) {
    return !item(robot, command).isDisable();
  }

  private static MenuItem item(FxRobot robot, String command) {
    return robot.lookup("#main-menu").queryAs(MenuBar.class).getMenus().stream()
        .flatMap(menu -> menu.getItems().stream())
        .filter(item -> ("menu-" + command).equals(item.getId()))
        .findFirst()
        .orElseThrow();
  }

  /** What the user was told, the oldest first: all of it can be read again in the log. */
  static List<String> told(Editor editor) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () -> {
          editor.viewModel().log().fetch();
          return editor.viewModel().log().lines().stream().map(LogLine::text).toList();
        });
  }

  /** Puts a text on the clipboard. */
  static void copy(FxRobot robot, String text) {
    robot.interact(
        () -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text)));
  }

  /** Pastes a block with headings, and waits until it is pending and nothing else. */
  static void paste(FxRobot robot, Editor editor, String block) {
    copy(robot, block);
    robot.interact(() -> editor.controller().paste());
    until(() ->
        editor.controller().workspace().orElseThrow().changes().counts().total()
            == block.lines().count() - 1);
  }

  /** The cell of the table that shows a text. */
  static TableCell<?, ?> cell(FxRobot robot, String text) {
    return robot
        .lookup(node -> node instanceof TableCell<?, ?> cell && text.equals(cell.getText()))
        .query();
  }

  /**
   * Saves what a window looks like in the dark and in the light: for the README and the user guide
   * with {@code -Dpallet.screenshots=assets/screenshots}.
   *
   * @param name of the picture in the light, without its ending
   */
  static void pictures(FxRobot robot, Editor editor, Window window, String name) {
    for (ThemeChoice theme : List.of(ThemeChoice.DARK, ThemeChoice.LIGHT)) {
      robot.interact(() -> editor.appearance().choiceProperty().set(theme));
      WaitForAsyncUtils.waitForFxEvents();
      String suffix = theme == ThemeChoice.LIGHT ? ".png" : "-dark.png";
      Path folder = Path.of(System.getProperty("pallet.screenshots", "target/screenshots"));
      Path file = folder.resolve(name + suffix);
      WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Screenshot.of(window)).save(file);
      assertThat(file).isNotEmptyFile();
    }
  }

  /** Waits until something has come true on the FX thread. */
  static void until(BooleanSupplier condition) {
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
