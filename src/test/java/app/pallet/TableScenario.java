package app.pallet;

import app.pallet.rows.query.SortOrder;
import app.pallet.rows.query.SortOrder.Direction;
import app.pallet.schema.Column;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.RowView;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import org.testfx.api.FxRobot;

/**
 * Uses the table of a large catalogue as a person would, and measures from each wish to the pulse
 * after what was wished for is on the screen. Nothing is asserted about time. Test's thread.
 */
final class TableScenario {

  private static final int JUMPS = 60;
  private static final int PAGES = 60;

  private final FxRobot robot;
  private final Editor editor;
  private final int rows;
  private final TableFigures figures;

  TableScenario(FxRobot robot, Editor editor, int rows) {
    this.robot = robot;
    this.editor = editor;
    this.rows = rows;
    this.figures = new TableFigures("table", rows);
  }

  /** Does it all, in a window that has not begun to open the catalogue. */
  TableFigures run(Runnable open) {
    figures.add(
        "catalogue asked for until its first rows show", "ms", measure(open, this::hasRows));
    figures.add(
        "from then until all rows are counted", "ms", measure(() -> {}, () -> isSettled(rows)));
    robot.interact(() -> table().focusCells());
    figures.add("two pulses with nothing to do, which every figure contains", "ms", idle());
    jumps();
    scrolling();
    robot.interact(() -> robot.lookup("#search").query().requestFocus());
    search("a text that no row has, the first one after entering the field", "qqqz", 1);
    sorts();
    searches();
    selection();
    heap();
    return figures;
  }

  /** Only goes to the right through all columns and back, in a catalogue that has many. */
  TableFigures goSideways(Runnable open) {
    measure(open, this::hasRows);
    measure(() -> {}, () -> isSettled(rows));
    robot.interact(() -> table().focusCells());
    List<Column> columns = workspace().schema().dataColumns();
    TableFigures wide = new TableFigures("columns", rows, workspace().schema().columns().size());
    for (int stride : List.of(1, 5)) {
      int steps = columns.size() / stride;
      double[] longest = new double[5];
      double[] mean = new double[longest.length];
      for (int i = 0; i < longest.length; i++) {
        int[] step = new int[1];
        PulseWatch.Took took =
            PulseWatch.measure(
                () -> {},
                () -> {
                  int place = Math.min(step[0], 2 * steps - 1 - step[0]) * stride;
                  table().select(rows / 2, rows / 2, List.of(columns.get(place)));
                  return ++step[0] == 2 * steps;
                });
        longest[i] = took.longestGap();
        mean[i] = took.millis() / took.pulses();
      }
      String what = "while going right and back, columns in a pulse: " + stride;
      wide.add("longest pulse gap " + what, "ms", longest);
      wide.add("mean pulse gap " + what, "ms", mean);
    }
    return wide;
  }

  private double[] idle() {
    double[] times = new double[JUMPS];
    for (int i = 0; i < JUMPS; i++) {
      times[i] = measure(() -> {}, () -> true);
    }
    return times;
  }

  private void jumps() {
    Random random = new Random(7);
    double[] times = new double[JUMPS];
    for (int i = 0; i < JUMPS; i++) {
      int row = random.nextInt(rows);
      times[i] = measure(() -> goTo(row), () -> view().rowAt(row).isPresent());
    }
    figures.add("jump to any row, by its number", "ms", times);
    for (int i = 0; i < JUMPS; i++) {
      int row = random.nextInt(rows);
      String sku = "SKU-%08d".formatted(row + 1);
      times[i] =
          measure(
              () -> editor.controller().goTo(sku),
              () -> isAt(row) && view().rowAt(row).isPresent());
    }
    figures.add("jump to any SKU", "ms", times);
    double[] ends = new double[20];
    for (int i = 0; i < ends.length; i += 2) {
      ends[i] = press(KeyCode.END, rows - 1);
      ends[i + 1] = press(KeyCode.HOME, 0);
    }
    figures.add("Ctrl+End and Ctrl+Home", "ms", ends);
  }

  private void goTo(int row) {
    editor.controller().goTo("#" + (row + 1));
  }

  private double press(KeyCode key, int row) {
    return measure(() -> pressWithControl(key), () -> isAt(row) && view().rowAt(row).isPresent());
  }

  /** TestFX's own keyboard waits some 200 ms between its events. */
  private static void pressWithControl(KeyCode key) {
    Robot keyboard = new Robot();
    keyboard.keyPress(KeyCode.CONTROL);
    keyboard.keyPress(key);
    keyboard.keyRelease(key);
    keyboard.keyRelease(KeyCode.CONTROL);
  }

