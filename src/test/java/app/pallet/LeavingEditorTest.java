package app.pallet;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.CheckDepth;
import app.pallet.database.file.ConnectionSettings;
import app.pallet.draft.DraftFolder;
import app.pallet.rows.RowReader;
import app.pallet.rows.query.RowQuery;
import app.pallet.schema.CellFormat;
import app.pallet.schema.Column;
import app.pallet.schema.TableId;
import app.pallet.work.ChildJava;
import app.pallet.work.DirectRunner;
import app.pallet.work.WorkMonitor;
import app.pallet.workspace.ExampleCatalogue;
import app.pallet.workspace.Workspace;
import app.pallet.workspace.pending.PendingWork;
import app.pallet.workspace.turns.WorkspaceListener;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole process, whose window is closed while a commit runs: it ends by itself when it should,
 * and may be killed (SIGKILL) at any moment until then. {@code -Dpallet.faults=N
 * -Dpallet.fault.seed=N} for more runs or for one again.
 */
final class LeavingEditorTest {

  private static final int PRODUCTS = 50;
  private static final int ROWS = 10_000;
  private static final int MOST_NANOS = 300_000_000;

  @TempDir private Path folder;

  static LongStream seeds() {
    long first = Long.getLong("pallet.fault.seed", 1);
    return LongStream.range(
        first, first + Math.max(2, Integer.getInteger("pallet.faults", 16) / 8));
  }

  @BeforeEach
  void createCatalogue() {
    ExampleCatalogue.create(file(), PRODUCTS, WorkMonitor.NONE).close();
  }

  @Test
  void theProcessEndsOnceTheCommitHasFinished() throws Exception {
    Process process = start("#finish-commit");
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(errors()).isZero();
    assertThat(drafts()).isEmpty();
    assertThat(skus()).hasSize(PRODUCTS + ROWS);
    assertThat(folder.resolve("settings/settings.json")).content().contains("shop.pallet");
  }

  @Test
  void theProcessEndsSoonAfterTheCommitWasStopped() throws Exception {
    Process process = start("#stop-commit");
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.exitValue()).as(errors()).isZero();
    assertThat(skus()).containsExactlyInAnyOrderElementsOf(all());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void killedWhileItFinishesItLosesNothing(long seed) throws Exception {
    Process process = start("#finish-commit");
    try (BufferedReader said = process.inputReader()) {
      assertThat(said.readLine()).as(errors()).isEqualTo("left");
      assertThat(said.readLine()).as(errors()).isEqualTo("writing");
      LockSupport.parkNanos(new Random(seed).nextInt(MOST_NANOS)); // somewhere in the commit
      process.toHandle().destroyForcibly();
      process.waitFor();
    } finally {
      process.destroyForcibly();
    }
    assertThat(skus()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(all());
  }

  private List<String> all() throws IOException {
    List<String> skus =
        new ArrayList<>(stored().stream().filter(s -> !s.startsWith("NEW")).toList());
    assertThat(skus).hasSize(PRODUCTS);
    IntStream.rangeClosed(1, ROWS).mapToObj("NEW-%05d"::formatted).forEach(skus::add);
    return skus;
  }

  private List<String> stored() {
    try (CatalogueDatabase database = CatalogueDatabase.open(file(), ConnectionSettings.DEFAULT)) {
      return skus(database);
    }
  }

  private static List<String> skus(CatalogueDatabase database) {
    Column sku = database.schema().require("sku");
    List<String> skus = new ArrayList<>();
    new RowReader(database)
        .forEach(RowQuery.ALL, row -> skus.add(String.valueOf(row.values().get(sku))));
    return skus;
  }

  /** What the next start has: what is stored, and what its draft brings back. */
  private List<String> skus() {
    CatalogueDatabase database = CatalogueDatabase.open(file(), ConnectionSettings.DEFAULT);
    assertThat(database.check(CheckDepth.FULL, WorkMonitor.NONE).isSound()).isTrue();
    DraftFolder drafts = new DraftFolder(folder.resolve("data/drafts"));
    DirectRunner runner = new DirectRunner();
    try (Workspace workspace =
        new Workspace(
            database,
            runner,
            runner,
            CellFormat.PLAIN,
            new Listener(),
            PendingWork.draftedIn(drafts, TableId.ofFile(file(), "product"), Runnable::run))) {
      workspace.draft().find(found -> workspace.draft().restore(found, report -> {}));
      List<String> skus = skus(database);
      Column sku = database.schema().require("sku");
      workspace
          .changes()
          .changes()
          .forEach(change -> skus.add(String.valueOf(change.after().get(sku))));
      return skus;
    }
  }

  private List<Path> drafts() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/drafts"))) {
      return files.toList();
    }
  }

  private Path file() {
    return folder.resolve("shop.pallet");
  }

  private String errors() throws IOException {
    return Files.readString(folder.resolve("errors"));
  }

  private Process start(String answer) throws IOException {
    return ChildJava.start(
        folder,
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-Dglass.platform=UiTest",
            "-Dprism.order=sw"),
        LeavingEditor.class,
        folder.toString(),
        Integer.toString(ROWS),
        answer);
  }

  /** Nothing may fail or be remarked while a draft is restored. */
  private static final class Listener implements WorkspaceListener {
    @Override
    public void told(String message) {
      throw new AssertionError(message);
    }

    @Override
    public void failed(String task, Throwable failure) {
      throw new AssertionError(task, failure);
    }
  }
}
