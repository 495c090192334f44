package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.ui.demo.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The demo, which nobody is there to answer: it comes to its end without a question. */
@ExtendWith(ApplicationExtension.class)
@SuppressWarnings("NullAway.Init") // @Start runs before each test
final class DemoJourneyTest {

  @TempDir private static Path folder;

  private Stage stage;
  private Editor editor;

  @Start
  void open(Stage shown) {
    stage = shown;
    editor = Journey.begin(shown, Settings.DEFAULT.askingNothing(), 200, folder);
  }

  @AfterEach
  void close(FxRobot robot) {
    Journey.end(robot, editor, stage);
  }

  @Test
  void allIsCommittedMeasuredAndInThePicture() throws IOException {
    List<String> said = new ArrayList<>();
    Path picture = folder.resolve("demo.png");

    boolean complete =
        new Demo(editor.controller(), editor.viewModel(), stage.getScene(), said::add)
            .run(300, picture);

    assertThat(complete).isTrue();
    assertThat(picture).isNotEmptyFile();
    assertThat(String.join("\n", said))
        .contains("Pasted 300 rows", "300 of 300 rows", "Picture of the window");
  }
}
