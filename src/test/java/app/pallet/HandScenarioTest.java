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
 * Pastes, undoes, commits and cancels many rows in the real window and writes down how long each
 * takes. For the figures of the documentation:
 *
 * <pre>mvn test -Dgroups=big -DexcludedGroups= -Dtest=HandScenarioTest
 *     -Dpallet.rows=1000000 -Dpallet.figures=docs/performance</pre>
 */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class HandScenarioTest {

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
  void theTableStaysWhereItIsWhileAFewRowsAreCommitted(FxRobot robot) {
    TableFigures figures = run(robot, 4_000, 2_000);

    assertThat(figures.all())
        .filteredOn(figure -> figure.what().contains("jumped"))
        .singleElement()
        .satisfies(figure -> assertThat(figure.greatest()).isZero());
  }

  @Tag("big")
  @Test
  void manyRowsAreMeasured(FxRobot robot) {
    TableFigures figures = run(robot, Integer.getInteger("pallet.rows", 1_000_000), 100_000);

    figures.write(Path.of(System.getProperty("pallet.figures", "target/performance")));
  }

  @Test
  void aFewCellsAreChangedAndThatIsTakenBack(FxRobot robot) {
    TableFigures figures = change(robot, 4_000, 2_000);

    assertThat(figures.all()).extracting(TableFigures.Figure::what).contains("undo of a fill");
    assertThat(editor.controller().workspace().orElseThrow().changes().isEmpty()).isTrue();
  }

  @Tag("big")
  @Test
  void manyCellsAreMeasured(FxRobot robot) {
    TableFigures figures = change(robot, Integer.getInteger("pallet.rows", 1_000_000), 100_000);

    figures.write(Path.of(System.getProperty("pallet.figures", "target/performance")));
  }

  private TableFigures run(FxRobot robot, int products, int rows) {
    Path file = catalogue("hand", products);
    return new HandScenario(robot, editor, products, rows, "hand")
        .run(() -> editor.controller().open(file));
  }

  private TableFigures change(FxRobot robot, int products, int rows) {
    Path file = catalogue("cells", products);
    return new HandScenario(robot, editor, products, rows, "cells")
        .change(() -> editor.controller().open(file));
  }

  /** A catalogue for one scenario alone: what it commits is in it afterwards. */
  private static Path catalogue(String scenario, int products) {
    Path file = folder.resolve(scenario + products + ".pallet");
    if (Files.notExists(file)) {
      ManyProducts.make(file, products);
    }
    return file;
  }
}
