package app.pallet.ui;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.Backup;
import app.pallet.database.file.CatalogueBackups;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.CheckDepth;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.database.file.IntegrityReport;
import app.pallet.database.file.Salvage;
import app.pallet.database.file.Salvaged;
import app.pallet.text.Counted;
import app.pallet.ui.dialog.Dialogs;
import app.pallet.ui.dialog.FileKind;
import app.pallet.ui.dialog.ModalWindows;
import app.pallet.ui.dialog.Notice;
import app.pallet.ui.safety.BackupsPane;
import app.pallet.ui.safety.SafetyViewModel;
import app.pallet.ui.safety.SettingsPane;
import app.pallet.ui.session.FailureReport;
import app.pallet.ui.status.ProgressViewModel;
import app.pallet.work.RunningWork;
import app.pallet.work.ThreadRunner;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.Workspace;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the files of catalogues: checks an opened one in the background, says what can be
 * done about a damaged one, and restores backups as copies. FX thread.
 */
final class CatalogueCare {

  private static final Logger LOG = LoggerFactory.getLogger(CatalogueCare.class);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HHmm", Locale.ROOT);

  private final SafetyViewModel safety;
  private final Dialogs dialogs;
  private final FailureReport failures;
  private final ProgressViewModel progress;
  private final Consumer<Path> open;
  private final Supplier<Optional<Workspace>> shown;
  private final ThreadRunner copying = new ThreadRunner("pallet-copier", Platform::runLater);
  private final List<RunningWork> copies = new ArrayList<>();
  private Optional<RunningWork> check = Optional.empty();
  private Optional<Path> asked = Optional.empty();

  /**
   * Care for the window's catalogues.
   *
   * @param open opens a catalogue in place of the one that is open, if the user agrees
   * @param shown the workspace of the one that is open
   */
  CatalogueCare(
      SafetyViewModel safety,
      Dialogs dialogs,
      FailureReport failures,
      ProgressViewModel progress,
      Consumer<Path> open,
      Supplier<Optional<Workspace>> shown) {
    this.safety = safety;
    this.dialogs = dialogs;
    this.failures = failures;
    this.progress = progress;
    this.open = open;
    this.shown = shown;
  }

  SafetyViewModel safety() {
    return safety;
  }

  /** Forgets which damage the user was asked about, because a catalogue is about to be opened. */
  void opening() {
    asked = Optional.empty();
  }

  /** Checks every page of an opened catalogue in the background. */
  void check(Workspace workspace) {
    stopCheck();
    CatalogueDatabase database = workspace.database();
    check =
        Optional.of(
            start(
                workspace.beside("pallet-checker"),
                "Check " + database.file().getFileName(),
                monitor -> database.check(CheckDepth.QUICK, monitor),
                (IntegrityReport report) -> {
                  if (check.isPresent() && !report.isSound()) { // else it was closed
                    damaged(database.file(), String.join("\n", report.findings()));
                  }
                },
                ended -> {}));
  }

  /** Stops the check of a catalogue that is about to be closed. Does not wait. */
  void stopCheck() {
    check.ifPresent(RunningWork::cancel);
    check = Optional.empty();
  }

  /**
   * Offers ways out of damage that was met while opening or reading a catalogue. Asks only once for
   * each opening.
   *
   * @return whether the failure was damage
   */
  boolean offersWaysOut(Path catalogue, Throwable failure) {
    boolean damaged = CatalogueException.isDamage(failure);
    if (damaged) {
      LOG.error("{} is damaged", catalogue, failure);
      damaged(catalogue, String.valueOf(failure.getMessage()));
    }
    return damaged;
  }

  private void damaged(Path catalogue, String finding) {
    if (asked.filter(catalogue::equals).isPresent()) {
      return; // a damaged page is met again and again
    }
    asked = Optional.of(catalogue);
    Optional<Backup> latest = backups(catalogue).stream().findFirst();
    switch (dialogs.questions().damaged(name(catalogue), finding, latest.map(BackupsPane::made))) {
      case RESTORE -> latest.ifPresent(backup -> restore(catalogue, backup));
      case SALVAGE -> salvage(catalogue);
      case LEAVE -> {}
    }
  }

  /** Shows the backups of a catalogue, and opens the chosen one as a copy. */
  void showBackups(Path catalogue) {
    dialogs
        .windows()
        .show(
            new ModalWindows.Content(
                "Backups of " + name(catalogue),
                520,
                420,
                close ->
                    new BackupsPane(
                        backups(catalogue), backup -> restore(catalogue, backup), close)));
  }

