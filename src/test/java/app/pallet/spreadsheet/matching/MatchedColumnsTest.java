package app.pallet.spreadsheet.matching;

import static app.pallet.spreadsheet.matching.KeyMatcherTest.ACTIVE;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.ID;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.NAME;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.SCHEMA;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.SKU;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.line;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.mapping;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.problem;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.said;
import static app.pallet.spreadsheet.matching.KeyMatcherTest.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import app.pallet.change.ChangeSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowProblem;
import app.pallet.change.RowProblem.Severity;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rows of different columns, also beside pending changes, and results of several parts. */
final class MatchedColumnsTest {

  private final ChangeSet changes = new ChangeSet(SCHEMA);
  private final Set<Object> ambiguous = new HashSet<>();

  @Test
  void rowsOfOneSourceMaySayDifferentColumns() {
    MatchResult result =
        match(
            mapping(2, "S1", "name 1"),
            new RowMapping(RowValues.of(ACTIVE, true).with(SKU, "S2"), line(3), List.of()),
            new RowMapping(RowValues.of(ACTIVE, false).with(SKU, "S1x"), line(4), List.of()),
            mapping(5, "new", "other"));
    assertThat(result.unchanged()).isEqualTo(2);
    assertThat(result.edits()).isEmpty();
    assertThat(result.adds())
        .extracting(add -> add.after().get(SKU), add -> add.after().get(ACTIVE))
        .containsExactly(tuple("S1x", false), tuple("new", true));
  }

  @Test
  void aColumnThatTheCatalogueIsYetToGetIsEmptyInTheRowsThatAreThere() {
    Column colour = Column.builder("colour", ColumnType.TEXT).build();
    RowMapping says = new RowMapping(said("S1", "name 1").with(colour, "red"), line(2), List.of());
    RowMapping clears = new RowMapping(said("S2", "name 2").with(colour, null), line(3), List.of());
    RowMapping both = new RowMapping(said("S2", "other").with(colour, "blue"), line(3), List.of());

    assertThat(match(says).edits())
        .containsExactly(
            new RowChange.Edit(
                new RowKey.Id(1),
                RowValues.of(colour, null),
                RowValues.of(colour, "red"),
                RowStamp.Counted.of(7),
                List.of()));
    assertThat(match(clears).unchanged()).isEqualTo(1);
    assertThat(match(both).edits())
        .extracting(RowChange.Edit::before, RowChange.Edit::after)
        .containsExactly(
            tuple(
                RowValues.of(NAME, "name 2").with(colour, null),
                RowValues.of(NAME, "other").with(colour, "blue")));
  }

