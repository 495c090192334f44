package app.pallet.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowProblem.Severity;
import app.pallet.schema.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** What holds for a change set whatever the user did with it before. */
final class ChangeSetHistoryTest {

  private static final int ROWS = 4;
  private static final Action UNDO = new Action("undo", ChangeSet::undo);
  private static final Action REDO = new Action("redo", ChangeSet::redo);

  /** Something that can happen to a change set, with words for it should a property fail. */
  record Action(String words, Consumer<ChangeSet> effect) {

    void on(ChangeSet changes) {
      effect.accept(changes);
    }

    @Override
    public String toString() {
      return words;
    }
  }

  @Property
  void aChangeSetOverMoreColumnsGoesOnWhereTheOldOneWas(@ForAll("steps") List<Action> steps) {
    ChangeSet old = new ChangeSet(Products.SCHEMA);
    steps.forEach(step -> step.on(old));
    Map<RowKey, RowChange> before = state(old);
    RowKey.New last = old.nextKey();

    ChangeSet changes = new ChangeSet(Products.SCHEMA.with(List.of()), old);

    assertThat(state(changes)).isEqualTo(before);
    assertThat(changes.nextKey().number()).isGreaterThan(last.number());
    while (changes.canUndo()) {
      changes.undo();
    }
    assertThat(changes.isEmpty()).isTrue();
  }

