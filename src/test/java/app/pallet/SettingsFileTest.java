package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.operation.recipe.RecipeFile;
import app.pallet.rows.query.FilterGroup.Join;
import app.pallet.rows.query.Operator;
import app.pallet.rows.query.SortOrder;
import app.pallet.spreadsheet.mapping.ColumnOverride;
import app.pallet.ui.filter.RowLimit;
import app.pallet.ui.filter.SavedView;
import app.pallet.ui.filter.SavedViews;
import app.pallet.ui.frame.FrameState;
import app.pallet.ui.paste.RememberedMappings;
import app.pallet.ui.recipe.SavedRecipes;
import app.pallet.ui.table.columns.ColumnLayout;
import app.pallet.ui.table.columns.RowHeight;
import app.pallet.ui.tables.RecentTables;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.WindowPlacement;
import app.pallet.workspace.checks.GuardLimits;
import app.pallet.workspace.checks.Safety;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsFileTest {
  private static final TablePlace PRODUCTS =
      new TablePlace(Path.of("/home/ann/northwind.db"), Optional.of("Products"));

  private static final Settings SOME =
      new Settings(
          new WindowPlacement(10, 20, 1400, 900, true),
          new FrameState("problems", 400.5, true, 240),
          ThemeChoice.DARK,
          RecentTables.NONE
              .opening(TablePlace.of(Path.of("/home/ann/Größe ✓.pallet")))
              .opening(PRODUCTS)
              .showing(PRODUCTS, List.of(new ColumnLayout("Name", 90, true)), RowHeight.TALL),
          List.of(
              new ColumnLayout("sku", 120.5, true, true, true),
              new ColumnLayout("tags", 80, false)),
          new CommitPlan(CommitMode.ADD_ALL, 250, TransactionScope.ALL_OR_NOTHING),
          new RememberedMappings(
              List.of(new ColumnOverride("Preis (€)", "price"), new ColumnOverride("Notiz", ""))),
          new SavedViews(
              List.of(
                  new SavedViews.OfCatalogue(
                      "/home/ann/Größe ✓.pallet",
                      List.of(
                          new SavedView(
                              "Cheap",
                              "lamp",
                              RowLimit.PENDING,
                              Join.ANY,
                              List.of(
                                  new SavedView.SavedCondition(
                                      "price", Operator.BETWEEN, List.of("1.00", "9.90")),
                                  new SavedView.SavedCondition(
                                      "tags", Operator.IS_EMPTY, List.of())),
                              List.of(
                                  new SavedView.SavedSort("price", SortOrder.Direction.DESCENDING),
                                  new SavedView.SavedSort("sku", SortOrder.Direction.ASCENDING)),
                              List.of(new ColumnLayout("sku", 99, true))))))),
          SavedRecipes.NONE.with(
              RecipeFile.read(
                  """
                  {"recipe": "Größe ✓", "steps": [
                    {"do": "percent", "column": "Price", "by": {"ask": "percent"}}]}
                  """,
                  "test")),
          new Safety(new GuardLimits(10, 5, 0, 20), 30, 90, 64));

  @TempDir private Path folder;
  private Path file;
  private SettingsFile settings;

  @BeforeEach
  void choose() {
    file = folder.resolve("pallet/settings.json");
    settings = new SettingsFile(file);
  }

  @Test
  void whatWasWrittenIsReadAgain() throws IOException {
    settings.write(SOME);
    assertThat(settings.read().settings()).isEqualTo(SOME);
    assertThat(settings.read().complaint()).isEmpty();
  }

  @Test
  void theDefaultsSurviveTheFileToo() throws IOException {
    settings.write(Settings.DEFAULT);
    assertThat(settings.read().settings()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void aFirstStartHasTheDefaultsAndNoComplaint() {
    assertThat(settings.read().settings()).isEqualTo(Settings.DEFAULT);
    assertThat(settings.read().complaint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "{\"theme\": \"PINK\"}",
        "{\"theme\": null}",
        "{\"window\": 7}",
        "{\"plan\": {\"mode\": \"BATCH\", \"batchSize\": 0, \"scope\": \"PER_BATCH\"}}"
      })
  void aDamagedFileGivesTheDefaultsAndAComplaint(String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    SettingsFile.Reading reading = settings.read();
    assertThat(reading.settings()).isEqualTo(Settings.DEFAULT);
    assertThat(reading.complaint())
        .hasValueSatisfying(said -> assertThat(said).contains("settings.json"));
  }

  @Test
  void aFileOfAnotherVersionKeepsWhatIsKnown() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"theme\": \"DARK\", \"sounds\": true}");
    assertThat(settings.read().settings().theme()).isEqualTo(ThemeChoice.DARK);
    assertThat(settings.read().settings().plan()).isEqualTo(CommitPlan.DEFAULT);
    assertThat(settings.read().complaint()).isEmpty();
  }

  @Test
  void theCatalogueThatAnEarlierPalletHadOpenIsOpenedAgain() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"catalogue\": \"/home/ann/shop.pallet\"}");

    assertThat(settings.read().settings().recent().last())
        .hasValue(TablePlace.of(Path.of("/home/ann/shop.pallet")));
    assertThat(settings.read().complaint()).isEmpty();
  }

  @Test
  void aTableRememberedWithoutTheHeightOfItsRowsKeepsItsColumns() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(
        file,
        """
        {"recent": {"tables": [{"file": "/home/ann/northwind.db", "table": "Products",
          "columns": [{"name": "Name", "width": 90.0, "visible": true, "frozen": false}]}]}}
        """);

    RecentTables recent = settings.read().settings().recent();

    assertThat(settings.read().complaint()).isEmpty();
    assertThat(recent.columns(PRODUCTS)).containsExactly(new ColumnLayout("Name", 90, true));
    assertThat(recent.rowHeight(PRODUCTS)).isEqualTo(RowHeight.NORMAL);
  }

  @Test
  void viewsAndColumnsOfAnEarlierPalletKeepTheirOrder() throws IOException {
    settings.write(SOME);
    String earlier =
        Files.readString(file)
            .replaceAll(
                "(?s)\"sort\" : \\[.*?\\]", "\"sort\": \"price\", \"direction\": \"DESCENDING\"")
            .replaceAll("(?s),\\s*\"natural\" : (true|false)", "");
    assertThat(earlier).contains("direction").doesNotContain("natural");
    Files.writeString(file, earlier);

    SettingsFile.Reading reading = settings.read();
    assertThat(reading.complaint()).isEmpty();
    assertThat(reading.settings().views().of("/home/ann/Größe ✓.pallet").getFirst().sort())
        .containsExactly(new SavedView.SavedSort("price", SortOrder.Direction.DESCENDING));
    assertThat(reading.settings().columns())
        .contains(new ColumnLayout("sku", 120.5, true, true, false));
  }

  @Test
  void aPartThatHasGrownSinceKeepsWhatWasChosen() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "{\"safety\": {\"backupsKept\": 3}}");

    Safety safety = settings.read().settings().safety();

    assertThat(settings.read().complaint()).isEmpty();
    assertThat(safety.backupsKept()).isEqualTo(3);
    assertThat(safety.history()).isEqualTo(Safety.DEFAULT.history());
    assertThat(safety.limits()).isEqualTo(GuardLimits.DEFAULT);
  }
}
