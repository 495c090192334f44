package com.sun.glass.ui.headless;

import com.sun.glass.ui.GlassRobot;
import com.sun.glass.ui.Screen;
import java.nio.ByteBuffer;
import java.util.Locale;
import javafx.scene.input.KeyCode;

/**
 * The headless platform with a larger screen and a complete robot. JavaFX's own one has a screen of
 * 1000 x 1000 pixels, and its robot forgets Shift and Control at the mouse and the pressed button
 * while dragging. The size is set with {@code -Duitest.screen.width} and {@code
 * -Duitest.screen.height}, in pixels. Lives on the FX thread.
 *
 * <p>It is in this package because the frame buffer and the windows' event methods are visible only
 * here.
 */
public final class UiTestApplication extends HeadlessApplication {
  private static final int WIDTH = Integer.getInteger("uitest.screen.width", 1600);
  private static final int HEIGHT = Integer.getInteger("uitest.screen.height", 1200);
  private static final int BYTES_PER_PIXEL = 4;
  private static final int COLOUR_DEPTH = 32;
  private static final int DOTS_PER_INCH = 100;

  private final Screen[] screens = {screen()};
  private final UiTestRobot robot = new UiTestRobot(this);

  private static Screen screen() {
    return new Screen(
        0,
        COLOUR_DEPTH,
        0,
        0,
        WIDTH,
        HEIGHT,
        0,
        0,
        WIDTH,
        HEIGHT,
        0,
        0,
        WIDTH,
        HEIGHT,
        DOTS_PER_INCH,
        DOTS_PER_INCH,
        1f,
        1f,
        1f,
        1f);
  }

  @Override
  protected Screen[] staticScreen_getScreens() {
    if (frameBuffer == null) {
      frameBuffer = ByteBuffer.allocate(WIDTH * HEIGHT * BYTES_PER_PIXEL);
    }
    return screens;
  }

  @Override
  public GlassRobot createRobot() {
    return robot;
  }

  /** Narrow, so that a test can tell two clicks from a double click by moving a little between. */
  @Override
  protected int staticView_getMultiClickMaxX() {
    return UiTestRobot.DOUBLE_CLICK_DISTANCE;
  }

  @Override
  protected int staticView_getMultiClickMaxY() {
    return UiTestRobot.DOUBLE_CLICK_DISTANCE;
  }

  /** A keyboard on which each letter and digit has its own key; needed by character shortcuts. */
  @Override
  protected int _getKeyCodeForChar(char character, int hint) {
    KeyCode key = KeyCode.getKeyCode(String.valueOf(character).toUpperCase(Locale.ROOT));
    return (key == null ? KeyCode.UNDEFINED : key).getCode();
  }
}
