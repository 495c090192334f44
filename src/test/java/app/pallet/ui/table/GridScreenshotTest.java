package app.pallet.ui.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.Screenshot;
import app.pallet.ui.UiRobot;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of every state in both themes, to be looked at: target/screenshots/grid-*.png. */
class GridScreenshotTest {

  private final UiRobot robot = UiRobot.start();

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
    robot.runOnFx(() -> Application.setUserAgentStylesheet(null));
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void everyStateIsDrawn(ThemeChoice choice) {
    String theme = choice.name().toLowerCase(Locale.ROOT);
    robot.runOnFx(() -> Appearance.ofApplication(choice));
    FakeProducts products = new FakeProducts(1_000_000);
    Stage stage = robot.show(() -> new ProductTable(products, products), 1000, 640);
    robot.runOnFx(() -> {
      ProductTable grid = (ProductTable) stage.getScene().getRoot();
      grid.setColumnLayout(
          Stream.of("sku", "name", "price", "quantity", "tax_class", "active", "available_from")
              .map(name -> new ColumnLayout(name, name.equals("name") ? 190 : 110, true))
              .toList());
      products.put(2, products.edited(2, products.column("price"), "24.5"));
      products.put(3, products.deleted(3));
      products.put(4, products.edited(4, products.column("quantity"), "a dozen"));
      products.put(5, products.added(5));
      products.put(9, products.conflicting(9, products.column("price"), "11.95"));
      products.preview =
          row ->
              Optional.of(row.text(products.column("sku")))
                  .filter(sku -> sku.equals("SKU-00011"))
                  .map(sku -> "171.95");
      products.missing = row -> row >= 12 && row < 15;
      products.arrive(12, 15);
    });
    robot.click(robot.find("#header-name"));
    robot.runOnFx(() -> {
      ProductTable grid = (ProductTable) stage.getScene().getRoot();
      grid.select(1, 8, List.of(products.column("name"), products.column("price")));
    });
    Screenshot states = robot.screenshot(stage);
    states.save(Path.of("target/screenshots/grid-" + theme + ".png"));
    for (String column : List.of("name", "price", "tax_class", "available_from")) {
      robot.runOnFx(() -> grid(stage).select(1, 1, List.of(products.column(column))));
      robot.press(KeyCode.F2);
      robot
          .screenshot(stage)
          .save(Path.of("target/screenshots/grid-" + theme + "-" + column + ".png"));
      robot.press(KeyCode.ESCAPE);
    }
    assertThat(states.width()).isEqualTo(1000);
  }

  private static ProductTable grid(Stage stage) {
    return (ProductTable) stage.getScene().getRoot();
  }
}
