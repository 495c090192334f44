package app.pallet.ui.safety;

import app.pallet.database.file.Backup;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.ItemCell;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The backups of a catalogue to choose one from; the chosen one is opened as a copy. */
public final class BackupsPane extends VBox {

  private static final DateTimeFormatter MADE =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH);

  /**
   * A pane over backups.
   *
   * @param backups the latest first
   * @param open gets the chosen one
   * @param close closes the window
   */
  public BackupsPane(List<Backup> backups, Consumer<Backup> open, Runnable close) {
    setId("backups-pane");
    getStyleClass().add("safety-pane");
    Panes.style(this, "safety.css");
    ListView<Backup> list = new ListView<>();
    list.setId("backup-list");
    list.setAccessibleText("Backups");
    list.getItems().setAll(backups);
    list.setCellFactory(view -> new BackupCell());
    list.setPlaceholder(
        new EmptyState(Feather.ARCHIVE, "No backup yet", "The first commit of a day makes one."));
    list.getSelectionModel().selectFirst();
    VBox.setVgrow(list, Priority.ALWAYS);
    Label what =
        Labels.of("A backup is opened as a copy. The catalogue stays as it is.", "safety-remark");
    addEventFilter( // a list keeps Escape to itself, so a cancel button would not hear of it
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            event.consume();
            close.run();
          }
        });
    getChildren().addAll(list, what, buttons(list, open, close));
  }

  private static HBox buttons(ListView<Backup> list, Consumer<Backup> open, Runnable close) {
    Button cancel = Buttons.text("backup-cancel", "Cancel", close);
    Button choose = new Button("Open a copy…");
    choose.setId("backup-open");
    choose.setDefaultButton(true);
    choose.getStyleClass().add(Styles.ACCENT);
    choose.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
    choose.setOnAction(event -> {
      Backup backup = list.getSelectionModel().getSelectedItem();
      close.run();
      open.accept(backup);
    });
    HBox bar = Panes.line("safety-buttons", new Spacer(), cancel, choose);
    return bar;
  }

  /** When a backup was made, as the user reads it. */
  public static String made(Backup backup) {
    return MADE.format(backup.made().atZone(ZoneId.systemDefault()));
  }

  private static final class BackupCell extends ItemCell<Backup> {

    private final Label made = new Label("", Icons.of(Feather.ARCHIVE));
    private final Label size = Labels.of("", "safety-remark");
    private final HBox line;

    BackupCell() {
      line = new HBox(made, new Spacer(), size);
      line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void show(Backup backup) {
      made.setText(made(backup));
      size.setText(Wording.size(backup.size()));
      setGraphic(line);
      setAccessibleText(made.getText() + ", " + size.getText());
    }
  }
}
