package app.pallet.ui.table.cells;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;

/**
 * Shows a state as the pseudo-class named like it in small letters, which {@code table.css} tints.
 *
 * @param <E> the states; a node shows one at a time
 */
public final class StateMark<E extends Enum<E>> {

  private final Map<E, PseudoClass> classes;

  /** Marks for the constants of an enum. */
  public StateMark(Class<E> states) {
    classes = new EnumMap<>(states);
    Arrays.stream(states.getEnumConstants())
        .forEach(state -> classes.put(state, pseudoClass(state)));
  }

  /** Gives the node this state instead of the one before. */
  public void show(Node node, E shown) {
    classes.forEach((state, mark) -> node.pseudoClassStateChanged(mark, state == shown));
  }

  private static PseudoClass pseudoClass(Enum<?> state) {
    return PseudoClass.getPseudoClass(state.name().toLowerCase(Locale.ROOT));
  }
}
