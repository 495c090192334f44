package app.pallet.draft;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeJournal;
import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.schema.TableId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever happened comes back, up to wherever the file ends. */
final class DraftRoundTripTest {

  private static final Duration PATIENT = Duration.ofHours(1);

  @SuppressWarnings("NullAway.Init") // before each try
  private Path folder;

  @SuppressWarnings("NullAway.Init")
  private Path catalogue;

  @BeforeTry
  void makeFolder() throws IOException {
    folder = Files.createTempDirectory("pallet-drafts");
    catalogue = folder.resolve("shop.pallet");
  }

  @AfterTry
  void deleteFolder() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  @Provide
  Arbitrary<List<RandomActions.Action>> actions() {
    return RandomActions.lists();
  }

  @Property(tries = 150)
  void allThatHappenedComesBackWithUndoAndRedo(
      @ForAll("actions") List<RandomActions.Action> actions) {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
    DraftSession session =
        drafts.begin(TableId.ofFile(catalogue, "product"), Runnable::run, PATIENT);
    changes.setJournal(session);
    actions.forEach(action -> action.perform(changes, p -> session.prepare(p.action())));
    session.close();
    changes.setJournal(ChangeJournal.NONE);

    try (Restored restored = Restored.of(drafts, catalogue)) {
      assertThat(restored.states()).isEqualTo(RandomActions.states(changes));
      assertThat(restored.nextNumber()).isGreaterThanOrEqualTo(highestNumber(changes) + 1);
    }
  }

  @Property(tries = 150)
  void whatIsWrittenAnewIsTheSame(@ForAll("actions") List<RandomActions.Action> actions) {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
    DraftSession session =
        drafts.begin(TableId.ofFile(catalogue, "product"), Runnable::run, PATIENT);
    changes.setJournal(session);
    for (int i = 0; i < actions.size(); i++) {
      actions.get(i).perform(changes, p -> session.prepare(p.action()));
      if (i == actions.size() / 2) {
        session.endCommit("none", changes.history());
      }
    }
    long next = changes.nextKey().number();
    session.endCommit("none", changes.history());
    session.close();
    changes.setJournal(ChangeJournal.NONE);

    try (Restored restored = Restored.of(drafts, catalogue)) {
      assertThat(RandomActions.unordered(restored.states()))
          .isEqualTo(RandomActions.unordered(RandomActions.states(changes)));
      assertThat(restored.isEmpty() || restored.nextNumber() > next - 1).isTrue();
    }
  }

  /** As a power cut leaves it: whatever was not forced is not there, or not as it was. */
  @Property(tries = 25)
  void aFileThatIsCutOffAnywhereHoldsAllActionsBeforeTheCut(
      @ForAll("actions") List<RandomActions.Action> actions) throws IOException {
    TreeMap<Long, List<RowChange>> stateAt = new TreeMap<>();
    byte[] whole = write(actions, stateAt);
    for (int cut = first(whole, stateAt); cut < whole.length; cut++) {
      check(Arrays.copyOf(whole, cut), stateAt, cut);
    }
  }

  @Property(tries = 25)
  void aFileThatIsDamagedAnywhereHoldsAllActionsBeforeTheDamage(
      @ForAll("actions") List<RandomActions.Action> actions, @ForAll byte noise)
      throws IOException {
    TreeMap<Long, List<RowChange>> stateAt = new TreeMap<>();
    byte[] whole = write(actions, stateAt);
    for (int place = first(whole, stateAt); place < whole.length; place++) {
      byte[] damaged = whole.clone();
      damaged[place] ^= (byte) (noise == 0 ? 1 : noise);
      check(damaged, stateAt, place);
    }
  }

  /** The end of the header, or at most some hundred bytes before the file's end. */
  private static int first(byte[] whole, NavigableMap<Long, List<RowChange>> stateAt) {
    return (int)
        Math.max(stateAt.isEmpty() ? whole.length : stateAt.firstKey(), whole.length - 300L);
  }

  private byte[] write(
      List<RandomActions.Action> actions, NavigableMap<Long, List<RowChange>> stateAt)
      throws IOException {
    DraftFolder drafts = new DraftFolder(folder.resolve("drafts"));
    ChangeSet changes = new ChangeSet(RandomActions.SCHEMA);
    try (DraftSession session =
        drafts.begin(TableId.ofFile(catalogue, "product"), Runnable::run, PATIENT)) {
      changes.setJournal(session);
      for (RandomActions.Action action : actions) {
        action.perform(changes, p -> session.prepare(p.action()));
        Optional<Path> file = file("drafts");
        if (file.isPresent()) {
          stateAt.put(Files.size(file.get()), List.copyOf(changes.changes()));
        }
      }
    }
    Optional<Path> file = file("drafts");
    return file.isPresent() ? Files.readAllBytes(file.get()) : new byte[0];
  }

  private Optional<Path> file(String drafts) throws IOException {
    Path all = folder.resolve(drafts);
    if (!Files.isDirectory(all)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(all)) {
      return files.filter(f -> f.toString().endsWith(".draft")).findFirst();
    }
  }

  /** A state in between, of an action that writes more than once, is a prefix of actions too. */
  private void check(byte[] bytes, NavigableMap<Long, List<RowChange>> stateAt, long place)
      throws IOException {
    Path copies = Files.createDirectories(folder.resolve("copies"));
    Path copy = copies.resolve(String.valueOf(file("drafts").orElseThrow().getFileName()));
    Files.write(copy, bytes);
    try (Restored restored = Restored.of(new DraftFolder(copies), catalogue)) {
      List<RowChange> found = restored.pending();
      List<RowChange> before = stateAt.floorEntry(place).getValue();
      if (!found.equals(before)) {
        assertThat(stateAt.floorKey(place)).isNotNull();
        assertThat(restored.end())
            .isLessThanOrEqualTo(place)
            .isGreaterThan(stateAt.floorKey(place));
      }
    } finally {
      try (Stream<Path> files = Files.list(copies)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static long highestNumber(ChangeSet changes) {
    return changes.newRowCount() == 0 ? 0 : changes.newRowAt(changes.newRowCount() - 1).number();
  }

  /** What a search gives, or nothing. */
  private record Restored(Optional<StoredDraft> draft) implements AutoCloseable {

    static Restored of(DraftFolder drafts, Path catalogue) {
      return new Restored(
          drafts
              .find(TableId.ofFile(catalogue, "product"), RandomActions.SCHEMA, Set.of())
              .draft());
    }

    boolean isEmpty() {
      return draft.isEmpty();
    }

    List<RowChange> pending() {
      return draft.map(d -> List.copyOf(d.changes().changes())).orElse(List.of());
    }

    List<RandomActions.State> states() {
      return draft
          .map(d -> RandomActions.states(d.changes()))
          .orElseGet(() -> List.of(RandomActions.State.EMPTY));
    }

    long nextNumber() {
      return draft.map(d -> d.changes().nextKey().number()).orElse(1L);
    }

    long end() {
      return draft.map(StoredDraft::end).orElse(0L);
    }

    @Override
    public void close() {
      draft.ifPresent(StoredDraft::close);
    }
  }
}
