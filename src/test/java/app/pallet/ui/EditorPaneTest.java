package app.pallet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeCounts;
import app.pallet.commit.CommitMode;
import app.pallet.commit.TransactionScope;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.dialog.Notifier;
import app.pallet.ui.frame.FrameState;
import app.pallet.ui.log.LogLine;
import app.pallet.ui.log.LogLine.Level;
import app.pallet.ui.table.GridSample;
import app.pallet.ui.table.ProductTable;
import app.pallet.ui.theme.Appearance;
import app.pallet.ui.theme.ThemeChoice;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.application.ColorScheme;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EditorPaneTest {
  private final UiRobot robot = UiRobot.start();
  private final RecordedActions actions = new RecordedActions();
  private final EditorViewModel editor = robot.onFx(EditorSample::busy);
  private final Appearance appearance =
      new Appearance(ThemeChoice.SYSTEM, new SimpleObjectProperty<>(ColorScheme.LIGHT));
  private final EditorPane pane = robot.onFx(() -> new EditorPane(editor, actions, appearance));

  @BeforeEach
  void open() {
    Stage stage = robot.show(() -> pane, 1280, 800);
    robot.runOnFx(() -> pane.installKeys(stage.getScene()));
  }

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void theSuggestedBatchSizeIsSetByAButtonThatThenIsGone() {
    int chosen = editor.commit().batchSizeProperty().get();
    assertThat(chosen).isNotEqualTo(1_000);
    robot.press(KeyCode.CONTROL, KeyCode.J);
    robot.click("#chart-batch-sizes");
    robot.click("#use-batch-size");
    assertThat(editor.commit().batchSizeProperty().get()).isEqualTo(1_000);
    assertThat(robot.find("#use-batch-size").isVisible()).isFalse();
    assertThat(((Labeled) robot.find("#batch-size-advice")).getText())
        .isEqualTo("1,000 rows a batch, as chosen, is a good size");
  }

  @Test
  void buttonsCarryOutTheirCommands() {
    robot.click("#add-row");
    robot.click("#undo");
    robot.click("#commit-options");
    robot.click("#compare-modes");
    robot.click("#commit-options");
    robot.click("#commit-with-options");
    robot.click("#commit");
    assertThat(actions.calls)
        .containsExactly("add-row", "undo", "compare-modes", "commit", "commit");
  }

  @Test
  void keysCarryOutCommands() {
    List.of(KeyCode.S, KeyCode.ENTER, KeyCode.N, KeyCode.Z, KeyCode.O)
        .forEach(key -> robot.press(KeyCode.CONTROL, key));
    robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.D);
    assertThat(actions.calls)
        .containsExactly("commit", "commit", "add-row", "undo", "open-catalogue", "duplicate-rows");
  }

  @Test
  void whatIsImpossibleNeitherKeyNorButtonDoes() {
    robot.press(KeyCode.CONTROL, KeyCode.Y);
    robot.click("#redo");
    assertThat(actions.calls).isEmpty();
  }

  @Test
  void theCatalogueMenuOpensAnotherOne() {
    robot.click("#catalogue-menu");
    robot.click("#open-catalogue-item");
    assertThat(actions.calls).containsExactly("open-catalogue");
  }

  @Test
  void theModeIsChosenBehindTheArrowAndTheButtonNamesOneThatIsNotBatch() {
    assertThat(commitText()).isEqualTo("Commit 6 changes");
    robot.click("#commit-options");
    robot.click("#mode-one-by-one");
    assertThat(editor.commit().plan().mode()).isEqualTo(CommitMode.ONE_BY_ONE);
    robot.press(KeyCode.DOWN);
    robot.press(KeyCode.ESCAPE);
    assertThat(commitText()).isEqualTo("Commit 6 changes one by one");
    robot.click("#commit-options");
    robot.click(robot.find("#mode-batch").getParent());
    assertThat(commitText()).isEqualTo("Commit 6 changes");
  }

  private String commitText() {
    return ((Labeled) robot.find("#commit")).getText();
  }

  /** What JavaFX listens to weakly is lost here unless somebody keeps it. */
  @Test
  void buttonsStillKnowWhatIsPossibleAfterTheMemoryIsTidied() {
    Node commit = robot.find("#commit-button");
    PseudoClass idle = PseudoClass.getPseudoClass("idle");
    System.gc();
    robot.runOnFx(() -> editor.commit().show(new ChangeCounts(0, 0, 0, 0)));
    assertThat(commit.getPseudoClassStates()).contains(idle);
    robot.runOnFx(() -> editor.readOnlyProperty().set("It is a view"));
    assertThat(robot.find("#add-row").getParent().getProperties().values())
        .anyMatch(value -> value instanceof Tooltip why && why.getText().equals("It is a view"));
  }

  @Test
  void theScopeIsChosenBehindTheArrow() {
    robot.click("#commit-options");
    robot.click("#scope-all-or-nothing");
    assertThat(editor.commit().plan().scope()).isEqualTo(TransactionScope.ALL_OR_NOTHING);
  }

  @Test
  void anyBatchSizeCanBeTyped() {
    typeBatchSize("1234");
    robot.press(KeyCode.ENTER);
    assertThat(editor.commit().plan().batchSize()).isEqualTo(1_234);
    assertThat(batchSizeText()).isEqualTo("1,234 rows");
  }

  @Test
  void leavingTheBatchSizeCountsAsEnter() {
    typeBatchSize("777");
    robot.press(KeyCode.TAB);
    assertThat(editor.commit().plan().batchSize()).isEqualTo(777);
  }

  @Test
  void whatIsNoBatchSizeIsPutBack() {
    typeBatchSize("none");
    robot.press(KeyCode.TAB);
    assertThat(editor.commit().plan().batchSize()).isEqualTo(5_000);
    assertThat(batchSizeText()).isEqualTo("5,000 rows");
  }

  @Test
  void theSearchIsFoundByKeysAndClearedByEscape() {
    robot.press(KeyCode.CONTROL, KeyCode.L);
    robot.type("mug");
    assertThat(editor.searchProperty().get()).isEqualTo("mug");
    robot.press(KeyCode.ESCAPE);
    assertThat(editor.searchProperty().get()).isEmpty();
  }

  @Test
  void theTableIsTheWindowUntilAPanelOrTheDrawerIsAskedFor() {
    assertThat(robot.find("#side-panel").isVisible()).isFalse();
    assertThat(robot.find("#drawer").isVisible()).isFalse();
    robot.click("#changes-tab");
    assertThat(robot.find("#side-panel").isVisible()).isTrue();
    assertThat(robot.find("#changes-list").isVisible()).isTrue();
    robot.click("#problems-tab");
    assertThat(robot.find("#problems-list").isVisible()).isTrue();
    assertThat(robot.onFx(() -> pane.lookup("#changes-list") == null)).isTrue();
    robot.click("#problems-tab");
    assertThat(robot.find("#side-panel").isVisible()).isFalse();
    robot.press(KeyCode.ALT, KeyCode.DIGIT2);
    assertThat(robot.find("#problems-list").isVisible()).isTrue();
    robot.click("#close-panel");
    assertThat(robot.find("#side-panel").isVisible()).isFalse();
    robot.press(KeyCode.CONTROL, KeyCode.J);
    assertThat(robot.find("#drawer").isVisible()).isTrue();
    robot.click("#fold-drawer");
    assertThat(robot.find("#drawer").isVisible()).isFalse();
  }

  @Test
  void panelAndDrawerHaveTheSizeTheUserGaveThemAndComeBackWithIt() {
    robot.click("#changes-tab");
    robot.click("#toggle-drawer");
    assertThat(width("#side-panel")).isEqualTo(344);
    robot.drag(robot.find("#panel-divider"), robot.find("#search"));
    assertThat(width("#side-panel")).isEqualTo(560);
    robot.runOnFx(robot.find("#panel-divider")::requestFocus);
    robot.press(KeyCode.RIGHT);
    assertThat(width("#side-panel")).isEqualTo(544);
    robot.runOnFx(robot.find("#drawer-divider")::requestFocus);
    robot.press(KeyCode.UP);
    FrameState state = robot.onFx(pane::frame);
    assertThat(state).isEqualTo(new FrameState("changes", 544, true, 188));
    robot.closeWindows();
    EditorPane next = robot.onFx(() -> new EditorPane(editor, actions, appearance));
    robot.runOnFx(() -> next.restore(state));
    robot.show(() -> next, 1280, 800);
    assertThat(width("#side-panel")).isEqualTo(544);
    assertThat(robot.onFx(() -> ((Region) next.lookup("#drawer")).getHeight())).isEqualTo(188);
  }

  private double width(String selector) {
    Region region = (Region) robot.find(selector);
    return robot.onFx(region::getWidth);
  }

  @Test
  void f6GoesRoundThePanesAndEscEndsInTheTable() {
    robot.runOnFx(() -> {
      ProductTable table = GridSample.of(40);
      pane.setTable(table, table::focusCells);
      editor.status().shownProperty().set(40);
    });
    robot.settle();
    robot.press(KeyCode.CONTROL, KeyCode.J);
    robot.click("#changes-tab");
    robot.press(KeyCode.ESCAPE);
    assertThat(focusIsIn("#product-grid")).isTrue();
    robot.press(KeyCode.F6);
    assertThat(focusIsIn("#side-panel")).isTrue();
    robot.press(KeyCode.F6);
    assertThat(focusIsIn("#drawer")).isTrue();
    robot.press(KeyCode.F6);
    assertThat(focusIsIn("#tool-bar")).isTrue();
    robot.press(KeyCode.F6);
    assertThat(focusIsIn("#product-grid")).isTrue();
    robot.press(KeyCode.SHIFT, KeyCode.F6);
    robot.press(KeyCode.RIGHT);
    assertThat(focusIsIn("#search")).isTrue();
    robot.press(KeyCode.TAB);
    assertThat(focusIsIn("#tool-bar")).as("the tool bar is one stop").isFalse();
    robot.press(KeyCode.ESCAPE);
    robot.press(KeyCode.SHIFT, KeyCode.F6);
    assertThat(focusIsIn("#search")).as("where it was left").isTrue();
    robot.press(KeyCode.F6);
    robot.press(KeyCode.F6);
    robot.press(KeyCode.ESCAPE);
    assertThat(robot.find("#side-panel").isVisible()).isFalse();
    assertThat(focusIsIn("#product-grid")).isTrue();
  }

  private boolean focusIsIn(String selector) {
    Node pane = robot.find(selector);
    return robot.onFx(() -> {
      Node node = pane.getScene().getFocusOwner();
      while (node != null && node != pane) {
        node = node.getParent();
      }
      return node != null;
    });
  }

  @Test
  void nextProblemGoesAroundTheList() {
    robot.press(KeyCode.F8);
    robot.press(KeyCode.F8);
    robot.press(KeyCode.F8);
    assertThat(actions.calls)
        .containsExactly("enter Id[id=23] price", "enter Id[id=24] sku", "enter Id[id=23] price");
  }

  @Test
  void aClickOnAProblemShowsItsCellAndADoubleClickGoesThere() {
    robot.press(KeyCode.F8); // which brings them to the front
    actions.calls.clear();
    Node problem = robot.findAll(robot.find("#problems-list"), ".problem-place").iterator().next();
    robot.click(problem);
    assertThat(actions.calls).containsExactly("show Id[id=23] price");
    robot.doubleClick(problem);
    assertThat(actions.calls).last().isEqualTo("enter Id[id=23] price");
  }

  @Test
  void aDoubleClickOnAChangeGoesToItsRow() {
    robot.click("#changes-tab");
    robot.doubleClick(
        robot.findAll(robot.find("#changes-list"), ".change-title").iterator().next());
    assertThat(actions.calls).hasSize(1).first().asString().startsWith("enter Id");
  }

  @Test
  void theRailCountsWhatComesInLater() {
    EditorViewModel fresh = robot.onFx(EditorSample::empty);
    robot.closeWindows();
    robot.show(() -> new EditorPane(fresh, actions, appearance), 1280, 800);
    assertThat(badges()).isEmpty();
    robot.runOnFx(() ->
        fresh.changes().refresh(EditorSample.SCHEMA, EditorSample.pending(), EditorSample::title));
    assertThat(badges()).containsExactly("7", "2");
  }

  @Test
  void everythingIsReverted() {
    robot.click("#changes-tab");
    robot.click("#revert-all");
    assertThat(actions.calls).containsExactly("revert all");
  }

  @Test
  void theLogIsCopiedSavedAndCleared() {
    robot.press(KeyCode.CONTROL, KeyCode.J);
    robot.click("#log-copy");
    String copied = robot.onFx(() -> Clipboard.getSystemClipboard().getString());
    assertThat(copied.lines()).hasSize(7).first().asString().contains("Opened Example catalogue");
    robot.click("#log-save");
    assertThat(actions.calls).containsExactly("save log: 7 lines");
    robot.click("#log-clear");
    assertThat(editor.log().lines()).isEmpty();
    assertThat(robot.find("#log-copy").isDisabled()).isTrue();
  }

  @Test
  void theLogStaysAtItsEndUntilTheUserScrollsUp() {
    robot.press(KeyCode.CONTROL, KeyCode.J);
    ListView<?> list = (ListView<?>) robot.find("#log-list");
    addLogLines(100);
    assertThat(lastShown(list)).isEqualTo(106);
    robot.wheel(list, -20);
    addLogLines(100);
    assertThat(lastShown(list)).isLessThan(100);
    robot.wheel(list, 200);
    addLogLines(1);
    assertThat(lastShown(list)).isEqualTo(207);
  }

  @Test
  void runningWorkIsCancelledByItsButton() {
    SampledMonitor monitor = new SampledMonitor();
    robot.runOnFx(() -> editor.progress().follow(new RunningWork("Commit", monitor)));
    robot.click("#cancel");
    assertThat(monitor.isCancelled()).isTrue();
    assertThat(actions.calls).isEmpty();
  }

  @Test
  void theUserChoosesTheTheme() {
    robot.click("#menu-view");
    robot.click("#menu-theme-dark");
    assertThat(appearance.choiceProperty().get()).isEqualTo(ThemeChoice.DARK);
  }

  @Test
  void aNoticeCanBeActedUpon() {
    List<String> done = new ArrayList<>();
    robot.runOnFx(() ->
        pane.notifier()
            .show(
                new Notice(Notice.Kind.WARNING, "Pasted", "12 problems"),
                "Show problems",
                () -> done.add("shown")));
    robot.click("#notice-action");
    assertThat(done).containsExactly("shown");
    assertThat(robot.onFx(() -> pane.lookup("#notices") == null)).isTrue();
    assertThat(logged()).containsExactly("Pasted. 12 problems");
  }

  @Test
  void oneMessageIsSeenAndWhatWasDoneIsSaidInTheStatusBar() {
    Notifier notifier = pane.notifier();
    robot.runOnFx(() -> {
      notifier.show(Notice.warning("Left out", ""));
      notifier.show(Notice.warning("Left out", ""));
    });
    assertThat(message()).isEqualTo("Left out (2 times)");
    List<String> done = new ArrayList<>();
    robot.runOnFx(() -> {
      notifier.show(Notice.warning("Dropped", ""), "Bring it back", () -> done.add("back"));
      notifier.show(Notice.warning("Moved", ""));
      notifier.show(Notice.done("Saved", "3 rows"));
    });
    assertThat(message()).as("an answer comes before a remark").isEqualTo("Dropped");
    assertThat(((StatusBar) robot.find("#status-bar")).getText()).isEqualTo("Saved. 3 rows");
    robot.click("#notice-close");
    assertThat(message()).isEqualTo("Moved");
    robot.runOnFx(() -> editor.draft().warningProperty().set("The disk is full"));
    assertThat(robot.find("#draft-warning").isVisible()).isTrue();
    assertThat(robot.onFx(() -> pane.lookup("#notices") == null)).as("graver").isTrue();
    assertThat(logged())
        .containsExactly("Left out", "Left out", "Dropped", "Moved", "Saved. 3 rows");
  }

  private String message() {
    return ((Labeled) robot.find("#notice-text")).getText();
  }

  /** The lines that came after those of the sample. */
  private List<String> logged() {
    robot.runOnFx(editor::tick);
    return robot.onFx(() -> editor.log().lines().stream().skip(7).map(LogLine::text).toList());
  }

  /** Texts of the badges that are really there, from the top down. */
  private List<String> badges() {
    return robot.findAll(robot.find("#rail"), ".rail-badge").stream()
        .filter(Node::isVisible)
        .sorted(Comparator.comparing(node -> node.localToScene(0, 0).getY()))
        .map(node -> ((Label) node).getText())
        .toList();
  }

  private void typeBatchSize(String text) {
    robot.click("#commit-options");
    robot.click(robot.find("#batch-size .text-field"));
    robot.press(KeyCode.CONTROL, KeyCode.A);
    robot.type(text);
  }

  private String batchSizeText() {
    return ((TextField) robot.find("#batch-size .text-field")).getText();
  }

  private void addLogLines(int count) {
    robot.runOnFx(() -> {
      for (int line = 0; line < count; line++) {
        editor.log().inbox().add(Level.STEP, "line " + line);
      }
      editor.tick();
    });
  }

  private int lastShown(ListView<?> list) {
    return robot.onFx(
        () -> ((VirtualFlow<?>) list.lookup(".virtual-flow")).getLastVisibleCell().getIndex());
  }
}
