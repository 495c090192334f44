package app.pallet.ui.help;

import app.pallet.ui.theme.Labels;
import app.pallet.work.ThreadRunner;
import app.pallet.work.WorkListener;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user guide in a window of its own, so that it can be read while one works. It is part of
 * Pallet and needs no network. FX thread; it is read in the background.
 */
public final class GuideWindow {

  private static final Logger LOG = LoggerFactory.getLogger(GuideWindow.class);
  private static final String GUIDE = "user-guide.md";

  private Optional<Stage> shown = Optional.empty();

  /** A window that is not shown yet. */
  public GuideWindow() {}

  /** Shows the guide, or brings it to the front if it is shown. */
  public void show(Window owner) {
    if (shown.filter(Window::isShowing).isPresent()) {
      shown.get().toFront();
      shown.get().requestFocus();
      return;
    }
    StackPane root = new StackPane(Labels.of("Reading the guide\u2026", "palette-remark"));
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.setTitle("User guide \u2013 Pallet");
    stage.setScene(new Scene(root, 900, 680));
    stage.setMinWidth(560);
    stage.setMinHeight(360);
    shown = Optional.of(stage);
    stage.show();
    ThreadRunner reader = new ThreadRunner("pallet-guide", Platform::runLater);
    reader.start(
        "Read the guide",
        monitor -> Markdown.of(text()),
        WorkListener.<Markdown>of(
            guide -> {
              reader.stop();
              GuidePane pane = new GuidePane(guide, stage::hide);
              root.getChildren().setAll(pane);
              pane.search().requestFocus();
            },
            failure -> {
              reader.stop();
              LOG.error("The guide can't be read", failure);
              root.getChildren()
                  .setAll(Labels.wrapped("The guide can\u2019t be read. The log says why."));
            }));
  }

  private static String text() {
    try (InputStream in =
        Objects.requireNonNull(GuideWindow.class.getResourceAsStream(GUIDE), GUIDE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
