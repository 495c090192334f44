package com.sun.glass.ui.headless;

import com.sun.glass.events.KeyEvent;
import com.sun.glass.events.MouseEvent;
import com.sun.glass.ui.Window;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;

/**
 * A robot whose mouse behaves like a real one: it carries the pressed keys and buttons, a pressed
 * button keeps its window until it is released, a disabled window (one behind a modal dialog) hears
 * nothing. Keys and screen capture are the headless robot's. All methods: FX thread.
 */
final class UiTestRobot extends HeadlessRobot {
  /** Pixels within which two quick clicks are a double click. */
  static final int DOUBLE_CLICK_DISTANCE = 2;

  private static final double PIXELS_PER_WHEEL_STEP = 40;

  private final Set<MouseButton> pressedButtons = EnumSet.noneOf(MouseButton.class);
  private final Set<KeyCode> pressedModifiers = EnumSet.noneOf(KeyCode.class);
  private double x;
  private double y;
  private HeadlessWindow pressedWindow;
  private HeadlessWindow hoveredWindow;

  UiTestRobot(HeadlessApplication application) {
    super(application);
  }

  @Override
  public double getMouseX() {
    return x;
  }

  @Override
  public double getMouseY() {
    return y;
  }

  @Override
  public void mouseMove(double newX, double newY) {
    x = newX;
    y = newY;
    HeadlessWindow window = enterAndExit();
    if (pressedButtons.isEmpty()) {
      send(window, MouseEvent.MOVE, MouseEvent.BUTTON_NONE);
    } else {
      send(window, MouseEvent.DRAG, glassButton(pressedButtons.iterator().next()));
    }
  }

  @Override
  public void mousePress(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      HeadlessWindow window = enterAndExit();
      if (listens(window)) {
        press(window, button);
      }
    }
  }

  private void press(HeadlessWindow window, MouseButton button) {
    pressedButtons.add(button);
    pressedWindow = window;
    if (!window.isFocused() && !isPopup(window)) {
      window.requestFocus();
    }
    send(window, MouseEvent.DOWN, glassButton(button));
    if (button == MouseButton.SECONDARY && listens(window)) {
      view(window).notifyMenu(viewX(window), viewY(window), (int) x, (int) y, false);
    }
  }

  @Override
  public void mouseRelease(MouseButton... buttons) {
    for (MouseButton button : buttons) {
      if (pressedButtons.remove(button)) {
        HeadlessWindow window = pressedWindow;
        if (pressedButtons.isEmpty()) {
          pressedWindow = null;
        }
        send(window, MouseEvent.UP, glassButton(button));
        enterAndExit();
      }
    }
  }

  @Override
  public void mouseWheel(int steps) {
    HeadlessWindow window = enterAndExit();
    for (int step = 0; step < Math.abs(steps) && listens(window); step++) {
      view(window)
          .notifyScroll(
              viewX(window),
              viewY(window),
              (int) x,
              (int) y,
              0,
              -Integer.signum(steps),
              modifiers(),
              0,
              0,
              0,
              0,
              PIXELS_PER_WHEEL_STEP,
              PIXELS_PER_WHEEL_STEP);
    }
  }

  @Override
  public void keyPress(KeyCode key) {
    if (key.isModifierKey()) {
      pressedModifiers.add(key);
    }
    super.keyPress(key);
  }

  @Override
  public void keyRelease(KeyCode key) {
    pressedModifiers.remove(key);
    super.keyRelease(key);
  }

  /** Tells the windows that the mouse left and came, and returns the one it is over now. */
  private HeadlessWindow enterAndExit() {
    HeadlessWindow window = windowUnderMouse();
    if (!Objects.equals(window, hoveredWindow)) {
      send(hoveredWindow, MouseEvent.EXIT, MouseEvent.BUTTON_NONE);
      hoveredWindow = window;
      send(window, MouseEvent.ENTER, MouseEvent.BUTTON_NONE);
    }
    return window;
  }

  private HeadlessWindow windowUnderMouse() {
    if (pressedWindow != null && isOpen(pressedWindow)) {
      return pressedWindow;
    }
    return windowAt(x, y);
  }

  /** The topmost window at a place of the screen, or null. */
  static HeadlessWindow windowAt(double x, double y) {
    HeadlessWindow topmost = null;
    for (Window window : Window.getWindows()) {
      if (isOpen(window) && window.isVisible() && !window.isMinimized() && contains(window, x, y)) {
        topmost = (HeadlessWindow) window;
      }
    }
    return topmost;
  }

  private static boolean contains(Window window, double x, double y) {
    return x >= window.getX()
        && x < window.getX() + window.getWidth()
        && y >= window.getY()
        && y < window.getY() + window.getHeight();
  }

  private void send(HeadlessWindow window, int type, int button) {
    if (listens(window)) {
      boolean popupTrigger = type == MouseEvent.DOWN && button == MouseEvent.BUTTON_RIGHT;
      view(window)
          .notifyMouse(
              type,
              button,
              viewX(window),
              viewY(window),
              (int) x,
              (int) y,
              modifiers(),
              popupTrigger,
              false);
    }
  }

  private static boolean listens(HeadlessWindow window) {
    return window != null && isOpen(window) && window.isEnabled();
  }

  private static boolean isOpen(Window window) {
    return !window.isClosed() && window.getView() instanceof HeadlessView;
  }

  private static boolean isPopup(Window window) {
    return (window.getStyleMask() & Window.POPUP) != 0;
  }

  private static HeadlessView view(Window window) {
    return (HeadlessView) window.getView();
  }

  private int viewX(Window window) {
    return (int) x - window.getX();
  }

  private int viewY(Window window) {
    return (int) y - window.getY();
  }

  private int modifiers() {
    int modifiers = 0;
    for (KeyCode key : pressedModifiers) {
      modifiers |= glassModifier(key);
    }
    for (MouseButton button : pressedButtons) {
      modifiers |= glassModifier(button);
    }
    return modifiers;
  }

  private static int glassModifier(KeyCode key) {
    return switch (key) {
      case SHIFT -> KeyEvent.MODIFIER_SHIFT;
      case CONTROL -> KeyEvent.MODIFIER_CONTROL;
      case ALT -> KeyEvent.MODIFIER_ALT;
      case COMMAND, META -> KeyEvent.MODIFIER_COMMAND;
      default -> KeyEvent.MODIFIER_NONE;
    };
  }

  private static int glassModifier(MouseButton button) {
    return switch (button) {
      case PRIMARY -> KeyEvent.MODIFIER_BUTTON_PRIMARY;
      case SECONDARY -> KeyEvent.MODIFIER_BUTTON_SECONDARY;
      case MIDDLE -> KeyEvent.MODIFIER_BUTTON_MIDDLE;
      default -> KeyEvent.MODIFIER_NONE;
    };
  }

  private static int glassButton(MouseButton button) {
    return switch (button) {
      case PRIMARY -> MouseEvent.BUTTON_LEFT;
      case SECONDARY -> MouseEvent.BUTTON_RIGHT;
      case MIDDLE -> MouseEvent.BUTTON_OTHER;
      default -> MouseEvent.BUTTON_NONE;
    };
  }
}
