package app.pallet.ui.paste;

import java.util.Locale;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What becomes of a column of the source, told by a sign and a word. */
public enum ColumnStatus {
  /** Rows find their product by it. */
  KEY("Key", Feather.KEY),
  /** It fills a column of the catalogue. */
  MAPPED("Mapped", Feather.CHECK),
  /** It becomes a column that the catalogue doesn't have yet. */
  ADDED("New", Feather.PLUS),
  /** It is mapped, but its values can be read in two ways. */
  IN_DOUBT("In doubt", Feather.HELP_CIRCLE),
  /** Its values are not taken. */
  LEFT_OUT("Left out", Feather.MINUS);

  private final String label;
  private final Feather icon;

  ColumnStatus(String label, Feather icon) {
    this.label = label;
    this.icon = icon;
  }

  String label() {
    return label;
  }

  Ikon icon() {
    return icon;
  }

  /** Its name in the style sheet. */
  String styleClass() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
