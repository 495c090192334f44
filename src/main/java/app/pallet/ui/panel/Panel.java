package app.pallet.ui.panel;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableIntegerValue;
import javafx.scene.Node;
import org.kordamp.ikonli.Ikon;

/**
 * Something that can be seen beside the table, one at a time. FX thread.
 *
 * @param id the id of its button; that of its content is up to the content
 * @param title what it is called
 * @param icon stands for it where there is no room for its title
 * @param content what it shows
 * @param badge how many things are in it, if that is to be seen while it is closed
 * @param shown whether it is to be seen; the window sets it, so that a panel works only then
 */
public record Panel(
    String id,
    String title,
    Ikon icon,
    Node content,
    Optional<Badge> badge,
    BooleanProperty shown) {

  /** A panel that is not shown yet. */
  public static Panel of(String id, String title, Ikon icon, Node content) {
    return new Panel(id, title, icon, content, Optional.empty(), new SimpleBooleanProperty());
  }

  /** The same with a count. */
  public Panel with(ObservableIntegerValue count, Tone tone) {
    return new Panel(id, title, icon, content, Optional.of(new Badge(count, tone)), shown);
  }

  /**
   * A count at a panel's button; it is hidden while it is zero.
   *
   * @param tone whether it is bad that there are any
   */
  public record Badge(ObservableIntegerValue count, Tone tone) {}

  /** What a count means. */
  public enum Tone {
    PLAIN,
    PROBLEM
  }
}
