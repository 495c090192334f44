package com.sun.glass.ui.headless;

import com.sun.glass.ui.Clipboard;
import com.sun.glass.ui.ClipboardAssistance;
import com.sun.glass.ui.View;
import com.sun.glass.ui.Window;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that a file manager drags over the windows, as the platform tells JavaFX of it. Places are
 * pixels of the screen. FX thread.
 */
public final class DraggedFiles implements AutoCloseable {

  private final ClipboardAssistance board = new ClipboardAssistance(Clipboard.DND);
  private Window over;

  /** Files that are over no window yet. */
  public DraggedFiles(List<Path> files) {
    board.setData(
        Clipboard.FILE_LIST_TYPE, files.stream().map(Path::toString).toArray(String[]::new));
    board.setSupportedActions(Clipboard.ACTION_COPY_OR_MOVE);
    board.flush();
  }

  /**
   * Moves them over a place.
   *
   * @return whether they may be dropped there, to be copied
   */
  public boolean moveTo(double x, double y) {
    Window window = UiTestRobot.windowAt(x, y);
    if (window != over) {
      leave();
      over = window;
      if (window != null) {
        handler(window)
            .handleDragEnter(
                view(window), viewX(x), viewY(y), (int) x, (int) y, Clipboard.ACTION_COPY, board);
      }
    }
    return window != null
        && handler(window)
                .handleDragOver(
                    view(window),
                    viewX(x),
                    viewY(y),
                    (int) x,
                    (int) y,
                    Clipboard.ACTION_COPY,
                    board)
            == Clipboard.ACTION_COPY;
  }

  /** Moves them away from all windows. */
  public void leave() {
    if (over != null) {
      handler(over).handleDragLeave(view(over), board);
      over = null;
    }
  }

  /**
   * Lets go of them where they are; only where they may be dropped, as the platform does.
   *
   * @return whether they were taken
   */
  public boolean dropAt(double x, double y) {
    if (!moveTo(x, y)) {
      return false;
    }
    int action =
        handler(over)
            .handleDragDrop(
                view(over), viewX(x), viewY(y), (int) x, (int) y, Clipboard.ACTION_COPY, board);
    over = null; // a drop ends it, without a leaving
    return action == Clipboard.ACTION_COPY;
  }

  @Override
  public void close() {
    leave();
    board.close();
  }

  private static View view(Window window) {
    return window.getView();
  }

  private static View.EventHandler handler(Window window) {
    return window.getView().getEventHandler();
  }

  private int viewX(double x) {
    return (int) x - over.getX();
  }

  private int viewY(double y) {
    return (int) y - over.getY();
  }
}
