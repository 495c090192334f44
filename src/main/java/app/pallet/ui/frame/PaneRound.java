package app.pallet.ui.frame;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Takes the keyboard from pane to pane and back to the table, each time to where it was left. FX
 * thread.
 */
public final class PaneRound {

  private final Node table;
  private final Runnable focusTable;
  private final List<Node> panes;
  private final Map<Node, Node> left = new HashMap<>();

  /**
   * A round.
   *
   * @param table the pane where it begins
   * @param focusTable gives the focus to the cell of the table that had it last
   * @param others the other panes in order; those that are hidden or empty are left out
   */
  public PaneRound(Node table, Runnable focusTable, List<Node> others) {
    this.table = table;
    this.focusTable = focusTable;
    this.panes = new ArrayList<>(List.of(table));
    panes.addAll(others);
  }

  /**
   * Goes on.
   *
   * @param step 1 for the next pane, -1 for the one before
   */
  public void go(int step) {
    Scene scene = table.getScene();
    Node owner = scene.getFocusOwner();
    int current = Math.max(0, paneOf(owner));
    if (owner != null) {
      left.put(panes.get(current), owner);
    }
    for (int i = 1; i < panes.size(); i++) {
      if (focus(panes.get(Math.floorMod(current + step * i, panes.size())))) {
        return;
      }
    }
  }

  /** Goes to the table. */
  public void home() {
    focus(table);
  }

  /** Whether the focus is in a pane. */
  public boolean isIn(Node pane) {
    return table.getScene() != null && isWithin(table.getScene().getFocusOwner(), pane);
  }

  private int paneOf(@Nullable Node owner) {
    for (int i = 0; i < panes.size(); i++) {
      if (isWithin(owner, panes.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private boolean focus(Node pane) {
    if (pane.equals(table)) {
      firstIn(pane).ifPresent(Node::requestFocus); // if there are no cells, what is there instead
      focusTable.run();
      return true;
    }
    Node before = left.get(pane);
    Optional<Node> next =
        before != null && isWithin(before, pane) && canHaveFocus(before)
            ? Optional.of(before)
            : firstIn(pane);
    next.ifPresent(Node::requestFocus);
    return next.isPresent();
  }

  private static boolean isWithin(@Nullable Node node, Node pane) {
    Node parent = node;
    while (parent != null && !parent.equals(pane)) {
      parent = parent.getParent();
    }
    return parent != null;
  }

  private static boolean canHaveFocus(Node node) {
    return node.getScene() != null
        && node.isFocusTraversable()
        && !node.isDisabled()
        && isShown(node);
  }

  private static boolean isShown(Node node) {
    Node shown = node;
    while (shown != null && shown.isVisible()) {
      shown = shown.getParent();
    }
    return shown == null;
  }

  private static Optional<Node> firstIn(Node pane) {
    if (!isShown(pane)) {
      return Optional.empty();
    }
    return below(pane).stream().filter(PaneRound::canHaveFocus).findFirst();
  }

  /** Nodes under a node from the first to the last; what a control is made of is left out. */
  private static List<Node> below(Node node) {
    List<Node> all = new ArrayList<>();
    if (node instanceof Parent parent) {
      for (Node child : parent.getChildrenUnmodifiable()) {
        all.add(child);
        if (!(child instanceof Control) || !child.isFocusTraversable()) {
          all.addAll(below(child));
        }
      }
    }
    return all;
  }

  /**
   * Makes a row of buttons one stop of the Tab key, within which the arrow keys, Home and End go
   * on.
   */
  public static void oneStop(Parent row) {
    List<Node> stops = below(row).stream().filter(Node::isFocusTraversable).toList();
    stops.stream().skip(1).forEach(node -> node.setFocusTraversable(false));
    stops.forEach(node ->
        node.focusedProperty()
            .subscribe(focused -> {
              if (focused) {
                stops.forEach(each -> each.setFocusTraversable(each.equals(node)));
              }
            }));
    row.addEventFilter(KeyEvent.KEY_PRESSED, event -> moveWithin(stops, event));
  }

  /** Whether a key moves the cursor within a text, and not beyond its ends. */
  private static boolean isWithinText(TextInputControl field, KeyEvent event) {
    return switch (event.getCode()) {
      case LEFT -> field.getCaretPosition() > 0;
      case RIGHT -> field.getCaretPosition() < field.getLength();
      default -> true;
    };
  }

  private static void moveWithin(List<Node> stops, KeyEvent event) {
    Node owner = ((Node) event.getSource()).getScene().getFocusOwner();
    List<Node> usable = stops.stream().filter(node -> !node.isDisabled() && isShown(node)).toList();
    int at = usable.indexOf(owner);
    if (at < 0 || (owner instanceof TextInputControl field && isWithinText(field, event))) {
      return;
    }
    int next =
        switch (event.getCode()) {
          case LEFT -> at - 1;
          case RIGHT -> at + 1;
          case HOME -> 0;
          case END -> usable.size() - 1;
          default -> -1;
        };
    if (next >= 0 && next < usable.size()) {
      usable.get(next).requestFocus();
      event.consume();
    }
  }
}
