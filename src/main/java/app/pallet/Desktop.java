package app.pallet;

import app.pallet.cli.Windows;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.schema.ProductSchema;
import app.pallet.ui.demo.Demo;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.help.AboutPane;
import app.pallet.ui.tables.TablePlace;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.ExampleCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts JavaFX and shows the editor in it: the real {@link Windows} of the command line. */
final class Desktop implements Windows {

  private static final Logger LOG = LoggerFactory.getLogger(Desktop.class);
  private static final int DEMO_PRODUCTS = 2_000;

  private final Folders folders;
  private final Path logFile;

  Desktop(Folders folders, Path logFile) {
    this.folders = folders;
    this.logFile = logFile;
  }

  @Override
  public boolean hasDisplay() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return system.startsWith("windows")
        || system.startsWith("mac")
        || System.getProperty("glass.platform") != null
        || Stream.of("DISPLAY", "WAYLAND_DISPLAY")
            .anyMatch(name -> !System.getenv().getOrDefault(name, "").isEmpty());
  }

  @Override
  public int edit(Optional<Path> file, Optional<String> table) {
    SettingsFile kept = new SettingsFile(folders.settings().resolve("settings.json"));
    EarlyOpening early =
        new EarlyOpening(kept, settings -> first(file, table, settings), this::open);
    CountDownLatch hidden = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    AtomicReference<Settings> last = new AtomicReference<>(Settings.DEFAULT);
    DraftFolder drafts = new DraftFolder(folders.data().resolve("drafts"));
    Platform.startup(() -> {
      Platform.setImplicitExit(false); // a commit may outlive the window
      Stage stage = new Stage();
      SettingsFile.Reading reading = early.settings();
      reading.complaint().ifPresent(LOG::warn);
      Editor editor = Editor.over(stage, reading.settings(), early, drafts, logFile);
      editor.controller().pane().addFolder(new AboutPane.Folder("Settings", folders.settings()));
      stage.addEventHandler(
          WindowEvent.WINDOW_HIDDEN,
          event -> {
            last.set(editor.settings());
            hidden.countDown();
            early.windowIsShown(); // or what is being opened would wait for it
            editor.close(closed::countDown);
          });
      show(editor, early);
    });
    await(hidden);
    remember(kept, last.get()); // the disk and the commit are waited for here, not by the window
    await(closed);
    early.close();
    Platform.exit();
    return 0;
  }

  @Override
  public int demo(Windows.DemoRequest request) {
    if (!hasDisplay()) {
      System.setProperty("glass.platform", "Headless");
      System.setProperty("prism.order", "sw");
    }
    try {
      Path folder = Files.createTempDirectory("pallet-demo");
      try {
        return demo(request, folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException("The demo's files can't be written", e);
    }
  }

  /** Starts as {@link #edit} does: with settings that are there, and a catalogue that is. */
  private int demo(Windows.DemoRequest request, Path folder) throws IOException {
    Path catalogue = folder.resolve("demo.pallet");
    ExampleCatalogue.create(catalogue, DEMO_PRODUCTS, WorkMonitor.NONE).close();
    SettingsFile file = new SettingsFile(folder.resolve("settings.json"));
    file.write(Settings.DEFAULT.askingNothing());
    AtomicReference<Editor> editor = new AtomicReference<>();
    AtomicReference<Stage> shown = new AtomicReference<>();
    CountDownLatch ready = new CountDownLatch(1);
    EarlyOpening early =
        new EarlyOpening(file, settings -> Optional.of(TablePlace.of(catalogue)), this::open);
    Platform.startup(() -> {
      Platform.setImplicitExit(false); // the catalogue is closed after the window
      Stage stage = new Stage();
      shown.set(stage);
      DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
      editor.set(
          Editor.over(
              stage,
              early.settings().settings(),
              early,
              drafts,
              logFile,
              folder.resolve(Folders.BACKUPS),
              notifier -> Dialogs.over(stage, notifier)));
      show(editor.get(), early);
      ready.countDown();
    });
    await(ready);
    Editor made = editor.get();
    Demo demo =
        new Demo(made.controller(), made.viewModel(), shown.get().getScene(), request.out());
    boolean complete = demo.run(request.rows(), request.screenshot());
    CountDownLatch closed = new CountDownLatch(1);
    Platform.runLater(() -> {
      shown.get().hide();
      made.close(closed::countDown);
    });
    await(closed);
    Platform.exit();
    return complete ? 0 : 1;
  }

  private static void show(Editor editor, EarlyOpening early) {
    editor.window().whenDrawn(early::windowIsShown);
    editor.window().show();
    early.first().ifPresent(editor.controller()::open);
  }

  /** What the user named, or what was open last; if there is neither, the window welcomes them. */
  private static Optional<TablePlace> first(
      Optional<Path> file, Optional<String> table, Settings settings) {
    return file.map(named -> new TablePlace(named, table))
        .or(() -> settings.recent().last().filter(last -> Files.exists(last.file())));
  }

  private Path example() {
    return folders.data().resolve(Folders.EXAMPLE);
  }

  private CatalogueDatabase open(Path file, WorkMonitor monitor) {
    return file.equals(example()) && Files.notExists(file)
        ? ExampleCatalogue.create(file, ExampleCatalogue.PRODUCTS, monitor)
        : CatalogueDatabase.openOrCreate(
            file,
            ProductSchema.create(),
            ConnectionSettings.DEFAULT,
            outdated -> folders.backupsOfCatalogues().make(outdated, monitor));
  }

  private static void remember(SettingsFile file, Settings settings) {
    try {
      file.write(settings);
    } catch (IOException e) {
      LOG.warn("The settings can't be saved", e);
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
