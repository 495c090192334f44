package app.pallet.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.pallet.schema.Column;
import app.pallet.schema.ProductSchema;
import app.pallet.schema.TableSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes that are merged on another thread and recorded later. */
final class PreparedChangesTest {

  private final TableSchema schema = ProductSchema.create();
  private final Column name = schema.require("name");
  private final Column sku = schema.require("sku");
  private final ChangeSet changes = new ChangeSet(schema);

  private RowChange.Edit rename(long id, String before, String after) {
    return new RowChange.Edit(
        new RowKey.Id(id),
        RowValues.of(name, before),
        RowValues.of(name, after),
        RowStamp.Counted.of(0),
        List.of());
  }

  @Test
  void whatIsPreparedAndRecordedIsWhatWouldHaveBeenRecorded() {
    changes.record("First", List.of(rename(1, "a", "b")));
    PreparedChanges prepared =
        changes
            .snapshot()
            .merged("Paste", List.of(rename(1, "a", "c"), rename(2, "x", "y")), Map.of());

    assertThat(prepared.rows()).isEqualTo(2);
    assertThat(changes.isCurrent(prepared)).isTrue();
    List<Boolean> heard = new ArrayList<>();
    changes.addListener(heard::add);

    changes.record(prepared);

    assertThat(heard).containsExactly(false);
    assertThat(changes.changes()).containsExactly(rename(1, "a", "c"), rename(2, "x", "y"));
    changes.undo();
    assertThat(changes.changes()).containsExactly(rename(1, "a", "b"));
  }

  @Test
  void anEditMadeMeanwhileIsNotLost() {
    PreparedChanges prepared =
        changes.snapshot().merged("Paste", List.of(rename(1, "a", "c")), Map.of());
    RowChange.Edit meanwhile =
        new RowChange.Edit(
            new RowKey.Id(1),
            RowValues.of(sku, "1"),
            RowValues.of(sku, "2"),
            RowStamp.Counted.of(0),
            List.of());
    changes.record("Edit", List.of(meanwhile));
    assertThat(changes.isCurrent(prepared)).isFalse();

    assertThatThrownBy(() -> changes.record(prepared)).isInstanceOf(IllegalStateException.class);
    changes.record(changes.snapshot().again(prepared));

    RowValues after = changes.get(new RowKey.Id(1)).orElseThrow().after();
    assertThat(after).isEqualTo(RowValues.of(sku, "2").with(name, "c"));
  }

  @Test
  void problemsOfMissingCellsAreKnownBeforeRecording() {
    RowChange.Add add =
        new RowChange.Add(
            changes.nextKey(), RowValues.of(sku, "A"), new RowOrigin("file.csv", 7), List.of());

    PreparedChanges prepared = changes.snapshot().merged("Import", List.of(add), Map.of());

    assertThat(prepared.problems()).extracting(RowProblem::column).contains("name");
    assertThat(changes.isEmpty()).isTrue();
  }

  @Test
  void whoListensHearsThatRowsToBeAddedHaveComeOrGone() {
    RowChange.Add add =
        new RowChange.Add(
            changes.nextKey(), RowValues.of(sku, "A"), new RowOrigin("file.csv", 7), List.of());
    List<Boolean> heard = new ArrayList<>();
    changes.addListener(heard::add);

    changes.record(changes.snapshot().merged("Import", List.of(add), Map.of()));

    changes.undo(changes.snapshot().undone().orElseThrow());
    changes.redo(changes.snapshot().redone().orElseThrow());

    assertThat(heard).containsExactly(true, true, true);
  }

  @Test
  void anUndoAndARedoThatWereWorkedOutAreToldAndTakenOverOnce() {
    changes.record("First", List.of(rename(1, "a", "b")));
    List<ChangeAction> told = new ArrayList<>();
    List<Boolean> heard = new ArrayList<>();
    changes.setJournal((action, before) -> told.add(action));
    changes.addListener(heard::add);

    PreparedUndo undo = changes.snapshot().undone().orElseThrow();
    assertThat(changes.isCurrent(undo)).isTrue();
    changes.undo(undo);
    assertThat(changes.isCurrent(undo)).isFalse();
    assertThatThrownBy(() -> changes.undo(undo)).isInstanceOf(IllegalStateException.class);

    PreparedUndo redo = changes.snapshot().redone().orElseThrow();
    changes.redo(redo);
    assertThatThrownBy(() -> changes.redo(redo)).isInstanceOf(IllegalStateException.class);

    assertThat(told).containsExactly(new ChangeAction.Undo(), new ChangeAction.Redo());
    assertThat(heard).containsExactly(false, false);
    assertThat(changes.changes()).containsExactly(rename(1, "a", "b"));
  }
}
