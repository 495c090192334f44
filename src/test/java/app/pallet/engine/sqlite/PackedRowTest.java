package app.pallet.engine.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;

/** Cells that SQLite has put into one array. */
class PackedRowTest {

  @Property(tries = 300)
  void cellsComeBackAsSqliteHoldsThem(
      @ForAll String first, @ForAll long number, @ForAll String last) throws SQLException {
    String text = first.replaceAll("\\p{Cs}|\0", "");
    String other = last.replaceAll("\\p{Cs}|\0", "");

    assertThat(packed(text, number, null, other)).containsExactly(text, number, null, other);
  }

  @Example
  void everyCharacterThatJsonEscapesComesBack() throws SQLException {
    StringBuilder all = new StringBuilder("\"\\/ \\u0041 \\n [,]");
    for (char c = 1; c < ' '; c++) {
      all.append(c);
    }
    all.append("\u007F ß € 𝄞");

    assertThat(packed(all.toString(), Long.MIN_VALUE, Long.MAX_VALUE, "\\"))
        .containsExactly(all.toString(), Long.MIN_VALUE, Long.MAX_VALUE, "\\");
  }

  @Property(tries = 300)
  void aTextIsTakenForTheOneThatWasExpectedOnlyIfItIsTheSame(
      @ForAll @Chars({'a', '\\', '"', 'n', '\n', 'ä'}) @StringLength(max = 4) String stored,
      @ForAll @Chars({'a', '\\', '"', 'n', '\n', 'ä'}) @StringLength(max = 4) String expected)
      throws SQLException {
    PackedRow row = open(stored, 7L, null, "end");

    String taken = row.take(expected);

    if (taken == null) {
      assertThat(row.next()).isEqualTo(stored);
    } else {
      assertThat(taken).isSameAs(expected).isEqualTo(stored);
    }
    assertThat(row.number()).isEqualTo(7);
    assertThat(row.next()).isNull();
    assertThat(row.take("end")).isEqualTo("end");
  }

  @Example
  void aPlainTextThatWasExpectedIsTaken() throws SQLException {
    String expected = "Folding rule 7";

    assertThat(open("Folding rule 7", 7L, null, "").take(expected)).isSameAs(expected);
  }

  @Example
  void aFractionThatAnotherProgramStoredIsRead() {
    PackedRow row = new PackedRow();
    row.open("[1.5,-2.0e+30,7]".getBytes(StandardCharsets.UTF_8));

    assertThat(row.next()).isEqualTo(1.5);
    assertThat(row.next()).isEqualTo(-2e30);
    assertThat(row.next()).isEqualTo(7L);
  }

  @Example
  void aFractionIsNoKey() {
    PackedRow row = new PackedRow();
    row.open("[1.5]".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(row::number).isInstanceOf(SQLDataException.class);
  }

  private static @Nullable Object[] packed(@Nullable Object... cells) throws SQLException {
    PackedRow row = open(cells);
    @Nullable Object[] read = new @Nullable Object[cells.length];
    for (int i = 0; i < read.length; i++) {
      read[i] = row.next();
    }
    return read;
  }

  private static PackedRow open(@Nullable Object... cells) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        PreparedStatement statement =
            connection.prepareStatement("SELECT json_array(?, ?, ?, ?)")) {
      for (int i = 0; i < cells.length; i++) {
        statement.setObject(i + 1, cells[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        PackedRow row = new PackedRow();
        row.open(result.getBytes(1));
        return row;
      }
    }
  }
}
