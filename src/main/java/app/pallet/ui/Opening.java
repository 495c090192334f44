package app.pallet.ui;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.ui.tables.TablePlace;
import app.pallet.work.RunningWork;
import app.pallet.work.ThreadRunner;
import app.pallet.work.WorkListener;
import app.pallet.workspace.pending.PendingWork;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is being opened, on the thread that will write to it. FX thread. */
final class Opening implements WorkListener<CatalogueDatabase> {

  private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

  private final EditorController window;
  private final CatalogueOpener opener;
  private final TablePlace place;
  private final Path file;
  private final Optional<PendingWork> pending;
  private final Consumer<EditorSession> then;
  private final ThreadRunner writing = new ThreadRunner("pallet-writer", Platform::runLater);
  private Optional<RunningWork> work = Optional.empty();

  /**
   * An opening that has not begun.
   *
   * @param pending what is pending already; it goes back to its draft if this fails
   * @param then gets what the window shows
   */
  Opening(
      EditorController window,
      CatalogueOpener opener,
      TablePlace place,
      Optional<PendingWork> pending,
      Consumer<EditorSession> then) {
    this.window = window;
    this.opener = opener;
    this.place = place;
    this.file = place.file();
    this.pending = pending;
    this.then = then;
  }

  /** Begins. */
  void start() {
    RunningWork started = writing.start(name(), monitor -> opener.open(place, monitor), this);
    work = Optional.of(started);
    window.viewModel().progress().follow(started);
  }

  @Override
  public void succeeded(CatalogueDatabase database) {
    window.closeCatalogue(() -> {
      work.ifPresent(window.viewModel().progress()::finish);
      if (window.isClosed()) { // the window was closed meanwhile
        giveUp(database);
      } else {
        then.accept(window.show(database, writing, pending));
      }
    });
  }

  private void giveUp(CatalogueDatabase database) {
    pending.ifPresent(PendingWork::keep);
    writing.start(
        "Close " + file.getFileName(),
        monitor -> {
          writing.close();
          database.close();
          return file;
        },
        new WorkListener<Path>() {
          @Override
          public void succeeded(Path closed) {}

          @Override
          public void failed(Throwable failure) {
            LOG.error("{} can't be closed", file, failure);
          }
        });
  }

  @Override
  public void failed(Throwable failure) {
    end();
    if (place.table().isEmpty() && isForeign(failure)) {
      window.offerTables(file);
    } else {
      window.tell(place, name(), failure);
    }
  }

  @Override
  public void cancelled() {
    end();
  }

  private void end() {
    work.ifPresent(window.viewModel().progress()::finish);
    writing.stop();
    pending.ifPresent(PendingWork::keep);
  }

  private String name() {
    return "Open " + file.getFileName();
  }

  private static boolean isForeign(Throwable failure) {
    return failure instanceof CatalogueException exception
        && exception.reason() == CatalogueException.Reason.NOT_A_CATALOGUE;
  }
}
