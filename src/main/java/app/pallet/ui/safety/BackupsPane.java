package app.pallet.ui.safety;

import app.pallet.database.file.Backup;
import app.pallet.ui.text.Wording;
import app.pallet.ui.theme.EmptyState;
import app.pallet.ui.theme.Icons;
import atlantafx.base.theme.Styles;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
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
    getStylesheets()
        .add(Objects.requireNonNull(BackupsPane.class.getResource("safety.css")).toExternalForm());
    ListView<Backup> list = new ListView<>();
    list.setId("backup-list");
    list.setAccessibleText("Backups");
    list.getItems().setAll(backups);
    list.setCellFactory(view -> new BackupCell());
    list.setPlaceholder(
        new EmptyState(Feather.ARCHIVE, "No backup yet", "The first commit of a day makes one."));
    list.getSelectionModel().selectFirst();
    VBox.setVgrow(list, Priority.ALWAYS);
    Label what = new Label("A backup is opened as a copy. The catalogue stays as it is.");
    what.getStyleClass().add("safety-remark");
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
    Button cancel = new Button("Cancel");
    cancel.setId("backup-cancel");
    cancel.setOnAction(event -> close.run());
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
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox bar = new HBox(space, cancel, choose);
    bar.getStyleClass().add("safety-buttons");
    bar.setAlignment(Pos.CENTER_LEFT);
    return bar;
  }

  /** When a backup was made, as the user reads it. */
  public static String made(Backup backup) {
    return MADE.format(backup.made().atZone(ZoneId.systemDefault()));
  }

  private static final class BackupCell extends ListCell<Backup> {

    private final Label made = new Label("", Icons.of(Feather.ARCHIVE));
    private final Label size = new Label();
    private final HBox line;

    BackupCell() {
      Region space = new Region();
      HBox.setHgrow(space, Priority.ALWAYS);
      size.getStyleClass().add("safety-remark");
      line = new HBox(made, space, size);
      line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Backup backup, boolean empty) {
      super.updateItem(backup, empty);
      if (backup == null || empty) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      made.setText(made(backup));
      size.setText(Wording.size(backup.size()));
      setGraphic(line);
      setAccessibleText(made.getText() + ", " + size.getText());
    }
  }
}
