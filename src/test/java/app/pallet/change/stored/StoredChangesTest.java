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
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import app.pallet.schema.UnreadableValue;
import app.pallet.schema.table.PendingParent;
import app.pallet.text.Message;
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
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is stored of changes comes back as it was. */
class StoredChangesTest {

  private static final int FORMAT = ChangeWriter.FORMAT;
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
            new RowKey.Id(7),
            RowValues.of(name, "old"),
            RowValues.of(name, "new"),
            RowStamp.Counted.of(3),
            List.of());
    RowChange read = read(write(List.of(edit)), 1).getFirst();
    assertThat(read.after().columns().get(0)).isSameAs(name);
  }

  @Test
  void aColumnThatHasAnotherTypeNowKeepsItsOld() {
    Column text = Column.builder("quantity", ColumnType.TEXT).build(); // was in the draft's table
    RowChange edit =
        new RowChange.Edit(
            new RowKey.Id(7),
            RowValues.of(text, "many"),
            RowValues.of(text, "none"),
            RowStamp.Counted.of(3),
            List.of());
    RowChange read = read(write(List.of(edit)), 1).getFirst();
    assertThat(read).isEqualTo(edit);
    assertThat(read.after().columns().get(0).type()).isEqualTo(ColumnType.TEXT);
  }

  @Test
  void whereTheyEndIsKnownBeforeAndAfterReading() {
    byte[] bytes = write(List.of(Products.delete(1)));
    try (ChangeReader reader =
        new ChangeReader(new ByteArrayInputStream(bytes), Products.SCHEMA, FORMAT)) {
      assertThat(reader.isAtEnd()).isFalse();
      assertThat(reader.isAtEnd()).isFalse();
      assertThat(reader.key()).isEqualTo(new RowKey.Id(1));
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
    try (ChangeReader reader = new ChangeReader(new ByteArrayInputStream(bytes), SCHEMA, FORMAT)) {
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
        Combinators.combine(keys(), values(), values(), stamps(), problems())
            .as((key, before, after, stamp, problems) ->
                new RowChange.Edit(key, before, after, stamp, problems));
    Arbitrary<RowChange> delete =
        Combinators.combine(keys(), values(), stamps(), problems())
            .as((key, before, stamp, problems) ->
                new RowChange.Delete(key, before, stamp, problems));
    return Arbitraries.oneOf(add, edit, delete).list().ofMinSize(1).ofMaxSize(12);
  }

  private static Arbitrary<RowKey.Stored> keys() {
    Arbitrary<Object> parts =
        Arbitraries.oneOf(
            Arbitraries.longs(),
            Arbitraries.bigDecimals(),
            Arbitraries.of(1e300, 1.25e22, -4e19).map(BigDecimal::new),
            Arbitraries.strings().ofMaxLength(20),
            Arbitraries.create(UUID::randomUUID));
    return Arbitraries.oneOf(
        Arbitraries.longs().map(RowKey.Id::new),
        parts.array(Object[].class).ofMinSize(1).ofMaxSize(4).map(RowKey.Parts::of));
  }

  private static Arbitrary<RowStamp> stamps() {
    return Arbitraries.oneOf(
        Arbitraries.longs().map(RowStamp.Counted::of),
        Arbitraries.strings().ofMaxLength(12).map(RowStamp.Mark::new),
        Arbitraries.just(RowStamp.Seen.BY_VALUES));
  }

  @Property(tries = 300)
  void anyMessageComesBackAsItWas(@ForAll("messages") Message message) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ChangeWriter writer = new ChangeWriter(bytes)) {
      writer.message(message).number(1);
    }
    try (ChangeReader reader =
        new ChangeReader(new ByteArrayInputStream(bytes.toByteArray()), SCHEMA, FORMAT)) {
      assertThat(reader.message()).isEqualTo(message);
      assertThat(reader.number()).isEqualTo(1);
    }
  }

  @Provide
  Arbitrary<Message> messages() {
    return Arbitraries.recursive(
        () -> Arbitraries.strings().ofMaxLength(20).map(Message::of),
        parts -> {
          Arbitrary<Object> argument =
              Arbitraries.oneOf(
                  Arbitraries.longs(),
                  Arbitraries.bigDecimals(),
                  Arbitraries.strings().ofMaxLength(20),
                  Arbitraries.of(true, false),
                  parts);
          return Combinators.combine(
                  Arbitraries.strings()
                      .alpha()
                      .ofMinLength(1)
                      .filter(k -> !k.equals(Message.PLAIN)),
                  argument.list().ofMaxSize(4))
              .as(Message::new);
        },
        0,
        2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, FORMAT + 1})
  void whatANewerPalletWroteIsToldFromDamage(int format) {
    assertThatThrownBy(() -> formatted(format))
        .isInstanceOf(DamagedChangesException.class)
        .hasMessage("Was written by a newer Pallet: format " + format);
  }

  @Test
  void aVersionBelowTheFirstIsNoneInFormat1Alone() {
    assertThat(formatted(1)).isEqualTo(deleted(RowStamp.Seen.BY_VALUES));
    assertThat(formatted(FORMAT)).isEqualTo(deleted(RowStamp.Counted.of(-1)));
  }

  /** What is read of a change of version -1, below the number of a format. */
  private static RowChange formatted(int format) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ChangeWriter writer = new ChangeWriter(bytes)) {
      writer.number(format).change(deleted(RowStamp.Counted.of(-1)));
    }
    try (ChangeReader reader =
        ChangeReader.ofFormatted(new ByteArrayInputStream(bytes.toByteArray()), SCHEMA)) {
      return reader.change();
    }
  }

  private static RowChange deleted(RowStamp stamp) {
    return new RowChange.Delete(new RowKey.Id(1), RowValues.EMPTY, stamp, List.of());
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
    Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(9);
    Arbitrary<?> parent =
        Arbitraries.oneOf(
            Arbitraries.longs().greaterOrEqual(1).map(PendingParent.OwnRow::new),
            Combinators.combine(texts, Arbitraries.maps(texts, texts).ofMaxSize(3))
                .as(PendingParent.OtherRow::new));
    return Arbitraries.frequencyOf(Tuple.of(9, some), Tuple.of(1, foreign), Tuple.of(1, parent))
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
