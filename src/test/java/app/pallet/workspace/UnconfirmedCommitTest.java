package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.draft.DraftFolder;
import app.pallet.draft.DraftSession;
import app.pallet.schema.TableId;
import app.pallet.workspace.pending.PendingWork;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The draft forgets rows only once the disk has confirmed that the catalogue holds them. */
final class UnconfirmedCommitTest {

  private static final List<String> FILES = List.of("shop.pallet", "shop.pallet-wal");

  @TempDir private Path folder;

  private OpenCatalogue catalogue;

  @BeforeEach
  void open() {
    Path file = folder.resolve("shop.pallet");
    new OpenCatalogue(file).withProducts(3).close();
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    DraftSession session =
        drafts.begin(TableId.ofFile(file, "product"), Runnable::run, Duration.ofHours(1));
    catalogue =
        new OpenCatalogue(
            file, PendingWork.IN_MEMORY.with(new PendingWork.Drafts(drafts, session)));
    catalogue.paste("SKU\tName\tQuantity\nB-1\tNew\t5\nA-1\tEdited\t1\n", 0, "sku");
  }

  @AfterEach
  void close() {
    catalogue.close();
  }

  @Test
  void the_log_is_forced_to_disk_before_the_draft_is_written_anew() throws IOException {
    List<String> forced;
    try (Recording recording = new Recording()) {
      recording.enable("jdk.FileForce").withoutThreshold();
      recording.start();
      catalogue.commit();
      recording.stop();
      Path events = folder.resolve("events.jfr");
      recording.dump(events);
      forced =
          RecordingFile.readAllEvents(events).stream()
              .sorted(java.util.Comparator.comparing(RecordedEvent::getStartTime))
              .map(event -> Path.of(event.getString("path")))
              .filter(path -> path.startsWith(folder))
              .map(path ->
                  path.getFileName().toString().endsWith("-wal")
                      ? "log"
                      : folder.relativize(path).getName(0).toString())
              .toList();
    }

    assertThat(forced).containsOnlyOnce("log").first().isEqualTo("drafts");
    assertThat(forced.subList(forced.indexOf("log"), forced.size())).contains("drafts");
    assertThat(forced.subList(0, forced.indexOf("log"))) // only that a commit begins
        .containsOnly("drafts");
  }

  @Test
  void rows_stay_pending_until_it_is_and_are_not_written_twice() {
    CommitReport report = commitAndLose();

    assertThat(report.committed()).isZero();
    assertThat(report.isUnclear()).isTrue();
    assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(2);
    assertThat(catalogue.told).isEmpty();

    move("away", ".");
    catalogue.workspace.edits().setCell(catalogue.key(0), catalogue.column("name"), "Later");
    catalogue.commit();

    assertThat(catalogue.workspace.changes().isEmpty()).isTrue();
    assertThat(catalogue.stored("sku")).containsExactly("A-1", "A-2", "A-3", "B-1");
    assertThat(catalogue.stored("name")).containsExactly("Later", "Product 2", "Product 3", "New");
  }

  @Test
  void nothing_is_committed_while_it_is_open_what_was() {
    commitAndLose();

    List<CommitReport> reports = new ArrayList<>();
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> catalogue.workspace.commit(CommitPlan.DEFAULT, event -> {}, reports::add))
        .hasMessageContaining("Commit");
    assertThat(reports).isEmpty();
    assertThat(catalogue.workspace.changes().counts().total()).isEqualTo(2);

    move("away", ".");
    assertThat(catalogue.stored("sku")).containsExactly("A-1", "A-2", "A-3", "B-1");
  }

  /** Commits, while the catalogue is moved away just after its last batch was found in place. */
  private CommitReport commitAndLose() {
    List<CommitReport> reports = new ArrayList<>();
    catalogue.workspace.commit(
        CommitPlan.DEFAULT,
        event -> {
          if (event instanceof CommitEvent.BatchCommitted) {
            move(".", "away");
          }
        },
        reports::add);
    return reports.getFirst();
  }

  private void move(String from, String to) {
    try {
      Files.createDirectories(folder.resolve(to));
      for (String name : FILES) {
        Files.move(folder.resolve(from).resolve(name), folder.resolve(to).resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
