package app.pallet;

import app.pallet.ui.table.ProductTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.animation.AnimationTimer;
import javafx.collections.ListChangeListener;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;

/**
 * Starts Pallet the way its main class does, watches its window from within, and writes when what
 * could be seen: the window, rows in it, an arrow key obeyed. Then closes the window. Times are
 * those of the machine's clock, so that they can be compared with the moment the process was begun,
 * and of the pulse after the one that drew it.
 */
public final class Milestones extends AnimationTimer {

  private static final long WATCHED_NANOS = 1_500_000_000;

  private enum Wanted {
    WINDOW,
    ROWS,
    INPUT,
    CALM,
    NOTHING
  }

  private final Path file;
  private final Window window;
  private final List<String> lines = new ArrayList<>();
  private Wanted wanted = Wanted.WINDOW;
  private int pulses;
  private boolean seen;
  private long last;
  private long longest;
  private long calmFrom;
  private Object before;

  private Milestones(Path file, Window window) {
    this.file = file;
    this.window = window;
  }

  public static void main(String[] arguments) {
    Path file = Path.of(arguments[0]);
    note(file, "main");
    Window.getWindows()
        .addListener(
            (ListChangeListener<Window>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().stream()
                        .filter(window -> Files.notExists(done(file)))
                        .findFirst()
                        .ifPresent(window -> new Milestones(file, window).begin());
                  }
                });
    Pallet.main(Arrays.copyOfRange(arguments, 1, arguments.length));
  }

  private static Path done(Path file) {
    return file.resolveSibling(file.getFileName() + ".watching");
  }

  private static void note(Path file, String text) {
    try {
      Instant now = Instant.now();
      Files.writeString(
          file,
          "%s %d%09d %d%n".formatted(text, now.getEpochSecond(), now.getNano(), cpu()),
          java.nio.file.StandardOpenOption.CREATE,
          java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void begin() {
    try {
      Files.createFile(done(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  @Override
  public void handle(long ignored) {
    long now = System.nanoTime();
    Instant clock = Instant.now();
    pulses++;
    if (seen) { // it was there before the last pulse, which has drawn it
      add(clock);
      seen = false;
      wanted = Wanted.values()[wanted.ordinal() + 1];
    }
    switch (wanted) {
      case WINDOW -> seen = pulses >= 2;
      case ROWS -> seen = hasRows();
      case INPUT -> seen = isMoved();
      case CALM -> watch(now);
      case NOTHING -> {}
    }
    last = now;
  }

  private void add(Instant clock) {
    lines.add(
        "%s %d%09d %d"
            .formatted(
                wanted.name().toLowerCase(Locale.ROOT),
                clock.getEpochSecond(),
                clock.getNano(),
                cpu()));
  }

  /** Processor time of this process in milliseconds, in steps of ten. */
  private static long cpu() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] words = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return 10 * (Long.parseLong(words[11]) + Long.parseLong(words[12]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean hasRows() {
    Parent root = window.getScene().getRoot();
    Node grid = root.lookup(".product-grid");
    if (grid == null) {
      return false;
    }
    Set<Node> cells = grid.lookupAll(".grid-cell");
    return cells.stream()
        .anyMatch(cell ->
            cell instanceof TableCell<?, ?> shown
                && shown.getText() != null
                && !shown.getText().isBlank());
  }

  private boolean isMoved() {
    ProductTable table = (ProductTable) window.getScene().getRoot().lookup(".product-grid");
    if (before != null && !before.equals(table.selection())) {
      return true;
    }
    before = table.selection();
    Node target = table.lookup(".table-view");
    target.requestFocus();
    Event.fireEvent(
        target,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.DOWN, false, false, false, false));
    return !before.equals(table.selection());
  }

  private void watch(long now) {
    if (calmFrom == 0) {
      calmFrom = now;
      return;
    }
    longest = Math.max(longest, now - last);
    if (now - calmFrom > WATCHED_NANOS) {
      lines.add("gap " + longest);
      wanted = Wanted.NOTHING;
      stop();
      lines.forEach(line -> append(line));
      window.hide();
    }
  }

  private void append(String line) {
    try {
      Files.writeString(
          file, line + System.lineSeparator(), java.nio.file.StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
