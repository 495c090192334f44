package app.pallet.spreadsheet.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.spreadsheet.xlsx.NumberFormats.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers as a workbook stores them. */
class WorkbookNumberTest {

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "9,9",
    "-12,-12",
    "1.5,1.5",
    "0.30000000000000004,0.3",
    "-0.30000000000000004,-0.3",
    "12345678901234567,12345678901234567",
    "0.123456789012345678,0.123456789012345678",
    "1.,1",
    ".5,0.5",
    "+5,5",
    "1e3,1000",
    "1E5,100000",
    "1.5E-3,0.0015"
  })
  void aNumberIsReadWithoutExponentAndNoise(String stored, String plain) {
    assertThat(WorkbookNumber.plain(stored)).contains(plain);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", ".", "--1", "1-2", "1.2.3", "1a", "a1", "1:2", "1e400", "1/2"})
  void anythingElseIsNone(String stored) {
    assertThat(WorkbookNumber.plain(stored)).isEmpty();
  }

  @Test
  void asManyCharactersAsAnyProgramWritesAreRead() {
    assertThat(WorkbookNumber.plain("0." + "1".repeat(58))).contains("0." + "1".repeat(58));
    assertThat(WorkbookNumber.plain("0." + "1".repeat(59))).isEmpty();
    assertThat(WorkbookNumber.plain("1e350")).isPresent();
    assertThat(WorkbookNumber.plain("1e351")).isEmpty();
  }

  @Test
  void onlyWholeNumbersAreFilledUpWithZeros() {
    assertThat(WorkbookNumber.padded("7", 4)).isEqualTo("0007");
    assertThat(WorkbookNumber.padded("1090", 6)).isEqualTo("001090");
    assertThat(WorkbookNumber.padded("12345", 4)).isEqualTo("12345");
    assertThat(WorkbookNumber.padded("-7", 4)).isEqualTo("-7");
    assertThat(WorkbookNumber.padded("1.5", 5)).isEqualTo("1.5");
  }

  @ParameterizedTest
  @CsvSource({
    "1,1900-01-01",
    "59,1900-02-28",
    "60,1900-02-28",
    "61,1900-03-01",
    "46387,2026-12-31",
    "46387.5,2026-12-31T12:00:00",
    "2958465,9999-12-31",
    "0.75,18:00:00"
  })
  void aDateIsReadInIsoForm(String plain, String expected) {
    assertThat(WorkbookNumber.moment(plain, Format.DATE, false)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "0", "2958465.5", "2958466"})
  void whatNoSpreadsheetShowsAsADateIsNone(String plain) {
    assertThat(WorkbookNumber.moment(plain, Format.DATE, false)).isEmpty();
  }

  @Test
  void theOtherCalendarBeginsAtItsDayZero() {
    assertThat(WorkbookNumber.moment("0", Format.DATE, true)).contains("1904-01-01");
    assertThat(WorkbookNumber.moment("0.5", Format.DATE, true)).contains("1904-01-01T12:00:00");
    assertThat(WorkbookNumber.moment("59", Format.DATE, true)).contains("1904-02-29");
  }

  @Test
  void aTimeMayGoBeyondADayAndANumberIsNone() {
    assertThat(WorkbookNumber.moment("1.5", Format.TIME, false)).contains("36:00:00");
    assertThat(WorkbookNumber.moment("0", Format.TIME, false)).contains("00:00:00");
    assertThat(WorkbookNumber.moment("0.51", Format.TIME, false)).contains("12:14:24");
    assertThat(WorkbookNumber.moment("46387", Format.PLAIN, false)).isEmpty();
  }
}
