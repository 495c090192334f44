package app.pallet.ui;

import java.util.LinkedHashSet;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Mouse, keyboard and eyes of a UI test, on the headless "UiTest" platform. Every step happens on
 * the FX thread and returns when the window has settled, so a test reads like a script and never
 * sleeps. Call it from the test's thread:
 *
 * <pre>{@code
 * private final UiRobot robot = UiRobot.start();
 *
 * @AfterEach
 * void closeWindows() {
 *   robot.closeWindows();
 * }
 *
 * @Test
 * void ...() {
 *   robot.show(() -> new SearchField(model), 900, 600);
 *   robot.click("#search");
 *   robot.type("shirt");
 *   robot.press(KeyCode.CONTROL, KeyCode.A);
 * }
 * }</pre>
 */
public final class UiRobot {
  /** More than the platform's double-click distance, less than half a table row. */
  private static final double BESIDE = 4;

  private final FxThread fxThread;
  private final Robot robot;

  private UiRobot(FxThread fxThread) {
    this.fxThread = fxThread;
    this.robot = fxThread.get(Robot::new);
  }

  /** A robot on the running toolkit, which is started first if it has to be. */
  public static UiRobot start() {
    return new UiRobot(FxThread.start());
  }

  /**
   * The answer of {@code question}, asked on the FX thread. Put it into a variable before {@code
   * assertThat}: between the overloads of that and a type variable the compiler can't choose.
   */
  public <T> T onFx(Callable<T> question) {
    return fxThread.get(question);
  }

  /** Runs {@code action} on the FX thread and lets the window settle. */
  public void runOnFx(Runnable action) {
    fxThread.run(action);
    settle();
  }

  /** Waits until layout and drawing have caught up. Every step below does so by itself. */
  public void settle() {
    fxThread.settle();
  }

  /** Waits until {@code condition} holds on the FX thread: for work in the background. */
  public void waitUntil(String description, BooleanSupplier condition) {
    fxThread.waitUntil(description, condition);
  }

  /** Shows what {@code content} makes, on the FX thread, in a window at the screen's corner. */
  public Stage show(Supplier<? extends Parent> content, int width, int height) {
    Stage stage =
        onFx(() -> {
          Stage window = new Stage();
          window.setScene(new Scene(content.get(), width, height));
          window.setX(0);
          window.setY(0);
          window.show();
          window.requestFocus();
          return window;
        });
    settle();
    return stage;
  }

  /** Closes every window, popups and dialogs too. */
  public void closeWindows() {
    runOnFx(() -> Window.getWindows().stream().toList().reversed().forEach(Window::hide));
  }

  /**
   * The first node that {@code selector} (CSS, as in {@code "#commit"}) finds in the newest window
   * that has one.
   *
   * @throws AssertionError if there is none
   */
  public Node find(String selector) {
    return onFx(() ->
        Window.getWindows().stream().toList().reversed().stream()
            .map(window -> window.getScene().getRoot().lookup(selector))
            .filter(node -> node != null)
            .findFirst()
            .orElseThrow(() -> new NoSuchElementException("no node " + selector)));
  }

  /** Every node that {@code selector} finds under {@code root}. */
  public Set<Node> findAll(Node root, String selector) {
    return onFx(() -> new LinkedHashSet<>(root.lookupAll(selector))); // JavaFX's Set repeats nodes
  }

  /** Moves the mouse to the middle of {@code node}. */
  public void moveTo(Node node) {
    runOnFx(() -> move(centre(node)));
  }

  public void click(String selector) {
    click(find(selector));
  }

  /** Clicks once; two of these in a row are two clicks, never a double click. */
  public void click(Node node) {
    click(node, MouseButton.PRIMARY, 1);
  }

  public void doubleClick(Node node) {
    click(node, MouseButton.PRIMARY, 2);
  }

  public void rightClick(Node node) {
    click(node, MouseButton.SECONDARY, 1);
  }

  /** Clicks while {@code modifiers} (Shift, Control ...) are held down. */
  public void clickHolding(Node node, KeyCode... modifiers) {
    runOnFx(() -> pressAll(modifiers));
    click(node);
    runOnFx(() -> releaseAll(modifiers));
  }

  private void click(Node node, MouseButton button, int times) {
    runOnFx(() -> {
      move(centre(node).add(0, BESIDE));
      move(centre(node));
    });
    runOnFx(() -> {
      for (int i = 0; i < times; i++) {
        robot.mousePress(button);
        robot.mouseRelease(button);
      }
    });
  }

  /** Presses the mouse on {@code from}, moves it over to {@code to} and releases it there. */
  public void drag(Node from, Node to) {
    moveTo(from);
    runOnFx(() -> robot.mousePress(MouseButton.PRIMARY));
    runOnFx(() -> move(robot.getMousePosition().midpoint(centre(to))));
    moveTo(to);
    runOnFx(() -> robot.mouseRelease(MouseButton.PRIMARY));
  }

  /** Turns the wheel over {@code node} by that many steps; more than 0 scrolls down. */
  public void wheel(Node node, int steps) {
    moveTo(node);
    runOnFx(() -> robot.mouseWheel(steps));
  }

  /** Presses the keys together and releases them in reverse: a key, or a shortcut. */
  public void press(KeyCode... keys) {
    runOnFx(() -> {
      pressAll(keys);
      releaseAll(keys);
    });
  }

  /** Types any text, character by character, whatever has the focus then. */
  public void type(String text) {
    text.codePoints().mapToObj(Character::toString).forEach(each -> runOnFx(() -> typed(each)));
  }

  /** What {@code window} looks like now. */
  public Screenshot screenshot(Window window) {
    settle();
    return onFx(() -> Screenshot.of(window));
  }

  private static Point2D centre(Node node) {
    Bounds bounds = node.localToScreen(node.getLayoutBounds());
    if (bounds == null) {
      throw new IllegalStateException("not in a window: " + node);
    }
    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
  }

  private void move(Point2D point) {
    robot.mouseMove(point);
  }

  private void pressAll(KeyCode... keys) {
    for (KeyCode key : keys) {
      robot.keyPress(key);
    }
  }

  private void releaseAll(KeyCode... keys) {
    for (int i = keys.length - 1; i >= 0; i--) {
      robot.keyRelease(keys[i]);
    }
  }

  /** The robot has keys only, so characters that no key of it makes (é, 世) go in as events. */
  private static void typed(String character) {
    Window focused =
        Window.getWindows().stream()
            .filter(Window::isFocused)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("no window has the focus"));
    Node owner = focused.getScene().getFocusOwner();
    Event.fireEvent(
        owner == null ? focused.getScene() : owner,
        new KeyEvent(
            KeyEvent.KEY_TYPED, character, "", KeyCode.UNDEFINED, false, false, false, false));
  }
}
