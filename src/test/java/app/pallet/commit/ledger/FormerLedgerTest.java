package app.pallet.commit.ledger;

import static app.pallet.commit.writing.TestCatalogue.NAME;
import static app.pallet.commit.writing.TestCatalogue.PRICE;
import static app.pallet.commit.writing.TestCatalogue.QUANTITY;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.commit.CommitMode;
import app.pallet.commit.writing.TestCatalogue;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.file.ConnectionSettings;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ledger in {@code ledger-1.pallet}, which the last Pallet that wrote format 1 made by these
 * commits: every kind of change, in both compressions.
 */
class FormerLedgerTest {

  private static final Instant BEGAN = Instant.parse("2026-11-30T11:30:00Z");

  @TempDir Path folder;

  /** A commit in the file. */
  private record Former(String token, CommitMode mode, List<RowChange> rows) {}

  @Test
  void everyChangeOfFormat1IsReadAsItWasWritten() throws IOException {
    Path file = folder.resolve("former.pallet");
    try (InputStream former = FormerLedgerTest.class.getResourceAsStream("ledger-1.pallet")) {
      Files.copy(Objects.requireNonNull(former), file);
    }
    Files.createDirectory(folder.resolve("model"));
    try (CatalogueDatabase database = CatalogueDatabase.open(file, ConnectionSettings.DEFAULT);
        TestCatalogue model = new TestCatalogue(folder.resolve("model"))) {
      CommitHistory history = new CommitHistory(database);
      for (Former commit : former(model)) {
        List<CommittedChange> read = new ArrayList<>();
        history.forEach(commit.token(), read::add);
        assertThat(read)
            .extracting(CommittedChange::change)
            .containsExactlyElementsOf(commit.rows());
        assertThat(read)
            .extracting(CommittedChange::row)
            .containsExactlyElementsOf(commit.rows().stream().map(FormerLedgerTest::row).toList());
      }
      assertThat(history.commits())
          .extracting(PastCommit::token, PastCommit::mode, PastCommit::who, PastCommit::began)
          .containsExactlyInAnyOrder(
              tuple("adds", CommitMode.BATCH),
              tuple("edits", CommitMode.ADD_ALL),
              tuple("all kinds", CommitMode.ONE_BY_ONE));
    }
  }

  private static org.assertj.core.groups.Tuple tuple(String token, CommitMode mode) {
    return org.assertj.core.api.Assertions.tuple(token, mode, "Ann", BEGAN);
  }

  /** An added row has the key that its number says: all of them were in an empty table. */
  private static RowKey.Stored row(RowChange change) {
    return switch (change) {
      case RowChange.Add add -> new RowKey.Id(add.key().number());
      case RowChange.Edit edit -> edit.key();
      case RowChange.Delete delete -> delete.key();
    };
  }

  private static List<Former> former(TestCatalogue catalogue) {
    List<RowChange> adds = catalogue.adds(250);
    List<RowChange> edits = new ArrayList<>();
    for (int i = 0; i < 220; i++) {
      edits.add(catalogue.edit(row(i + 1, adds.get(i), 0), QUANTITY, (long) i));
    }
    Row first = row(1, adds.getFirst(), 1);
    List<RowChange> kinds =
        List.of(
            catalogue.delete(row(249, adds.get(248), 0)),
            catalogue.delete(row(250, adds.get(249), 0)),
            catalogue.edit(
                first,
                RowValues.of(NAME, "Gr\u00f6\u00dfe \ud83d\udc5f")
                    .with(PRICE, new BigDecimal("0.0001"))),
            catalogue.add("Z-1", "last", "12.5000"));
    return List.of(
        new Former("adds", CommitMode.BATCH, adds),
        new Former("edits", CommitMode.ADD_ALL, edits),
        new Former("all kinds", CommitMode.ONE_BY_ONE, kinds));
  }

  private static Row row(long id, RowChange added, long version) {
    return new Row(
        new RowKey.Id(id), RowStamp.Counted.of(version), added.after().with(QUANTITY, null));
  }
}
