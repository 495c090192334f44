package app.pallet.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.paint.Color;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import javax.imageio.ImageIO;

/** A picture of a window and of what lies over it, to look at or to keep. Any thread. */
public final class Screenshot {
  private final Image image;

  private Screenshot(Image image) {
    this.image = image;
  }

  /** Takes it off the screen, so popups are on it. FX thread. */
  static Screenshot of(Window window) {
    return new Screenshot(
        new Robot()
            .getScreenCapture(
                null, window.getX(), window.getY(), window.getWidth(), window.getHeight()));
  }

  /** The colour of a pixel, counted from the window's upper left corner. */
  public Color colour(int x, int y) {
    return image.getPixelReader().getColor(x, y);
  }

  public int width() {
    return (int) image.getWidth();
  }

  public int height() {
    return (int) image.getHeight();
  }

  /** Writes it as PNG, making the folders on the way. */
  public void save(Path file) {
    int[] pixels = new int[width() * height()];
    image
        .getPixelReader()
        .getPixels(0, 0, width(), height(), PixelFormat.getIntArgbInstance(), pixels, 0, width());
    BufferedImage picture = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width(), height(), pixels, 0, width());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      ImageIO.write(picture, "png", file.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException("Cannot write " + file, failed);
    }
  }
}
