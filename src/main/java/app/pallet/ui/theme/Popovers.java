package app.pallet.ui.theme;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;
import javafx.stage.WindowEvent;

/** Popovers as they are everywhere in the editor. FX thread. */
public final class Popovers {

  private static final double CARD_GAP = 4;

  private Popovers() {}

  /**
   * Shows a card whose right edge is that of a node above it. Esc or a click elsewhere closes it.
   *
   * @return what it is shown in, to be hidden
   */
  public static Popup card(Region content, Node at) {
    content.getStyleClass().add("pop-card");
    Popup popup = new Popup();
    popup.setAutoHide(true);
    popup.getContent().add(content);
    Bounds below = at.localToScreen(at.getLayoutBounds());
    popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_RIGHT);
    popup.show(at, below.getMaxX(), below.getMaxY() + CARD_GAP);
    return popup;
  }

  /**
   * A popover that is shown once under a node. Esc or a click elsewhere closes it.
   *
   * @param shown called once it is shown; gives the focus to its first control
   */
  public static Popover of(Node content, Runnable shown) {
    Popover popover = new Popover(content);
    popover.setArrowLocation(ArrowLocation.TOP_LEFT);
    popover.setDetachable(false);
    popover.setAnimated(false);
    popover.setHeaderAlwaysVisible(false);
    popover.setAutoHide(true);
    // Not setOnShown: the popover sets that itself when it is shown, and would forget this one. And
    // what is in it stays invisible for a moment, in which it can't have the focus.
    popover.addEventHandler(
        WindowEvent.WINDOW_SHOWN,
        event ->
            popover
                .getSkin()
                .getNode()
                .visibleProperty()
                .subscribe(visible -> {
                  if (visible) {
                    shown.run();
                  }
                }));
    return popover;
  }
}
