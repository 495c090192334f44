package app.pallet.ui.theme;

import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.text.Font;

/**
 * Pallet's own typeface, Inter with figures of one width (see fonts/OFL.txt), so that numbers stand
 * under numbers and texts are as long on every system. Letters that it lacks come from the system.
 */
final class Typeface {

  private static final String FAMILY = "Pallet Sans";

  private Typeface() {}

  /** Makes it known to JavaFX, once for the whole application. */
  static void load() {
    if (!Font.getFamilies().contains(FAMILY)) {
      Stream.of("PalletSans", "PalletSansMedium", "PalletSansBold")
          .map(cut -> "fonts/" + cut + ".ttf")
          .map(file -> Objects.requireNonNull(Typeface.class.getResource(file), file))
          .forEach(file -> Font.loadFont(file.toExternalForm(), 13));
    }
  }
}