  /** Shows the settings. */
  void showSettings() {
    dialogs
        .windows()
        .show(
            new ModalWindows.Content(
                "Settings", 640, 580, close -> new SettingsPane(safety, close)));
  }

  private List<Backup> backups(Path catalogue) {
    try {
      return safety.backups().list(catalogue);
    } catch (CatalogueException e) {
      failures.tell("List backups", e);
      return List.of();
    }
  }

  private void restore(Path catalogue, Backup backup) {
    dialogs
        .files()
        .save("Open a copy of the backup", FileKind.CATALOGUE, copyName(catalogue, day(backup)))
        .ifPresent(target ->
            follow(
                "Restore " + name(target),
                monitor -> {
                  CatalogueBackups.restore(backup, target);
                  return target;
                },
                open));
  }

  private void salvage(Path catalogue) {
    Optional<CatalogueDatabase> used = shown.get().map(Workspace::database);
    dialogs
        .files()
        .save("Save what can be read", FileKind.CATALOGUE, copyName(catalogue, "saved"))
        .ifPresent(target ->
            follow(
                "Save what can be read",
                monitor -> {
                  used.ifPresent(CatalogueDatabase::keepLocks); // it may be the damaged one
                  return new Salvage(catalogue, target, ConnectionSettings.DEFAULT).run(monitor);
                },
                (Salvaged saved) -> {
                  dialogs.notifier().show(notice(saved));
                  open.accept(saved.file());
                }));
  }

  private static Notice notice(Salvaged saved) {
    String rows = Counted.of(saved.rows(), "product", "products") + " saved";
    if (saved.lost().isEmpty()) {
      return Notice.warning(rows, "How many were lost can’t be told");
    }
    long lost = saved.lost().getAsLong();
    return lost == 0
        ? Notice.done(rows, "None was lost")
        : Notice.warning(
            rows, Counted.of(lost, "product", "products") + " could not be read any more");
  }

  private static String day(Backup backup) {
    return DAY.format(backup.made().atZone(ZoneId.systemDefault()));
  }

  private static String name(Path file) {
    return Objects.toString(file.getFileName(), "");
  }

  /** A name beside the catalogue's own that says what the copy is. */
  private static String copyName(Path catalogue, String what) {
    String name = name(catalogue);
    int dot = name.lastIndexOf('.');
    return (dot > 0 ? name.substring(0, dot) : name) + " " + what + ".pallet";
  }

  /** Writes a small file in the background; the user is told where that fails. */
  void write(String name, Work<Path> work) {
    follow(name, work, file -> {});
  }

  /** Starts work whose progress the status bar shows. */
  private <T> void follow(String name, Work<T> work, Consumer<T> done) {
    RunningWork copy =
        start(
            copying,
            name,
            work,
            done,
            ended -> {
              copies.remove(ended);
              progress.finish(ended);
            });
    copies.add(copy);
    progress.follow(copy);
  }

  /**
   * Starts work.
   *
   * @param ended gets the work when it has ended in any way, before {@code done}
   */
  private <T> RunningWork start(
      WorkRunner runner, String name, Work<T> work, Consumer<T> done, Consumer<RunningWork> ended) {
    Ending<T> ending = new Ending<>(name, done, ended);
    ending.work = runner.start(name, work, ending);
    return ending.work;
  }

  /** Is told how work ends, which happens after its start has returned. */
  private final class Ending<T> implements WorkListener<T> {

    private final String name;
    private final Consumer<T> done;
    private final Consumer<RunningWork> ended;
    private @Nullable RunningWork work;

    Ending(String name, Consumer<T> done, Consumer<RunningWork> ended) {
      this.name = name;
      this.done = done;
      this.ended = ended;
    }

    @Override
    public void succeeded(T result) {
      end();
      done.accept(result);
    }

    @Override
    public void failed(Throwable failure) {
      end();
      failures.tell(name, failure);
    }

    @Override
    public void cancelled() {
      end();
    }

    private void end() {
      ended.accept(Objects.requireNonNull(work));
    }
  }

  /** Asks whether a copy that is being made may be stopped, if there is one. */
  boolean mayClose() {
    boolean mayStop =
        copies.isEmpty()
            || dialogs.questions().stopping(copies.stream().map(RunningWork::name).toList());
    if (mayStop) {
      copies.forEach(RunningWork::cancel);
    }
    return mayStop;
  }

  /**
   * Stops what runs. Returns at once.
   *
   * @param closed told when it has stopped
   */
  void close(Runnable closed) {
    stopCheck();
    copies.forEach(RunningWork::cancel);
    start(
        copying,
        "Close",
        monitor -> {
          copying.close();
          return copying;
        },
        ended -> closed.run(),
        ended -> {});
  }
}
