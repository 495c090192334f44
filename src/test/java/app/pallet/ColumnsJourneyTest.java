package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.tables.TablePlace;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Choosing the columns of the table in the real window, by keys. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class ColumnsJourneyTest {

  private static final int PRODUCTS = 200;

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
  void columnsAreChosenByKeysAndRemembered(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    Journey.until(
        () -> robot.lookup("#column-search").tryQuery().map(Node::isFocused).orElse(false));
    robot.write("created").push(KeyCode.DOWN).push(KeyCode.SPACE).push(KeyCode.ALT, KeyCode.HOME);
    robot.clickOn("#column-search-clear");
    Journey.pictures(robot, editor, stage, "columns");
    robot.push(KeyCode.ESCAPE);

    List<ColumnLayout> chosen = editor.controller().columnLayout();
    assertThat(chosen)
        .filteredOn(ColumnLayout::visible)
        .extracting(ColumnLayout::name)
        .startsWith("created");
    assertThat(robot.lookup("#product-grid").queryAs(ProductTable.class).columnLayout())
        .isEqualTo(chosen);
    Journey.until(() -> robot.lookup("#column-chooser").tryQuery().isEmpty());
  }

  @Test
  void rowsAreAsHighAsTheUserLikesThemAndStaySoForTheCatalogue(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    ProductTable table = Journey.table(robot);
    robot.interact(() -> table.select(2, 2, List.of()));
    robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DIGIT3);
    Journey.pictures(robot, editor, stage, "rows-tall");
    assertThat(table.lookup(".row-header").getLayoutBounds().getHeight()).isEqualTo(40);
    Journey.until(() -> robot.lookup(".grid-cell").match(isInTwoLines()).tryQuery().isPresent());
    robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DIGIT1);
    Journey.pictures(robot, editor, stage, "rows-compact");
    assertThat(table.lookup(".row-header").getLayoutBounds().getHeight()).isEqualTo(24);

    Path file = editor.controller().workspace().orElseThrow().database().file();
    robot.interact(() -> editor.controller().openRecent(TablePlace.of(file)));
    Journey.until(() -> Journey.table(robot) != table);
    assertThat(Journey.table(robot).rowHeightProperty().get()).isEqualTo(RowHeight.COMPACT);
  }

  private static Predicate<Node> isInTwoLines() {
    return node ->
        node.lookup(".text") instanceof Text text && text.getLayoutBounds().getHeight() > 24;
  }

  @Test
  void seventyColumnsWithLongNamesCanBeGoneThrough(FxRobot robot) {
    Journey.awaitProducts(editor, PRODUCTS);
    Workspace first = editor.controller().workspace().orElseThrow();
    Path file = first.database().file();
    List<Column> more =
        IntStream.range(0, 70 - first.schema().columns().size())
            .mapToObj(i ->
                Column.builder("extra_" + i, ColumnType.TEXT)
                    .label(
                        "Remark of the supplier number %d, as the wholesaler has it".formatted(i))
                    .build())
            .toList();
    robot.interact(() -> first.addColumns(more, () -> editor.controller().open(file)));
    Journey.until(() ->
        editor
            .controller()
            .workspace()
            .filter(open -> open.schema().columns().size() == 70)
            .isPresent());
    Journey.awaitProducts(editor, PRODUCTS);

    Journey.choose(robot, "columns");
    Journey.until(
        () -> robot.lookup("#column-search").tryQuery().map(Node::isFocused).orElse(false));
    robot.push(KeyCode.DOWN).push(KeyCode.END);
    Journey.pictures(robot, editor, stage, "columns-many");
    assertThat(robot.lookup("#show-extra_46").tryQuery()).isPresent();
    robot.clickOn("#columns-none");
    assertThat(editor.controller().columnLayout()).filteredOn(ColumnLayout::visible).hasSize(1);
  }
}
