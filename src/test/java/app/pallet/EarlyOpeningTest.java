package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CatalogueException;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.schema.ProductSchema;
import app.pallet.ui.tables.TablePlace;
import app.pallet.work.WorkMonitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlyOpeningTest {

  @TempDir private Path folder;

  private final List<Path> opened = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstOpened = new CountDownLatch(1);

  @Test
  void opensTheFirstCatalogueBeforeItIsAskedForIt() throws Exception {
    Path file = catalogue("a.pallet");
    EarlyOpening early = early(file);
    firstOpened.await();

    early.windowIsShown();
    early.open(early.first().orElseThrow(), WorkMonitor.NONE).close();

    assertThat(opened).containsExactly(file);
    assertThat(early.settings().settings()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void opensItAnewTheSecondTime() {
    Path file = catalogue("a.pallet");
    EarlyOpening early = early(file);
    early.windowIsShown();

    early.open(file, WorkMonitor.NONE).close();
    early.open(file, WorkMonitor.NONE).close();

    assertThat(opened).containsExactly(file, file);
  }

  @Test
  void tellsWhoAsksWhyItCanNotBeOpened() throws Exception {
    Path file = Files.writeString(folder.resolve("b.pallet"), "no catalogue");
    EarlyOpening early = early(file);

    assertThatThrownBy(() -> early.open(file, WorkMonitor.NONE))
        .isInstanceOf(CatalogueException.class);
  }

  @Test
  void leavesTheMakingOfACatalogueToTheWindow() {
    Path file = folder.resolve("new.pallet");
    EarlyOpening early = early(file);
    early.windowIsShown();
    assertThat(opened).isEmpty();

    early.open(file, WorkMonitor.NONE).close();

    assertThat(opened).containsExactly(file);
  }

  @Test
  void closesWhatNobodyAskedFor() {
    Path file = catalogue("a.pallet");

    early(file).close();

    assertThat(file.resolveSibling("a.pallet-wal")).doesNotExist();
  }

  @Test
  void letsTheCatalogueGoWhenTheWindowIsClosedBeforeItWasDrawn() throws Exception {
    Path file = catalogue("a.pallet");
    EarlyOpening early = early(file);
    CompletableFuture<CatalogueDatabase> asked =
        CompletableFuture.supplyAsync(() -> early.open(file, WorkMonitor.NONE));
    firstOpened.await();

    early.close();

    asked.get(30, TimeUnit.SECONDS).close();
  }

  private EarlyOpening early(Path file) {
    return new EarlyOpening(
        new SettingsFile(folder.resolve("settings.json")),
        settings -> Optional.of(TablePlace.of(file)),
        (wanted, monitor) -> {
          opened.add(wanted);
          try {
            return CatalogueDatabase.openOrCreate(
                wanted, ProductSchema.create(), ConnectionSettings.DEFAULT);
          } finally {
            firstOpened.countDown();
          }
        });
  }

  private Path catalogue(String name) {
    Path file = folder.resolve(name);
    CatalogueDatabase.create(file, ProductSchema.create(), ConnectionSettings.DEFAULT).close();
    return file;
  }
}
