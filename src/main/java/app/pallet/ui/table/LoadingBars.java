package app.pallet.ui.table;

import app.pallet.ui.table.grid.GridGeometry;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Says with the pseudo-class {@code :waiting} that rows on the screen are slow to arrive, so that
 * their cells are drawn as bars. Rows that come at once leave no trace: nothing flickers. FX
 * thread.
 */
final class LoadingBars {

  private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
  private static final Duration PATIENCE = Duration.millis(150);

  private final Node grid;
  private final GridGeometry geometry;
  private final PauseTransition patience = new PauseTransition(PATIENCE);
  private boolean pending;

  LoadingBars(Node grid, GridGeometry geometry) {
    this.grid = grid;
    this.geometry = geometry;
    patience.setOnFinished(event -> show());
  }

  /** A row was looked at that is still being fetched. */
  void missing() {
    if (!pending) {
      pending = true;
      patience.playFromStart();
    }
  }

  /** Rows have arrived; there may be others to wait for. */
  void arrived() {
    if (pending && geometry.showsAllRows()) {
      pending = false;
      patience.stop();
      grid.pseudoClassStateChanged(WAITING, false);
    }
  }

  private void show() {
    pending = !geometry.showsAllRows();
    grid.pseudoClassStateChanged(WAITING, pending);
  }
}
