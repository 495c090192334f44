package app.pallet;

import app.pallet.database.CatalogueDatabase;
import app.pallet.ui.CatalogueOpener;
import app.pallet.ui.tables.TablePlace;
import app.pallet.work.WorkMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * Reads the settings and opens the first catalogue while JavaFX starts, so that neither waits for
 * the other. A catalogue that has to be made first is left to the window, which shows how far it
 * is. Any thread.
 */
final class EarlyOpening implements CatalogueOpener, AutoCloseable {

  private static final Executor ASIDE =
      task -> Thread.ofPlatform().name("pallet-start").daemon().start(task);

  private final CatalogueOpener opener;
  private final CompletableFuture<SettingsFile.Reading> settings;
  private final CompletableFuture<Optional<TablePlace>> first;
  private final CompletableFuture<Optional<CatalogueDatabase>> opening;
  private final CompletableFuture<Void> windowShown = new CompletableFuture<>();
  private final AtomicBoolean taken = new AtomicBoolean();

  /**
   * Begins.
   *
   * @param choice which catalogue or table is to be opened with these settings
   * @param opener opens it, and every later one
   */
  EarlyOpening(
      SettingsFile settingsFile,
      Function<Settings, Optional<TablePlace>> choice,
      CatalogueOpener opener) {
    this.opener = opener;
    settings = CompletableFuture.supplyAsync(settingsFile::read, ASIDE);
    first = settings.thenApply(reading -> choice.apply(reading.settings()));
    opening =
        first.thenApplyAsync(
            chosen ->
                chosen
                    .filter(place -> Files.exists(place.file()))
                    .map(place -> opener.open(place, WorkMonitor.NONE)),
            ASIDE);
  }

  /** The settings; waits for them. */
  SettingsFile.Reading settings() {
    return settings.join();
  }

  /** The first catalogue, if one is to be opened; waits for the settings. */
  Optional<TablePlace> first() {
    return first.join();
  }

  /** Lets the first catalogue go to the window, which would be seen later if it got it earlier. */
  void windowIsShown() {
    windowShown.complete(null);
  }

  @Override
  public CatalogueDatabase open(Path wanted, WorkMonitor monitor) {
    return open(TablePlace.of(wanted), monitor);
  }

  @Override
  public CatalogueDatabase open(TablePlace wanted, WorkMonitor monitor) {
    if (!Optional.of(wanted).equals(first.join()) || taken.getAndSet(true)) {
      return opener.open(wanted, monitor);
    }
    Optional<CatalogueDatabase> opened = early();
    windowShown.join();
    return opened.orElseGet(() -> opener.open(wanted, monitor));
  }

  private Optional<CatalogueDatabase> early() {
    try {
      return opening.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /** Closes the first catalogue if nobody has asked for it, and lets nobody wait for a window. */
  @Override
  public void close() {
    windowIsShown();
    if (!taken.getAndSet(true)) {
      opening // whose failure is nobody's any more
          .exceptionally(failure -> Optional.empty())
          .join()
          .ifPresent(CatalogueDatabase::close);
    }
  }
}
