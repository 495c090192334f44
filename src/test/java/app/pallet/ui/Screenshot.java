package app.pallet.ui;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** A picture of a window and of what lies over it, to look at or to keep. Any thread. */
public final class Screenshot {
  private final BufferedImage image;

  private Screenshot(BufferedImage image) {
    this.image = image;
  }

  /**
   * Draws the window's scene and those of the popups and dialogs above it. Not taken off the
   * screen: JavaFX's headless windows paint into a buffer of 1000 pixels a line, whatever the
   * screen's size, so a wider window comes out jumbled there. FX thread.
   */
  public static Screenshot of(Window window) {
    BufferedImage picture =
        new BufferedImage(
            (int) window.getWidth(), (int) window.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    boolean above = false;
    for (Window each : Window.getWindows()) {
      above |= each.equals(window);
      if (above && each.isShowing()) {
        graphics.drawImage(
            drawn(each.getScene()),
            (int) (each.getX() - window.getX()),
            (int) (each.getY() - window.getY()),
            null);
      }
    }
    graphics.dispose();
    return new Screenshot(picture);
  }

  private static BufferedImage drawn(Scene scene) {
    int width = (int) scene.getWidth();
    int height = (int) scene.getHeight();
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setFill(Color.TRANSPARENT); // popups have shadows and round corners
    parameters.setViewport(new Rectangle2D(0, 0, width, height));
    WritableImage image = scene.getRoot().snapshot(parameters, null);
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    return copy;
  }

  /** The colour of a pixel, counted from the window's upper left corner. */
  public Color colour(int x, int y) {
    int rgb = image.getRGB(x, y);
    return Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  /** Writes it as PNG, making the folders on the way. */
  public void save(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(image, "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot write " + file, failed);
    }
  }
}
