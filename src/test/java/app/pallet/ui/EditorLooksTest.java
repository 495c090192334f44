package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitPlan;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftStatus;
import app.pallet.ui.commit.CommitCourse;
import app.pallet.ui.commit.CommitSample;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.draft.DraftWording;
import app.pallet.ui.table.GridSample;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import com.sun.javafx.css.StyleManager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.css.CssParser;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Leaves pictures of the window in target/screenshots, for people to look at. */
final class EditorLooksTest {
  private final UiRobot robot = UiRobot.start();

  /** What JavaFX complains about while it applies style sheets: unknown colours, wrong types. */
  private final List<CssParser.ParseError> styleErrors = StyleManager.errorsProperty();

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
    assertThat(robot.onFx(() -> List.copyOf(styleErrors))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT,1280,800",
    "DARK,1280,800",
    "LIGHT,1920,1080",
    "LIGHT,900,600",
    "DARK,720,480"
  })
  void theWholeWindowWearsTheTheme(ThemeChoice choice, int width, int height) {
    Screenshot picture = picture(EditorSample.busy(), choice, width, height);
    save(picture, "editor-%s-%d".formatted(choice, width));
    Color background = picture.colour(width / 2, 8);
    assertThat(background.getBrightness() > 0.5).isEqualTo(choice == ThemeChoice.LIGHT);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,Example", "DARK,''"})
  void emptyPanesSayWhatToDo(ThemeChoice choice, String catalogue) {
    EditorViewModel editor = robot.onFx(EditorSample::empty);
    robot.runOnFx(() -> editor.catalogueProperty().set(catalogue));
    save(picture(editor, choice, 1280, 800), "empty-" + choice);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void runningWorkAndProblemsAreShown(ThemeChoice choice) {
    EditorViewModel editor = robot.onFx(EditorSample::busy);
    SampledMonitor monitor = EditorSample.working(41_500, 100_000, Duration.ofMillis(700));
    robot.runOnFx(() -> {
      editor.progress().follow(new RunningWork("Commit", monitor));
      editor.commit().committingProperty().set(true);
    });
    Stage stage = show(editor, choice, 1280, 800);
    robot.runOnFx(() -> pane(stage).showProblems());
    robot.runOnFx(() ->
        pane(stage)
            .notifier()
            .show(
                new Notice(Notice.Kind.WARNING, "1,204 rows pasted", "12 have problems"),
                "Show problems",
                () -> {}));
    robot.click("#commit-options");
    save(robot.screenshot(stage), "running-" + choice);
  }

  @ParameterizedTest
  @CsvSource({"LIGHT,1280,800", "DARK,1280,800", "DARK,900,600", "LIGHT,720,480"})
  void aCommitIsSeenInTheDrawer(ThemeChoice choice, int width, int height) {
    EditorViewModel editor = robot.onFx(EditorSample::busy);
    SampledMonitor monitor = EditorSample.working(60_000, 120_000, Duration.ofMillis(690));
    ConnectionSettings settings = ConnectionSettings.DEFAULT;
    CommitCourse course = editor.course();
    course.happened(new CommitEvent.Started(120_000, CommitPlan.DEFAULT, settings));
    for (int i = 1; i <= 12; i++) {
      course.happened(new CommitEvent.BatchCommitted(i, 5_000, 1, 50_000_000 + i % 5 * 4_000_000L));
    }
    robot.runOnFx(() -> {
      editor.progress().follow(new RunningWork("Commit", monitor));
      course.compareWith(CommitSample.slow(settings));
      editor.commit().committingProperty().set(true);
    });
    Stage stage = show(editor, choice, width, height);
    Node drawer = robot.find("#drawer");
    robot.waitUntil("the drawer rises", drawer::isVisible);
    robot.runOnFx(editor::tick);
    save(robot.screenshot(stage), "committing-%s-%d".formatted(choice, width));
    assertThat(text("#course-ratio")).isEqualTo("17\u00d7 one by one");
    robot.click("#stop-commit-now");
    assertThat(monitor.isCancelled()).isTrue();

    course.happened(new CommitEvent.Finished(CommitSample.report(120_000, 119_998, 1_220_000_000)));
    robot.runOnFx(() -> {
      editor.commit().committingProperty().set(false);
      editor.tick();
    });
    save(robot.screenshot(stage), "committed-%s-%d".formatted(choice, width));
    assertThat(text("#course-figure")).isEqualTo("20\u00d7");
    if (height > 560) {
      assertThat(text("#course-rows")).isEqualTo("119,998 of 120,000 rows in 1.2 s");
      robot.click("#show-refused");
      assertThat(robot.find("#problems-list").isVisible()).isTrue();
    }
  }

  private String text(String id) {
    return ((Labeled) robot.find(id)).getText();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void aDraftIsOfferedAndOneThatCannotBeWrittenIsWarnedOf(ThemeChoice choice) {
    EditorViewModel editor = robot.onFx(EditorSample::busy);
    robot.runOnFx(() -> {
      ChangeCounts counts = new ChangeCounts(1_000, 200, 4, 12);
      editor.draft().offerProperty().set("Restore 1,204 pending changes from 14:02?");
      editor.draft().offerDetailsProperty().set(DraftWording.details(counts));
    });
    Stage stage = show(editor, choice, 1280, 800);
    save(robot.screenshot(stage), "draft-offer-" + choice);
    robot.runOnFx(() -> {
      editor.draft().offerProperty().set("");
      editor.draft().savingProperty().set("Saving draft…");
      editor
          .draft()
          .warningProperty()
          .set(
              DraftWording.warning(
                  new DraftStatus.Failing(
                      "The disk with /home/ann/.local/share/pallet/drafts is full", 3)));
    });
    robot.settle();
    save(robot.screenshot(stage), "draft-warning-" + choice);
    assertThat(robot.find("#retry-draft").isVisible()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"LIGHT", "DARK"})
  void batchSizesAreACurveWithAnAdvice(ThemeChoice choice) {
    Stage stage = show(robot.onFx(EditorSample::busy), choice, 1280, 800);
    robot.press(KeyCode.CONTROL, KeyCode.J);
    robot.click("#chart-batch-sizes");
    save(robot.screenshot(stage), "batch-sizes-" + choice);
    assertThat(robot.find("#size-curve").isVisible()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "LIGHT,#catalogue-menu,open-catalogue-item",
    "DARK,#commit-options,scope-per-batch",
    "LIGHT,#commit-options,mode-batch"
  })
  void menusWearTheThemeToo(ThemeChoice choice, String menu, String item) {
    Stage stage = show(robot.onFx(EditorSample::busy), choice, 1280, 800);
    robot.click(menu);
    save(robot.screenshot(stage), "menu-" + item);
    assertThat(robot.find("#" + item).isVisible()).isTrue();
  }

  private Screenshot picture(EditorViewModel editor, ThemeChoice choice, int width, int height) {
    Stage stage = show(editor, choice, width, height);
    robot.runOnFx(
        () -> GridSample.selectSome((ProductTable) stage.getScene().lookup("#product-grid")));
    return robot.screenshot(stage);
  }

  private Stage show(EditorViewModel editor, ThemeChoice choice, int width, int height) {
    Stage stage =
        robot.show(
            () -> {
              Appearance appearance = Appearance.ofApplication(choice);
              EditorPane pane = new EditorPane(editor, new RecordedActions(), appearance);
              pane.setTable(GridSample.of(48_210), () -> {});
              return pane;
            },
            width,
            height);
    robot.runOnFx(() -> pane(stage).installKeys(stage.getScene()));
    return stage;
  }

  private static EditorPane pane(Stage stage) {
    return (EditorPane) stage.getScene().getRoot();
  }

  private static void save(Screenshot picture, String name) {
    picture.save(Path.of("target/screenshots", name + ".png"));
  }
}
