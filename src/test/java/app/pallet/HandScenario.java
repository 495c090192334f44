package app.pallet;

import app.pallet.PulseWatch.Took;
import app.pallet.ui.EditorCommand;
import app.pallet.ui.table.ProductTable;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.view.CellBlock;
import app.pallet.workspace.view.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.testfx.api.FxRobot;

/**
 * Pastes, fills, clears, deletes, undoes, commits and cancels many rows in a large catalogue as a
 * person would, half of them edits and half adds, and measures how long each takes and how the
 * window fares meanwhile. Nothing is asserted about time. Test's thread.
 */
final class HandScenario {

  private static final int ROUNDS = 5;

  private final FxRobot robot;
  private final Editor editor;
  private final int products;
  private final int rows;
  private final TableFigures figures;

  /**
   * A scenario.
   *
   * @param products in the catalogue
   * @param rows that are pasted; a multiple of two, and half of it at most the products
   * @param name of the files with the figures
   */
  HandScenario(FxRobot robot, Editor editor, int products, int rows, String name) {
    this.robot = robot;
    this.editor = editor;
    this.products = products;
    this.rows = rows;
    this.figures = new TableFigures(name, products);
  }

  /** Does it all, in a window that has not begun to open the catalogue. */
  TableFigures run(Runnable open) {
    PulseWatch.measure(open, () -> workspaceIsThere() && isSettled(products));
    robot.interact(() -> {
      editor.controller().goTo("#" + products / 2);
      table().focusCells();
    });
    pasteAndUndo();
    commit();
    cancel();
    return figures;
  }

  /** Changes cells of many rows and takes that back, in a window as for {@link #run}. */
  TableFigures change(Runnable open) {
    PulseWatch.measure(open, () -> workspaceIsThere() && isSettled(products));
    change("fill", (cells, round) -> workspace().edits().fill(cells, "1" + round));
    change("clear", (cells, round) -> workspace().edits().clear(cells));
    deleteAndRevert();
    return figures;
  }

