package app.pallet.ui;

import app.pallet.ui.status.Heartbeat;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.ui.window.WindowPlacement;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The window around the {@link EditorPane}: its title, its place on the screen, its keys, and the
 * ticks that bring progress and log lines in from other threads. FX thread.
 */
public final class EditorWindow {

  private final Stage stage;
  private final Heartbeat heartbeat;
  private WindowPlacement normal;

  /**
   * A window that is not yet shown.
   *
   * @param mayClose asked before the user's wish to close is granted
   */
  public EditorWindow(
      Stage stage,
      EditorViewModel viewModel,
      EditorPane pane,
      WindowPlacement placement,
      BooleanSupplier mayClose) {
    this.stage = stage;
    this.normal = placement;
    Scene scene = new Scene(pane);
    pane.installKeys(scene);
    stage.setScene(scene);
    stage
        .titleProperty()
        .bind(
            Bindings.createStringBinding(
                () -> title(viewModel),
                viewModel.catalogueProperty(),
                viewModel.progress().shareProperty()));
    placement.apply(stage);
    stage.maximizedProperty().addListener((observed, before, now) -> rememberNormal(now));
    stage.setOnCloseRequest(event -> {
      if (!mayClose.getAsBoolean()) {
        event.consume();
      }
    });
    heartbeat = new Heartbeat(viewModel::tick);
    viewModel.log().inbox().whenFilled(heartbeat::wake);
    viewModel
        .progress()
        .runningProperty()
        .addListener((observed, before, running) -> heartbeat.wake());
    stage.setOnHidden(event -> heartbeat.stop());
  }

  /** What is open; before it how far long work is, so that it can be seen from other windows. */
  private static String title(EditorViewModel viewModel) {
    String name = viewModel.catalogueProperty().get();
    String share = viewModel.progress().shareProperty().get();
    return (share.isEmpty() ? "" : share + " · ")
        + (name.isEmpty() ? "Pallet" : name + " – Pallet");
  }

  /** Shows the window. */
  public void show() {
    stage.show();
  }

  /** Calls this once, when the shown window has been drawn for the first time. */
  public void whenDrawn(Runnable listener) {
    new FirstFrame(listener).start();
  }

  /** Where the window is now, for the settings. */
  public WindowPlacement placement() {
    return WindowPlacement.of(stage, normal);
  }

  private void rememberNormal(boolean maximized) {
    if (maximized && stage.getWidth() > 0) {
      normal =
          new WindowPlacement(
              stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
    }
  }

  /** Waits for the second pulse, before which the first one has been drawn. FX thread. */
  private static final class FirstFrame extends AnimationTimer {

    private final Runnable then;
    private boolean begun;

    FirstFrame(Runnable then) {
      this.then = then;
    }

    @Override
    public void handle(long now) {
      if (begun) {
        stop();
        then.run();
      }
      begun = true;
    }
  }
}
