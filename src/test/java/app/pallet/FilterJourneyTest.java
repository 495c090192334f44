package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowKey;
import app.pallet.rows.query.Condition;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.SortOrder;
import app.pallet.schema.Column;
import app.pallet.ui.filter.RowLimit;
import app.pallet.ui.filter.SavedViews;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.workspace.Workspace;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Filtering in the real window, by mouse and keys, against a real catalogue file. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class FilterJourneyTest {

  private static final int PRODUCTS = 2_000;

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
  void rowsAreFilteredByTypedAndTickedValuesUntilAllIsCleared(FxRobot robot) {
    ready();
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
    choose(robot, "#filter-column", "Name");
    choose(robot, "#filter-operator", "contains");
    robot.clickOn("#filter-value").write("ESPRESSO").push(KeyCode.ENTER);
    Journey.until(() -> size() < PRODUCTS);
    assertThat(text(robot, "#filter-chip-0")).isEqualTo("Name contains ESPRESSO");
    int found = size();
    assertThat(found).isPositive();
    assertThat(text(robot, "#status-rows")).startsWith(found + " of 2,000");

    robot.clickOn("#strip-add-filter");
    choose(robot, "#filter-column", "Brand");
    choose(robot, "#filter-operator", "is one of");
    Journey.until(() -> robot.lookup(".counted-value .check-box").tryQuery().isPresent());
    Journey.pictures(
        robot, editor, robot.lookup("#filter-values").query().getScene().getWindow(), "filter-box");
    CheckBox first = robot.lookup(".counted-value .check-box").query();
    String brand = first.getText();
    robot.clickOn(first).clickOn("#filter-apply");
    Journey.until(() -> size() < found);
    assertThat(text(robot, "#filter-chip-1")).isEqualTo("Brand is " + brand);
    int both = size();

    robot.clickOn("#filter-join-1");
    Journey.until(() -> size() > found);
    robot.clickOn("#filter-join-1");
    Journey.until(() -> size() == both);
    Journey.pictures(robot, editor, stage, "filter");

    robot.clickOn("#filter-chip-0-remove");
    Journey.until(() -> size() > found);
    robot.clickOn("#filter-clear");
    Journey.until(() -> size() == PRODUCTS);
    assertThat(robot.lookup("#filter-strip").query().isVisible()).isFalse();
  }

  @Test
  void aConditionIsChangedAtItsChipAndABadValueIsToldInTheBox(FxRobot robot) {
    ready();
    robot.interact(() ->
        editor
            .viewModel()
            .filter()
            .add(
                Condition.of(
                    workspace().schema().require("quantity"), Operator.BETWEEN, 10L, 20L)));
    Journey.until(() -> size() < PRODUCTS);
    robot.clickOn("#filter-chip-0").clickOn("#filter-value-to");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("many").push(KeyCode.ENTER);
    assertThat(text(robot, "#filter-problem")).contains("whole number");
    robot.clickOn("#filter-value-to").push(KeyCode.CONTROL, KeyCode.A);
    robot.write("1000000").push(KeyCode.ENTER);
    assertThat(text(robot, "#filter-chip-0")).isEqualTo("Quantity between 10 and 1000000");

    robot.interact(() -> robot.lookup("#filter-chip-0").query().requestFocus());
    robot.push(KeyCode.DELETE);
    Journey.until(() -> size() == PRODUCTS);
  }

  @Test
  void cellAndHeaderOfferAFilterAndASelectionCanBeLookedAtAlone(FxRobot robot) {
    ready();
    String name = Journey.name(workspace(), 3);
    robot.clickOn(Journey.cell(robot, name)).clickOn(MouseButton.SECONDARY);
    robot.clickOn("#filter-by-value");
    Journey.until(() -> size() < PRODUCTS);
    assertThat(text(robot, "#filter-chip-0")).isEqualTo("Name is " + name);
    robot.clickOn("#filter-clear");
    Journey.until(() -> size() == PRODUCTS);

    robot.clickOn(Journey.cell(robot, name)).push(KeyCode.SHIFT, KeyCode.DOWN);
    robot.interact(() -> editor.viewModel().filter().limitTo(RowLimit.SELECTED));
    Journey.until(() -> size() == 2);
    robot.clickOn("#limit-chip-remove");
    Journey.until(() -> size() == PRODUCTS);
  }

  @Test
  void countedValuesBesideTheTableAreTickedAndFollowTheSearch(FxRobot robot) {
    ready();
    robot.clickOn("#facets-tab");
    TitledPane pane = robot.lookup("#facet-category").query();
    robot.interact(() -> pane.setExpanded(true));
    Journey.until(() -> !values(pane).isEmpty());
    assertThat(values(pane).values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(PRODUCTS);
    String most = values(pane).keySet().iterator().next();
    int rows = Objects.requireNonNull(values(pane).get(most));

    robot.clickOn(box(pane, most));
    Journey.until(() -> size() == rows);
    assertThat(text(robot, "#filter-chip-0")).isEqualTo("Category is " + most);
    Journey.until(() -> box(pane, most).isSelected());
    assertThat(values(pane).values().stream().mapToInt(Integer::intValue).sum())
        .isEqualTo(PRODUCTS);
    Journey.pictures(robot, editor, stage, "filter-values");

    robot.clickOn("#search").write("espresso");
    Journey.until(() -> values(pane).values().stream().mapToInt(n -> n).sum() < PRODUCTS / 2);
    robot.clickOn(box(pane, most));
    Journey.until(() -> editor.viewModel().filter().stateProperty().get().isEmpty());
  }

  @Test
  void aViewIsSavedAndAppliedAfterTheCatalogueWasOpenedAgain(FxRobot robot) {
    ready();
    ProductTable table = robot.lookup("#product-grid").query();
    robot.interact(() -> {
      Column price = workspace().schema().require("price");
      editor
          .viewModel()
          .filter()
          .add(Condition.of(price, Operator.AT_MOST, new BigDecimal("20.00")));
      table.sort(Optional.of(new SortOrder(price, SortOrder.Direction.DESCENDING)));
      table.setColumnLayout(
          table.columnLayout().stream()
              .map(c ->
                  c.name().equals("description") ? new ColumnLayout(c.name(), c.width(), false) : c)
              .toList());
    });
    Journey.until(() -> size() < PRODUCTS);
    int cheap = size();
    String first = Journey.name(workspace(), 0);
    robot.clickOn("#views-menu").clickOn("#save-view");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("Cheap things").push(KeyCode.ENTER);
    Path file = workspace().database().file();
    assertThat(editor.settings().views().of(file.toAbsolutePath().toString())).hasSize(1);

    Workspace before = workspace();
    robot.interact(() -> {
      editor.controller().setColumnLayout(List.of());
      editor.controller().open(file);
    });
    Journey.until(() ->
        editor.controller().workspace().filter(reopened -> reopened != before).isPresent()
            && size() == PRODUCTS
            && editor.viewModel().filter().stateProperty().get().isEmpty());
    robot.clickOn("#views-menu");
    Journey.pictures(robot, editor, stage, "filter-views");
    robot.clickOn("#apply-view-0");
    Journey.until(() -> size() == cheap && workspace().view().rowAt(0).isPresent());
    assertThat(Journey.name(workspace(), 0)).isEqualTo(first);
    assertThat(text(robot, "#filter-chip-0")).isEqualTo("Price at most 20.00");

    robot.clickOn("#views-menu").clickOn("#rename-view").clickOn("#rename-view-0");
    robot.push(KeyCode.CONTROL, KeyCode.A).write("Bargains").push(KeyCode.ENTER);
    robot.clickOn("#views-menu");
    assertThat(robot.lookup("Bargains").tryQuery()).isPresent();
    robot.clickOn("#delete-view").clickOn("#delete-view-0");
    assertThat(editor.settings().views()).isEqualTo(SavedViews.NONE);
  }

  private static CheckBox box(TitledPane pane, String value) {
    return pane.getContent().lookupAll(".check-box").stream()
        .map(CheckBox.class::cast)
        .filter(box -> box.getText().equals(value))
        .findFirst()
        .orElseThrow();
  }

  /** The counted values with their numbers of rows, in their order. */
  private static Map<String, Integer> values(TitledPane pane) {
    Map<String, Integer> values = new LinkedHashMap<>();
    ((VBox) pane.getContent())
        .getChildren().stream()
            .filter(line -> line.getStyleClass().contains("counted-value"))
            .forEach(line -> {
              String[] words =
                  ((HBox) line)
                      .getChildren()
                      .getFirst()
                      .getAccessibleText()
                      .split(", (?=[\\d,]+ rows?$)", -1);
              values.put(words[0], Integer.parseInt(words[1].replaceAll("\\D", "")));
            });
    return values;
  }

  @Test
  void whereNothingIsFoundTheFilterThatHidesTheMostIsOffered(FxRobot robot) {
    ready();
    robot.interact(() ->
        editor
            .viewModel()
            .filter()
            .add(Condition.of(column("name"), Operator.CONTAINS, "espresso")));
    Journey.until(() -> size() < PRODUCTS);
    int found = size();
    robot.interact(() ->
        editor.viewModel().filter().add(Condition.of(column("brand"), Operator.IS, "Nobody")));
    Journey.until(() -> size() == 0 && robot.lookup("#remove-filter").query().isVisible());
    assertThat(robot.lookup("No row fits the 2 filters").tryQuery()).isPresent();
    assertThat(
            robot
                .lookup("Without \u201cBrand is Nobody\u201d there are %d rows.".formatted(found))
                .tryQuery())
        .isPresent();
    Journey.pictures(robot, editor, stage, "nothing-found");
    robot.clickOn("#remove-filter");
    Journey.until(() -> size() == found);
  }

  private Column column(String name) {
    return workspace().schema().require(name);
  }

  @Test
  void aRowOfTheChangesIsShownThoughOnlyProblemsWereLookedAt(FxRobot robot) {
    ready();
    robot.interact(() -> {
      Workspace open = workspace();
      open.edits().setCell(open.view().keyAt(7), open.schema().require("name"), "Changed");
      editor.viewModel().filter().limitTo(RowLimit.PROBLEMS);
    });
    Journey.until(() -> size() == 0);
    assertThat(robot.lookup("Nothing found").tryQuery()).isPresent();

    robot.interact(() ->
        editor.controller().show(workspace().changes().changes().iterator().next().key(), "name"));
    Journey.until(() -> size() == PRODUCTS);
    assertThat(robot.lookup("Changed").tryQuery()).isPresent();
  }

  @Test
  void aSearchFindsPendingRowsByWhatTheyWillHoldAndTheStatusBarTellsOfTheOthers(FxRobot robot) {
    ready();
    StringBuilder block = new StringBuilder("SKU\tName\tPrice\n");
    for (int i = 0; i < 40; i++) {
      block.append("NEW-%d\t%s %d\t1.50\n".formatted(i, i % 20 == 0 ? "Zeppelin" : "Balloon", i));
    }
    Journey.paste(robot, editor, block.toString());
    robot.clickOn("#search").write("zeppelin");
    Journey.until(() -> size() == 2);
    assertThat(Journey.name(workspace(), 1)).isEqualTo("Zeppelin 20");
    Journey.until(() ->
        robot
            .lookup("#status-rows")
            .<Labeled>query()
            .getText()
            .equals("2 of 2,040 rows \u00b7 38 pending rows not shown"));

    RowKey last = List.copyOf(workspace().changes().changes()).getLast().key();
    robot.interact(() -> editor.controller().show(last, "name"));
    Journey.until(() -> size() == PRODUCTS + 40 && !Journey.table(robot).selection().isEmpty());
    assertThat(editor.viewModel().searchProperty().get()).isEmpty();
    assertThat(Journey.table(robot).selection().ranges().getFirst().firstRow())
        .isEqualTo(PRODUCTS + 39);
    assertThat(text(robot, "#status-rows")).isEqualTo("2,040 rows");
  }

  private void ready() {
    Journey.awaitProducts(editor, PRODUCTS);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private int size() {
    return WaitForAsyncUtils.waitForAsyncFx(5_000, () -> workspace().view().size());
  }

  /** Chooses an item of a box by its words. */
  private static void choose(FxRobot robot, String id, String words) {
    ComboBox<Object> box = robot.lookup(id).query();
    Object item =
        box.getItems().stream()
            .filter(each -> box.getConverter().toString(each).equals(words))
            .findFirst()
            .orElseThrow();
    robot.interact(() -> box.setValue(item));
  }

  private static String text(FxRobot robot, String id) {
    WaitForAsyncUtils.waitForFxEvents();
    return robot.lookup(id).queryAs(Labeled.class).getText();
  }
}
