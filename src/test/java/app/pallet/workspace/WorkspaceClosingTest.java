package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.commit.TransactionScope;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.CellFormat;
import app.pallet.schema.TableId;
import app.pallet.work.RunningWork;
import app.pallet.work.ThreadRunner;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.turns.WorkspaceListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A workspace is closed while work runs; the owner thread, which is the test's, never waits. */
@Timeout(60)
final class WorkspaceClosingTest {

  private static final int ROWS = 100;
  private static final CommitPlan PLAN =
      new CommitPlan(CommitMode.BATCH, 10, TransactionScope.PER_BATCH);

  @TempDir private Path folder;

  private final BlockingQueue<Runnable> delivered = new LinkedBlockingQueue<>();
  private final List<String> told = new ArrayList<>();
  private final List<CommitReport> reports = new ArrayList<>();
  private final CountDownLatch reached = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);
  private final ThreadRunner reading = new ThreadRunner("reader", delivered::add);
  private final ThreadRunner writing = new ThreadRunner("writer", delivered::add);
  private Workspace workspace;
  private boolean closed;

  @BeforeEach
  void open() {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    OpenCatalogue first =
        new OpenCatalogue(
            file(),
            PendingWork.draftedIn(drafts, TableId.ofFile(file(), "product"), delivered::add));
    first.paste(
        IntStream.rangeClosed(1, ROWS)
            .mapToObj(n -> "N-%d\tProduct %d\t%d.50\n".formatted(n, n, n))
            .collect(Collectors.joining("", "SKU\tName\tPrice\n", "")),
        0,
        "sku");
    PendingWork pending = first.workspace.handOver();
    first.close();
    workspace =
        new Workspace(
            CatalogueDatabase.open(file(), ConnectionSettings.DEFAULT),
            reading,
            writing,
            CellFormat.PLAIN,
            new Listener(),
            pending);
  }

  @Test
  void theOwnerGoesOnWhileTheCommitEnds() {
    commitTo(1);
    workspace.close(DraftSession.Ending.KEEP, () -> closed = true);
    assertThat(closed).isFalse();
    assertThat(workspace.commitWork()).isPresent();

    gate.countDown();
    until(() -> closed);

    assertThat(reports.getFirst().isComplete()).isTrue();
    assertThat(stored()).isEqualTo(ROWS);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void stoppedItEndsAfterTheBatchAndTheDraftHasTheRest() {
    commitTo(3);
    workspace.stop();
    workspace.close(DraftSession.Ending.KEEP, () -> closed = true);
    gate.countDown();
    until(() -> closed);

    assertThat(reports.getFirst().committed()).isEqualTo(30);
    assertThat(stored()).isEqualTo(30);
    assertThat(workspace.changes().counts().total()).isEqualTo(70);
    assertThat(drafts()).hasSize(1);
  }

  @Test
  void discardedTheDraftGoesOnlyAfterTheLastBatch() {
    commitTo(3);
    workspace.stop();
    workspace.close(DraftSession.Ending.DISCARD, () -> closed = true);
    assertThat(drafts()).hasSize(1);
    gate.countDown();
    until(() -> closed);

    assertThat(stored()).isEqualTo(30);
    assertThat(drafts()).isEmpty();
  }

  @Test
  void nothingBeginsAfterAStop() {
    workspace.stop();
    workspace.commit(PLAN, event -> {}, reports::add);
    assertThat(workspace.isCommitting()).isFalse();
    workspace.close(DraftSession.Ending.KEEP, () -> closed = true);
    until(() -> closed);
    assertThat(stored()).isZero();
    assertThat(reports).isEmpty();
  }

  @Test
  void whatIsLostIfStoppedIsToldApartFromWhatIsOnlyLookedAt() throws InterruptedException {
    block(reading);
    Path target = folder.resolve("products.csv");
    workspace.history().commits("", commits -> {});
    WholeExport.write(workspace, target, result -> {});
    assertThat(workspace.atStake())
        .extracting(RunningWork::name)
        .containsExactly("Export products.csv");

    workspace.stop();
    workspace.close(DraftSession.Ending.KEEP, () -> closed = true);
    gate.countDown();
    until(() -> closed);

    assertThat(target).doesNotExist();
    assertThat(told).contains("Export products.csv: cancelled");
  }

  @Test
  void findingOutWhatTheLastCommitWroteIsPartOfTheNext() throws Exception {
    workspace.commit(
        PLAN,
        event -> {
          if (event instanceof CommitEvent.BatchCommitted) {
            move("away");
          }
        },
        reports::add);
    until(() -> !reports.isEmpty());
    assertThat(reports.getFirst().isUnclear()).isTrue();
    move(".");
    block(writing);

    workspace.commit(PLAN, event -> {}, reports::add);
    assertThat(workspace.isCommitting()).isTrue();
    workspace.commit(PLAN, event -> {}, reports::add); // a second one does not begin
    workspace.commitWork().orElseThrow().cancel();
    gate.countDown();
    until(() -> !workspace.isCommitting());

    assertThat(reports).hasSize(1);
    assertThat(told).contains("Commit: cancelled");
    workspace.commit(PLAN, event -> {}, reports::add);
    until(() -> reports.size() == 2);
    assertThat(stored()).isEqualTo(ROWS);
    workspace.close(DraftSession.Ending.KEEP, () -> closed = true);
    until(() -> closed);
  }

  /** Commits until so many batches are written, and holds the writing thread there. */
  private void commitTo(int batches) {
    int[] left = {batches};
    workspace.commit(
        PLAN,
        event -> {
          if (event instanceof CommitEvent.BatchCommitted && --left[0] == 0) {
            reached.countDown();
            await(gate);
          }
        },
        reports::add);
    await(reached);
  }

  private void block(ThreadRunner runner) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    runner.start(
        "Block",
        monitor -> {
          begun.countDown();
          await(gate);
          return "";
        },
        new app.pallet.work.WorkListener<String>() {
          @Override
          public void succeeded(String result) {}

          @Override
          public void failed(Throwable failure) {
            throw new AssertionError(failure);
          }
        });
    begun.await();
  }

  private void until(BooleanSupplier condition) {
    while (!condition.getAsBoolean()) {
      try {
        Runnable next = delivered.poll(30, TimeUnit.SECONDS);
        assertThat(next).as("something is still to come").isNotNull();
        next.run();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private Path file() {
    return folder.resolve("shop.pallet");
  }

  private int stored() {
    try (CatalogueDatabase database = CatalogueDatabase.open(file(), ConnectionSettings.DEFAULT)) {
      return new RowReader(database).keys(RowQuery.ALL).size();
    }
  }

  private List<Path> drafts() {
    try (Stream<Path> files = Files.list(folder.resolve("drafts"))) {
      return files.toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Moves the catalogue and its log to another folder, from where they are. */
  private void move(String to) {
    try {
      Path away = Files.createDirectories(folder.resolve("away"));
      Path from = to.equals("away") ? folder : away;
      for (String name : List.of("shop.pallet", "shop.pallet-wal")) {
        Files.move(from.resolve(name), folder.resolve(to).resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final class Listener implements WorkspaceListener {
    @Override
    public void told(String message) {
      told.add(message);
    }

    @Override
    public void failed(String task, Throwable failure) {
      throw new AssertionError(task, failure);
    }
  }
}
