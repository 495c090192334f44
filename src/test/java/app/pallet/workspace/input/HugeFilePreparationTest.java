package app.pallet.workspace.input;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.CellFormat;
import app.pallet.spreadsheet.csv.HugeCsv;
import app.pallet.work.ChildJava;
import app.pallet.work.RunningWork;
import app.pallet.work.SampledMonitor;
import app.pallet.work.ThreadRunner;
import app.pallet.work.Work;
import app.pallet.work.WorkListener;
import app.pallet.work.WorkRunner;
import app.pallet.workspace.OpenCatalogue;
import app.pallet.workspace.SmallHeapImport;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.imports.ImportSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the import window makes of a file of more than 2 GB; how long it takes is printed and not
 * asserted. Runs on demand: {@code mvn test -Dgroups=big -DexcludedGroups=
 * -Dtest=HugeFilePreparationTest}.
 */
@Tag("big")
final class HugeFilePreparationTest {

  private static final long ENOUGH_ROWS = 20_000;

  @TempDir private Path folder;

  @Test
  void aProcessOf256MegabytesSaysInTimeThatItIsTooLarge() throws Exception {
    HugeCsv huge = HugeCsv.in(folder);
    long began = System.nanoTime();

    Process process =
        ChildJava.start(
            folder,
            List.of(
                "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED"),
            SmallHeapImport.class,
            folder.resolve("c.pallet").toString(),
            huge.path().toString());
    List<String> said = process.inputReader().lines().toList();

    assertThat(process.waitFor()).as(Files.readString(folder.resolve("errors"))).isZero();
    System.out.printf("too large, said after %,d ms%n", (System.nanoTime() - began) / 1_000_000);
    assertThat(said)
        .hasSize(2)
        .first()
        .asString()
        .contains("ImportTooLargeException: huge.csv is too large to be looked at in the window")
        .endsWith("pallet import huge.csv --into CATALOGUE");
    assertThat(said.getLast()).isEqualTo("pending 0");
  }

  @Test
  void whoCancelsNeedNotWaitForTheRestOfIt() throws Exception {
    HugeCsv huge = HugeCsv.in(folder);
    BlockingQueue<Runnable> delivered = new LinkedBlockingQueue<>();
    try (OpenCatalogue catalogue = new OpenCatalogue(folder.resolve("c.pallet"));
        WatchedRunner runner = new WatchedRunner(new ThreadRunner("reader", delivered::add))) {
      Workspace workspace = catalogue.workspace;
      ImportPreparation.Context context =
          new ImportPreparation.Context(
              Path.of("open.pallet"),
              runner,
              workspace.schema(),
              workspace.changes(),
              workspace.reader()::findSaid,
              CellFormat.PLAIN,
              Map.of());
      ImportPreparation preparation =
          new ImportPreparation(
              new ImportSource.OfFile(huge.path()), context, new SmallHeapImport.Listener());
      preparation.start();
      delivered.take().run(); // it has been opened, and its rows are being read
      RunningWork reading = runner.latest;
      while (reading.progress().done() < ENOUGH_ROWS) {
        Thread.onSpinWait();
      }
      long began = System.nanoTime();

      preparation.close();
      delivered.take().run(); // the end of the reading, whatever it is

      System.out.printf("cancelled after %,d ms%n", (System.nanoTime() - began) / 1_000_000);
      assertThat(runner.isCancelled).isTrue();
      assertThat(preparation.accept()).isEmpty();
    }
  }

  /** Lets a test see the work that was started last, and whether any of it was cancelled. */
  private static final class WatchedRunner implements WorkRunner {

    private final WorkRunner runner;
    private RunningWork latest = new RunningWork("none", new SampledMonitor());
    private boolean isCancelled;

    WatchedRunner(WorkRunner runner) {
      this.runner = runner;
    }

    @Override
    public <T> RunningWork start(String name, Work<T> work, WorkListener<T> listener) {
      latest =
          runner.start(
              name,
              work,
              new WorkListener<T>() {
                @Override
                public void succeeded(T result) {
                  listener.succeeded(result);
                }

                @Override
                public void failed(Throwable failure) {
                  listener.failed(failure);
                }

                @Override
                public void cancelled() {
                  isCancelled = true;
                  listener.cancelled();
                }
              });
      return latest;
    }

    @Override
    public void stop() {
      runner.stop();
    }

    @Override
    public void close() {
      runner.close();
    }
  }
}
