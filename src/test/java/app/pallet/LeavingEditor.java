package app.pallet;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.TransactionScope;
import app.pallet.ui.table.ProductTable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * A process with the real window over a catalogue: it pastes, commits, closes the window while the
 * commit runs, and ends when the window says so. It tells what it is at.
 */
final class LeavingEditor {

  /** Rows of a transaction: many small ones, so that there is a while to be killed in. */
  static final int BATCH = 50;

  private static final PrintStream OUT = System.out;
  private static final long A_WHILE = 5_000_000;

  private LeavingEditor() {}

  /**
   * Runs.
   *
   * @param arguments the folder of everything, how many rows are pasted, and the id of the button
   *     that answers the question
   */
  static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rows = Integer.parseInt(arguments[1]);
    Folders folders = new Folders(folder.resolve("settings"), folder.resolve("data"));
    Settings usual = Settings.DEFAULT.askingNothing();
    new SettingsFile(folders.settings().resolve("settings.json"))
        .write(
            new Settings(
                usual.window(),
                usual.frame(),
                usual.theme(),
                usual.recent(),
                usual.columns(),
                new CommitPlan(CommitMode.BATCH, BATCH, TransactionScope.PER_BATCH),
                usual.mappings(),
                usual.views(),
                usual.recipes(),
                usual.safety()));
    Thread.ofPlatform().daemon().start(() -> use(rows, arguments[2]));
    int code =
        new Desktop(folders, folder.resolve("pallet.log"))
            .edit(Optional.of(folder.resolve("shop.pallet")), Optional.empty());
    OUT.println("ended");
    System.exit(code);
  }

  private static void use(int rows, String answer) {
    until("#product-grid");
    ProductTable table = (ProductTable) onFx(() -> find("#product-grid").orElseThrow());
    String block =
        IntStream.rangeClosed(1, rows)
            .mapToObj(i -> "NEW-%05d\tProduct %d\t%d.50\n".formatted(i, i, i % 90 + 1))
            .collect(Collectors.joining("", "SKU\tName\tPrice\n", ""));
    onFx(() -> Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, block)));
    onFx(() -> {
      table.paste();
      return true;
    });
    press("#commit");
    until("#cancel"); // its progress
    Window editor = onFx(() -> table.getScene().getWindow());
    Platform.runLater(
        () -> editor.fireEvent(new WindowEvent(editor, WindowEvent.WINDOW_CLOSE_REQUEST)));
    press(answer);
    while (onFx(editor::isShowing)) {
      LockSupport.parkNanos(A_WHILE);
    }
    OUT.println("left");
    while (!onFx(
        () ->
            find("#closing-details")
                .filter(details -> ((Label) details).getText().contains(" of "))
                .isPresent())) {
      LockSupport.parkNanos(A_WHILE);
    }
    OUT.println("writing");
  }

  private static void press(String id) {
    while (onFx(() -> find(id).filter(button -> !button.isDisabled()).isEmpty())) {
      LockSupport.parkNanos(A_WHILE);
    }
    Platform.runLater(() -> ((Button) find(id).orElseThrow()).fire());
  }

  private static void until(String id) {
    while (onFx(() -> find(id).filter(node -> node.getScene().getWindow().isShowing()).isEmpty())) {
      LockSupport.parkNanos(A_WHILE);
    }
  }

  private static Optional<Node> find(String id) {
    return List.copyOf(Window.getWindows()).stream()
        .flatMap(window -> Optional.ofNullable(window.getScene().getRoot().lookup(id)).stream())
        .findFirst();
  }

  private static <T> T onFx(Callable<T> question) {
    FutureTask<T> task = new FutureTask<>(question);
    try {
      Platform.runLater(task);
      return task.get();
    } catch (IllegalStateException e) { // the toolkit has not started yet
      LockSupport.parkNanos(A_WHILE);
      return onFx(question);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
