package app.pallet.ui.help;

import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.ClearableField;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * All keys at a glance, in groups. What is typed into its field leaves those whose text has it, and
 * a combination that is pressed there leaves what it does. FX thread.
 */
public final class ShortcutSheet extends VBox {

  private static final int COLUMNS = 3;

  private final List<KeyGroup> groups;
  private final ClearableField field =
      new ClearableField("shortcut-search", Feather.SEARCH, "What it does, or press the keys");
  private final HBox columns = new HBox();
  private final Label nothing = Labels.of("No keys do that", "palette-remark");

  /**
   * A sheet with all keys.
   *
   * @param close closes it
   */
  public ShortcutSheet(List<KeyGroup> groups, Runnable close) {
    this.groups = List.copyOf(groups);
    field.setPrefWidth(280);
    field.textProperty().subscribe(this::search);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::press);
    columns.getStyleClass().add("shortcut-columns");
    ScrollPane scroll = new ScrollPane(new VBox(nothing, columns));
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("shortcut-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    setId("shortcut-sheet");
    setPrefSize(1010, 620);
    getStyleClass().add("sheet");
    getChildren()
        .addAll(
            Panes.line(
                "sheet-top",
                Labels.of("Keyboard shortcuts", "sheet-title"),
                new Spacer(),
                field,
                Buttons.icon("close-shortcuts", Feather.X, "Close (Esc)", close)),
            scroll);
  }

  /** What gets the focus. */
  public TextField field() {
    return field;
  }

  private void search(String text) {
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    show(line ->
        line.what().toLowerCase(Locale.ROOT).contains(wanted)
            || Keys.texts(line.shown()).stream()
                .anyMatch(keys -> keys.toLowerCase(Locale.ROOT).contains(wanted)));
  }

  /** Shows what a combination does, unless the field itself needs the key. */
  private void press(KeyEvent event) {
    boolean isOfField =
        event.getCode().isModifierKey()
            || event.getCode() == KeyCode.ESCAPE
            || event.getCode() == KeyCode.BACK_SPACE;
    boolean isCombination =
        event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey();
    if (!isOfField && isCombination) {
      event.consume();
      Optional<String> keys =
          groups.stream()
              .flatMap(group -> group.lines().stream())
              .flatMap(line -> line.all().stream())
              .filter(each -> each.match(event))
              .map(each -> Keys.texts(List.of(each)).getFirst())
              .findFirst();
      field.setText(keys.orElse(""));
      if (keys.isEmpty()) {
        show(line -> false);
      } else {
        show(line -> line.all().stream().anyMatch(each -> each.match(event)));
      }
    }
  }

  private void show(Predicate<KeyGroup.Line> wanted) {
    List<VBox> places = new ArrayList<>();
    int total = 0;
    List<KeyGroup> shown = new ArrayList<>();
    for (KeyGroup group : groups) {
      List<KeyGroup.Line> lines = group.lines().stream().filter(wanted).toList();
      if (!lines.isEmpty()) {
        shown.add(new KeyGroup(group.title(), lines));
        total += lines.size() + 2; // its heading needs the room of two
      }
    }
    int most = Math.max(1, (total + COLUMNS - 1) / COLUMNS);
    int filled = most;
    for (KeyGroup group : shown) {
      if (filled >= most && places.size() < COLUMNS) {
        places.add(new VBox());
        places.getLast().getStyleClass().add("shortcut-column");
        HBox.setHgrow(places.getLast(), Priority.ALWAYS);
        filled = 0;
      }
      places.getLast().getChildren().add(Labels.of(group.title(), "shortcut-heading"));
      group.lines().forEach(line -> places.getLast().getChildren().add(line(line)));
      filled += group.lines().size() + 2;
    }
    while (places.size() < COLUMNS) {
      places.add(new VBox());
      HBox.setHgrow(places.getLast(), Priority.ALWAYS);
    }
    places.forEach(place -> place.setPrefWidth(1)); // all get the same
    columns.getChildren().setAll(places);
    Panes.show(nothing, shown.isEmpty());
  }

  private static Node line(KeyGroup.Line line) {
    HBox keys = Panes.line("shortcut-keys");
    Keys.texts(line.shown()).forEach(text -> keys.getChildren().add(Keys.of(text)));
    keys.setMinWidth(USE_PREF_SIZE);
    return Panes.line("shortcut-line", Labels.of(line.what()), new Spacer(), keys);
  }
}
