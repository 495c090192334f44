package app.pallet.ui.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.ChangeSet;
import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowProblem;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangesViewModelTest {
  private static final TableSchema SCHEMA = ProductSchema.create();
  private static final Column PRICE = SCHEMA.require("price");
  private static final Column NAME = SCHEMA.require("name");

  private final ChangeSet pending = new ChangeSet(SCHEMA);
  private final ChangesViewModel changes = new ChangesViewModel(3);

  @Test
  void anEditShowsEachCellBeforeAndAfter() {
    pending.record(
        "Edit", List.of(edit(1, PRICE, new BigDecimal("12.9000"), new BigDecimal("14.9000"))));
    refresh();
    assertThat(changes.changes()).singleElement().isInstanceOf(ChangeEntry.class);
    assertThat(changes.changes().getFirst().differences(4))
        .containsExactly(new ChangeEntry.Difference("Price", "12.90", "14.90"));
  }

  @Test
  void aLineBreakInACellDoesNotBreakTheLine() {
    pending.record("Edit", List.of(edit(1, NAME, "Mug", "Mug\n  blue")));
    refresh();
    assertThat(changes.changes().getFirst().differences(4))
        .containsExactly(new ChangeEntry.Difference("Name", "Mug", "Mug blue"));
  }

  @Test
  void onlyTheFirstChangesAreShownButAllAreCounted() {
    for (int id = 1; id <= 5; id++) {
      pending.record("Edit", List.of(edit(id, NAME, "old", "new")));
    }
    refresh();
    assertThat(changes.changes()).hasSize(3);
    assertThat(changes.changeCountProperty().get()).isEqualTo(5);
    assertThat(changes.summaryProperty().get()).isEqualTo("5 edited · first 3 shown");
  }

  @Test
  void cellsBeyondThoseShownAreCounted() {
    pending.record("Edit", List.of(edit(1, NAME, "old", "new")));
    refresh();
    assertThat(changes.changes().getFirst().beyond(4)).isZero();
    assertThat(changes.changes().getFirst().beyond(0)).isEqualTo(1);
  }

  @Test
  void aProblemKnowsItsRowItsLineAndItsColumn() {
    pending.record("Paste", List.of(wrong(7, "12,9x", "Not an amount")));
    refresh();
    ProblemEntry problem = changes.problems().getFirst();
    assertThat(problem.key()).isEqualTo(new RowKey.Id(7));
    assertThat(problem.place()).isEqualTo("prices.csv, line 12 · Price");
  }

  @Test
  void theFilterLooksIntoValueAndMessage() {
    pending.record(
        "Paste", List.of(wrong(1, "12,9x", "Not an amount"), wrong(2, "-4", "Too small")));
    refresh();
    changes.problemFilterProperty().set(" 9X ");
    assertThat(changes.problems())
        .extracting(entry -> entry.problem().value())
        .containsExactly("12,9x");
    changes.problemFilterProperty().set("too SMALL");
    assertThat(changes.problems())
        .extracting(entry -> entry.problem().value())
        .containsExactly("-4");
    assertThat(changes.problemCountProperty().get()).isEqualTo(2);
  }

  @Test
  void whenNothingIsPendingAnyMoreTheListsAreEmpty() {
    pending.record("Paste", List.of(wrong(1, "12,9x", "Not an amount")));
    refresh();
    pending.undo();
    refresh();
    assertThat(changes.changes()).isEmpty();
    assertThat(changes.problems()).isEmpty();
    assertThat(changes.summaryProperty().get()).isEmpty();
  }

  private void refresh() {
    changes.refresh(SCHEMA, pending, change -> "row");
  }

  private static RowChange edit(long id, Column column, Object before, Object after) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(column, before),
        RowValues.of(column, after),
        RowStamp.Counted.of(1),
        List.of());
  }

  private static RowChange wrong(long id, String value, String message) {
    RowProblem problem =
        new RowProblem(
            new RowOrigin("prices.csv", 12),
            PRICE.name(),
            value,
            message,
            "",
            RowProblem.Severity.ERROR);
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.EMPTY,
        RowValues.EMPTY,
        RowStamp.Counted.of(1),
        List.of(problem));
  }
}
