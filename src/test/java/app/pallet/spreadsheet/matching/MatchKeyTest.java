package app.pallet.spreadsheet.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.ChangeSet;
import app.pallet.change.ColumnSet;
import app.pallet.change.FoundRows;
import app.pallet.change.Row;
import app.pallet.change.RowKey;
import app.pallet.change.RowMapping;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.TableSchema;
import app.pallet.schema.table.KeyColumns;
import app.pallet.schema.table.WriteRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table whose key has two columns, one of which has a comma in its name. */
final class MatchKeyTest {

  private static final Column ORDER = key("Order, No");
  private static final Column PRODUCT = key("Product");
  private static final Column NOTE = Column.builder("Note", ColumnType.TEXT).plain().build();
  private static final TableSchema LINES =
      new TableSchema(
          "Lines",
          List.of(ORDER, PRODUCT, NOTE),
          new KeyColumns(List.of("Order, No", "Product")),
          Optional.of("rowid"),
          "Order, No",
          List.of());

  private static Column key(String name) {
    return Column.builder(name, ColumnType.WHOLE_NUMBER)
        .required()
        .write(WriteRule.ON_ADD)
        .plain()
        .build();
  }

  private final List<RowKey> asked = new ArrayList<>();

  @Test
  void aKeyIsNamedByOneColumnOrByAllOfIts() {
    assertThat(MatchKey.named("Note", LINES)).isEqualTo(MatchKey.of(NOTE));
    assertThat(MatchKey.named("Order, No", LINES)).isEqualTo(MatchKey.of(ORDER));
    MatchKey both = new MatchKey(List.of(ORDER, PRODUCT));
    assertThat(MatchKey.named("Order, No,Product", LINES)).isEqualTo(both);
    assertThat(MatchKey.named("Product, Order, No", LINES)).isEqualTo(both);
    assertThat(MatchKey.named(both.name(), LINES)).isEqualTo(both);
  }

  @Test
  void otherColumnsTogetherAreNoKey() {
    assertThatThrownBy(() -> MatchKey.named("Product,Note", LINES))
        .hasMessage(
            "Several columns find a row only if they are the table's key, which is Order, No,"
                + " Product");
    assertThatThrownBy(() -> MatchKey.named("Product,Colour", LINES))
        .hasMessage("Lines has no column Product,Colour");
  }

  @Test
  void rowsAreFoundByAllColumnsOfTheirKey() {
    MatchResult result =
        match(
            new MatchKey(LINES.keyColumns()),
            mapping(2, 1L, 11L, "changed"),
            mapping(3, 1L, 12L, "new"),
            mapping(4, 1L, 11L, "again"),
            mapping(5, 2L, null, "half a key"));

    assertThat(asked)
        .containsExactly(RowKey.Parts.of(1, 11), RowKey.Parts.of(1, 12), RowKey.Parts.of(1, 11));
    assertThat(result.edits())
        .singleElement()
        .satisfies(edit -> {
          assertThat(edit.key()).isEqualTo(RowKey.Parts.of(1, 11));
          assertThat(edit.after()).isEqualTo(RowValues.of(NOTE, "changed"));
        });
    assertThat(result.adds()).hasSize(2);
    assertThat(result.problems())
        .extracting(RowProblem::column, RowProblem::value, RowProblem::message)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "Order, No",
                "1, 11",
                "Lines 2 and 4 have the same Order, No and Product; line 2 is taken"),
            org.assertj.core.groups.Tuple.tuple("Product", "", "Has no Product"));
  }

  /** A database may find a key that is written in another way; the key stays as it is there. */
  @Test
  void noStoredRowGetsAnotherKey() {
    MatchResult result =
        match(MatchKey.of(NOTE), mapping(2, 1L, 11L, "old"), mapping(3, 1L, 7L, "old2"));

    assertThat(result.unchanged()).isEqualTo(1);
    assertThat(result.edits()).isEmpty();
    assertThat(result.rejected()).isEqualTo(1);
    assertThat(result.problems())
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.column()).isEqualTo("Product");
          assertThat(problem.value()).isEqualTo("7");
          assertThat(problem.message()).isEqualTo("Is 11 in the table; a row keeps its key");
        });
  }

  private MatchResult match(MatchKey key, RowMapping... mappings) {
    KeyMatcher matcher =
        new KeyMatcher(
            LINES,
            key,
            new Finder(),
            new ChangeSet(LINES)::nextKey,
            PendingRows.NONE,
            DuplicateKeys.FIRST);
    List<RowMapping> rows = List.of(mappings);
    return matcher.match(rows, matcher.find(rows));
  }

  private static RowMapping mapping(long line, long order, @Nullable Long product, String note) {
    return new RowMapping(
        RowValues.of(ColumnSet.of(ORDER, PRODUCT, NOTE), new Object[] {order, product, note}),
        new RowOrigin("lines.csv", line),
        List.of());
  }

  /** A table with the row (1, 11), which any note finds. */
  private final class Finder implements RowFinder {

    private final Row row =
        new Row(
            RowKey.Parts.of(1, 11),
            RowStamp.Seen.BY_VALUES,
            RowValues.of(ColumnSet.of(ORDER, PRODUCT, NOTE), new Object[] {1L, 11L, "old"}));

    @Override
    public FoundRows find(Column column, List<RowValues> said, Collection<Column> wanted) {
      @Nullable Row[] rows = new @Nullable Row[said.size()];
      java.util.Arrays.fill(rows, row);
      return new FoundRows(rows, new BitSet());
    }

    @Override
    public FoundRows find(List<RowKey.Stored> keys, Collection<Column> wanted) {
      asked.addAll(keys);
      return new FoundRows(
          keys.stream().map(key -> row.key().equals(key) ? row : null).toArray(Row[]::new),
          new BitSet());
    }
  }
}
