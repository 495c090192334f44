package app.pallet.ui.log;

import app.pallet.ui.theme.Icons;
import java.time.ZoneId;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a line of the log: time, a marker for what needs one, text in the colour of its level. */
final class LogCell extends ListCell<LogLine> {

  private final ZoneId zone = ZoneId.systemDefault();
  private final Label time = new Label();
  private final FontIcon marker = Icons.of(Feather.CHECK);
  private final HBox lead = new HBox(time, new StackPane(marker));

  LogCell() {
    time.getStyleClass().add("log-time");
    marker.getStyleClass().add("log-marker");
    lead.getStyleClass().add("log-lead");
    lead.setAlignment(Pos.CENTER_LEFT);
    getStyleClass().add("log-cell");
  }

  @Override
  protected void updateItem(@Nullable LogLine line, boolean empty) {
    super.updateItem(line, empty);
    getStyleClass().removeIf(name -> name.startsWith("log-") && !name.equals("log-cell"));
    if (empty || line == null) {
      setText(null);
      setGraphic(null);
      return;
    }
    getStyleClass().add(line.level().styleClass());
    time.setText(line.clock(zone));
    marker.setIconCode(marker(line.level()));
    marker.setVisible(line.level() != LogLine.Level.STEP);
    setText(line.text());
    setGraphic(lead);
  }

  private static Ikon marker(LogLine.Level level) {
    return switch (level) {
      case STEP, INFO -> Feather.CHEVRON_RIGHT;
      case SUCCESS -> Feather.CHECK;
      case WARNING -> Feather.ALERT_TRIANGLE;
      case ERROR -> Feather.X_CIRCLE;
    };
  }
}
