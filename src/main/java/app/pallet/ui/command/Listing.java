package app.pallet.ui.command;

import org.kordamp.ikonli.feather.Feather;

/**
 * How a command is listed.
 *
 * @param place where it stands in the menus
 * @param label its name there, and wherever else it is found
 */
public record Listing(Place place, String label, Feather icon) {

  /** A listing at a place. */
  public static Listing at(Place place, String label, Feather icon) {
    return new Listing(place, label, icon);
  }
}
