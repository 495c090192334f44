package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/**
 * Jumps, scrolls, searches, sorts and selects in the real window and writes down how long each
 * takes. For the figures of the documentation, in a catalogue made for it or in {@code
 * -Dpallet.catalogue}:
 *
 * <pre>mvn test -Dgroups=big -DexcludedGroups= -Dtest=TableScenarioTest
 *     -Dpallet.rows=1000000 -Dpallet.figures=docs/performance</pre>
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class TableScenarioTest {

  private static final int COLUMNS = 70;

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor =
        Journey.show(
            stage,
            Settings.DEFAULT.askingNothing(),
            (file, monitor) -> CatalogueDatabase.open(file, ConnectionSettings.DEFAULT),
            folder);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void twentyThousandRowsAreUsedAsAMillionWouldBe(FxRobot robot) {
    TableFigures figures = run(robot, 20_000);

    assertThat(figures.all()).hasSizeGreaterThan(15);
    assertThat(figures.all()).allSatisfy(figure -> assertThat(figure.greatest()).isPositive());
  }

  @Tag("big")
  @Test
  void manyRowsAreMeasured(FxRobot robot) {
    TableFigures figures = run(robot, Integer.getInteger("pallet.rows", 1_000_000));

    figures.write(Path.of(System.getProperty("pallet.figures", "target/performance")));
  }

  @Test
  void manyColumnsAreGoneThrough(FxRobot robot) {
    TableFigures figures = goSideways(robot, 500);

    assertThat(figures.all()).hasSize(4);
    assertThat(figures.all()).allSatisfy(figure -> assertThat(figure.greatest()).isPositive());
  }

  @Tag("big")
  @Test
  void manyColumnsAreMeasured(FxRobot robot) {
    TableFigures figures = goSideways(robot, 100_000);

    figures.write(Path.of(System.getProperty("pallet.figures", "target/performance")));
  }

  private TableFigures goSideways(FxRobot robot, int rows) {
    Path file = folder.resolve(rows + "-wide.pallet");
    ManyProducts.make(file, rows, COLUMNS);
    return new TableScenario(robot, editor, rows).goSideways(() -> editor.controller().open(file));
  }

  private TableFigures run(FxRobot robot, int rows) {
    Path file =
        Path.of(
            System.getProperty("pallet.catalogue", folder.resolve(rows + ".pallet").toString()));
    if (Files.notExists(file)) {
      ManyProducts.make(file, rows);
    }
    return new TableScenario(robot, editor, rows).run(() -> editor.controller().open(file));
  }
}