  @Property
  void undoingEverythingLeavesNothingAndRedoingEverythingLeavesTheSame(
      @ForAll("steps") List<Action> steps) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    List<Map<RowKey, RowChange>> states = new ArrayList<>(List.of(state(changes)));
    for (Action step : steps) {
      step.on(changes);
      if (!state(changes).equals(states.getLast())) {
        states.add(state(changes));
      }
    }
    for (Map<RowKey, RowChange> earlier : states.reversed().subList(1, states.size())) {
      changes.undo();
      assertThat(state(changes)).isEqualTo(earlier);
    }
    assertThat(changes.canUndo()).isFalse();
    assertThat(changes.isEmpty()).isTrue();
    for (Map<RowKey, RowChange> later : states.subList(1, states.size())) {
      changes.redo();
      assertThat(state(changes)).isEqualTo(later);
    }
    assertThat(changes.canRedo()).isFalse();
  }

  @Property
  void countsEqualARecount(@ForAll("anything") List<Action> actions) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    for (Action action : actions) {
      action.on(changes);
      assertThat(changes.counts()).isEqualTo(recount(changes));
      assertProblemsAreKnown(changes);
    }
  }

  @Property
  void newRowsAreInOrderAndFoundAtTheirPlaces(@ForAll("anything") List<Action> actions) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    for (Action action : actions) {
      action.on(changes);
      List<RowKey.New> expected =
          changes.changes().stream()
              .filter(RowChange.Add.class::isInstance)
              .map(add -> (RowKey.New) add.key())
              .sorted((a, b) -> Long.compare(a.number(), b.number()))
              .toList();
      List<RowKey.New> listed =
          IntStream.range(0, changes.newRowCount()).mapToObj(changes::newRowAt).toList();
      assertThat(listed).isEqualTo(expected);
      assertThat(listed).allMatch(key -> listed.indexOf(key) == changes.indexOfNewRow(key));
    }
  }

  @Property
  void noPendingEditLeavesARowAsItIs(@ForAll("anything") List<Action> actions) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    actions.forEach(action -> action.on(changes));
    for (RowChange change : changes.changes()) {
      if (change instanceof RowChange.Edit edit) {
        RowValues stored = Products.stored(edit.key().id()).values();
        assertThat(edit.before()).isEqualTo(stored.only(edit.after()::has));
        assertThat(edit.after().columns().asList())
            .noneMatch(c -> Objects.equals(edit.before().get(c), edit.after().get(c)));
        assertThat(edit.after().isEmpty() && edit.problems().isEmpty()).isFalse();
      }
    }
  }

  @Property
  void preparedChangesEndAsRecordedOnesWhateverHappenedMeanwhileButBringNoRowBack(
      @ForAll("anything") List<Action> earlier,
      @ForAll("anything") List<Action> meanwhile,
      @ForAll("wanted") List<RowChange> wanted) {
    ChangeSet direct = new ChangeSet(Products.SCHEMA);
    ChangeSet aside = new ChangeSet(Products.SCHEMA);
    earlier.forEach(action -> action.on(direct));
    earlier.forEach(action -> action.on(aside));
    PreparedChanges prepared = aside.snapshot().merged("Import", wanted, Map.of());
    Set<RowKey> added = new HashSet<>(direct.changes().stream().map(RowChange::key).toList());
    meanwhile.forEach(action -> action.on(direct));
    meanwhile.forEach(action -> action.on(aside));
    List<RowChange> left =
        wanted.stream()
            .filter(change ->
                change instanceof RowChange.Edit
                    || change instanceof RowChange.Delete
                    || !added.contains(change.key())
                    || direct.get(change.key()).isPresent())
            .toList();
    boolean isCurrent = aside.isCurrent(prepared);
    direct.record("Import", left);
    PreparedChanges now = aside.snapshot().again(prepared);
    assertThat(now.gone()).isEqualTo(isCurrent ? 0 : wanted.size() - left.size());
    aside.record(now);
    assertThat(state(aside)).isEqualTo(state(direct));
    assertThat(aside.counts()).isEqualTo(recount(aside));
    assertProblemsAreKnown(aside);
    aside.undo();
    direct.undo();
    assertThat(state(aside)).isEqualTo(state(direct));
  }

  @Property
  void anUndoThatWasWorkedOutBeforeEndsAsOneThatWasNot(
      @ForAll("anything") List<Action> actions, @ForAll boolean redo) {
    ChangeSet direct = new ChangeSet(Products.SCHEMA);
    ChangeSet aside = new ChangeSet(Products.SCHEMA);
    actions.forEach(action -> action.on(direct));
    actions.forEach(action -> action.on(aside));
    direct.undo();
    aside.snapshot().undone().ifPresent(aside::undo);
    assertThat(state(aside)).isEqualTo(state(direct));
    assertThat(aside.counts()).isEqualTo(recount(aside));
    assertProblemsAreKnown(aside);
    if (redo) {
      direct.redo();
      aside.snapshot().redone().ifPresent(aside::redo);
      assertThat(state(aside)).isEqualTo(state(direct));
    }
    assertThat(aside.undoLabel()).isEqualTo(direct.undoLabel());
    assertThat(aside.redoLabel()).isEqualTo(direct.redoLabel());
  }

  @Property
  void aSnapshotStaysAsItWasWhateverHappensLater(
      @ForAll("anything") List<Action> earlier, @ForAll("anything") List<Action> later) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    earlier.forEach(action -> action.on(changes));
    PendingSnapshot snapshot = changes.snapshot();
    List<RowChange> committable = changes.committable();

    later.forEach(action -> action.on(changes));

    assertThat(snapshot.committable(Set.of())).isEqualTo(committable);
    assertThat(snapshot.committable(Set.of(new RowKey.Id(1))))
        .isEqualTo(
            committable.stream().filter(change -> !change.key().equals(new RowKey.Id(1))).toList());
  }

  @Property
  void rowsSettledAsideEndAsThoseSettledAtOnceWhateverHappenedMeanwhile(
      @ForAll("anything") List<Action> earlier,
      @ForAll("anything") List<Action> meanwhile,
      @ForAll("keys") Set<RowKey> committed) {
    ChangeSet direct = new ChangeSet(Products.SCHEMA);
    ChangeSet aside = new ChangeSet(Products.SCHEMA);
    earlier.forEach(action -> action.on(direct));
    earlier.forEach(action -> action.on(aside));
    Settlement settlement = Settlement.of(aside.snapshot(), committed);
    meanwhile.forEach(action -> action.on(direct));
    meanwhile.forEach(action -> action.on(aside));

    direct.settle(committed, List.of());
    aside.settle(settlement, List.of());

    assertThat(committed).noneMatch(key -> aside.get(key).isPresent());
    do {
      assertThat(state(aside)).isEqualTo(state(direct));
      assertThat(aside.counts()).isEqualTo(recount(aside));
      assertProblemsAreKnown(aside);
      direct.undo();
      aside.undo();
    } while (aside.canUndo());
    assertThat(direct.canUndo()).isFalse();
  }

  @Property
  void whatItsJournalIsToldMakesAnEqualOne(
      @ForAll("anything") List<Action> actions, @ForAll("wanted") List<RowChange> wanted) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    ChangeSet again = new ChangeSet(Products.SCHEMA);
    changes.setJournal((action, before) -> again.replay(action));
    actions.forEach(action -> action.on(changes));
    changes.record(changes.snapshot().merged("Import", wanted, Map.of()));

    changes.setJournal(ChangeJournal.NONE);
    assertEqual(again, changes);
  }

  @Property
  void itsHistoryMakesAnEqualOne(@ForAll("anything") List<Action> actions) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    actions.forEach(action -> action.on(changes));

    ChangeHistory history = changes.history();
    ChangeSet again = new ChangeSet(Products.SCHEMA);
    history.actions().forEach(again::replay);

    assertThat(history.isEmpty()).isEqualTo(changes.isClean());
    assertEqual(again, changes);
  }

  @Property
  void oneThatBecomesAnotherGoesOnWhereThatWas(@ForAll("anything") List<Action> actions) {
    ChangeSet changes = new ChangeSet(Products.SCHEMA);
    ChangeSet other = new ChangeSet(Products.SCHEMA);
    actions.forEach(action -> action.on(changes));
    actions.forEach(action -> action.on(other));
    ChangeSet emptied = new ChangeSet(Products.SCHEMA);
    emptied.record("Edit", List.of(edit(1, Products.NAME, 1)));
    emptied.record(emptied.current().replaced("Revert row", List.of(), List.of(new RowKey.Id(1))));
    emptied.record("Edit", List.of(edit(1, Products.NAME, 2)));
    emptied.undo(); // has something to undo and something to redo, which go
    List<Boolean> heard = new ArrayList<>();
    emptied.addListener(heard::add);

    emptied.become(other);

    assertThat(heard).containsExactly(true);
    assertEqual(emptied, changes);
  }

  /** Whether all is the same with two of them, also on the way back and forth. */
  private static void assertEqual(ChangeSet actual, ChangeSet expected) {
    assertSame(actual, expected);
    while (expected.canUndo()) {
      expected.undo();
      actual.undo();
      assertSame(actual, expected);
    }
    while (expected.canRedo()) {
      expected.redo();
      actual.redo();
      assertSame(actual, expected);
    }
  }

  private static void assertSame(ChangeSet actual, ChangeSet expected) {
    assertThat(state(actual)).isEqualTo(state(expected));
    assertThat(actual.undoLabel()).isEqualTo(expected.undoLabel());
    assertThat(actual.undoRow()).isEqualTo(expected.undoRow());
    assertThat(actual.redoLabel()).isEqualTo(expected.redoLabel());
    assertThat(actual.redoRow()).isEqualTo(expected.redoRow());
    assertThat(actual.isClean()).isEqualTo(expected.isClean());
  }

  @Provide
  Arbitrary<Set<RowKey>> keys() {
    return Arbitraries.<RowKey>oneOf(rows().map(RowKey.Id::new), rows().map(RowKey.New::new))
        .set()
        .ofMaxSize(2 * ROWS);
  }

  @Provide
  Arbitrary<List<RowChange>> wanted() {
    return changes().list().ofMaxSize(6);
  }

  @Provide
  Arbitrary<List<Action>> steps() {
    return step().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<Action>> anything() {
    Arbitrary<RowKey> keys =
        Arbitraries.oneOf(rows().map(RowKey.Id::new), rows().map(RowKey.New::new));
    return Arbitraries.frequencyOf(
            Tuple.of(6, step()),
            Tuple.of(1, Arbitraries.of(UNDO, REDO)),
            Tuple.of(1, keys.map(ChangeSetHistoryTest::settle)),
            Tuple.of(1, rows().map(ChangeSetHistoryTest::settleBefore)),
            Tuple.of(1, keys.map(ChangeSetHistoryTest::refusal)))
        .list()
        .ofMaxSize(30);
  }

  private static Arbitrary<RowChange> changes() {
    return Arbitraries.oneOf(
        Combinators.combine(rows(), columns(), versions()).as(ChangeSetHistoryTest::edit),
        Combinators.combine(rows(), columns(), versions()).as(ChangeSetHistoryTest::add),
        Combinators.combine(rows(), columns()).as(ChangeSetHistoryTest::badEdit),
        rows().map(Products::delete));
  }

  private static Arbitrary<Action> step() {
    Arbitrary<RowKey> keys =
        Arbitraries.oneOf(rows().map(RowKey.Id::new), rows().map(RowKey.New::new));
    return Arbitraries.oneOf(
        changes()
            .list()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(list -> new Action("record " + list, changes -> changes.record("Record", list))),
        keys.map(ChangeSetHistoryTest::revert),
        Combinators.combine(keys, columns()).as(ChangeSetHistoryTest::revertCell));
  }

  private static Action revert(RowKey key) {
    return new Action(
        "revert " + key,
        changes -> changes.record(changes.current().replaced("Revert", List.of(), List.of(key))));
  }

  private static Action revertCell(RowKey key, Column column) {
    return new Action(
        "revert " + column + " of " + key,
        changes ->
            changes.record(changes.current().reverted("Cell", Map.of(key, List.of(column)))));
  }

  private static Action settle(RowKey key) {
    return new Action("settle " + key, changes -> changes.settle(Set.of(key), List.of()));
  }

  /** A row was changed while it was being committed. */
  private static Action settleBefore(long row) {
    RowKey key = new RowKey.Id(row);
    return new Action(
        "settle " + key + " before it is changed",
        changes -> changes.settle(Set.of(key), List.of(edit(row, Products.NAME, 1))));
  }

  private static Action refusal(RowKey key) {
    RowProblem refusal = Products.problem("name", Severity.REFUSED);
    return new Action("refuse " + key, changes -> changes.refuse(Map.of(key, List.of(refusal))));
  }

  private static Arbitrary<Long> rows() {
    return Arbitraries.longs().between(1, ROWS);
  }

  private static Arbitrary<Column> columns() {
    return Arbitraries.of(Products.DATA);
  }

  private static Arbitrary<Integer> versions() {
    return Arbitraries.integers().between(0, 2);
  }

  /** One of three values of a cell, the first of which is what the database holds. */
  private static Object value(long row, Column column, int version) {
    Object stored = Products.stored(row).values().get(column);
    return column.equals(Products.STOCK) ? (Object) (row + version) : stored + "x".repeat(version);
  }

  private static RowChange edit(long row, Column column, int version) {
    return Products.edit(row, column, value(row, column, version));
  }

  private static RowChange badEdit(long row, Column column) {
    return Products.badEdit(row, Products.problem(column));
  }

  private static RowChange add(long row, Column column, int version) {
    return Products.add(row, column, value(row, column, version));
  }

  private static Map<RowKey, RowChange> state(ChangeSet changes) {
    Map<RowKey, RowChange> state = new HashMap<>();
    changes.changes().forEach(change -> state.put(change.key(), change));
    return state;
  }

  private static void assertProblemsAreKnown(ChangeSet changes) {
    List<RowChange> expected =
        changes.changes().stream().filter(change -> !change.problems().isEmpty()).toList();
    assertThat(changes.withProblems()).containsExactlyInAnyOrderElementsOf(expected);
    assertThat(changes.problemCount())
        .isEqualTo(expected.stream().mapToInt(change -> change.problems().size()).sum());
  }

  private static ChangeCounts recount(ChangeSet changes) {
    return new ChangeCounts(
        count(changes, RowChange.Add.class::isInstance),
        count(changes, RowChange.Edit.class::isInstance),
        count(changes, RowChange.Delete.class::isInstance),
        count(changes, change -> !change.isCommittable()));
  }

  private static int count(ChangeSet changes, Predicate<RowChange> wanted) {
    return (int) changes.changes().stream().filter(wanted).count();
  }
}