  private void pasteAndUndo() {
    String block = block(0);
    List<Took> pastes = new ArrayList<>();
    List<Took> undone = new ArrayList<>();
    List<Took> redone = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      pastes.add(paste(block));
      undone.add(perform(EditorCommand.UNDO, () -> workspace().changes().isEmpty()));
      redone.add(perform(EditorCommand.REDO, this::isPending));
      perform(EditorCommand.UNDO, () -> workspace().changes().isEmpty());
    }
    String first = "paste of %,d rows x 5 columns, the first one, until it shows".formatted(rows);
    figures.add(first, "ms", pastes.getFirst().millis());
    figures.add("paste of as many, later ones", "ms", values(pastes, Took::millis, 1));
    addGaps("a paste", pastes);
    add("undo of it", "ms", undone, Took::millis);
    add("redo of it", "ms", redone, Took::millis);
    addGaps("an undo", undone);
  }

  /** Something that is done to cells, another thing in each round. */
  private interface CellAction {
    void to(List<CellBlock> cells, int round);
  }

  /** Changes one cell in each of so many rows, and takes that back. */
  private void change(String name, CellAction action) {
    List<Took> changed = new ArrayList<>();
    List<Took> undone = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      int now = round;
      changed.add(PulseWatch.measure(() -> action.to(cells(), now), this::isPending));
      undone.add(perform(EditorCommand.UNDO, this::isDone));
    }
    add("%s of %,d cells".formatted(name, cellCount()), "ms", changed, Took::millis);
    addGaps("a " + name, changed);
    add("undo of a " + name, "ms", undone, Took::millis);
    addGaps("the undo of a " + name, undone);
  }

  private void addGaps(String where, List<Took> measured) {
    add("longest pulse gap in " + where, "ms", measured, Took::longestGap);
    add("most work between two pulses in " + where, "ms", measured, Took::mostWork);
  }

  private void deleteAndRevert() {
    List<Took> deleted = new ArrayList<>();
    List<Took> reverted = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      deleted.add(PulseWatch.measure(() -> workspace().edits().delete(cells()), this::isPending));
      reverted.add(PulseWatch.measure(() -> workspace().edits().revert(cells()), this::isDone));
    }
    add("deletion of %,d rows".formatted(cellCount()), "ms", deleted, Took::millis);
    addGaps("a deletion", deleted);
    add("revert of as many", "ms", reverted, Took::millis);
    addGaps("a revert", reverted);
  }

  private List<CellBlock> cells() {
    return List.of(
        new CellBlock(0, cellCount() - 1, List.of(workspace().schema().require("price"))));
  }

  private int cellCount() {
    return Math.min(rows, products);
  }

  private void commit() {
    List<Took> commits = new ArrayList<>();
    List<Took> keys = new ArrayList<>();
    int jumps = 0;
    for (int i = 1; i <= ROUNDS; i++) {
      int round = i;
      paste(block(round));
      int before = firstVisibleRow();
      int[] moved = new int[1];
      commits.add(
          perform(
              EditorCommand.COMMIT,
              () -> {
                moved[0] += firstVisibleRow() == before ? 0 : 1;
                return workspace().changes().isEmpty() && isSettled(stored(round));
              }));
      jumps += moved[0];
      keys.add(arrowKeysDuringCommit(round + ROUNDS));
    }
    add("commit of %,d changes".formatted(rows), "ms", commits, Took::millis);
    add("pulses a second in a commit", "", commits, Took::pulsesPerSecond);
    add("longest pulse gap in a commit", "ms", commits, Took::longestGap);
    add("longest pulse gap in a commit, arrow keys pressed", "ms", keys, Took::longestGap);
    figures.add("pulses in which the table had jumped", "", jumps);
  }

  /** Goes up and down a cell in each pulse of a commit of edits. */
  private Took arrowKeysDuringCommit(int round) {
    paste(edits(round));
    int[] pulse = new int[1];
    return perform(
        EditorCommand.COMMIT,
        () -> {
          press(pulse[0]++ % 2 == 0 ? KeyCode.DOWN : KeyCode.UP);
          return isDone();
        });
  }

  private void press(KeyCode key) {
    Node target = Objects.requireNonNull(table().getScene().getFocusOwner());
    for (EventType<KeyEvent> type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
      Event.fireEvent(target, new KeyEvent(type, "", "", key, false, false, false, false));
    }
  }

  private void cancel() {
    List<Took> cancels = new ArrayList<>();
    for (int round = 1; round <= ROUNDS; round++) {
      paste(edits(2 * ROUNDS + round));
      perform(EditorCommand.COMMIT, () -> isWriting() || isDone());
      cancels.add(PulseWatch.measure(() -> editor.viewModel().progress().cancel(), this::isIdle));
      perform(EditorCommand.COMMIT, this::isDone);
    }
    add("cancel of a commit, until it has stopped", "ms", cancels, Took::millis);
  }

  private Took paste(String block) {
    return PulseWatch.measure(
        () -> {
          Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, block));
          editor.controller().paste();
        },
        this::isPending);
  }

  private Took perform(EditorCommand command, BooleanSupplier done) {
    return PulseWatch.measure(() -> editor.controller().perform(command), done);
  }

  /** Half of it products that are there, with other names and prices, half of it new ones. */
  private String block(int round) {
    StringBuilder block = new StringBuilder("SKU\tName\tCategory\tPrice\tQuantity\n");
    for (int i = 0; i < rows; i++) {
      boolean isEdit = i % 2 == 0;
      int number = isEdit ? i * 7 % products + 1 : products + round * rows + i;
      line(block, number, round, i);
    }
    return block.toString();
  }

  private String edits(int round) {
    StringBuilder block = new StringBuilder("SKU\tName\tCategory\tPrice\tQuantity\n");
    for (int i = 0; i < Math.min(rows, products); i++) {
      line(block, i + 1, round, i);
    }
    return block.toString();
  }

  private static void line(StringBuilder block, int number, int round, int i) {
    block.append("SKU-%08d".formatted(number)).append("\tPasted product ").append(round);
    block.append(" no. ").append(i).append("\tPasted\t").append(i % 900 + 1).append('.');
    block.append(10 + (i + round) % 90).append('\t').append((i + round) % 500).append('\n');
  }

  private int stored(int round) {
    return products + round * rows / 2;
  }

  private void add(String what, String unit, List<Took> measured, ToDoubleFunction<Took> property) {
    figures.add(what, unit, values(measured, property, 0));
  }

  private static double[] values(List<Took> measured, ToDoubleFunction<Took> property, int from) {
    return measured.stream().skip(from).mapToDouble(property).toArray();
  }

  private boolean isPending() {
    return workspace().changes().counts().total() > 0 && isIdle();
  }

  private boolean isWriting() {
    return !isIdle() && editor.viewModel().progress().fractionProperty().get() > 0;
  }

  private boolean isDone() {
    return workspace().changes().isEmpty() && isIdle();
  }

  private boolean isIdle() {
    return !editor.viewModel().progress().runningProperty().get();
  }

  private boolean workspaceIsThere() {
    return editor.controller().workspace().isPresent();
  }

  private boolean isSettled(int size) {
    return isIdle() && !view().isCounting() && view().size() == size;
  }

  private int firstVisibleRow() {
    IndexedCell<?> cell = flow().getFirstVisibleCell();
    return cell == null ? -1 : cell.getIndex();
  }

  private VirtualFlow<?> flow() {
    return (VirtualFlow<?>) table().lookup(".virtual-flow");
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
}