  @Test
  void aWarningAboutACellDoesNotMakeAChangeOfARowThatSaysWhatIsThere() {
    RowProblem remark = new RowProblem(line(2), "active", "abc", "Looks odd", "", Severity.WARNING);
    MatchResult result = match(new RowMapping(said("S1", "name 1"), line(2), List.of(remark)));
    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.edits()).isEmpty();
  }

  @Test
  void aDefaultIsLeftOutOfTheBadCellAlone() {
    RowMapping mapping = new RowMapping(said("new", "a"), line(2), List.of(problem(NAME)));
    assertThat(match(mapping).adds().getFirst().after().get(ACTIVE)).isEqualTo(true);
  }

  @Test
  void aKeyOfSeveralProductsIsRejectedBesidePendingChangesToo() {
    rename(2, "T2"); // so that what is pending has a say
    ambiguous.add("S1");
    MatchResult result = matchPending(mapping(2, "S1", "other"));
    assertThat(result.edits()).isEmpty();
    assertThat(result.problems())
        .extracting(RowProblem::value, RowProblem::message)
        .containsExactly(tuple("S1", "Is the key of several rows"));
  }

  @Test
  void aColumnThatTheCatalogueIsYetToGetIsEmptyInAChangedRowToo() {
    changes.record("Paste", matchPending(mapping(1, "S1", "mine")).changes());
    Column colour = Column.builder("colour", ColumnType.TEXT).build();
    RowMapping clears = new RowMapping(said("S1", "mine").with(colour, null), line(2), List.of());
    RowMapping says = new RowMapping(said("S1", "mine").with(colour, "red"), line(2), List.of());

    assertThat(matchPending(clears).unchanged()).isEqualTo(1);
    assertThat(matchPending(says).edits())
        .extracting(RowChange.Edit::after)
        .containsExactly(RowValues.of(colour, "red"));
  }

  @Test
  void theIdByWhichAChangedRowIsFoundIsNoChange() {
    changes.record("Paste", matchPending(mapping(1, "S1", "mine")).changes());
    RowMapping byId = new RowMapping(RowValues.of(ID, 1L).with(NAME, "mine"), line(2), List.of());

    MatchResult result =
        matchNext(matcher(ID, PendingRows.of(changes.changes(), MatchKey.of(ID))), List.of(byId));

    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.edits()).isEmpty();
  }

  @Test
  void rowsMayBeFoundWithTheirColumnsInAnyOrder() {
    List<Row> rows =
        List.of(
            stored(1),
            new Row(
                new RowKey.Id(2),
                RowStamp.Counted.of(7),
                RowValues.of(NAME, "name 2").with(SKU, "S2")));
    Set<Column> asked = new HashSet<>();
    KeyMatcher matcher =
        new KeyMatcher(
            SCHEMA,
            MatchKey.of(SKU),
            (column, said, wanted) -> {
              asked.addAll(wanted);
              return new FoundRows(rows.toArray(Row[]::new), new BitSet());
            },
            changes::nextKey,
            PendingRows.NONE,
            DuplicateKeys.FIRST);

    MatchResult result =
        matchNext(matcher, List.of(mapping(2, "S1", "name 1"), mapping(3, "S2", "name 2")));

    assertThat(result.unchanged()).isEqualTo(2);
    assertThat(result.edits()).isEmpty();
    assertThat(asked).containsExactlyInAnyOrder(SKU, NAME);
  }

  @Test
  void aKeyThatTwoPendingRenamesGiveIsRefused() {
    rename(1, "X");
    rename(2, "X");
    assertThat(matchPending(mapping(1, "X", "which?")).problems())
        .extracting(RowProblem::message)
        .containsExactly("Is the key of several rows");
  }

  @Test
  void aNumberThatLostItsZerosIsToldBesideTheProductThatHasThem() {
    RowFinder finder =
        new RowFinder() {
          @Override
          public FoundRows find(Column column, List<RowValues> said, Collection<Column> wanted) {
            return found("0000", column, said);
          }

          @Override
          public Set<Integer> zeroedLengths(Column column) {
            return Set.of(5);
          }
        };
    KeyMatcher matcher =
        new KeyMatcher(
            SCHEMA,
            MatchKey.of(SKU),
            finder,
            changes::nextKey,
            PendingRows.NONE,
            DuplicateKeys.FIRST);

    MatchResult result =
        matchNext(matcher, List.of(mapping(2, "x", "other"), mapping(3, "1", "other")));

    assertThat(result.adds()).hasSize(2);
    assertThat(result.near().alikeSentence()).contains("“1” in line 3 beside 00001");
  }

  @Test
  void theResultsOfPartsAreJoinedInTheirOrder() {
    MatchResult first = match(mapping(2, "S1", "other"), mapping(3, "new 1", "a"));
    MatchResult second =
        match(mapping(4, "S2", "other"), mapping(5, "new 2", "b"), mapping(6, "S1", "name 1"));

    MatchResult joined = MatchResult.joined(List.of(first, second));

    assertThat(joined.edits()).containsExactly(first.edits().getFirst(), second.edits().getFirst());
    assertThat(joined.adds()).containsExactly(first.adds().getFirst(), second.adds().getFirst());
    assertThat(joined.unchanged()).isEqualTo(1);
    assertThat(joined.outcomes())
        .containsExactly(
            RowOutcome.EDIT, RowOutcome.ADD, RowOutcome.EDIT, RowOutcome.ADD, RowOutcome.UNCHANGED);
    assertThat(joined.origins())
        .containsOnly(entry(stored(1).key(), line(2)), entry(stored(2).key(), line(4)));
    assertThat(MatchResult.joined(List.of(first))).isSameAs(first);
  }

  private void rename(long id, String sku) {
    Row row = stored(id);
    RowValues before = row.values().only(SKU::equals);
    changes.record(
        "Rename",
        List.of(
            new RowChange.Edit(row.key(), before, RowValues.of(SKU, sku), row.stamp(), List.of())));
  }

  private MatchResult match(RowMapping... mappings) {
    return matchNext(matcher(SKU, PendingRows.NONE), List.of(mappings));
  }

  private MatchResult matchPending(RowMapping... mappings) {
    return matchNext(
        matcher(SKU, PendingRows.of(changes.changes(), MatchKey.of(SKU))), List.of(mappings));
  }

  private KeyMatcher matcher(Column key, PendingRows pending) {
    RowFinder finder = (column, said, wanted) -> found("S", column, said);
    return new KeyMatcher(
        SCHEMA, MatchKey.of(key), finder, changes::nextKey, pending, DuplicateKeys.FIRST);
  }

  /** The two products there are, by their ids or by a prefix before these. */
  private FoundRows found(String prefix, Column column, List<RowValues> said) {
    @Nullable Row[] rows = new @Nullable Row[said.size()];
    BitSet several = new BitSet();
    for (int i = 0; i < rows.length; i++) {
      Object key = said.get(i).get(column);
      for (long id = 1; id <= 2; id++) {
        if ((column.equals(ID) ? (Object) id : prefix + id).equals(key)) {
          rows[i] = stored(id);
          several.set(i, ambiguous.contains(key));
        }
      }
    }
    return new FoundRows(rows, several);
  }

  private static MatchResult matchNext(KeyMatcher matcher, List<RowMapping> rows) {
    return matcher.match(rows, matcher.find(rows));
  }
}
