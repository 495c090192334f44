package app.pallet.spreadsheet.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.schema.CellReading;
import app.pallet.schema.ColumnType;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExcelHabitsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ="00123"       | 00123
          ="say ""hi""." | say "hi".
          =""            | ``
          =\"\"\"\"       | "
          ="a"b"         | ="a"b"
          =""b"          | =""b"
          ="a"&"b"       | ="a"&"b"
          =SUM(A1)       | =SUM(A1)
          ="             | ="
          =              | =
          "00123"        | "00123"
          """)
  void aTextInAFormulaIsTheText(String cell, String expected) {
    assertThat(ExcelHabits.meant(cell, ColumnType.TEXT)).isEqualTo(expected);
  }

  @Test
  void theApostropheBeforeAFormulaIsTakenOffTexts() {
    assertThat(ExcelHabits.meant("'=1+1", ColumnType.TEXT)).isEqualTo("=1+1");
    assertThat(ExcelHabits.meant("'=1+1", ColumnType.MONEY)).isEqualTo("'=1+1");
    assertThat(ExcelHabits.meant("'n' screws", ColumnType.TEXT)).isEqualTo("'n' screws");
  }

  @Test
  void anErrorIsATextThatIsNothingElse() {
    assertThat(ExcelHabits.isError("#N/A")).isTrue();
    assertThat(ExcelHabits.isError("Err:508")).isTrue();
    assertThat(ExcelHabits.isError("#REF! ")).isTrue();
    assertThat(ExcelHabits.isError("#1 seller")).isFalse();
    assertThat(ExcelHabits.isError("Err:or")).isFalse();
    assertThat(ExcelHabits.isError("N/A")).isFalse();
  }

  @Test
  void whatIsGuardedIsNotTakenApartAsWell() {
    assertThat(ExcelHabits.meant("'=\"00123\"", ColumnType.TEXT)).isEqualTo("=\"00123\"");
  }

  @ParameterizedTest
  @CsvSource({
    "1,1900-01-01",
    "59,1900-02-28",
    "61,1900-03-01",
    "25569,1970-01-01",
    "46387.0,2026-12-31",
    "2958465,9999-12-31"
  })
  void aSerialNumberIsADay(String number, LocalDate expected) {
    assertThat(ExcelHabits.day(number)).isEqualTo(new CellReading.Value(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "0,Is not a day in the calendar",
    "60,Is not a day in the calendar",
    "2958466,Is not a day in the calendar",
    "46387.5,Has a time of day",
    "-1,Is not a date",
    "12345678,Is not a date"
  })
  void otherNumbersAreNone(String number, String message) {
    assertThat(ExcelHabits.day(number))
        .isEqualTo(
            new CellReading.Rejected(
                message, "a date such as 2026-12-31, or Excel's number of one"));
  }
}
