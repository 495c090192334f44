package app.pallet.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.schema.Column;
import app.pallet.schema.ColumnType;
import app.pallet.schema.UnreadableValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Values on their way through a real database, which must come back as they were. */
class SqliteCodecTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(ColumnType.TEXT, "", "text"),
        Arguments.of(ColumnType.TEXT, "0012", "text"),
        Arguments.of(ColumnType.TEXT, "ß Ä 😀 \n\t\"'", "text"),
        Arguments.of(ColumnType.CHOICE, "large", "text"),
        Arguments.of(ColumnType.WHOLE_NUMBER, Long.MIN_VALUE, "integer"),
        Arguments.of(ColumnType.WHOLE_NUMBER, 0L, "integer"),
        Arguments.of(ColumnType.MONEY, new BigDecimal("12345678901.2345"), "integer"),
        Arguments.of(ColumnType.MONEY, new BigDecimal("99999999999999.9999"), "integer"),
        Arguments.of(ColumnType.DECIMAL, new BigDecimal("-0.0001"), "integer"),
        Arguments.of(ColumnType.DECIMAL, new BigDecimal("0.0000"), "integer"),
        Arguments.of(ColumnType.YES_NO, true, "integer"),
        Arguments.of(ColumnType.YES_NO, false, "integer"),
        Arguments.of(ColumnType.DATE, LocalDate.of(1999, 12, 31), "text"),
        Arguments.of(ColumnType.TIMESTAMP, Instant.parse("2026-11-22T14:02:03.456Z"), "integer"),
        Arguments.of(ColumnType.TIMESTAMP, Instant.parse("1969-12-31T23:59:59.999Z"), "integer"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void aBoundValueIsReadAsItWas(ColumnType type, Object value, String storage) throws SQLException {
    assertThat(throughDatabase(column(type), value)).isEqualTo(new Stored(value, storage));
  }

  @ParameterizedTest
  @EnumSource(ColumnType.class)
  void anEmptyCellStaysEmpty(ColumnType type) throws SQLException {
    assertThat(throughDatabase(column(type), null)).isEqualTo(new Stored(null, "null"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void theStoredFormIsReadAsItWas(ColumnType type, Object value, String storage)
      throws SQLException {
    Object stored = new SqliteCodec(column(type)).toStored(value);

    assertThat(stored).isInstanceOf(storage.equals("integer") ? Long.class : String.class);
    assertThat(new SqliteCodec(column(type)).fromStored(stored)).isEqualTo(value);
  }

  @Test
  void aNumberIsNotWrittenOutToBeStored() {
    Column size = Column.builder("size", ColumnType.DECIMAL).floating().plain().build();
    SqliteCodec codec = new SqliteCodec(size);
    for (RoundingMode rounding : new RoundingMode[] {RoundingMode.FLOOR, RoundingMode.CEILING}) {
      assertThat(codec.nearest(new BigDecimal("1E+2147483647"), rounding))
          .isEqualTo(Double.POSITIVE_INFINITY);
      assertThat(codec.nearest(new BigDecimal("-1E+2147483647"), rounding))
          .isEqualTo(Double.NEGATIVE_INFINITY);
    }
    assertThat(codec.toStored(new BigDecimal("1E-2147483647"))).isEqualTo(0.0);
  }

  @Test
  void aNumberWithTooManyDecimalsIsNotCut() {
    assertThatThrownBy(
            () -> new SqliteCodec(column(ColumnType.MONEY)).toStored(new BigDecimal("0.00001")))
        .isInstanceOf(ArithmeticException.class);
  }

  /** What another program may leave in a table that takes any value in any column. */
  private static Stream<Arguments> foreignValues() {
    return Stream.of(
        Arguments.of(ColumnType.DATE, "soon", "text"),
        Arguments.of(ColumnType.DATE, "", "text"),
        Arguments.of(ColumnType.DATE, "2026-02-30", "text"),
        Arguments.of(ColumnType.DATE, 20260101, "integer"),
        Arguments.of(ColumnType.MONEY, "twelve", "text"),
        Arguments.of(ColumnType.MONEY, 12.5, "real"),
        Arguments.of(ColumnType.YES_NO, "perhaps", "text"),
        Arguments.of(ColumnType.TIMESTAMP, 1e300, "real"),
        Arguments.of(ColumnType.TEXT, new byte[] {0, (byte) 0xff}, "blob"),
        Arguments.of(ColumnType.TEXT, 7, "integer"));
  }

  @ParameterizedTest
  @MethodSource("foreignValues")
  void whatAColumnCanNotHoldIsKeptAsItIsStored(ColumnType type, Object foreign, String storage)
      throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement select =
            connection.prepareStatement("SELECT v, typeof(v), v IS ? FROM (SELECT ? v)")) {
      select.setObject(2, foreign);
      Object value;
      try (ResultSet result = select.executeQuery()) {
        assertThat(result.getString(2)).isEqualTo(storage);
        value = new SqliteCodec(column(type)).read(result, 1);
      }
      assertThat(value).isInstanceOf(UnreadableValue.class);

      new SqliteCodec(column(type)).bind(select, 1, value);
      try (ResultSet result = select.executeQuery()) {
        assertThat(result.getBoolean(3)).isTrue();
      }
    }
  }

  private record Stored(@Nullable Object value, String storage) {}

  private static Stored throughDatabase(Column column, @Nullable Object value) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement select =
            connection.prepareStatement("SELECT v, typeof(v) FROM (SELECT ? v)")) {
      new SqliteCodec(column).bind(select, 1, value);
      try (ResultSet result = select.executeQuery()) {
        return new Stored(new SqliteCodec(column).read(result, 1), result.getString(2));
      }
    }
  }

  private static Column column(ColumnType type) {
    return Column.builder("cell", type).build();
  }
}
