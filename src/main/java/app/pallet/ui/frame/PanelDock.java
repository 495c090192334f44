package app.pallet.ui.frame;

import app.pallet.ui.keys.Shortcut;
import app.pallet.ui.panel.Panel;
import app.pallet.ui.theme.Buttons;
import app.pallet.ui.theme.Icons;
import app.pallet.ui.theme.Keys;
import app.pallet.ui.theme.Labels;
import app.pallet.ui.theme.PaneHeader;
import app.pallet.ui.theme.Panes;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/**
 * The panels beside the table, of which one is open or none, and the rail with a button for each.
 * FX thread.
 */
public final class PanelDock {

  private final List<Panel> panels = new ArrayList<>();
  private final ReadOnlyObjectWrapper<Optional<Panel>> open =
      new ReadOnlyObjectWrapper<>(this, "open", Optional.empty());
  private final BorderPane place = new BorderPane();
  private final VBox buttons = new VBox();
  private final VBox rail;
  private String wanted = "";

  /**
   * A dock without panels.
   *
   * @param drawer whether the drawer is open; its button is at the rail's foot
   */
  public PanelDock(BooleanProperty drawer) {
    ToggleButton speed =
        button(
            "toggle-drawer",
            Feather.BAR_CHART_2,
            Keys.after("Speed and log", Shortcut.SPEED_AND_LOG.keys()));
    speed.selectedProperty().bindBidirectional(drawer);
    buttons.getStyleClass().add("rail-buttons");
    rail = new VBox(buttons, new Spacer(Orientation.VERTICAL), speed);
    rail.setId("rail");
    rail.getStyleClass().add("rail");
    place.setId("side-panel");
    place.getStyleClass().add("side-panel");
  }

  /** The line of buttons. */
  Region rail() {
    return rail;
  }

  /** Where the open panel is seen. */
  public Region place() {
    return place;
  }

  /** The panel that is to be seen. */
  public ReadOnlyObjectProperty<Optional<Panel>> openProperty() {
    return open.getReadOnlyProperty();
  }

  /** The id of the panel the user wants to see, which may not be there yet; empty for none. */
  String wanted() {
    return wanted;
  }

  /** Shows a panel as soon as it is there. */
  void want(String id) {
    wanted = id;
    open(panels.stream().filter(panel -> panel.id().equals(id)).findFirst());
  }

  /** Offers one more panel. */
  public void add(Panel panel) {
    panels.add(panel);
    ToggleButton button = button(panel.id() + "-tab", panel.icon(), named(panel));
    panel.shown().subscribe(button::setSelected);
    button.setOnAction(event -> toggle(panel.id()));
    StackPane holder = new StackPane(button);
    panel.badge().ifPresent(badge -> holder.getChildren().add(count(panel, badge)));
    buttons.getChildren().add(holder);
    if (panel.id().equals(wanted)) {
      open(Optional.of(panel));
    }
  }

  /** The panel's title with the keys that open it; they are called as the panel is. */
  private static String named(Panel panel) {
    return Keys.after(
        panel.title(),
        Stream.of(Shortcut.values())
            .filter(each -> each.name().equals(panel.title().toUpperCase(Locale.ROOT)))
            .flatMap(each -> each.keys().stream())
            .toList());
  }

  /** No longer offers a panel. */
  public void remove(Panel panel) {
    int index = panels.indexOf(panel);
    if (index >= 0) {
      if (open.get().filter(panel::equals).isPresent()) {
        open(Optional.empty());
      }
      panels.remove(index);
      buttons.getChildren().remove(index);
    }
  }

  /** Brings a panel into view. */
  public void show(Panel panel) {
    want(panel.id());
  }

  /** Opens a panel, or closes it if it is open. */
  public void toggle(String id) {
    want(open.get().filter(panel -> panel.id().equals(id)).isPresent() ? "" : id);
  }

  /** Closes the open panel, if there is one. */
  public void close() {
    want("");
  }

  private void open(Optional<Panel> next) {
    Optional<Panel> before = open.get();
    before.ifPresent(panel -> panel.shown().set(false));
    place.setCenter(next.map(Panel::content).orElse(null)); // comes before its ✕ for the Tab key
    place.setTop(next.map(this::header).orElse(null));
    open.set(next);
    next.ifPresent(panel -> panel.shown().set(true));
  }

  private Node header(Panel panel) {
    return new PaneHeader(
        panel.title(),
        Buttons.icon("close-panel", Feather.X, "Close " + panel.title(), this::close));
  }

  private static Label count(Panel panel, Panel.Badge badge) {
    Label count = Labels.of("", "rail-badge", panel.id() + "-tab-badge");
    if (badge.tone() == Panel.Tone.PROBLEM) {
      count.getStyleClass().add("problem");
    }
    count
        .textProperty()
        .bind(Bindings.createStringBinding(() -> shortened(badge.count().get()), badge.count()));
    Panes.showWhile(count, Bindings.notEqual(0, badge.count()));
    count.setMouseTransparent(true);
    StackPane.setAlignment(count, Pos.TOP_RIGHT);
    return count;
  }

  /** A count of at most four letters, since a button is 32 pixels wide. */
  static String shortened(int count) {
    if (count >= 1_000_000) {
      return count / 1_000_000 + "M";
    }
    return count > 9_999 ? count / 1_000 + "k" : Integer.toString(count);
  }

  private static ToggleButton button(String id, Ikon icon, String name) {
    ToggleButton button = new ToggleButton("", Icons.of(icon));
    Buttons.name(button, id, name);
    button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, "rail-button");
    return button;
  }
}
