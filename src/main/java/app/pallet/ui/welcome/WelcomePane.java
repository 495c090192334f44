package app.pallet.ui.welcome;

import app.pallet.ui.tables.RecentTables;
import app.pallet.ui.tables.TablePlace;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.Panes;
import app.pallet.work.ThreadRunner;
import app.pallet.work.WorkListener;
import atlantafx.base.controls.Spacer;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be opened while nothing is: something from a file, something new, what was open before,
 * or the example. FX thread; files are looked at in the background, each by itself, as one on a
 * network may keep it waiting.
 */
public final class WelcomePane extends ScrollPane {

  private static final Logger LOG = LoggerFactory.getLogger(WelcomePane.class);

  /** What is offered of what was open before. */
  private static final int RECENT = 8;

  private final ObjectProperty<RecentTables> recent;
  private final Consumer<TablePlace> open;
  private final HBox ways = new HBox();
  private final VBox lines = new VBox();
  private Optional<Function<TablePlace, RecentFile>> look = Optional.empty();

  /**
   * A way to begin.
   *
   * @param id of its button
   * @param keys what does the same; may be empty
   */
  public record Way(String id, Ikon icon, String title, String remark, String keys, Runnable go) {}

  /**
   * A page.
   *
   * @param ways large, beside each other
   * @param example opens the example
   * @param open opens what was open before
   */
  public WelcomePane(
      List<Way> ways,
      Runnable example,
      ObjectProperty<RecentTables> recent,
      Consumer<TablePlace> open) {
    this.recent = recent;
    this.open = open;
    this.ways.getStyleClass().add("welcome-ways");
    ways.forEach(way -> this.ways.getChildren().add(card(way)));
    lines.getStyleClass().add("welcome-recent");
    lines.setId("welcome-recent");
    Hyperlink clear = new Hyperlink("Clear the list");
    clear.setId("clear-recent");
    clear.setOnAction(event -> recent.set(RecentTables.NONE));
    HBox heading =
        Panes.line("welcome-heading", Labels.of("Recent", "shortcut-heading"), new Spacer(), clear);
    HBox exampleLine =
        Panes.line(
            "welcome-example",
            Icons.of(Feather.COFFEE),
            Labels.of("Just looking? The example catalogue has 1,000 invented products."),
            new Spacer(),
            Buttons.text("open-example", "Open the example", example));
    VBox.setMargin(exampleLine, new Insets(14, 0, 0, 0));
    VBox page =
        new VBox(
            Panes.line(
                "about-top",
                Icons.of(Feather.PACKAGE, "logo"),
                new VBox(
                    Labels.of("Pallet", "welcome-title"),
                    Labels.of(
                        "Change many products at once. Nothing is written until you say so.",
                        "welcome-remark"))),
            this.ways,
            heading,
            lines,
            exampleLine,
            Panes.line(
                "welcome-drop",
                Icons.of(Feather.DOWNLOAD),
                Labels.of("or drop a catalogue on this window", "welcome-remark")));
    page.getStyleClass().add("welcome-page");
    StackPane middle = new StackPane(page);
    setContent(middle);
    setFitToWidth(true);
    setFitToHeight(true);
    setId("welcome");
    getStyleClass().add("welcome");
    recent.subscribe(now -> {
      Panes.show(heading, !now.tables().isEmpty());
      Panes.show(lines, !now.tables().isEmpty());
    });
    visibleProperty().subscribe(this::refresh);
    recent.subscribe(now -> refresh());
  }

  /**
   * Sets what looks at a file in the background.
   *
   * @param looking may take its time
   */
  public void lookWith(Function<TablePlace, RecentFile> looking) {
    look = Optional.of(looking);
    refresh();
  }

  /** Gives the focus to the first way to begin. */
  public void focusFirst() {
    ways.getChildren().getFirst().requestFocus();
  }

  private static Node card(Way way) {
    Label title = Labels.of(way.title(), "welcome-way-title");
    HBox top = new HBox(Icons.of(way.icon(), "accent"), new Spacer());
    if (!way.keys().isEmpty()) {
      top.getChildren().add(Keys.of(way.keys()));
    }
    VBox content = new VBox(top, title, Labels.of(way.remark(), "palette-remark"));
    content.getStyleClass().add("welcome-way-content");
    Button button = wide(way.id(), content, way.title(), way.go());
    button.getStyleClass().add("welcome-way");
    HBox.setHgrow(button, Priority.ALWAYS);
    button.setPrefWidth(1); // all get the same
    return button;
  }

  private void refresh() {
    lines.getChildren().clear();
    if (isVisible()) {
      recent.get().tables().stream()
          .limit(RECENT)
          .map(RecentTables.RecentTable::place)
          .forEach(place -> lines.getChildren().add(line(place)));
    }
  }

  private Node line(TablePlace place) {
    Label folder = Labels.of(place.folder(), "palette-remark");
    folder.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    folder.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(folder, Priority.ALWAYS);
    Label draft = Labels.of("A draft waits", "welcome-draft");
    Panes.show(draft, false);
    Label state = Labels.of("", "welcome-when");
    HBox content =
        new HBox(
            Icons.of(place.table().isPresent() ? Feather.DATABASE : Feather.PACKAGE, "accent"),
            Labels.of(place.title(), "welcome-name"),
            folder,
            draft,
            state);
    content.setAlignment(Pos.CENTER_LEFT);
    content.getStyleClass().add("welcome-line-content");
    Button button =
        wide(
            "recent-file-" + lines.getChildren().size(),
            content,
            place.title(),
            () -> open.accept(place));
    button.getStyleClass().add("welcome-line");
    button.setTooltip(Buttons.tooltip(place.file().toString()));
    look.ifPresent(looking ->
        look(
            place,
            looking,
            found -> {
              Panes.show(draft, found.hasDraft());
              state.setText(
                  found
                      .changed()
                      .map(then -> WhenWording.of(then, Clock.system(ZoneId.systemDefault())))
                      .orElse("can\u2019t be reached"));
              if (found.changed().isEmpty()) {
                state.getStyleClass().add("unreachable");
                content.getChildren().set(0, Icons.of(Feather.ALERT_CIRCLE, "unreachable"));
              }
            }));
    return button;
  }

  private static void look(
      TablePlace place, Function<TablePlace, RecentFile> looking, Consumer<RecentFile> then) {
    ThreadRunner runner = new ThreadRunner("pallet-recent", Platform::runLater);
    runner.start(
        "Look at " + place.title(),
        monitor -> looking.apply(place),
        WorkListener.<RecentFile>of(
            found -> {
              runner.stop();
              then.accept(found);
            },
            failure -> {
              runner.stop();
              LOG.warn("{} can't be looked at", place, failure);
            }));
  }

  /** A button as wide as its place, with more in it than a text. */
  private static Button wide(String id, Region content, String name, Runnable action) {
    Button button = new Button("", content);
    button.setId(id);
    button.setAccessibleText(name);
    button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setOnAction(event -> action.run());
    content.prefWidthProperty().bind(button.widthProperty().subtract(26));
    return button;
  }
}
