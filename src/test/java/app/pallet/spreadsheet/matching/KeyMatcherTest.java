package app.pallet.spreadsheet.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnRole;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class KeyMatcherTest implements RowFinder {

  static final Column ID =
      Column.builder("id", ColumnType.WHOLE_NUMBER).role(ColumnRole.ID).build();
  static final Column SKU =
      Column.builder("sku", ColumnType.TEXT).label("SKU").required().unique().build();
  static final Column NAME = Column.builder("name", ColumnType.TEXT).required().build();
  static final Column ACTIVE =
      Column.builder("active", ColumnType.YES_NO).defaultValue(true).build();
  static final TableSchema SCHEMA =
      new TableSchema("product", List.of(ID, SKU, NAME, ACTIVE), "sku");

  private final ChangeSet changes = new ChangeSet(SCHEMA);
  private final Set<Object> ambiguous = new HashSet<>();
  private final List<Collection<?>> lookups = new ArrayList<>();
  private String prefix = "S";

  @Test
  void aKeyThatIsUnknownIsAnAddWithDefaults() {
    MatchResult result = match(mapping(2, "new", "Name"));
    assertThat(result.adds())
        .containsExactly(
            new RowChange.Add(
                new RowKey.New(1),
                said("new", "Name").with(ACTIVE, true),
                new RowOrigin("shop.csv", 2),
                List.of()));
  }

  @Test
  void aDefaultGivesWayToWhatIsSaid() {
    RowMapping mapping = new RowMapping(said("new", "a").with(ACTIVE, false), line(2), List.of());
    assertThat(match(mapping).adds().getFirst().after().get(ACTIVE)).isEqualTo(false);
  }

  @Test
  void aDefaultDoesNotHideABadCell() {
    RowMapping mapping = new RowMapping(said("new", "a"), line(2), List.of(problem(ACTIVE)));
    RowChange.Add add = match(mapping).adds().getFirst();
    assertThat(add.after().has(ACTIVE)).isFalse();
    assertThat(add.problems()).containsExactly(problem(ACTIVE));
  }

  @Test
  void aKeyThatIsKnownIsAnEditOfWhatDiffers() {
    assertThat(match(mapping(2, "S1", "other")).edits())
        .containsExactly(
            new RowChange.Edit(
                new RowKey.Id(1),
                RowValues.of(NAME, "name 1"),
                RowValues.of(NAME, "other"),
                RowStamp.Counted.of(7),
                List.of()));
  }

  @Test
  void anEditDoesNotMissRequiredCellsItDoesNotMention() {
    RowMapping mapping =
        new RowMapping(RowValues.of(SKU, "S1").with(ACTIVE, false), line(2), List.of());
    changes.record("Import", match(mapping).changes());
    assertThat(changes.counts().committable()).isEqualTo(1);
  }

  @Test
  void aRowThatSaysWhatIsThereIsUnchanged() {
    MatchResult result = match(mapping(2, "S1", "name 1"));
    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.changes()).isEmpty();
  }

  @Test
  void aRowWithABadCellBecomesAChangeThatCarriesTheProblem() {
    RowMapping mapping = new RowMapping(said("S1", "name 1"), line(2), List.of(problem(ACTIVE)));
    MatchResult result = match(mapping);
    assertThat(result.edits().getFirst().problems()).containsExactly(problem(ACTIVE));
    assertThat(result.problems()).containsExactly(problem(ACTIVE));
  }

  @Test
  void theSecondRowOfAKeyIsRejectedAndNamesBothLines() {
    MatchResult result = match(mapping(2, "new", "first"), mapping(5, "new", "second"));
    assertThat(result.adds()).extracting(add -> add.after().get(NAME)).containsExactly("first");
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.problems())
        .containsExactly(
            new RowProblem(
                line(5),
                "sku",
                "new",
                "Lines 2 and 5 have the same SKU; line 2 is taken",
                "one line for each SKU",
                Severity.ERROR));
  }

  @Test
  void theLastRowOfAKeyMayBeTakenInstead() {
    MatchResult result =
        matchAll(
            matcher(DuplicateKeys.LAST),
            List.of(mapping(2, "new", "first"), mapping(3, "x", "y"), mapping(5, "new", "last")));
    assertThat(result.adds()).extracting(add -> add.after().get(NAME)).containsExactly("y", "last");
    assertThat(result.problems())
        .extracting(p -> p.origin().line(), RowProblem::message)
        .containsExactly(tuple(2L, "Lines 2 and 5 have the same SKU; line 5 is taken"));
  }

  @Test
  void noneOfTheRowsOfAKeyMayBeTaken() {
    MatchResult result =
        matchAll(
            matcher(DuplicateKeys.NONE),
            List.of(
                mapping(2, "new", "a"),
                mapping(3, "new", "b"),
                mapping(4, "x", "y"),
                mapping(5, "new", "c")));
    assertThat(result.adds()).extracting(add -> add.after().get(NAME)).containsExactly("y");
    assertThat(result.problems())
        .extracting(p -> p.origin().line(), RowProblem::message)
        .containsExactly(
            tuple(2L, "Lines 2 and 3 have the same SKU; neither is taken"),
            tuple(3L, "Lines 2 and 3 have the same SKU; neither is taken"),
            tuple(5L, "Lines 2 and 5 have the same SKU; neither is taken"));
  }

  @Test
  void rowsThatWereExpectedAreMatchedInSeveralCalls() {
    KeyMatcher matcher = matcher(DuplicateKeys.LAST);
    RowMapping first = mapping(2, "new", "first");
    RowMapping last = mapping(5, "new", "last");
    matcher.expect(List.of(first));
    matcher.expect(List.of(last));
    assertThat(matchNext(matcher, List.of(first)).rejected()).isEqualTo(1);
    assertThat(matchNext(matcher, List.of(last)).adds()).hasSize(1);
  }

  @Test
  void rowsThatNobodyExpectedAreAnErrorWhereAllMustBeKnown() {
    KeyMatcher matcher = matcher(DuplicateKeys.NONE);
    List<RowMapping> rows = List.of(mapping(2, "new", "a"));
    assertThatIllegalStateException().isThrownBy(() -> matchNext(matcher, rows));
    matchAll(matcher, rows);
    assertThatIllegalStateException().isThrownBy(() -> matcher.expect(rows));
  }

  @Test
  void aRowWhoseValuesHaveMovedTakesNoKeyAway() {
    RowProblem whole = new RowProblem(line(3), "", "x", "Has 3 cells", "", Severity.ERROR);
    RowMapping spoiled = new RowMapping(said("new", "x"), line(3), List.of(whole));
    MatchResult result =
        matchAll(matcher(DuplicateKeys.LAST), List.of(mapping(2, "new", "first"), spoiled));
    assertThat(result.outcomes()).containsExactly(RowOutcome.ADD, RowOutcome.REJECTED);
  }

  @Test
  void tellsWhatBecameOfEachRowAndWhereEachChangeCameFrom() {
    MatchResult result =
        match(
            mapping(2, "new", "x"),
            mapping(3, "S1", "name 1"),
            mapping(4, "S2", "other"),
            mapping(5, "new", "y"));
    assertThat(result.outcomes())
        .containsExactly(
            RowOutcome.ADD, RowOutcome.UNCHANGED, RowOutcome.EDIT, RowOutcome.REJECTED);
    assertThat(result.origins()).containsOnly(entry(result.edits().getFirst().key(), line(4)));
    assertThat(result.adds().getFirst().origin()).isEqualTo(line(2));
    assertThat(result.rowsRead()).isEqualTo(4);
  }

  @Test
  void keysAreRememberedBetweenCalls() {
    KeyMatcher matcher = matcher(SKU, PendingRows.NONE);
    matchNext(matcher, List.of(mapping(2, "new", "first")));
    assertThat(matchNext(matcher, List.of(mapping(5, "new", "second"))).rejected()).isEqualTo(1);
  }

  @Test
  void aRowWithoutAKeyIsAnAddThatWaitsForIt() {
    RowMapping mapping = new RowMapping(RowValues.of(NAME, "x"), line(3), List.of());
    MatchResult result = match(mapping);
    RowProblem missing = new RowProblem(line(3), "sku", "", "Has no SKU", "", Severity.ERROR);
    assertThat(result.problems()).containsExactly(missing);
    assertThat(result.adds().getFirst().problems()).containsExactly(missing);
  }

  @Test
  void aRowWithABadKeyIsNotMissingOneAsWell() {
    RowMapping mapping = new RowMapping(RowValues.of(NAME, "x"), line(3), List.of(problem(SKU)));
    assertThat(match(mapping).problems()).containsExactly(problem(SKU));
  }

  @Test
  void aRowThatIsSpoiledAsAWholeIsRejected() {
    RowProblem whole = new RowProblem(line(3), "", "x", "Has 4 cells", "", Severity.ERROR);
    MatchResult result = match(new RowMapping(said("S1", "x"), line(3), List.of(whole)));
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.problems()).containsExactly(whole);
  }

  @Test
  void rowsAreMatchedByTheIdToo() {
    KeyMatcher matcher = matcher(ID, PendingRows.NONE);
    RowMapping known = new RowMapping(RowValues.of(ID, 1L).with(NAME, "x"), line(2), List.of());
    RowMapping unknown = new RowMapping(RowValues.of(ID, 99L).with(NAME, "x"), line(3), List.of());
    MatchResult result = matchNext(matcher, List.of(known, unknown));
    assertThat(result.edits().getFirst().after()).isEqualTo(RowValues.of(NAME, "x"));
    assertThat(result.problems())
        .extracting(RowProblem::message)
        .containsExactly("No row has this key");
  }

  @Test
  void aKeyOfSeveralProductsIsRejectedAlone() {
    ambiguous.add("S1");
    MatchResult result = match(mapping(2, "S1", "other"), mapping(3, "S2", "other"));
    assertThat(result.edits()).extracting(RowChange.Edit::key).containsExactly(stored(2).key());
    assertThat(result.problems())
        .extracting(RowProblem::value, RowProblem::message)
        .containsExactly(tuple("S1", "Is the key of several rows"));
  }

  @Test
  void everyRowIsCountedOnce() {
    MatchResult result =
        match(
            mapping(2, "new", "a"),
            mapping(3, "new", "b"),
            mapping(4, "S1", "name 1"),
            mapping(5, "S2", "other"));
    assertThat(result.rowsRead()).isEqualTo(4);
    assertThat(result.changes()).hasSize(2);
  }

  @Test
  void allKeysAreLookedUpAtOnce() {
    match(mapping(2, "S1", "a"), mapping(3, "new", "b"));
    assertThat(lookups).hasSize(1);
    assertThat(lookups.getFirst()).isEqualTo(List.of("S1", "new"));
  }

  @Test
  void aBlockPastedTwiceAddsItsRowsOnce() {
    changes.record("Paste", matchPending(mapping(1, "new", "a")).changes());
    changes.record("Edit", List.of(addOf(RowValues.of(ACTIVE, false))));
    changes.record("Paste", matchPending(mapping(1, "new", "b")).changes());
    assertThat(changes.changes())
        .extracting(RowChange::after)
        .containsExactly(said("new", "b").with(ACTIVE, false));
  }

  @Test
  void aValueSetBackToWhatIsStoredEndsThePendingEdit() {
    changes.record("Paste", matchPending(mapping(1, "S1", "other")).changes());
    assertThat(matchPending(mapping(1, "S1", "other")).unchanged()).isEqualTo(1);
    changes.record("Paste", matchPending(mapping(1, "S1", "name 1")).changes());
    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void aRowThatIsToBeDeletedIsRejected() {
    Row row = stored(1);
    changes.record(
        "Delete", List.of(new RowChange.Delete(row.key(), row.values(), row.stamp(), List.of())));
    MatchResult result = matchPending(mapping(1, "S1", "other"));
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.problems())
        .extracting(RowProblem::message)
        .containsExactly("Its row is to be deleted");
  }

  @Test
  void aRowIsFoundByTheKeyThatItWillHaveAndItsOldOneIsFree() {
    rename(1, "NEW1");
    MatchResult result = matchPending(mapping(1, "NEW1", "other"), mapping(2, "S1", "a new one"));

    assertThat(result.edits()).extracting(RowChange.Edit::key).containsExactly(stored(1).key());
    assertThat(result.edits().getFirst().after()).isEqualTo(RowValues.of(NAME, "other"));
    assertThat(result.adds())
        .extracting(RowChange::after)
        .extracting(a -> a.get(SKU))
        .containsExactly("S1");
    assertThat(result.problems()).isEmpty();
  }

  @Test
  void rowsThatSwapTheirKeysAreFoundByTheirNewOnes() {
    rename(1, "S2");
    rename(2, "S1");

    MatchResult result = matchPending(mapping(1, "S1", "for two"), mapping(2, "S2", "for one"));

    assertThat(result.edits())
        .extracting(RowChange.Edit::key)
        .containsExactly(stored(2).key(), stored(1).key());
    assertThat(result.adds()).isEmpty();
  }

  @Test
  void aKeyThatAPendingRenameGivesToASecondProductIsRefused() {
    rename(1, "S2");
    assertThat(matchPending(mapping(1, "S2", "which?")).problems())
        .extracting(RowProblem::message)
        .containsExactly("Is the key of several rows");
  }

  @Test
  void aRowToBeAddedIsFoundBeforeTheOneToBeDeletedWithItsKey() {
    changes.record("Add", matchPending(mapping(1, "new", "a")).changes());
    RowKey.New added = changes.newRowAt(0);
    changes.record("Edit", List.of(addOf(RowValues.of(SKU, "S1"))));
    Row row = stored(1);
    changes.record(
        "Delete", List.of(new RowChange.Delete(row.key(), row.values(), row.stamp(), List.of())));

    MatchResult result = matchPending(mapping(1, "S1", "other"));

    assertThat(result.adds()).extracting(RowChange.Add::key).containsExactly(added);
    assertThat(result.problems()).isEmpty();
  }

  private void rename(long id, String sku) {
    Row row = stored(id);
    changes.record(
        "Rename",
        List.of(
            new RowChange.Edit(
                row.key(),
                row.values().only(SKU::equals),
                RowValues.of(SKU, sku),
                row.stamp(),
                List.of())));
  }

  @Test
  void aKeyThatCanOnlyBeAnotherSpellingFindsItsProduct() {
    MatchResult result =
        match(mapping(2, "'S1", "other"), mapping(3, "'new", "x"), mapping(4, "S2", "b"));
    assertThat(result.edits())
        .extracting(RowChange.Edit::key, RowChange.Edit::after)
        .contains(tuple(stored(1).key(), RowValues.of(NAME, "other")));
    assertThat(result.adds()).extracting(add -> add.after().get(SKU)).containsExactly("'new");
    assertThat(result.near().edited()).isEqualTo(1);
    assertThat(result.near().editedSentence())
        .isEqualTo(
            "1 product was found by another spelling of the key, such as “'S1” in line 2 for"
                + " S1");
  }

  @Test
  void aProductIsNotEditedTwiceByTwoSpellings() {
    MatchResult result = match(mapping(2, "'S1", "other"), mapping(3, "S1", "third"));
    assertThat(result.edits()).hasSize(1);
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.problems())
        .extracting(RowProblem::message)
        .containsExactly("Lines 2 and 3 have the same SKU; line 2 is taken");
  }

  @Test
  void whereNotTheFirstRowOfAKeyCountsAnotherSpellingIsOnlyTold() {
    MatchResult result = matchAll(matcher(DuplicateKeys.LAST), List.of(mapping(2, "'S1", "other")));
    assertThat(result.adds()).hasSize(1);
    assertThat(result.near().alikeSentence())
        .isEqualTo(
            "1 row has nearly the key of another row and is new, such as “'S1” in line"
                + " 2 beside S1");
  }

  @Test
  void anotherSpellingOfTheKeyOfSeveralProductsIsOnlyTold() {
    ambiguous.add("S1");
    MatchResult result = match(mapping(2, "'S1", "other"));
    assertThat(result.edits()).isEmpty();
    assertThat(result.adds()).hasSize(1);
    assertThat(result.near().alikeSentence()).contains("“'S1” in line 2 beside S1");
  }

  @Test
  void aKeyThatMayBeOneOfItsOwnIsNewAndTold() {
    prefix = "123";
    MatchResult result = match(mapping(2, "1,231", "other"));
    assertThat(result.edits()).isEmpty();
    assertThat(result.adds()).hasSize(1);
    assertThat(result.near().alikeSentence()).contains("“1,231” in line 2 beside 1231");
  }

  private MatchResult match(RowMapping... mappings) {
    return matchNext(matcher(SKU, PendingRows.NONE), List.of(mappings));
  }

  private MatchResult matchPending(RowMapping... mappings) {
    return matchNext(
        matcher(SKU, PendingRows.of(changes.changes(), MatchKey.of(SKU))), List.of(mappings));
  }

  private KeyMatcher matcher(DuplicateKeys duplicates) {
    return new KeyMatcher(
        SCHEMA, MatchKey.of(SKU), this, changes::nextKey, PendingRows.NONE, duplicates);
  }

  private KeyMatcher matcher(Column key, PendingRows pending) {
    return new KeyMatcher(
        SCHEMA, MatchKey.of(key), this, changes::nextKey, pending, DuplicateKeys.FIRST);
  }

  @Override
  public FoundRows find(List<RowKey.Stored> keys, Collection<Column> wanted) {
    return new FoundRows(
        keys.stream().map(key -> stored(key.id())).toArray(Row[]::new), new BitSet());
  }

  @Override
  public FoundRows find(Column column, List<RowValues> said, Collection<Column> wanted) {
    List<@Nullable Object> keys = new ArrayList<>();
    said.forEach(values -> keys.add(values.get(column)));
    lookups.add(keys);
    @Nullable Row[] rows = new @Nullable Row[keys.size()];
    BitSet several = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      for (Row row : List.of(stored(1), stored(2))) {
        Object key = column.equals(ID) ? (Object) row.id() : prefix + row.id();
        if (key.equals(keys.get(i))) {
          rows[i] = row;
          several.set(i, ambiguous.contains(keys.get(i)));
        }
      }
    }
    return new FoundRows(rows, several);
  }

  static Row stored(long id) {
    @Nullable Object[] values = {id, "S" + id, "name " + id, true};
    return new Row(
        new RowKey.Id(id),
        RowStamp.Counted.of(7),
        RowValues.of(ColumnSet.of(ID, SKU, NAME, ACTIVE), values));
  }

  private static RowChange.Add addOf(RowValues values) {
    return new RowChange.Add(new RowKey.New(1), values, RowOrigin.TYPED, List.of());
  }

  static RowMapping mapping(long line, String sku, String name) {
    return new RowMapping(said(sku, name), line(line), List.of());
  }

  static RowValues said(String sku, String name) {
    return RowValues.of(SKU, sku).with(NAME, name);
  }

  static RowOrigin line(long line) {
    return new RowOrigin("shop.csv", line);
  }

  static RowProblem problem(Column column) {
    return new RowProblem(line(2), column.name(), "abc", "Is wrong", "", Severity.ERROR);
  }

  private static MatchResult matchAll(KeyMatcher matcher, List<RowMapping> rows) {
    matcher.expect(rows);
    return matchNext(matcher, rows);
  }

  private static MatchResult matchNext(KeyMatcher matcher, List<RowMapping> rows) {
    return matcher.match(rows, matcher.find(rows));
  }
}
