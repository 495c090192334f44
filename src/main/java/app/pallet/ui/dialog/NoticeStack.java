package app.pallet.ui.dialog;

import app.pallet.ui.theme.Icons;
import atlantafx.base.controls.Notification;
import atlantafx.base.theme.Styles;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Shows notices in its lower right corner, the newest at the bottom, each for as long as it takes
 * to read it. To be laid over a part of the window in whose corner there is no button; lets the
 * mouse through where there is no notice.
 */
public final class NoticeStack extends VBox implements Notifier {

  private static final Duration READING_TIME = Duration.seconds(8);
  private static final int MOST = 3;

  /** No notice. */
  public NoticeStack() {
    setId("notices");
    getStyleClass().add("notice-stack");
    setAlignment(Pos.BOTTOM_RIGHT);
    setPickOnBounds(false);
  }

  @Override
  public void show(Notice notice) {
    add(make(notice));
  }

  @Override
  public void show(Notice notice, String label, Runnable action) {
    Notification notification = make(notice);
    Button button = new Button(label);
    button.setId("notice-action");
    button.getStyleClass().add(Styles.SMALL);
    button.setOnAction(event -> {
      getChildren().remove(notification);
      action.run();
    });
    notification.getPrimaryActions().setAll(button);
    add(notification);
  }

  private void add(Notification notification) {
    if (getChildren().size() == MOST) {
      getChildren().removeFirst();
    }
    getChildren().add(notification);
    PauseTransition pause = new PauseTransition(READING_TIME);
    pause.setOnFinished(event -> getChildren().remove(notification));
    notification.hoverProperty().addListener((observed, before, hovered) -> pause.playFromStart());
    pause.play();
  }

  private Notification make(Notice notice) {
    FontIcon icon =
        switch (notice.kind()) {
          case DONE -> Icons.of(Feather.CHECK_CIRCLE);
          case WARNING -> Icons.of(Feather.ALERT_TRIANGLE);
        };
    String text = notice.text().isEmpty() ? notice.title() : notice.title() + ". " + notice.text();
    Notification notification = new Notification(text, icon);
    notification
        .getStyleClass()
        .addAll(
            Styles.ELEVATED_1, notice.kind() == Notice.Kind.DONE ? Styles.SUCCESS : Styles.WARNING);
    notification.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    notification.setOnClose(event -> getChildren().remove(notification));
    notification.setAccessibleText(text);
    return notification;
  }
}
