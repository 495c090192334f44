package app.pallet.ui.dialog;

import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Windows over the editor's, in its middle, no larger than the screen allows. */
public final class OwnedWindows implements ModalWindows {

  private static final double SMALLEST_WIDTH = 760;
  private static final double SMALLEST_HEIGHT = 520;

  private final Window owner;

  /** Windows over another. */
  public OwnedWindows(Window owner) {
    this.owner = owner;
  }

  @Override
  public void show(Content content, Runnable closed) {
    Stage stage = new Stage();
    stage.initOwner(owner);
    stage.initModality(Modality.WINDOW_MODAL);
    stage.setTitle(content.title());
    stage.setScene(new Scene(content.pane().apply(stage::hide), content.width(), content.height()));
    stage.setMinWidth(Math.min(SMALLEST_WIDTH, content.width()));
    stage.setMinHeight(Math.min(SMALLEST_HEIGHT, content.height()));
    stage.setOnShown(event -> {
      stage.setX(Math.max(0, owner.getX() + (owner.getWidth() - stage.getWidth()) / 2));
      stage.setY(Math.max(0, owner.getY() + (owner.getHeight() - stage.getHeight()) / 2));
    });
    stage.setOnHidden(event -> closed.run());
    stage.show();
  }
}
