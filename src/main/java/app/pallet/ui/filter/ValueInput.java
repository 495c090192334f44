package app.pallet.ui.filter;

import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** Where the values of a condition are entered. FX thread. */
interface ValueInput {

  /** What was entered. */
  sealed interface Entry {

    /**
     * Values that can be compared with.
     *
     * @param values as many as the operator takes
     */
    record Values(List<@Nullable Object> values) implements Entry {}

    /**
     * Something that can't be.
     *
     * @param message why, as the user reads it
     */
    record Problem(String message) implements Entry {}
  }

  /** What is shown. */
  Node node();

  /** What is entered now. */
  Entry read();

  /** Puts the cursor into it. */
  default void focus() {
    node().requestFocus();
  }
}
