package app.pallet.change.stored;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.change.ColumnSet;
import app.pallet.change.DamagedChangesException;
import app.pallet.change.Products;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is stored of changes comes back as it was. */
class StoredChangesTest {

  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final List<Column> COLUMNS =
      Arrays.stream(ColumnType.values())
          .map(type -> Column.builder("c_" + type.name().toLowerCase(java.util.Locale.ROOT), type))
          .map(builder -> builder.build())
          .toList();

  @Property(tries = 300)
  void anyChangesComeBackAsTheyWere(@ForAll("changes") List<RowChange> changes) {
    assertThat(read(write(changes), changes.size())).isEqualTo(changes);
  }

  @Property(tries = 300)
  void cutOffChangesAreDamagedAndNothingElse(
      @ForAll("changes") List<RowChange> changes, @ForAll int at) {
    byte[] whole = write(changes);
    byte[] cut = Arrays.copyOf(whole, Math.floorMod(at, whole.length));
    assertThatThrownBy(() -> read(cut, changes.size())).isInstanceOf(DamagedChangesException.class);
  }

  @Test
  void columnsOfTheTableAreTheTablesOwn() {
    Column name = SCHEMA.require("name");
    RowChange edit =
        new RowChange.Edit(
            new RowKey.Existing(7),
            RowValues.of(name, "old"),
            RowValues.of(name, "new"),
            3,
            List.of());
    RowChange read = read(write(List.of(edit)), 1).getFirst();
    assertThat(read.after().columns().get(0)).isSameAs(name);
  }

  @Test
  void aColumnThatHasAnotherTypeNowKeepsItsOld() {
    Column text = Column.builder("quantity", ColumnType.TEXT).build(); // was in the draft's table
    RowChange edit =
        new RowChange.Edit(
            new RowKey.Existing(7),
            RowValues.of(text, "many"),
            RowValues.of(text, "none"),
            3,
            List.of());
    RowChange read = read(write(List.of(edit)), 1).getFirst();
    assertThat(read).isEqualTo(edit);
    assertThat(read.after().columns().get(0).type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void whereTheyEndIsKnownBeforeAndAfterReading() {
    byte[] bytes = write(List.of(Products.delete(1)));
    try (ChangeReader reader = new ChangeReader(new ByteArrayInputStream(bytes), Products.SCHEMA)) {
      assertThat(reader.isAtEnd()).isFalse();
      assertThat(reader.isAtEnd()).isFalse();
      assertThat(reader.key()).isEqualTo(new RowKey.Existing(1));
      assertThat(reader.isAtEnd()).isFalse();
      assertThat(reader.change()).isEqualTo(Products.delete(1));
      assertThat(reader.isAtEnd()).isTrue();
    }
  }

  private static byte[] write(List<RowChange> changes) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ChangeWriter writer = new ChangeWriter(bytes)) {
      changes.forEach(change -> writer.key(change.key()).change(change));
    }
    return bytes.toByteArray();
  }

  private static List<RowChange> read(byte[] bytes, int count) {
    List<RowChange> changes = new ArrayList<>();
    try (ChangeReader reader = new ChangeReader(new ByteArrayInputStream(bytes), SCHEMA)) {
      for (int i = 0; i < count; i++) {
        RowKey key = reader.key();
        RowChange change = reader.change();
        assertThat(change.key()).isEqualTo(key);
        changes.add(change);
      }
    }
    return changes;
  }

  @Provide
  Arbitrary<List<RowChange>> changes() {
    Arbitrary<RowChange> add =
        Combinators.combine(Arbitraries.longs().greaterOrEqual(1), values(), origins(), problems())
            .as((number, after, origin, problems) ->
                new RowChange.Add(new RowKey.New(number), after, origin, problems));
    Arbitrary<RowChange> edit =
        Combinators.combine(Arbitraries.longs(), values(), values(), problems())
            .as((id, before, after, problems) ->
                new RowChange.Edit(
                    new RowKey.Existing(id), before, after, RowChange.NO_VERSION, problems));
    Arbitrary<RowChange> delete =
        Combinators.combine(Arbitraries.longs(), values(), Arbitraries.longs(), problems())
            .as((id, before, version, problems) ->
                new RowChange.Delete(new RowKey.Existing(id), before, version, problems));
    return Arbitraries.oneOf(add, edit, delete).list().ofMinSize(1).ofMaxSize(12);
  }

  private static Arbitrary<RowValues> values() {
    return Arbitraries.subsetOf(COLUMNS)
        .flatMap(some -> {
          List<Column> columns = List.copyOf(some);
          return Combinators.combine(columns.stream().map(StoredChangesTest::value).toList())
              .as(cells ->
                  RowValues.of(ColumnSet.of(columns), cells.stream().map(Cell::value).toArray()));
        });
  }

  /** A value that may be empty, which jqwik can't combine as such. */
  private record Cell(@Nullable Object value) {}

  private static Arbitrary<Cell> value(Column column) {
    Arbitrary<?> some =
        switch (column.type()) {
          case TEXT, CHOICE -> Arbitraries.strings().all().ofMaxLength(20);
          case WHOLE_NUMBER -> Arbitraries.longs();
          case DECIMAL, MONEY ->
              Combinators.combine(
                      Arbitraries.bigIntegers()
                          .between(BigInteger.TEN.pow(30).negate(), BigInteger.TEN.pow(30)),
                      Arbitraries.integers().between(0, 9))
                  .as(BigDecimal::new);
          case YES_NO -> Arbitraries.of(true, false);
          case DATE -> Arbitraries.longs().between(-900_000, 2_900_000).map(LocalDate::ofEpochDay);
          case TIMESTAMP ->
              Combinators.combine(
                      Arbitraries.longs().between(-62_000_000_000L, 250_000_000_000L),
                      Arbitraries.of(0, 5_000_000, 123_456_789))
                  .as(Instant::ofEpochSecond);
        };
    Arbitrary<?> foreign =
        Combinators.combine(
                Arbitraries.of(UnreadableValue.Form.values()),
                Arbitraries.strings().all().ofMaxLength(9))
            .as(UnreadableValue::new);
    return Arbitraries.frequencyOf(Tuple.of(9, some), Tuple.of(1, foreign))
        .injectNull(0.2)
        .map(Cell::new);
  }

  private static Arbitrary<RowOrigin> origins() {
    return Combinators.combine(
            Arbitraries.strings().all().ofMaxLength(12), Arbitraries.longs().greaterOrEqual(0))
        .as(RowOrigin::new);
  }

  private static Arbitrary<List<RowProblem>> problems() {
    Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(12);
    return Combinators.combine(
            origins(), text, text, text, text, Arbitraries.of(RowProblem.Severity.values()))
        .as((origin, column, value, message, accepted, severity) ->
            new RowProblem(
                Objects.requireNonNull(origin), column, value, message, accepted, severity))
        .list()
        .ofMaxSize(2);
  }
}
