package app.pallet.change;

import static app.pallet.change.Products.NAME;
import static app.pallet.change.Products.STOCK;
import static app.pallet.change.Products.badEdit;
import static app.pallet.change.Products.edit;
import static app.pallet.change.Products.problem;
import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowProblem.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a pending change says of its problems, and how a problem reads. */
final class RowChangeTest {

  @Test
  void aProblemIsOfItsOwnCell() {
    RowChange change = badEdit(1, problem(NAME));
    assertThat(change.problemOf(NAME)).contains(problem(NAME));
    assertThat(change.problemOf(STOCK)).isEmpty();
    assertThat(change.touches(STOCK)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, false, false",
    "REFUSED, true, false",
    "CONFLICT, true, true",
    "WARNING, true, false"
  })
  void onlyAnErrorKeepsItFromBeingCommittedAndOnlyAConflictIsSomebodyElse(
      Severity severity, boolean isCommittable, boolean isInConflict) {
    RowChange change = edit(1, NAME, "x").withProblems(List.of(problem("name", severity)));
    assertThat(change.isCommittable()).isEqualTo(isCommittable);
    assertThat(change.isInConflict()).isEqualTo(isInConflict);
  }

  @Test
  void aProblemReadsWithWhatWouldBeAccepted() {
    RowProblem problem =
        new RowProblem(RowOrigin.TYPED, "price", "x", "Is no price", "an amount", Severity.ERROR);
    assertThat(problem.sentence()).isEqualTo("Is no price; accepted is an amount");
    assertThat(problem(NAME).sentence()).isEqualTo("Is wrong");
  }

  @Test
  void aRowIsPlacedWhereItHasALine() {
    assertThat(new RowOrigin("prices.csv", 1).place()).isEqualTo("prices.csv, line 1");
    assertThat(RowOrigin.TYPED.place()).isEmpty();
  }
}
