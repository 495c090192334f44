package app.pallet.ui.frame;

/**
 * What is folded and how large the rest is; the settings keep it. Sizes are in pixels.
 *
 * @param panel the id of the panel that is open; empty for none
 * @param panelWidth the width of panels
 * @param drawer whether the drawer is open
 * @param drawerHeight the height of the drawer
 */
public record FrameState(String panel, double panelWidth, boolean drawer, double drawerHeight) {

  /** Everything is folded: the table is the window. */
  public static final FrameState DEFAULT = new FrameState("", 344, false, 172);
}
