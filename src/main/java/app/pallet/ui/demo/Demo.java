package app.pallet.ui.demo;

import app.pallet.change.RowValues;
import app.pallet.output.OutputFile;
import app.pallet.schema.CellText;
import app.pallet.schema.Column;
import app.pallet.schema.TableSchema;
import app.pallet.spreadsheet.clipboard.ClipboardText;
import app.pallet.ui.EditorCommand;
import app.pallet.ui.EditorController;
import app.pallet.ui.window.EditorViewModel;
import app.pallet.workspace.ExampleProducts;
import app.pallet.workspace.Workspace;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javax.imageio.ImageIO;

/**
 * The main job on the real window, without anybody at the keyboard: pastes rows from the clipboard,
 * compares the commit modes with them, commits them in batches, takes a picture and prints the log.
 * Every time it prints was measured in this run. Runs on a thread of its own.
 */
public final class Demo {

  /**
   * Pulses without work after which names that are read in the background have been shown and laid
   * out.
   */
  private static final int PULSES_TO_SETTLE = 30;

  private final EditorController controller;
  private final EditorViewModel viewModel;
  private final Scene scene;
  private final Consumer<String> out;
  private final FxThread fx = new FxThread();

  /**
   * A demo in a window that is shown and has a catalogue open.
   *
   * @param out gets the account line by line
   */
  public Demo(
      EditorController controller, EditorViewModel viewModel, Scene scene, Consumer<String> out) {
    this.controller = controller;
    this.viewModel = viewModel;
    this.scene = scene;
    this.out = out;
  }

  /**
   * Does it all.
   *
   * @param rows rows to paste
   * @param screenshot where the picture goes
   * @return whether every row was committed
   * @throws IOException if the picture can't be written
   */
  public boolean run(int rows, Path screenshot) throws IOException {
    fx.until(() -> controller.workspace().isPresent() && isIdle());
    Workspace workspace = fx.call(() -> controller.workspace().orElseThrow());
    paste(workspace, rows);
    perform(EditorCommand.COMPARE_MODES);
    perform(EditorCommand.COMMIT);
    boolean complete = fx.call(() -> workspace.changes().isEmpty());
    pasteEdits(workspace, Math.min(rows, 1_000));
    fx.until(this::isIdle, PULSES_TO_SETTLE);
    Image picture = fx.call(() -> scene.snapshot(null));
    Picture.write(picture, screenshot);
    fx.call(() -> viewModel.log().text(List.of())).lines().forEach(out);
    out.accept("Picture of the window: " + screenshot.toAbsolutePath());
    return complete;
  }

  private void paste(Workspace workspace, int rows) {
    String block = DemoRows.block(workspace.schema(), 1_000_000, rows);
    PulseGaps gaps = fx.call(PulseGaps::new);
    long began = System.nanoTime();
    fx.run(() -> {
      gaps.restart();
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, block));
      controller.paste();
    });
    fx.until(() -> workspace.changes().counts().total() >= rows && isIdle());
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    Duration longest =
        fx.call(() -> {
          gaps.stop();
          return gaps.longest();
        });
    out.accept(
        String.format(
            Locale.ROOT,
            "Pasted %,d rows x 5 columns in %,d ms; the longest gap between two pulses was %,d ms",
            rows,
            took.toMillis(),
            longest.toMillis()));
  }

  /** Leaves some edits and problems pending, so that the picture shows what they look like. */
  private void pasteEdits(Workspace workspace, int rows) {
    StringBuilder block = new StringBuilder("SKU\tPrice\tQuantity\n");
    DemoRows.block(workspace.schema(), 1_000_000, rows)
        .lines()
        .skip(1)
        .map(line -> line.split("\t", -1))
        .forEach(cells -> {
          boolean bad = block.length() % 97 == 0;
          String price = bad ? "on request" : "1" + cells[3]; // two decimals, which leave no doubt
          block.append(cells[0]).append('\t').append(price).append("\t120\n");
        });
    fx.run(() -> {
      Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, block.toString()));
      controller.paste();
    });
    fx.until(() -> !workspace.changes().isEmpty() && isIdle());
  }

  private void perform(EditorCommand command) {
    fx.run(() -> controller.perform(command));
    fx.until(this::isIdle);
  }

  private boolean isIdle() {
    return !viewModel.progress().runningProperty().get();
  }

  /** Rows as a spreadsheet would put them on the clipboard. */
  private static final class DemoRows {

    private static final List<String> COLUMNS =
        List.of("sku", "name", "category", "price", "quantity");

    private DemoRows() {}

    /**
     * A block with a header row.
     *
     * @param first number of the first product
     */
    static String block(TableSchema schema, int first, int count) {
      List<Column> columns = COLUMNS.stream().map(schema::require).toList();
      List<List<String>> lines = new ArrayList<>(count + 1);
      lines.add(columns.stream().map(Column::label).toList());
      new ExampleProducts(schema)
          .stream(first, count).forEach(row -> lines.add(texts(columns, row)));
      return ClipboardText.format(lines);
    }

    private static List<String> texts(List<Column> columns, RowValues row) {
      return columns.stream().map(column -> CellText.plain(column, row.get(column))).toList();
    }
  }

  /** Writes what a scene looks like into a PNG file, without JavaFX's Swing module. */
  private static final class Picture {

    private Picture() {}

    static void write(Image image, Path file) throws IOException {
      int width = (int) image.getWidth();
      int height = (int) image.getHeight();
      int[] pixels = new int[width * height];
      image
          .getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
      BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
      picture.setRGB(0, 0, width, height, pixels, 0, width);
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      OutputFile.at(file)
          .write(out -> {
            if (!ImageIO.write(picture, "png", out)) {
              throw new IOException("no PNG can be written here");
            }
          });
    }
  }
}
