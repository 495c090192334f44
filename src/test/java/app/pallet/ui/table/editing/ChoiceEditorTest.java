package app.pallet.ui.table.editing;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.UiRobot;
import app.pallet.ui.table.editing.CellEditor.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A list whose choices are looked for in the background. */
class ChoiceEditorTest {

  private final UiRobot robot = UiRobot.start();
  private final List<Consumer<List<Choices.Choice>>> asked = new ArrayList<>();
  private final Choices late =
      new Choices() {
        @Override
        public Choice of(String text) {
          return Choice.of(text);
        }

        @Override
        public void find(String text, Consumer<List<Choice>> found) {
          asked.add(found);
        }

        @Override
        public double width() {
          return 200;
        }
      };

  @AfterEach
  void closeWindows() {
    robot.closeWindows();
  }

  @Test
  void enterWaitsForWhatIsLookedFor() {
    List<String> ended = new ArrayList<>();
    ChoiceEditor editor = robot.onFx(() -> new ChoiceEditor(late, () -> {}));
    robot.show(() -> new StackPane(editor.node()), 400, 300);
    robot.runOnFx(() -> {
      editor
          .node()
          .addEventFilter(
              KeyEvent.KEY_PRESSED,
              event -> {
                if (!editor.take(event)) {
                  ended.add(editor.text());
                }
                event.consume();
              });
      editor.start("bev", Start.TYPED);
    });
    robot.press(KeyCode.ENTER);
    assertThat(ended).as("before the list is there").isEmpty();
    robot.runOnFx(() ->
        asked.getLast().accept(List.of(new Choices.Choice("1", "Beverages · 1", "Beverages"))));
    assertThat(ended).containsExactly("1");
  }
}
