package app.pallet.operation.text;

import static app.pallet.operation.Cells.PRODUCT;
import static app.pallet.operation.Cells.after;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.operation.Cells;
import app.pallet.operation.Invert;
import app.pallet.operation.Operation;
import app.pallet.operation.ShiftDate;
import app.pallet.schema.Column;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Texts, lists in texts, dates, and yes or no. */
final class TextOperationsTest {

  private final Column name = PRODUCT.require("name");
  private final Column tags = PRODUCT.require("tags");
  private final Column unit = PRODUCT.require("unit");

  private static String unit(TextRule rule, String before) {
    Column unit = PRODUCT.require("unit");
    return after(new ChangeText(unit, unit, rule), Cells.of("unit", before));
  }

  private String tags(ItemRule rule, String before) {
    return after(new ChangeText(tags, tags, rule), Cells.of("tags", before));
  }

  @Test
  void textsAreSetBeforeAndBehindButNotIntoEmptyCells() {
    assertThat(unit(new TextRule.Prefix("a "), "kg")).isEqualTo("a kg");
    assertThat(unit(new TextRule.Suffix("!"), "kg")).isEqualTo("kg!");
    assertThat(unit(new TextRule.Suffix("!"), "")).isEqualTo("=");
  }

  @Test
  void whiteSpaceIsTakenAwayAndLinesAreKept() {
    assertThat(unit(new TextRule.Trim(), " a \u00A0 b\u00A0c ")).isEqualTo("a b c");
    assertThat(unit(new TextRule.Trim(), "a\n b")).isEqualTo("=");
    assertThat(unit(new TextRule.Trim(), "  ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UPPER, straße 5, STRASSE 5", "LOWER, ABC, abc",
        "TITLE, rock'n roll  über-all, Rock'n Roll  Über-All",
    "SENTENCE, '  HELLO World', '  Hello world'", "UPPER, ABC, =", "LOWER, ISTANBUL, istanbul"
  })
  void lettersAreTheSameWhateverTheComputersLanguage(
      LetterCase letters, String before, String after) {
    assertThat(unit(new TextRule.Case(letters), before)).isEqualTo(after);
  }

  @Test
  void textsAreReplacedAsTheyStand() {
    assertThat(unit(new TextRule.Replace("$1.", "x", false), "a$1.b$1.")).isEqualTo("axbx");
    assertThat(unit(new TextRule.Replace("AB", "x", true), "abAB")).isEqualTo("xx");
    assertThat(unit(new TextRule.Replace("AB", "x", false), "ab")).isEqualTo("=");
    assertThatThrownBy(() -> new TextRule.Replace("", "x", false)).hasMessageContaining("empty");
  }

  @Test
  void aRegularExpressionReplacesWithItsGroups() {
    TextRule swap = new TextRule.Match(LimitedPattern.of("(\\w+)-(\\w+)", false), "$2 $1");
    assertThat(unit(swap, "ab-cd ef-gh")).isEqualTo("cd ab gh ef");
    assertThatThrownBy(() -> new TextRule.Match(LimitedPattern.of("(a)", false), "$2"))
        .hasMessageContaining("$2");
    assertThatThrownBy(() -> LimitedPattern.of("a(b", false)).hasMessageContaining("character");
  }

  @Test
  void aRegularExpressionThatWouldNeverEndBecomesAProblemOfTheCell() {
    TextRule endless = new TextRule.Match(LimitedPattern.of("a*a*a*a*a*a*a*a*b", false), "");
    assertThat(unit(endless, "a".repeat(40) + "c")).contains("takes too long");
    TextRule deep = new TextRule.Match(LimitedPattern.of("(a|b)*c", false), "");
    assertThat(
            after(
                new ChangeText(
                    PRODUCT.require("description"), PRODUCT.require("description"), deep),
                Cells.of("description", "ab".repeat(100_000))))
        .startsWith("!")
        .containsAnyOf("too deep", "takes too long");
  }

  @Test
  void aResultThatGrowsWithoutEndBecomesAProblem() {
    TextRule grow = new TextRule.Match(LimitedPattern.of("", false), "x".repeat(100_000));
    assertThat(unit(grow, "a".repeat(200))).contains("longer than");
    assertThat(unit(new TextRule.Replace("a", "x".repeat(100_000), false), "a".repeat(200)))
        .contains("longer than");
  }

  @Test
  void aTextThatBecomesTooLongIsAProblemAndNotCut() {
    assertThat(unit(new TextRule.Suffix("x".repeat(10)), "y".repeat(250)))
        .endsWith("Is 5 characters too long");
  }

  @Test
  void aTextThatCouldNotBeTakenCanBeMended() {
    Cells row = Cells.of("unit", "y".repeat(300));
    assertThat(after(new ChangeText(unit, unit, new TextRule.Replace("yyy", "z", false)), row))
        .isEqualTo("z".repeat(100));
  }

  @ParameterizedTest
  @CsvSource({
    "'Thé à la menthe, 50 g', the-a-la-menthe-50-g",
    "Größe 38, grosse-38",
    "Ærø & Łódź, aero-lodz",
    "'-- a --', a",
    "Чай, чаи"
  })
  void aTextBecomesAnAddress(String before, String after) {
    assertThat(Slug.of(before)).isEqualTo(after);
  }

  @Test
  void aPartOfAnotherColumnIsTaken() {
    Cells row = Cells.of("name", "Acme - Chair - oak");
    assertThat(after(new ChangeText(unit, name, new TextRule.Part("-", 2)), row))
        .isEqualTo("Chair");
    assertThat(after(new ChangeText(unit, name, new TextRule.Part("-", -1)), row)).isEqualTo("oak");
    assertThat(
            after(
                new ChangeText(PRODUCT.require("weight"), name, new TextRule.Part(" ", 2)),
                Cells.of("name", "Box 2.5 kg")))
        .isEqualTo("2.5");
    assertThat(after(new ChangeText(unit, name, new TextRule.Part("-", 1)), Cells.of()))
        .isEqualTo("=");
  }

  @Test
  void itemsOfAListAreAddedTakenAwayAndReplaced() {
    assertThat(tags(new ItemRule.AddItem("sale", ", "), "new,oak")).isEqualTo("new, oak, sale");
    assertThat(tags(new ItemRule.AddItem("Sale", ", "), "new,sale")).isEqualTo("=");
    assertThat(tags(new ItemRule.AddItem("sale", ", "), "")).isEqualTo("sale");
    assertThat(tags(new ItemRule.RemoveItem("sale", ", "), "new, SALE ,oak")).isEqualTo("new, oak");
    assertThat(tags(new ItemRule.RemoveItem("sale", ", "), "sale")).isEmpty();
    assertThat(tags(new ItemRule.RemoveItem("sale", ", "), "wholesale,b")).isEqualTo("=");
    assertThat(tags(new ItemRule.ReplaceItem("a", "b", ","), "a,c")).isEqualTo("b,c");
    assertThat(tags(new ItemRule.ReplaceItem("a", "b", ","), "a,b")).isEqualTo("b");
    assertThat(tags(new ItemRule.ReplaceItem("a", "A", ","), "a,b")).isEqualTo("A,b");
    assertThatThrownBy(() -> new ItemRule.AddItem("a,b", ", ")).hasMessageContaining("separator");
  }

  @Test
  void aTemplateLeavesNoGapForAnEmptyColumn() {
    Operation template =
        new Template(
            PRODUCT.require("description"),
            TextPattern.parse("{Brand} {name} {{{Weight (kg)}}} kg", PRODUCT::called));
    assertThat(after(template, Cells.of("brand", "Acme", "name", "Chair", "weight", "2.50")))
        .isEqualTo("Acme Chair {2.5} kg");
    assertThat(after(template, Cells.of("name", "Chair"))).isEqualTo("Chair {} kg");
    assertThat(after(template, Cells.of())).isEqualTo("=");
    assertThat(after(template, Cells.of("name", "Chair", "weight", "x"))).startsWith("!");
    assertThatThrownBy(() -> TextPattern.parse("{name} {nix}", PRODUCT::called))
        .hasMessage("There is no column \"nix\", at character 8 of \"{name} {nix}\"");
    assertThatThrownBy(() -> TextPattern.parse("a } b", PRODUCT::called))
        .hasMessageContaining("character 3");
  }

  @Test
  void columnsAreJoinedWithoutTheEmptyOnes() {
    Operation join =
        new JoinColumns(
            unit, List.of(PRODUCT.require("brand"), name, PRODUCT.require("category")), " / ");
    assertThat(after(join, Cells.of("brand", "Acme", "category", "Seats")))
        .isEqualTo("Acme / Seats");
    assertThat(after(join, Cells.of())).isEqualTo("=");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-31, 1, 0, 2026-02-28",
    "2024-01-31, 1, 1, 2024-03-01",
    "2026-03-01, 0, -1, 2026-02-28",
    "'', 1, 1, ="
  })
  void datesAreMoved(String before, int months, int days, String after) {
    Column from = PRODUCT.require("available_from");
    assertThat(after(new ShiftDate(from, months, days), Cells.of("available_from", before)))
        .isEqualTo(after);
  }

  @Test
  void aDateDoesNotLeaveTheCalendar() {
    Column from = PRODUCT.require("available_from");
    assertThat(after(new ShiftDate(from, 99_999, 0), Cells.of("available_from", "2026-01-31")))
        .contains("9999");
    assertThatThrownBy(() -> new ShiftDate(from, 100_001, 0)).hasMessageContaining("100,000");
    assertThatThrownBy(() -> new ShiftDate(name, 1, 0)).hasMessageContaining("dates");
  }

  @Test
  void yesBecomesNo() {
    Operation invert = new Invert(PRODUCT.require("active"));
    assertThat(after(invert, Cells.of("active", "yes"))).isEqualTo("no");
    assertThat(after(invert, Cells.of())).isEqualTo("=");
    assertThatThrownBy(() -> new Invert(name)).hasMessageContaining("yes or no");
  }
}
