package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The cursor and the selection stay on their products, whatever becomes of the rows' places. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class CursorJourneyTest {

  private static final int PRODUCTS = 300;

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
  void afterACommitInASortedViewTheNextPriceGoesToTheSameProduct(FxRobot robot) {
    ready();
    sort(robot, "price");
    select(robot, 5, 5, "price");
    String sku = sku(5);
    robot.write("9999").push(KeyCode.ENTER).push(KeyCode.UP);
    commit(robot);
    assertThat(sku(PRODUCTS - 1)).isEqualTo(sku);
    assertThat(selected(robot)).isEqualTo(List.of(PRODUCTS - 1));

    robot.write("8888").push(KeyCode.ENTER);
    assertThat(pending()).isEqualTo(List.of(sku));
  }

  @Test
  void severalSelectedRowsAreFollowedThroughASortAndBack(FxRobot robot) {
    ready();
    select(robot, 10, 14, "price");
    List<String> skus = selectedSkus(robot);
    sort(robot, "name");
    assertThat(selectedSkus(robot)).containsExactlyInAnyOrderElementsOf(skus);
    assertThat(selected(robot)).isNotEqualTo(List.of(10, 11, 12, 13, 14));
    robot.interact(() -> Journey.table(robot).sort(Optional.empty()));
    settled();
    assertThat(selected(robot)).isEqualTo(List.of(10, 11, 12, 13, 14));
  }

  @Test
  void whatIsTypedAfterTheRowHasLeftTheViewGoesToNoOtherRow(FxRobot robot) {
    ready();
    select(robot, 3, 3, "name");
    String neighbour = sku(4);
    robot.interact(() -> editor.viewModel().searchProperty().set(sku(4)));
    settled();
    assertThat(workspace().view().size()).isEqualTo(1);
    robot.interact(() -> Journey.table(robot).focusCells());
    robot.write("Lost").push(KeyCode.DELETE);
    robot.push(KeyCode.CONTROL, KeyCode.D).push(KeyCode.CONTROL, KeyCode.MINUS);
    assertThat(pending()).isEmpty();
    assertThat(robot.lookup("#cell-editor").tryQuery()).isEmpty();
    assertThat(robot.lookup("#notice-text").queryLabeled().getText()).contains(neighbour);
    assertThat(Journey.told(editor)).anySatisfy(told -> assertThat(told).contains(neighbour));

    robot.push(KeyCode.HOME).push(KeyCode.RIGHT).write("Meant").push(KeyCode.ENTER);
    assertThat(pending()).isEqualTo(List.of(neighbour));
  }

  @Test
  void aRowThatComesBackIsSelectedAgain(FxRobot robot) {
    ready();
    select(robot, 30, 32, "name");
    robot.interact(() -> editor.viewModel().searchProperty().set(sku(4)));
    settled();
    robot.interact(() -> editor.viewModel().searchProperty().set("nothing has this"));
    settled();
    robot.interact(() -> editor.viewModel().searchProperty().set(""));
    settled();
    assertThat(selected(robot)).isEqualTo(List.of(30, 31, 32));
  }

  @Test
  void anAddedRowIsFollowedToThePlaceItHasOnceItIsStored(FxRobot robot) {
    ready();
    sort(robot, "sku");
    Journey.paste(robot, editor, "SKU\tName\tPrice\nAAA-1\tFirst\t2\nAAA-2\tSecond\t3\n");
    select(robot, PRODUCTS + 1, PRODUCTS + 1, "price");
    commit(robot);
    assertThat(sku(1)).isEqualTo("AAA-2");
    assertThat(selected(robot)).isEqualTo(List.of(1));
    robot.interact(() -> Journey.table(robot).focusCells());
    robot.write("77").push(KeyCode.ENTER);
    assertThat(pending()).isEqualTo(List.of("AAA-2"));
  }

  @Test
  void anOpenEditorGoesAlongWithItsRow(FxRobot robot) {
    ready();
    select(robot, 2, 2, "name");
    String sku = sku(2);
    robot.write("Half ");
    robot.interact(() -> workspace().show(workspace().query().sortedBy(order("price"))));
    settled();
    robot.write("and half").push(KeyCode.ENTER);
    assertThat(pending()).isEqualTo(List.of(sku));
    assertThat(workspace().changes().changes().iterator().next().after().get(column("name")))
        .isEqualTo("Half and half");
  }

  @Test
  void anUndoneRowAboveTheCursorDoesNotMoveItToAnotherRow(FxRobot robot) {
    ready();
    Journey.paste(robot, editor, "SKU\tName\tPrice\nAAA-1\tFirst\t2\nAAA-2\tSecond\t3\n");
    Journey.copy(robot, "");
    select(robot, PRODUCTS, PRODUCTS, "price");
    robot.push(KeyCode.CONTROL, KeyCode.MINUS);
    Journey.until(() -> workspace().view().size() == PRODUCTS + 1);
    select(robot, PRODUCTS, PRODUCTS, "price");
    robot.interact(() -> editor.controller().workspace().orElseThrow().changes().undo());
    Journey.until(() -> workspace().view().size() == PRODUCTS + 2);
    assertThat(selectedSkus(robot)).isEqualTo(List.of("AAA-2"));
  }

  @Test
  void theTableHasTheFocusOnceTheCatalogueIsOpen(FxRobot robot) {
    ready();
    String sku = sku(0);
    robot.push(KeyCode.END).push(KeyCode.HOME).push(KeyCode.RIGHT).write("Typed").push(KeyCode.TAB);
    assertThat(pending()).isEqualTo(List.of(sku));
  }

  @Test
  void theBeginningIsShownAfterTheEndWithTheLogFolded(FxRobot robot) {
    ready();
    robot.interact(() -> {
      ProductTable table = Journey.table(robot);
      List<ColumnLayout> layout = table.columnLayout();
      table.setColumnLayout(
          IntStream.range(0, layout.size())
              .mapToObj(i -> new ColumnLayout(layout.get(i).name(), layout.get(i).width(), i < 8))
              .toList());
    });
    robot.push(KeyCode.CONTROL, KeyCode.J);
    robot.push(KeyCode.CONTROL, KeyCode.END).push(KeyCode.CONTROL, KeyCode.HOME);
    assertThat(Journey.cell(robot, sku(0)).isVisible()).isTrue();
    robot.push(KeyCode.CONTROL, KeyCode.END).push(KeyCode.CONTROL, KeyCode.J);
    robot.push(KeyCode.CONTROL, KeyCode.HOME);
    assertThat(Journey.cell(robot, sku(0)).isVisible()).isTrue();
  }

  @Test
  void keysWithOneModifierMoreAreOtherKeys(FxRobot robot) {
    ready();
    select(robot, 2, 3, "name");
    Journey.copy(robot, "Pasted");
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.X);
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.V);
    robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.D);
    robot.push(KeyCode.ESCAPE); // AltGr may have written letters
    assertThat(pending()).isEmpty();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    Journey.until(() -> workspace().changes().counts().adds() == 2);
    assertThat(workspace().changes().counts().edits()).isZero();
  }

  @Test
  void controlAndEnterCommitsNothing(FxRobot robot) {
    ready();
    select(robot, 2, 2, "name");
    robot.write("Typed").push(KeyCode.ENTER).push(KeyCode.CONTROL, KeyCode.ENTER);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(workspace().isCommitting()).isFalse();
    assertThat(pending()).hasSize(1);
  }

  @Test
  void undoSaysWhatItTookBackAndGoesThere(FxRobot robot) {
    ready();
    select(robot, 2, 2, "name");
    robot.write("Typed").push(KeyCode.ENTER);
    select(robot, 250, 250, "price");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(pending()).isEmpty();
    assertThat(selected(robot)).isEqualTo(List.of(2));
    assertThat(Journey.cell(robot, sku(2)).isVisible()).isTrue();
    assertThat(Journey.told(editor))
        .anySatisfy(text -> assertThat(text).startsWith("Undid: name of 1 row"));
    select(robot, 250, 250, "price");
    robot.push(KeyCode.CONTROL, KeyCode.Y);
    assertThat(selected(robot)).isEqualTo(List.of(2));
    assertThat(Journey.told(editor))
        .anySatisfy(text -> assertThat(text).startsWith("Did again: name of 1 row"));
  }

  @Test
  void aRevertedRowIsOfferedBack(FxRobot robot) {
    ready();
    select(robot, 2, 2, "name");
    robot.write("Typed").push(KeyCode.ENTER);
    assertThat(pending()).hasSize(1);
    robot.interact(
        () -> editor.controller().revert(workspace().changes().changes().iterator().next().key()));
    assertThat(pending()).isEmpty();
    robot.clickOn("#notice-action");
    assertThat(pending()).isEqualTo(List.of(sku(2)));
  }

  @Test
  void allThatWasRevertedIsOfferedBackExceptWhereSomethingElseIsPendingSince(FxRobot robot) {
    ready();
    select(robot, 2, 4, "name");
    robot.write("Typed").push(KeyCode.CONTROL, KeyCode.ENTER); // fills all three
    List<String> skus = List.of(sku(2), sku(3), sku(4));
    assertThat(pending()).isEqualTo(skus);
    robot.clickOn("#changes-tab").clickOn("#revert-all");
    assertThat(pending()).isEmpty();
    assertThat(Journey.told(editor))
        .anySatisfy(text -> assertThat(text).startsWith("3 rows are as in the database again"));

    select(robot, 3, 3, "name");
    robot.write("Since then").push(KeyCode.ENTER);
    robot.clickOn("#notice-action");
    assertThat(pending()).containsExactlyInAnyOrderElementsOf(skus);
    assertThat(names(2, 3, 4)).containsExactly("Typed", "Since then", "Typed");
    robot.push(KeyCode.CONTROL, KeyCode.Z);
    assertThat(pending()).isEqualTo(List.of(skus.get(1)));
  }

  private List<String> names(int... rows) {
    return IntStream.of(rows).mapToObj(row -> Journey.name(workspace(), row)).toList();
  }

  private void ready() {
    Journey.awaitProducts(editor, PRODUCTS);
    settled();
  }

  private void settled() {
    Journey.until(() -> {
      boolean isRead = !workspace().view().isCounting();
      for (int row = 0; isRead && row < workspace().view().size(); row++) {
        isRead = workspace().view().rowAt(row).isPresent();
      }
      return isRead;
    });
  }

  private void sort(FxRobot robot, String column) {
    robot.interact(() -> Journey.table(robot).sort(order(column)));
    settled();
  }

  private Optional<SortOrder> order(String column) {
    return Optional.of(new SortOrder(column(column), SortOrder.Direction.ASCENDING));
  }

  private void select(FxRobot robot, int first, int last, String column) {
    robot.interact(() -> {
      ProductTable table = Journey.table(robot);
      table.select(first, last, List.of(column(column)));
      table.focusCells();
    });
  }

  private void commit(FxRobot robot) {
    robot.push(KeyCode.CONTROL, KeyCode.S);
    Journey.until(() -> workspace().changes().isEmpty() && !workspace().isCommitting());
    settled();
  }

  private List<Integer> selected(FxRobot robot) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            Journey.table(robot).selection().ranges().stream()
                .flatMap(range -> IntStream.rangeClosed(range.firstRow(), range.lastRow()).boxed())
                .toList());
  }

  private List<String> selectedSkus(FxRobot robot) {
    return selected(robot).stream().map(this::sku).toList();
  }

  private List<String> pending() {
    WaitForAsyncUtils.waitForFxEvents();
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000,
        () ->
            workspace().changes().changes().stream()
                .map(change -> workspace().view().rowOf(change.key()).orElseThrow())
                .map(row -> row.text(column("sku")))
                .toList());
  }

  private String sku(int row) {
    return WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> workspace().view().rowAt(row).orElseThrow().text(column("sku")));
  }

  private Column column(String name) {
    return workspace().schema().require(name);
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }
}