  private boolean isAt(int row) {
    return table().selection().ranges().getFirst().firstRow() == row;
  }

  private void scrolling() {
    int middle = rows / 2;
    figures.add(
        "longest pulse gap while paging down " + PAGES + " times",
        "ms",
        gaps(PAGES, page -> goTo(Math.min(rows - 1, middle + page * 25))));
    int columns = workspace().schema().columns().size();
    figures.add(
        "longest pulse gap while going through all columns",
        "ms",
        gaps(
            3 * columns,
            step ->
                table()
                    .select(
                        middle,
                        middle,
                        java.util.List.of(workspace().schema().columns().get(step % columns)))));
  }

  private void searches() {
    search("a text that a quarter of the rows has", "Lamp,");
    search("a text that no row has", "zzzq");
    search("a text with letters beyond ASCII", "größe");
    search("a SKU", "%08d".formatted(rows / 3));
  }

  private void search(String what, String text) {
    search(what, text, 5);
  }

  private void search(String what, String text, int times) {
    double[] first = new double[times];
    double[] all = new double[first.length];
    for (int i = 0; i < first.length; i++) {
      double[] seen = new double[1];
      long began = System.nanoTime();
      all[i] =
          measure(
              () -> editor.viewModel().searchProperty().set(text),
              () -> {
                boolean isFirst = seen[0] == 0 && workspace().view().isCounting();
                if (isFirst && view().size() < rows && view().size() > 0) {
                  seen[0] = (System.nanoTime() - began) / 1e6;
                }
                return !view().isCounting();
              });
      first[i] = seen[0] == 0 ? all[i] : seen[0];
      measure(() -> editor.viewModel().searchProperty().set(""), () -> isSettled(rows));
    }
    figures.add("search for " + what + ": first rows", "ms", first);
    figures.add("search for " + what + ": all rows", "ms", all);
  }

  private void sorts() {
    for (String column : java.util.List.of("price", "name")) {
      SortOrder order = new SortOrder(workspace().schema().require(column), Direction.DESCENDING);
      figures.add(
          "sort by " + column,
          "ms",
          measure(() -> table().sort(Optional.of(order)), () -> isSettled(rows)));
      measure(() -> table().sort(Optional.empty()), () -> isSettled(rows));
    }
    SortOrder order = new SortOrder(workspace().schema().require("name"), Direction.ASCENDING);
    figures.add(
        "cancel of a sort",
        "ms",
        measure(
            () -> {
              table().sort(Optional.of(order));
              editor.controller().cancelQuery();
            },
            () -> isSettled(rows)));
  }

  private void selection() {
    double[] times = new double[5];
    double[] sums = new double[times.length];
    for (int i = 0; i < times.length; i++) {
      robot.interact(() -> goTo(0));
      times[i] = measure(() -> table().selectAll(), () -> table().selection().rowCount() == rows);
      sums[i] = measure(() -> {}, () -> summary().contains("average"));
    }
    figures.add("select all", "ms", times);
    figures.add("sums of all selected cells in the status bar", "ms", sums);
  }

  private void heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    figures.add(
        "heap in use afterwards, with the window and JavaFX",
        "MB",
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6);
  }

  private String summary() {
    return editor.viewModel().status().selectionProperty().get();
  }

  private boolean hasRows() {
    return editor
        .controller()
        .workspace()
        .filter(open -> open.view().size() > 0 && open.view().rowAt(0).isPresent())
        .isPresent();
  }

  private boolean isSettled(int size) {
    return !view().isCounting() && view().size() == size && view().rowAt(0).isPresent();
  }

  private Workspace workspace() {
    return editor.controller().workspace().orElseThrow();
  }

  private RowView view() {
    return workspace().view();
  }

  private ProductTable table() {
    return Journey.table(robot);
  }

  /** Milliseconds from a wish to the pulse after it came true. */
  private static double measure(Runnable wish, BooleanSupplier done) {
    return PulseWatch.measure(wish, done).millis();
  }

  /** The longest time between two pulses while one step is done in each. */
  private static double gaps(int steps, IntConsumer step) {
    int[] done = new int[1];
    return PulseWatch.measure(
            () -> {},
            () -> {
              if (done[0] < steps) {
                step.accept(done[0]++);
              }
              return done[0] == steps;
            })
        .longestGap();
  }
}
