package app.pallet.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.commit.CommitEvent;
import app.pallet.commit.CommitPlan;
import app.pallet.commit.CommitReport;
import app.pallet.workspace.pending.ConflictCell;
import app.pallet.workspace.pending.ConflictChoice;
import app.pallet.workspace.pending.RestoreReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A draft of a table in which no ledger tells what an interrupted commit wrote. */
final class OtherTableDraftTest {

  @TempDir private Path folder;
  private final List<Path> copies = new ArrayList<>();

  /** Commits, and leaves the draft as it was when the commit had just begun. */
  private void commitAndForget(String block) throws IOException {
    String name;
    try (OpenCatalogue first = FaultedCatalogue.open(folder)) {
      first.paste(block, 0, "sku");
      first.workspace.commit(CommitPlan.DEFAULT, event -> copyOnce(), report -> {});
      name = copies.getFirst().getFileName().toString();
    }
    Files.move(copies.getFirst(), folder.resolve("drafts").resolve(name));
  }

  private void copyOnce() {
    if (!copies.isEmpty()) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder.resolve("drafts"))) {
      Path draft = files.filter(Files::isRegularFile).findFirst().orElseThrow();
      copies.add(Files.copy(draft, folder.resolve(draft.getFileName())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RestoreReport restore(OpenCatalogue catalogue) {
    List<RestoreReport> reports = new ArrayList<>();
    catalogue
        .workspace
        .draft()
        .find(draft -> catalogue.workspace.draft().restore(draft, reports::add));
    return reports.getFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"delete", "wal"})
  void whatTheCommitWroteIsTakenOutByItsValues(String journal) throws Exception {
    FaultedCatalogue.createForeign(folder, journal);
    commitAndForget("SKU\tName\tQuantity\nA-1\tChanged\t5.5\nN-1\tNew\t1\nN-2\tSame\t2\n");

    try (OpenCatalogue second = FaultedCatalogue.open(folder)) {
      RestoreReport report = restore(second);

      assertThat(report.settled()).isEqualTo(3);
      assertThat(second.workspace.changes().isEmpty()).isTrue();
    }
  }

  /** Rows with typed numbers may be below those that were there when the commit began. */
  @Test
  void whatTheCommitWroteIsFoundByTypedNumbers() throws Exception {
    FaultedCatalogue.createForeign(folder, "delete");
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE product SET no = no + 1000");
    }
    commitAndForget("no\tSKU\tName\n7\tN-1\tNew\n\tN-2\tSame\n5000\tN-3\tHigh\n");

    try (OpenCatalogue second = FaultedCatalogue.open(folder)) {
      assertThat(restore(second).settled()).isEqualTo(3);
      assertThat(second.workspace.changes().isEmpty()).isTrue();
    }
  }

  @Test
  void whatSomebodyElseHasChangedSinceIsAConflict() throws Exception {
    FaultedCatalogue.createForeign(folder, "delete");
    commitAndForget("SKU\tName\nA-1\tChanged\nA-2\tChanged too\n");
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
        Statement statement = other.createStatement()) {
      statement.execute("UPDATE product SET name = 'Otherwise' WHERE sku = 'A-2'");
    }

    try (OpenCatalogue second = FaultedCatalogue.open(folder)) {
      RestoreReport report = restore(second);

      assertThat(report.settled()).isEqualTo(1);
      assertThat(report.conflicts()).isEqualTo(1);
      assertThat(second.workspace.changes().counts().total()).isEqualTo(1);
    }
  }

  private void changeElsewhere(String sql) throws SQLException {
    try (Connection other =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("shop.db"));
        Statement statement = other.createStatement()) {
      statement.execute(sql);
    }
  }

  /** What the user says of the only row of which it is not known whether it is in. */
  private static void say(OpenCatalogue catalogue, ConflictChoice choice) {
    catalogue
        .workspace
        .conflicts()
        .find(cells -> {
          assertThat(cells).hasSize(1).allMatch(ConflictCell::isAdd);
          catalogue.workspace.conflicts().resolve(Map.of(cells.getFirst(), choice));
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofAnAddedRowThatWasChangedSinceTheUserIsAsked(boolean isIn) throws Exception {
    FaultedCatalogue.createForeign(folder, "delete");
    commitAndForget("SKU\tName\nN-1\tNew\nN-2\tOther\n");
    changeElsewhere("UPDATE product SET sku = 'N-9' WHERE sku = 'N-1'");

    try (OpenCatalogue second = FaultedCatalogue.open(folder)) {
      RestoreReport report = restore(second);
      assertThat(report.settled()).isEqualTo(1);
      assertThat(report.conflicts()).isEqualTo(1);
      assertThat(second.workspace.changes().counts().committable()).isZero();

      say(second, isIn ? new ConflictChoice.Theirs() : new ConflictChoice.Mine());

      assertThat(second.workspace.changes().counts().committable()).isEqualTo(isIn ? 0 : 1);
      assertThat(second.workspace.changes().counts().total()).isEqualTo(isIn ? 0 : 1);
      if (!isIn) {
        assertThat(second.commit().isComplete()).isTrue();
      }
      assertThat(second.stored("sku").stream().map(String::valueOf))
          .filteredOn(sku -> sku.startsWith("N-"))
          .containsExactlyInAnyOrderElementsOf(
              isIn ? List.of("N-9", "N-2") : List.of("N-9", "N-2", "N-1"));
    }
  }

  /** The next commit of the same window asks before it would add the row a second time. */
  @Test
  void aWindowThatLostTheAnswerAddsNoRowTwice() throws Exception {
    FaultedCatalogue.createForeign(folder, "wal");
    try (OpenCatalogue window = FaultedCatalogue.open(folder)) {
      window.paste("SKU\tName\nN-1\tNew\n", 0, "sku");
      List<CommitReport> reports = new ArrayList<>();
      window.workspace.commit(
          CommitPlan.DEFAULT,
          event -> {
            if (event instanceof CommitEvent.BatchCommitted) {
              move(".", "away");
            }
          },
          reports::add);
      assertThat(reports.getFirst().isUnclear()).isTrue();
      move("away", ".");
      changeElsewhere("UPDATE product SET sku = 'N-9' WHERE sku = 'N-1'");
      window.paste("SKU\tName\nA-1\tChanged\n", 0, "sku");

      assertThat(window.commit().committed()).isEqualTo(1);

      assertThat(window.stored("sku")).contains("N-9").doesNotContain("N-1");
      say(window, new ConflictChoice.Theirs());
      assertThat(window.workspace.changes().isEmpty()).isTrue();
    }
  }

  private void move(String from, String to) {
    try {
      Files.createDirectories(folder.resolve(to));
      for (String name : List.of("shop.db", "shop.db-wal")) {
        Files.move(folder.resolve(from).resolve(name), folder.resolve(to).resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
